using System.Text.RegularExpressions;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Architecture;

/// <summary>A test that holds what it measured by the clock against a bound says so by the trait <c>Alone</c>, and <c>./test</c> runs
/// nothing beside it.</summary>
public sealed partial class AloneTests
{
    private const string Mark = "[Trait(\"Alone\", \"yes\")]";

    [Fact]
    public void A_test_that_asserts_about_the_clock_runs_alone()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Select(f => (Name: Path.GetFileName(f), Text: File.ReadAllText(f)))
            .Where(f => f.Name != "AloneTests.cs")
            .ToList();
        Assert.True(files.Count(f => Clocked().IsMatch(f.Text)) > 3, "The tests were not found.");
        Assert.Empty(files.Where(f => !IsRight(f.Text)).Select(f => f.Name));
    }

    [Theory]
    [InlineData("Assert.True(clock.Elapsed < Soon);", false)]
    [InlineData("Assert.InRange(watch.ElapsedMilliseconds, 0, 4000);", false)]
    [InlineData("if (watch.Elapsed > Longest) wrong.Add(name);", false)]
    [InlineData(Mark + " void A() { Assert.True(clock.Elapsed < Soon); }", true)]
    [InlineData("for (; since.Elapsed < Longest; Thread.Sleep(5)) { }", true)]
    public void A_bound_on_the_clock_is_told_from_a_wait(string code, bool isRight) => Assert.Equal(isRight, IsRight(code));

    private static bool IsRight(string code) => !Clocked().IsMatch(code) || code.Contains(Mark, StringComparison.Ordinal);

    [GeneratedRegex(@"(?:Assert\.\w+\(|\bif \()[^;]*\.Elapsed\w*(?: [<>]|,)")]
    private static partial Regex Clocked();
}
