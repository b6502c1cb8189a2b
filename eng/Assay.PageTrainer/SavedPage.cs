using System.Text.Json;
using Assay.Reading.Intake.Page;

namespace Assay.PageTrainer;

/// <summary>A saved page and its article as a person marked it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Site">Its host: pages of one site are never on both sides of a cross-validation.</param>
/// <param name="Html">The page.</param>
/// <param name="Article">The article's lines.</param>
internal sealed record SavedPage(string Id, string Site, string Html, string[] Article)
{
    /// <summary>The pages of a folder, in the order of their names.</summary>
    /// <param name="folder">The folder.</param>
    public static List<SavedPage> Of(string folder)
    {
        var pages = new List<SavedPage>();
        foreach (var truth in Directory.GetFiles(folder, "*.truth.jsonl"))
        foreach (var line in File.ReadLines(truth))
        {
            using var row = JsonDocument.Parse(line);
            var id = row.RootElement.GetProperty("id").GetString()!;
            var file = Path.Combine(folder, id + ".html");
            var url = new Uri(row.RootElement.GetProperty("url").GetString()!);
            var body = row.RootElement.GetProperty("articleBody").GetString()!;
            if (File.Exists(file) && IsEnglish(body))
                pages.Add(new SavedPage(id, url.Host, File.ReadAllText(file), LinesOf(body)));
        }

        return [.. pages.OrderBy(p => p.Id, StringComparer.Ordinal)];
    }

    // The words of the models are of one language.
    private static bool IsEnglish(string body)
    {
        var words = body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Count(w => w is "the" or "of" or "and" or "to") * 20 > words.Length;
    }

    private static string[] LinesOf(string body) =>
        body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
