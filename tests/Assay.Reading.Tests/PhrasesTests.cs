using System.Diagnostics;
using System.Text.RegularExpressions;
using Assay.Reading.Tests.Time;

namespace Assay.Reading.Tests;

/// <summary>The phrases of the language files are those of a language, not of the document the project began with.</summary>
public sealed partial class PhrasesTests
{
    [Fact]
    public void No_phrase_stands_in_the_founding_document_alone()
    {
        if (Repository.Shared is not { } shared)
        {
            Assert.Skip("skipped: ../shared is absent");
            return;
        }

        var founding = Words(Directory.EnumerateFiles(Path.Combine(shared, "seed")));
        var inIt = Phrases().Where(p => founding.Contains(p.Phrase, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(inIt);
        var pages = Directory.CreateTempSubdirectory("assay-pages-");
        try
        {
            Unpack(Path.Combine(shared, "data", "pages", "news-pages-dev.tar.xz"), pages.FullName);
            var others = Words(
                Directory
                    .EnumerateFiles(Path.Combine(shared, "data"), "*", SearchOption.AllDirectories)
                    .Where(f => Path.GetExtension(f) is ".txt" or ".html" or ".md" or ".json" or ".jsonl" or ".conllu" or ".tsv" or ".tml")
                    .Concat(Directory.EnumerateFiles(pages.FullName, "*", SearchOption.AllDirectories))
            );
            var alone = inIt.Where(p => !others.Contains(p.Phrase, StringComparison.Ordinal));
            Assert.Equal([], alone.Select(p => $"{Path.GetFileName(p.File)}: {p.Phrase}").Distinct());
        }
        finally
        {
            pages.Delete(recursive: true);
        }
    }

    // Entries of two words and more; wild cards at their ends do not count.
    private static IEnumerable<(string File, string Phrase)> Phrases() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Assay.Reading"), "en.*", SearchOption.AllDirectories)
        where
            Path.GetExtension(file) is ".txt" or ".time"
            && !file.Contains("/obj/", StringComparison.Ordinal)
            && !file.Contains("/bin/", StringComparison.Ordinal)
        from line in File.ReadLines(file)
        where !line.StartsWith('#')
        from entry in line.Split(',', '=', '|')
        let phrase = entry.Trim().Trim('*').Trim().ToLowerInvariant()
        where Several().IsMatch(phrase)
        select (file, phrase);

    private static string Words(IEnumerable<string> files) =>
        string.Join(' ', files.Select(f => Blanks().Replace(Tags().Replace(File.ReadAllText(f), " "), " ").ToLowerInvariant()));

    private static void Unpack(string archive, string folder)
    {
        using var tar = Process.Start("tar", ["-xJf", archive, "-C", folder]);
        tar.WaitForExit();
        Assert.Equal(0, tar.ExitCode);
    }

    [GeneratedRegex(@"^[a-z'’&.-]+( [a-z'’&.-]+)+$")]
    private static partial Regex Several();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
