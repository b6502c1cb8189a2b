using System.Text.RegularExpressions;
using Assay.Ground.Anchors;

namespace Assay.Reading.Text;

/// <summary>What stands before a sentence and is no part of it: the number of its paragraph, the dateline of its article.</summary>
public static partial class SentenceHeads
{
    private const int Longest = 90;

    /// <summary>The sentences without their heads, as many as before and in the same order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="dateline">Where the place of the dateline stands, or null.</param>
    public static IReadOnlyList<Sentence> Without(string text, IReadOnlyList<Sentence> sentences, TextSpan? dateline) =>
        [.. sentences.Select(s => s with { Span = Body(text, s.Span, dateline) })];

    private static TextSpan Body(string text, TextSpan span, TextSpan? dateline)
    {
        var words = text.AsSpan(span.Start, Math.Min(span.Length, Longest));
        var head = dateline is { } place && span.Contains(place) && place.Start == span.Start ? AfterDateline(words) : AfterNumber(words);
        return head > 0 && head < span.Length ? new TextSpan(span.Start + head, span.End) : span;
    }

    private static int AfterDateline(ReadOnlySpan<char> words)
    {
        foreach (var dash in Dash().EnumerateMatches(words))
            return dash.Index + dash.Length;
        return 0;
    }

    private static int AfterNumber(ReadOnlySpan<char> words)
    {
        foreach (var number in Number().EnumerateMatches(words))
            return number.Length;
        return 0;
    }

    // "CHISINAU (Newsline) - Radar operators", "SUVA, 3 May -- A ferry".
    [GeneratedRegex(@"\s(?:--?|[–—])\s|\s?[–—]\s?")]
    private static partial Regex Dash();

    // "2.6 Power was restored", "(3) The", "12. The".
    [GeneratedRegex(@"^(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|\(\d{1,2}\))\s+(?=\p{Lu}|[""“])")]
    private static partial Regex Number();
}
