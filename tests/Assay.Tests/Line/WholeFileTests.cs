using Assay.Commands.Audit;

namespace Assay.Tests.Line;

/// <summary>What a whole file may take the place of. Nothing is written here: a test that failed would take a device from the
/// system.</summary>
public sealed class WholeFileTests
{
    [Theory]
    [InlineData("/dev/null", true)]
    [InlineData("/dev/../dev/stdout", true)]
    [InlineData("/tmp/../dev/null", true)]
    [InlineData("/tmp/dev/null", false)]
    [InlineData("dev/null", false)]
    public void Is_no_device(string path, bool isDevice) =>
        Assert.Equal(isDevice && !OperatingSystem.IsWindows(), WholeFile.IsDevice(path));
}
