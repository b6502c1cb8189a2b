using Assay.Cases.Accounts;
using Assay.Ground.Anchors;
using Assay.Reading.Intake;

namespace Assay.Cases.Checking;

/// <summary>Holds anchors against the sources they point into.</summary>
/// <param name="documents">The sources that could be read, by id.</param>
/// <param name="memo">What was found before; null for nothing.</param>
internal sealed class AnchorCheck(IReadOnlyDictionary<string, SourceDocument> documents, CheckMemo? memo = null)
{
    private const int Shown = 60;
    private readonly Dictionary<string, QuoteFinder> finders = new(StringComparer.Ordinal);

    /// <summary>The documents that were looked into since this list was emptied, by the ids that anchors give.</summary>
    public List<(string Source, SourceDocument Document)> Asked { get; } = [];

    /// <summary>The anchor as the source has it, or why it does not hold.</summary>
    /// <param name="anchor">The anchor as drafted; without a source where the account has one only.</param>
    public (Anchor? Held, string? Reason) Hold(Anchor anchor)
    {
        var id = anchor.Source.Length == 0 && documents.Count == 1 ? documents.Keys.First() : anchor.Source;
        if (!documents.TryGetValue(id, out var document))
            return (null, $"There is no source “{id}” that could be read, so the words cannot be checked.");
        Ask(anchor.Source, document);
        if (memo?.Lost(anchor, document) is { } known)
            return (null, known);
        var (held, reason) = Hold(anchor, id, document);
        if (reason is not null)
            memo?.Lose(anchor, document, reason);
        return (held, reason);
    }

    /// <summary>True where a source could be read.</summary>
    public bool Has(string source)
    {
        if (!documents.TryGetValue(source, out var document))
            return false;
        Ask(source, document);
        return true;
    }

    private void Ask(string source, SourceDocument document)
    {
        if (Asked.Count == 0 || Asked[^1].Source != source)
            Asked.Add((source, document));
    }

    private (Anchor? Held, string? Reason) Hold(Anchor anchor, string id, SourceDocument document)
    {
        if (anchor.Exact.Length == 0)
            return (null, "The anchor has no words (“exact”).");
        if (anchor.Start < 0 || anchor.End < anchor.Start)
            return (null, $"{anchor.Start} to {anchor.End} is no place in a text.");
        if (!finders.TryGetValue(id, out var finder))
            finders[id] = finder = new QuoteFinder(document.Layer.Text);
        var found = anchor.IsOpen ? finder.Find(anchor.Exact) : finder.Find(anchor.Exact, new TextSpan(anchor.Start, anchor.End));
        return found.Outcome is AnchorOutcome.Exact or AnchorOutcome.Folded
            ? (Held(id, document, found.Places[0]), null)
            : (null, Reason(anchor, found));
    }

    /// <summary>An anchored span, by its place alone: for what has words of its own.</summary>
    /// <param name="source">Id of the source.</param>
    /// <param name="start">First UTF-16 code unit.</param>
    /// <param name="end">One past the last; 0 where not given.</param>
    /// <param name="words">The words.</param>
    public (Anchor? Held, string? Reason) Hold(string source, int start, int end, string words)
    {
        if (!documents.TryGetValue(source, out var document) || !Stands(document.Layer.Text, start, end, words))
            return Hold(new Anchor(source, start, end, words, "", ""));
        Ask(source, document);
        return (new Anchor(source, start, end, words, "", ""), null);
    }

    private static bool Stands(string text, int start, int end, string words) =>
        words.Length > 0
        && start >= 0
        && end - start == words.Length
        && end <= text.Length
        && text.AsSpan(start, words.Length).SequenceEqual(words);

    private static Anchor Held(string id, SourceDocument document, TextSpan span)
    {
        var quote = document.Layer.QuoteOf(span);
        return new Anchor(id, quote.Start, quote.End, quote.Exact, quote.Prefix, quote.Suffix) { Page = quote.Page };
    }

    private static string Reason(Anchor anchor, FoundQuote found)
    {
        var words = $"“{(anchor.Exact.Length <= Shown ? anchor.Exact : anchor.Exact[..Shown] + " …")}”";
        var places = string.Join(", ", found.Places.Select(p => $"{p.Start} to {p.End}"));
        return found.Outcome switch
        {
            AnchorOutcome.Elsewhere => $"{words} does not stand at {anchor.Start} to {anchor.End} but at {places}.",
            AnchorOutcome.Several =>
                $"{words} stands in several places ({places}): give the one that is meant as start and end, or more of its words.",
            _ => $"{words} does not stand in the source.",
        };
    }
}
