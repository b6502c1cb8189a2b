using System.CommandLine;
using System.Text.Json;
using Assay.Commands;
using Assay.Commands.Audit;

namespace Assay.Tests.Line;

/// <summary>An audit prints where it was invoked to print, and nowhere else.</summary>
public sealed class AuditConsoleTests : IDisposable
{
    private const string Words = "OSLO, 3 March 2021 - The port says that the ferry left at 14:10. It docked at 15:02, the port said.\n";

    private readonly string folder = Directory.CreateTempSubdirectory("assay-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_summary_goes_to_the_output_of_the_invocation()
    {
        var run = await Run("text", Written(Words));
        Assert.Equal(ExitCodes.Done, run.Code);
        Assert.Contains("ferry", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("md", "# ")]
    [InlineData("html", "<!doctype html>")]
    public async Task Each_format_goes_to_the_output_of_the_invocation(string format, string start)
    {
        var run = await Run(format, Written(Words));
        Assert.StartsWith(start, run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\r', run.Output);
    }

    [Fact]
    public async Task What_was_refused_is_said_on_the_error_side_and_the_rest_is_printed()
    {
        var run = await Run("json", Written(Words), Path.Combine(folder, "none.txt"));
        Assert.Equal(ExitCodes.Partial, run.Code);
        Assert.Contains("none.txt", run.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("sources").GetArrayLength());
    }

    [Fact]
    public async Task What_was_set_aside_is_listed_and_an_input_that_was_refused_is_not_forgotten()
    {
        var run = await Run("text", Written(Words), Path.Combine(folder, "none.txt"), "--show", "furniture");
        Assert.Equal(ExitCodes.Partial, run.Code);
        Assert.Contains("none.txt", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, (await Run("text", Written(Words), "--show", "furniture")).Code);
    }

    private string Written(string words)
    {
        var file = Path.Combine(folder, "port.txt");
        File.WriteAllText(file, words);
        return file;
    }

    private static async Task<(int Code, string Output, string Error)> Run(string format, params string[] files)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var parsed = AuditCommand.Create().Parse([.. files, "--format", format, "--no-dossier"]);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
