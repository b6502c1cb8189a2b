using Assay.Tests.Snapshots;

namespace Assay.Tests.Architecture;

/// <summary>Every command a person can type is run by a test as a person would run it.</summary>
public sealed class FrontDoorTests
{
    private static readonly string[] Sources =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests", "Assay.Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Select(File.ReadAllText),
    ];

    [Fact]
    public void Every_command_is_run_by_a_test()
    {
        var paths = CommandPaths.All().ToList();
        Assert.True(paths.Count > 30, "No commands were found.");
        Assert.Empty(paths.Where(p => !IsRun(p)));
    }

    [Fact]
    public void A_command_that_no_test_runs_is_found() => Assert.False(IsRun("case " + "dance"));

    // "$ASSAY case add ...", or the words that stand after "$ASSAY" or "$ASSAY trade" where a test puts them in.
    private static bool IsRun(string path)
    {
        var cut = path.LastIndexOf(' ');
        var (above, leaf) = cut < 0 ? ("", path) : (path[..(cut + 1)], path[(cut + 1)..]);
        return Sources.Any(s => Has(s, $"$ASSAY {path}") || IsPutIn(s, "", path) || IsPutIn(s, above, leaf));
    }

    private static bool IsPutIn(string source, string above, string words) =>
        source.Contains($"$ASSAY {above}{{line}}", StringComparison.Ordinal) && Has(source, $"\"{words}");

    private static bool Has(string source, string words)
    {
        for (
            var at = source.IndexOf(words, StringComparison.Ordinal);
            at >= 0;
            at = source.IndexOf(words, at + 1, StringComparison.Ordinal)
        )
            if (at + words.Length == source.Length || !char.IsLetter(source[at + words.Length]) && source[at + words.Length] != '-')
                return true;
        return false;
    }
}
