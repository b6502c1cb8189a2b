using Assay.Reading.Time;
using Assay.Reading.Voices.Words;

namespace Assay.Reading.Days;

/// <summary>Finds clocks that repeat the clock before them on another zone: "4:20 pm local time (1320 GMT)".</summary>
internal static class DoubleClocks
{
    private const int Nearest = 24;

    /// <summary>For each expression, the index of the clock whose instant it repeats, or -1.</summary>
    public static int[] Find(DayText text)
    {
        var of = new int[text.Times.Count];
        Array.Fill(of, -1);
        for (var i = 1; i < of.Length; i++)
        {
            if (text.SentenceOf[i] != text.SentenceOf[i - 1] || !ClockPointReader.IsClock(text.Times[i]) || !ClockPointReader.IsClock(text.Times[i - 1])) continue;
            if (Repeats(text, i)) of[i] = of[i - 1] >= 0 ? of[i - 1] : i - 1;
        }

        return of;
    }

    // Nothing but an opening bracket, or a comma or "or" before a clock that names its zone, stands between the two.
    private static bool Repeats(DayText text, int i)
    {
        var (first, second) = (text.Times[i - 1], text.Times[i]);
        if (second.Span.Start - first.Span.End > Nearest) return false;
        var between = text.Between(text.SentenceOf[i], first.Span.End, second.Span.Start);
        var (bracket, rest) = (false, 0);
        foreach (var word in between)
        {
            if (word.Lower is "(" or "[") bracket = true;
            else if (!bracket && word.Lower is "local" or "time" || word.AllCaps) continue;
            else if (bracket && word.Lower is "or" or "at" or "about" or ",") continue;
            else rest++;
        }

        return rest == 0 && bracket && DiffersByZone(first, second);
    }

    // Two zones differ by whole quarters of an hour.
    private static bool DiffersByZone(TimeExpression first, TimeExpression second) =>
        Math.Abs(first.Clock!.Time.TickOfDay - second.Clock!.Time.TickOfDay) / NodaTime.NodaConstants.TicksPerMinute % 15 == 0;
}
