using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>
/// Entries whose time is a sentence of its own: "20 September, 16:52 UTC. The last position." The time is said of the sentence that
/// follows.
/// </summary>
public static class EntryTimes
{
    private const int MostBeside = 2;

    /// <summary>
    /// The sentences, as many as before and in the same order: one that begins a paragraph and is nothing but its time becomes empty, and
    /// the one behind it begins with that time.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="times">Its time expressions, in order.</param>
    public static IReadOnlyList<Sentence> Joined(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times)
    {
        var joined = sentences.ToList();
        var next = 0;
        for (var i = 0; i + 1 < joined.Count; i++)
        {
            var (time, behind) = (joined[i], joined[i + 1]);
            while (next < times.Count && times[next].Span.Start < time.Span.Start)
                next++;
            var isFirst = i == 0 || joined[i - 1].Block != time.Block;
            if (!isFirst || behind.Block != time.Block || !IsTime(text, time.Span, times, next))
                continue;
            joined[i] = time with { Span = new TextSpan(time.Span.Start, time.Span.Start) };
            joined[i + 1] = behind with { Span = new TextSpan(time.Span.Start, behind.Span.End) };
        }

        return joined;
    }

    /// <summary>The text for the parser: the stop behind the time of an entry is what a dash is.</summary>
    /// <param name="plain">The text, as changed before.</param>
    /// <param name="sentences">The sentences, joined.</param>
    /// <param name="times">The time expressions of the text, in order.</param>
    public static string Dashed(string plain, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times)
    {
        var entries = Enumerable.Range(1, Math.Max(0, sentences.Count - 1)).Where(i => sentences[i - 1].Span.Length == 0).ToList();
        if (entries.Count == 0)
            return plain;
        var dashed = plain.ToCharArray();
        foreach (var entry in entries.Select(i => sentences[i].Span))
        {
            var end = times
                .Where(t => t.Clock is not null && entry.Contains(t.Span))
                .Select(t => t.Span.End)
                .DefaultIfEmpty(entry.End)
                .First();
            var stop = plain.IndexOf(". ", end - 1, entry.End - end + 1, StringComparison.Ordinal);
            if (stop >= 0)
                dashed[stop] = '–';
        }

        return new string(dashed);
    }

    private static bool IsTime(string text, TextSpan sentence, IReadOnlyList<TimeExpression> times, int first)
    {
        var (letters, hasClock) = (0, false);
        var at = sentence.Start;
        for (var i = first; i < times.Count && times[i].Span.Start < sentence.End; i++)
        {
            letters += Letters(text, at, times[i].Span.Start);
            hasClock |= times[i].Clock is not null;
            at = Math.Max(at, times[i].Span.End);
        }

        return hasClock && letters + Letters(text, at, sentence.End) <= MostBeside;
    }

    private static int Letters(string text, int from, int end)
    {
        var count = 0;
        for (var i = from; i < end; i++)
            count += char.IsLetter(text[i]) ? 1 : 0;
        return count;
    }
}
