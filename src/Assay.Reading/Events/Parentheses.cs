using Assay.Reading.Text;
using Assay.Reading.Time;
using Assay.Reading.Voices;

namespace Assay.Reading.Events;

/// <summary>
/// Sentences as a parser can read them: who tells, thrust in between two commas beside a clock (", as the log shows,", ", he has noted,"), is
/// blanked, so that the clock belongs to what is told; every position stays. Who tells it is read from the words themselves.
/// </summary>
internal static class Parentheses
{
    /// <summary>The text for the parser.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="times">Its time expressions, in order.</param>
    public static string Of(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times)
    {
        char[]? plain = null;
        var next = 0;
        foreach (var sentence in sentences)
        {
            while (next < times.Count && (times[next].Clock is null || times[next].Span.Start < sentence.Span.Start))
                next++;
            if (next >= times.Count || times[next].Span.Start >= sentence.Span.End || sentence.Span.Length > Longest)
                continue;
            foreach (var thrust in new KeeperReader(text, sentence.Span).Thrusts())
            {
                plain ??= text.ToCharArray();
                Array.Fill(plain, ' ', thrust.Start, thrust.Length);
            }
        }

        return plain is null ? text : new string(plain);
    }

    private const int Longest = 1000;
}
