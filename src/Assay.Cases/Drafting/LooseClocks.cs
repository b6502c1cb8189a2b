using Assay.Cases.Clocks;
using Assay.Reading.Time;

namespace Assay.Cases.Drafting;

/// <summary>Times of day in the words that are no time on a clock: parts of some day, bounds, lengths counted from elsewhere.</summary>
internal static class LooseClocks
{
    private const int Look = 40;
    private static readonly string[] Bounds = ["before ", "after "];
    private static readonly string[] Near =
    [
        "shortly",
        "just",
        "soon",
        "right",
        "immediately",
        "minutes",
        "moments",
        "seconds",
        "minute",
        "long",
    ];

    // "The night the lights went out" names a part of some day, not a time on a clock; "before 7 p.m." names none either.
    public static bool IsLoose(Telling telling, ClockTime clock)
    {
        var words = telling.Mention.Time!.Text;
        var start = telling.Mention.Time.Span.Start;
        var before = telling.Source.Text.AsSpan(Math.Max(0, start - Look), Math.Min(start, Look));
        if (Bounds.Any(b => words.StartsWith(b, StringComparison.OrdinalIgnoreCase)) || IsBound(before))
            return true;
        return ClockWindows.IsRange(clock.Granularity)
            && clock.Zone is null
            && !words.Any(char.IsAsciiDigit)
            && (
                words.StartsWith("the ", StringComparison.OrdinalIgnoreCase)
                || words.StartsWith("that ", StringComparison.OrdinalIgnoreCase)
            );
    }

    // "Had inspected the hull before midnight"; "shortly before midnight" is about then.
    private static bool IsBound(ReadOnlySpan<char> before)
    {
        foreach (var bound in Bounds)
            if (before.EndsWith(" " + bound))
                return !Near.Contains(before[..^(bound.Length + 1)].ToString().Split(' ')[^1].ToLowerInvariant());
        return false;
    }

    // "Two hours later" is no clock anybody read: it is a relation to the event before, which is a premise where it was found.
    public static bool IsCounted(Telling telling) =>
        telling.Mention.Time!.Length is not null && telling.Source.Related.Contains(telling.Mention.Index);
}
