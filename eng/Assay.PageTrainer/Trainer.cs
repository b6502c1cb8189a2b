namespace Assay.PageTrainer;

/// <summary>Trains the models of the program on all pages and writes their weights.</summary>
internal static class Trainer
{
    /// <summary>Trains and writes.</summary>
    /// <param name="pages">Folder of the pages.</param>
    /// <param name="folder">Folder the weights go into.</param>
    public static int Run(string pages, string folder)
    {
        var saved = SavedPage.Of(pages);
        if (saved.Count == 0)
        {
            Console.Error.WriteLine($"{pages} has no pages: it needs NAME.html and a *.truth.jsonl.");
            return 2;
        }

        Write(saved.SelectMany(Samples.OfText), Path.Combine(folder, "page.text.weights.txt"), saved);
        Write(saved.SelectMany(Samples.OfMarkup), Path.Combine(folder, "page.markup.weights.txt"), saved);
        return 0;
    }

    private static void Write(IEnumerable<Sample> samples, string file, List<SavedPage> pages)
    {
        var trained = ChainTrainer.Train(samples.ToList(), Samples.NamesOf(pages));
        File.WriteAllText(file, TrainedWeights.Text(trained, pages.Count));
        Console.WriteLine($"{file}: {trained.Count} weights");
    }
}
