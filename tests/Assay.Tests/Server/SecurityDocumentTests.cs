using System.Text.RegularExpressions;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Server;

/// <summary>What docs/security.md says to hold names tests that there are.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string[] Answers = ["holds", "partly", "does not hold", "not applicable"];

    private static readonly Lazy<HashSet<string>> Tests = new(() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
                .SelectMany(f =>
                    Method().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileNameWithoutExtension(f)}.{m.Groups[1].Value}")
                ),
        ]
    );

    [Fact]
    public void Every_line_has_an_answer_and_every_line_that_holds_a_test()
    {
        var rows = Rows();
        Assert.True(rows.Count > 60, $"Only {rows.Count} lines were found.");
        Assert.All(rows, r => Assert.Contains(r[1], Answers));
        Assert.All(rows, r => Assert.Equal(r[1] is "holds" or "partly", Named(r[3]).Any()));
    }

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var named = Named(File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"))).Distinct().ToList();
        Assert.True(named.Count > 50, $"Only {named.Count} tests were named.");
        Assert.Empty(named.Except(Tests.Value));
    }

    [Fact]
    public void A_test_that_is_not_there_is_not_found() => Assert.DoesNotContain("SignInTests.There_is_no_such_test", Tests.Value);

    private static List<string[]> Rows() =>
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "docs", "security.md"))
                .Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| line ", StringComparison.Ordinal))
                .Select(l => l[1..^1].Split('|', StringSplitOptions.TrimEntries)),
        ];

    private static IEnumerable<string> Named(string text) => Name().Matches(text).Select(m => m.Groups[1].Value);

    [GeneratedRegex("`([A-Za-z]+Tests\\.[A-Za-z0-9_]+)`")]
    private static partial Regex Name();

    [GeneratedRegex("public (?:async Task|void) ([A-Za-z0-9_]+)\\(")]
    private static partial Regex Method();
}
