using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Ground.Anchors;
using Assay.Reading.Intake;
using Assay.Reading.Voices;

namespace Assay.Cases.Exchange.Incoming;

/// <summary>Annotations as the API of Hypothes.is gives them. Each is held against the words of the sources of the case; what a reader
/// wrote
/// on it stands in the notes of the account.</summary>
/// <param name="documents">The sources, by id.</param>
internal sealed class HypothesisFile(IReadOnlyDictionary<string, SourceDocument> documents)
{
    private const int LongestQuote = 10_000;
    private readonly Dictionary<string, QuoteFinder> finders = documents.ToDictionary(
        d => d.Key,
        d => new QuoteFinder(d.Value.Layer.Text),
        StringComparer.Ordinal
    );

    private readonly List<StatementEntry> statements = [];
    private readonly List<string> notes = [];
    private readonly List<LeftOut> left = [];

    /// <summary>Reads a file.</summary>
    /// <returns>The account, and what was not taken.</returns>
    public (Account Account, List<LeftOut> Left) Read(string text)
    {
        var whole = JsonPiece.Read(text, 0, text.Length);
        var rows = whole.Kind == JsonValueKind.Array ? whole : whole["rows"];
        if (rows is not { Kind: JsonValueKind.Array })
            throw new NotOfFormatException("There is no list “rows” of annotations in it.");
        for (var i = 0; i < rows.Items.Count; i++)
            Take(
                rows.Items[i],
                rows.Items[i].Text("id") is { Words.Length: > 0 } id ? $"annotation {WrittenDates.Shown(id.Words)}" : $"annotation {i + 1}"
            );
        return (new Account { Statements = [.. statements.DistinctBy(s => s.Id)], Notes = notes }, left);
    }

    private void Take(JsonPiece row, string place)
    {
        var quotes = (row["target"]?.Items ?? [])
            .SelectMany(t => t["selector"]?.Items ?? [])
            .Where(s => s.Text("type")?.Words == "TextQuoteSelector")
            .ToList();
        if (quotes is not [var quote] || quote.Text("exact") is not { Words.Length: > 0 } exact)
        {
            left.Add(
                new(
                    place,
                    quotes.Count > 1
                        ? "It quotes more than one stretch of words."
                        : "It quotes no words: a note on a whole page is not taken."
                )
            );
            return;
        }

        if (exact.Words.Length > LongestQuote)
        {
            left.Add(new(place, $"It quotes more than {LongestQuote} characters."));
            return;
        }

        var shown = $"“{WrittenDates.Shown(exact.Words)}”";
        var found = Places(exact.Words, quote.Text("prefix")?.Words ?? "", quote.Text("suffix")?.Words ?? "");
        if (found is not [var (source, span)])
        {
            left.Add(
                new(
                    place,
                    found.Count == 0
                        ? $"{shown} stands in no source of the case: add the page that it is about. Nothing is matched by likeness."
                        : $"{shown} stands in the sources {found.Count} times, and what stands around it does not tell which is meant."
                )
            );
            return;
        }

        var told = documents[source].Layer.QuoteOf(span);
        var id = DraftIds.Plain("s", $"{documents[source].Sha256}\n{span.Start}-{span.End}\nhypothesis");
        statements.Add(
            new(id, ["author"], Stance.Reported, new Anchor(source, told.Start, told.End, told.Exact, told.Prefix, told.Suffix), null)
        );
        var (who, said) = (row.Text("user")?.Words ?? "somebody", row.Text("text")?.Words ?? "");
        var tags = string.Join(", ", (row["tags"]?.Items ?? []).Select(t => t.Words));
        if (said.Length + tags.Length > 0)
            notes.Add($"{who} on {shown} ({id}): {said}{(tags.Length > 0 ? $" [{tags}]" : "")}");
    }

    private List<(string Source, TextSpan At)> Places(string exact, string prefix, string suffix)
    {
        var all = finders.SelectMany(f => f.Value.Find(exact).Places.Select(p => (f.Key, p))).ToList();
        return all.Count < 2 ? all : [.. all.Where(p => Fits(documents[p.Key].Layer.Text, p.p, prefix, suffix))];
    }

    private static bool Fits(string text, TextSpan at, string prefix, string suffix) =>
        Bare(text[Math.Max(0, at.Start - prefix.Length)..at.Start]).EndsWith(Bare(prefix), StringComparison.Ordinal)
        && Bare(text[at.End..Math.Min(text.Length, at.End + suffix.Length)]).StartsWith(Bare(suffix), StringComparison.Ordinal);

    private static string Bare(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
