using Assay.PageTrainer;

namespace Assay.Bench.Pages;

/// <summary>How well lines of saved pages are told from furniture, by cross-validation over sites: the rules alone, and with the
/// model.</summary>
internal static class PageBench
{
    /// <summary>Prints the table of docs/reading.md.</summary>
    /// <param name="args">Arguments after the command: <c>--pages DIR</c>.</param>
    public static int Run(string[] args)
    {
        if (args is not ["--pages", var folder] || SavedPage.Of(folder) is not { Count: > 0 } pages)
        {
            Console.Error.WriteLine(
                "page --pages DIR: DIR holds NAME.html of each saved page, and one *.truth.jsonl with id, url and articleBody."
            );
            return 2;
        }

        Console.WriteLine(
            $"{pages.Count} pages in English, {pages.DistinctBy(p => p.Site).Count()} sites; means over pages, in per cent\n"
        );
        Console.WriteLine("| lines kept | precision | recall | F1 | F1 by words |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var isMarkup in new[] { false, true })
        {
            var (before, after) = CrossValidation.Run(pages, isMarkup);
            var name = isMarkup ? "HTML" : "text, three renderings";
            Console.WriteLine(CrossValidation.Row($"{name}: rules alone", before));
            Console.WriteLine(CrossValidation.Row($"{name}: rules and model", after));
        }

        return 0;
    }
}
