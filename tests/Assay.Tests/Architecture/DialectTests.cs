using System.Text.RegularExpressions;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Architecture;

/// <summary>
/// What the formatter does not see to: no line of code or comment is longer than 140 columns (texts in literals are as long as they are),
/// and no braces stand around one line behind a condition or a loop.
/// </summary>
public sealed partial class DialectTests
{
    private const int Longest = 140;
    private const string Raw = "\"\"\"";

    [Fact]
    public void No_line_of_code_or_comment_is_too_long() =>
        Assert.Empty(Files().SelectMany(f => Long(File.ReadAllLines(f)).Select(line => $"{f}:{line}")));

    [Fact]
    public void One_line_behind_a_condition_has_no_braces() =>
        Assert.Empty(Files().SelectMany(f => Braced(File.ReadAllLines(f)).Select(line => $"{f}:{line}")));

    [Theory]
    [InlineData("if (a)\n{\n    b();\n}", 1)]
    [InlineData("else\n{\n    b();\n}", 1)]
    [InlineData("foreach (var a in b)\n{\n    c(a);\n}", 1)]
    [InlineData("if (a)\n    b();", 0)]
    [InlineData("if (a)\n{\n    b();\n    c();\n}", 0)]
    [InlineData("if (a)\n{\n    var b = c();\n}", 0)]
    [InlineData("void A()\n{\n    b();\n}", 0)]
    public void Braces_around_one_line_count(string code, int count) => Assert.Equal(count, Braced(code.Split('\n')).Count());

    private static List<string> Files()
    {
        var files = new[] { "src", "tests", "bench", "eng" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .ToList();
        Assert.True(files.Count > 500, "The sources were not found.");
        return files;
    }

    [GeneratedRegex(@"^ *(?:(?:else if|if|for|foreach|while) \(.*\)|else)$")]
    private static partial Regex Head();

    // A declaration needs its braces.
    [GeneratedRegex(@"^ *(?! |var |const |using |//).*;$")]
    private static partial Regex Statement();

    private static IEnumerable<int> Braced(string[] lines)
    {
        for (var i = 0; i + 3 < lines.Length; i++)
            if (
                lines[i + 1].Trim() == "{"
                && lines[i + 3].Trim() == "}"
                && lines[i + 3].IndexOf('}') == lines[i + 1].IndexOf('{')
                && Head().IsMatch(lines[i])
                && Statement().IsMatch(lines[i + 2])
            )
                yield return i + 1;
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
