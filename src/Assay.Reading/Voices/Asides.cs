using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Voices;

/// <summary>
/// Where those who tell are thrust in between two commas beside a clock: ", as the log shows,", ", he has noted,"; and who tells an entry,
/// before its colon: "20 September, 16:52 UTC. Jetty log: hoses connected". A parser reads the sentence better without them, and the clock
/// belongs to what is told.
/// </summary>
public static class Asides
{
    private const int Longest = 1000;
    private const int MostBeside = 30;

    /// <summary>The asides of a text, in order; none in a sentence without a clock.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="times">Its time expressions, in order.</param>
    public static IReadOnlyList<TextSpan> Of(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times)
    {
        var found = new List<TextSpan>();
        var next = 0;
        foreach (var sentence in sentences)
        {
            while (next < times.Count && (times[next].Clock is null || times[next].Span.Start < sentence.Span.Start))
                next++;
            if (next < times.Count && times[next].Span.Start < sentence.Span.End && sentence.Span.Length <= Longest)
            {
                found.AddRange(new KeeperReader(text, sentence.Span).Thrusts());
                found.AddRange(Teller(text, sentence.Span, times[next].Span));
            }
        }

        return found;
    }

    // A paragraph that is its time and little else up to a full stop, and then says who tells.
    private static IEnumerable<TextSpan> Teller(string text, TextSpan entry, TextSpan time)
    {
        if (time.Start < entry.Start || time.Start - entry.Start > MostBeside || time.End > entry.End)
            return [];
        var stop = text.IndexOf(". ", time.End - 1, entry.End - time.End + 1, StringComparison.Ordinal);
        return
            stop >= 0
            && stop - time.End <= MostBeside
            && new KeeperReader(text, new TextSpan(stop + 2, entry.End)).OfEntry(out var end) is { } teller
            ? [new TextSpan(teller.Span.Start, end)]
            : [];
    }
}
