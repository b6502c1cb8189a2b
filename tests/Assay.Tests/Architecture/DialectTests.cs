using Assay.Tests.Snapshots;

namespace Assay.Tests.Architecture;

/// <summary>
/// What the formatter does not see to: no line of code or comment is longer than 140 columns. Texts in literals are as long as they are.
/// </summary>
public sealed class DialectTests
{
    private const int Longest = 140;
    private const string Raw = "\"\"\"";

    [Fact]
    public void No_line_of_code_or_comment_is_too_long()
    {
        var files = new[] { "src", "tests", "bench" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .ToList();
        Assert.True(files.Count > 500, "The sources were not found.");
        Assert.Empty(files.SelectMany(f => Long(File.ReadAllLines(f)).Select(line => $"{f}:{line}")));
    }

    [Theory]
    [InlineData("// {0}", 1)]
    [InlineData("var {0} = 1;", 1)]
    [InlineData("var a = \"{0}\";", 0)]
    [InlineData("var a = \"\"\"\n{0}\n\"\"\";", 0)]
    [InlineData("var a = \"\"\"\n\"\"\";\n// {0}", 1)]
    public void A_long_line_counts_when_it_is_no_text(string code, int count) =>
        Assert.Equal(count, Long(string.Format(null, code, new string('x', Longest)).Split('\n')).Count());

    private static IEnumerable<int> Long(string[] lines)
    {
        var isText = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var was = isText;
            if (lines[i].Split(Raw).Length % 2 == 0)
                isText = !isText;
            if (!was && !isText && lines[i].Length > Longest && !lines[i].Contains('"'))
                yield return i + 1;
        }
    }
}
