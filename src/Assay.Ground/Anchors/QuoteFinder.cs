namespace Assay.Ground.Anchors;

/// <summary>What came of looking for quoted words in a source.</summary>
public enum AnchorOutcome
{
    /// <summary>The words stand where they are said to stand; or, where no place is given, exactly once.</summary>
    Exact,

    /// <summary>They do, but for quotation marks, dashes, blanks and composed letters.</summary>
    Folded,

    /// <summary>They stand in another place.</summary>
    Elsewhere,

    /// <summary>No place is given, and they stand in several; or they are not where they should be and stand in several others.</summary>
    Several,

    /// <summary>They do not stand in the source.</summary>
    Absent,
}

/// <summary>Where quoted words stand.</summary>
/// <param name="Outcome">What came of looking.</param>
/// <param name="Places">Where they stand, at most <see cref="QuoteFinder.MostPlaces"/>; the one place where the outcome is exact or
/// folded.</param>
public sealed record FoundQuote(AnchorOutcome Outcome, IReadOnlyList<TextSpan> Places);

/// <summary>
/// Looks for quoted words in a text: exactly, then folded; never by likeness, since "permitted ... to" must not swallow a "not". Immutable
/// but for
/// the folded text, which is made on first use; safe to share.
/// </summary>
/// <param name="text">The text of the source.</param>
public sealed class QuoteFinder(string text)
{
    /// <summary>Most places that are told.</summary>
    public const int MostPlaces = 5;

    private readonly Lazy<FoldedText> folded = new(() => new FoldedText(text));

    /// <summary>Looks for words that are said to stand at a place.</summary>
    /// <param name="words">The words.</param>
    /// <param name="at">The place.</param>
    public FoundQuote Find(string words, TextSpan at)
    {
        if (at.End <= text.Length)
        {
            var there = at.Of(text);
            if (string.Equals(there, words, StringComparison.Ordinal))
                return new(AnchorOutcome.Exact, [at]);
            if (words.Length > 0 && string.Equals(Fold(there), Fold(words), StringComparison.Ordinal))
                return new(AnchorOutcome.Folded, [at]);
        }

        var found = Find(words);
        return found.Outcome is AnchorOutcome.Exact or AnchorOutcome.Folded ? new(AnchorOutcome.Elsewhere, found.Places) : found;
    }

    /// <summary>Looks for words of which no place is given.</summary>
    /// <param name="words">The words.</param>
    public FoundQuote Find(string words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return new(AnchorOutcome.Absent, []);
        var places = Places(text, words).ToList();
        if (places.Count > 0)
            return new(places.Count == 1 ? AnchorOutcome.Exact : AnchorOutcome.Several, places);
        var plain = Fold(words).Trim();
        places = Places(folded.Value.Text, plain)
            .Where(p => folded.Value.IsWhole(p.Start, p.Length))
            .Select(p => folded.Value.Original(p.Start, p.Length))
            .ToList();
        return new(
            places.Count switch
            {
                0 => AnchorOutcome.Absent,
                1 => AnchorOutcome.Folded,
                _ => AnchorOutcome.Several,
            },
            places
        );
    }

    private static string Fold(string words) => new FoldedText(words).Text;

    private static IEnumerable<TextSpan> Places(string text, string words)
    {
        var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
        for (var found = 0; at >= 0 && found < MostPlaces; found++)
        {
            if (IsWhole(text, at, words.Length))
                yield return new TextSpan(at, at + words.Length);
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
        }
    }

    // "4:40" does not stand in "14:40", nor "man" in "woman", nor "cafe" in "café" written with a mark of its own; and no half of a pair.
    private static bool IsWhole(string text, int at, int length) =>
        !(at + length < text.Length && FoldedText.IsMark(text[at + length]))
        && !FoldedText.IsMark(text[at])
        && !char.IsLowSurrogate(text[at])
        && !char.IsHighSurrogate(text[at + length - 1])
        && !(at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]))
        && !(at + length < text.Length && char.IsLetterOrDigit(text[at + length]) && char.IsLetterOrDigit(text[at + length - 1]));
}
