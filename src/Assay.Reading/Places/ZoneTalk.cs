using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Places;

/// <summary>
/// Tells whether a text speaks of the zone of its clocks apart from the clocks ("all times in the log are UTC"). What it says then reaches
/// further than
/// one clock, and a clock that states no zone may be in one that the text states elsewhere. Words: <c>Places/Data/en.zonetalk.txt</c>.
/// </summary>
public static class ZoneTalk
{
    private static readonly Lazy<IReadOnlyList<string>> Phrases = new(() =>
        ReadingFiles.Words("Places.Data.en.zonetalk.txt").Entries("zone-talk")
    );

    /// <summary>Words by which a text says that the zone of some clock is not known.</summary>
    public static IReadOnlyList<string> NoZone { get; } = ReadingFiles.Words("Places.Data.en.zonetalk.txt").Entries("no-zone");

    /// <summary>True where one of the phrases stands in the article outside its time expressions.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="times">Its time expressions.</param>
    /// <param name="statements">What was understood of such talk; what is said of one log alone is no doubt about the others.</param>
    public static bool IsIn(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<TimeExpression> times,
        IReadOnlyList<ZoneStatement> statements
    )
    {
        if (sentences.Count == 0)
            return false;
        var said = statements.Where(s => s.Keeper is not null).Select(s => s.Zone.Span);
        var known = new SpanIndex<TextSpan>(times.Select(t => t.Span).Concat(said).Select(s => (s, s)));
        var article = new SpanIndex<Sentence>(sentences.Select(s => (s.Span, s)));
        return Phrases.Value.Any(p => Places(text, p).Any(at => article.Overlapping(at).Any() && !known.Overlapping(at).Any()));
    }

    private static IEnumerable<TextSpan> Places(string text, string phrase)
    {
        for (
            var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(phrase, at + phrase.Length, StringComparison.OrdinalIgnoreCase)
        )
            if (!IsLetter(text, at - 1) && !IsLetter(text, at + phrase.Length))
                yield return new TextSpan(at, at + phrase.Length);
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]);
}
