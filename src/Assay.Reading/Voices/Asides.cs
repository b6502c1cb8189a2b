using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Voices;

/// <summary>
/// Where those who tell are thrust in between two commas beside a clock: ", as the log shows,", ", he has noted,"; and who tells an entry,
/// before its colon or in its cell: "20 September, 16:52 UTC. Jetty log: hoses connected", "16:52 | Jetty | Hoses connected". A parser reads the sentence better without them, and the clock
/// belongs to what is told. "So much as" before a verb is left out as well.
/// </summary>
public static partial class Asides
{
    private const int Longest = 1000;
    private const int MostBeside = 30;

    /// <summary>The asides of a text, in order; those who tell only in a sentence with a clock.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="times">Its time expressions, in order.</param>
    public static IReadOnlyList<TextSpan> Of(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times)
    {
        var found = new List<TextSpan>();
        var next = 0;
        foreach (var sentence in sentences)
        {
            found.AddRange(Fillers(text, sentence.Span));
            while (next < times.Count && (times[next].Clock is null || times[next].Span.Start < sentence.Span.Start))
                next++;
            if (next < times.Count && times[next].Span.Start < sentence.Span.End && sentence.Span.Length <= Longest)
            {
                found.AddRange(new KeeperReader(text, sentence.Span).Thrusts());
                found.AddRange(Teller(text, sentence.Span, times[next].Span));
                if (TellerCell.At(text, times[next].Span.Start) is { } cell && cell.Start > times[next].Span.End)
                    found.Add(cell);
            }
        }

        return found;
    }

    // "Before it had so much as changed its heading": words before a verb that a parser stumbles over.
    private static IEnumerable<TextSpan> Fillers(string text, TextSpan sentence)
    {
        foreach (Match filler in Filler().Matches(sentence.Of(text)))
            yield return new TextSpan(sentence.Start + filler.Index, sentence.Start + filler.Index + filler.Length);
    }

    [GeneratedRegex(@"(?<!\b(?:without|not)\s)\bso much as\s(?!(?:an?|the|one)\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Filler();

    // A paragraph that is its time and little else up to a full stop, and then says who tells.
    private static IEnumerable<TextSpan> Teller(string text, TextSpan entry, TextSpan time)
    {
        if (time.Start < entry.Start || time.Start - entry.Start > MostBeside || time.End > entry.End)
            return [];
        var stop = text.IndexOf(". ", time.End - 1, entry.End - time.End + 1, StringComparison.Ordinal);
        var from = stop >= 0 && stop - time.End <= MostBeside ? stop + 2 : BehindGap(text, time.End, entry.End);
        return from >= 0 && new KeeperReader(text, new TextSpan(from, entry.End)).OfEntry(out var end) is { } teller
            ? [new TextSpan(teller.Span.Start, end)]
            : [];
    }

    // "19:35   Tower log:", "19:35 – Tower log:": what a gap or a dash parts from its time, or -1.
    private static int BehindGap(string text, int from, int end)
    {
        var at = from;
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is '–' or '—' or '-' or '|'))
            at++;
        return at - from > 1 && at < end ? at : -1;
    }
}
