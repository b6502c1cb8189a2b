using Assay.Reading.Time.Language;
using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Resolving;

/// <summary>What is decided once for a whole text before its dates are resolved.</summary>
/// <param name="DayFirst">Numeric dates are day first.</param>
/// <param name="IsNarrative">Dates continue from one another rather than from the document's date.</param>
/// <param name="HasMilitary">"At 1752" is a time of day: the text writes several so.</param>
/// <param name="HasDotted">"At 4.25" is a time of day: the text writes several so, or writes "4.25 a.m." or "4.25 GMT".</param>
/// <param name="HasBehind">"Hoses connected, 2150." is a time of day: the text writes several so.</param>
/// <param name="HasHeads">"1607 Trucker calls" at the head of a line is a time of day: several lines begin so, and one of them with figures
/// that are no year.</param>
internal readonly record struct Survey(bool DayFirst, bool IsNarrative, bool HasMilitary, bool HasDotted, bool HasBehind, bool HasHeads)
{
    private const string Military = "military-bare";
    private const string AnyMilitary = "military"; // "1552 UTC" and "1552 hours" too
    private const string Padded = "padded"; // "0525 Engine slows"
    private const string Dotted = "dot-bare";
    private const string Behind = "behind";
    private const int FewestClocks = 3;
    private const int FewestMilitary = 2;
    private const int YearsBack = 2;
    private const int FewestYears = 3;
    private const int FirstWithoutNought = 1000;
    private const int FirstBeyondYears = 2100;

    /// <summary>Surveys the matches of a text.</summary>
    public static Survey Of(List<Match> matches, ReadOnlySpan<Capture> captures, ReadOnlySpan<TimeToken> tokens, TimeContext context)
    {
        var (military, dotted, behind) = (0, 0, 0);
        var (heads, noYears) = (0, 0);
        var (dayFirst, monthFirst, dayMonth, monthDay, old, deictic, calendar) = (0, 0, 0, 0, 0, 0, 0);
        var frame = new Frame();
        var now = context.DocumentDate?.Year;
        foreach (var match in matches)
        {
            frame.Load(match, captures[match.From..match.To]);
            military += IsBare(match, AnyMilitary) ? 1 : 0;
            behind += IsBare(match, Behind) ? 1 : 0;
            if (IsBare(match, Padded) && IsHead(tokens, match.First))
                (heads, noYears) = (heads + 1, noYears + (IsYear(tokens[match.First]) ? 0 : 1));
            dotted +=
                IsBare(match, Dotted) ? 1
                : frame.Has(Slot.Hour) && frame.Has(Slot.Minute) && IsDotted(match, tokens) ? FewestClocks
                : 0;
            if (
                match.Rule.Kind is RuleKind.Offset
                || (match.Rule.Kind == RuleKind.Shift && frame.Get(Slot.Rel) == 0)
                || (match.Rule.Kind == RuleKind.Date && frame.Has(Slot.Weekday) && !frame.Has(Slot.Dom))
            )
                deictic++;
            if (match.Rule.Kind != RuleKind.Date)
                continue;
            if (frame.Has(Slot.Num) && frame.Has(Slot.Num2) && !frame.Has(Slot.Month) && !frame.Has(Slot.Anchor))
                _ =
                    frame.Get(Slot.Num) > 12 ? dayFirst++
                    : frame.Get(Slot.Num2) > 12 ? monthFirst++
                    : 0;
            if (frame.Has(Slot.Month) && frame.Has(Slot.Dom))
                _ = captures[match.From].Slot == Slot.Dom ? dayMonth++ : monthDay++;
            if (frame.Has(Slot.Month) || frame.Has(Slot.Year))
                calendar++;
            if (frame.Has(Slot.Year) && (now is null || frame.Get(Slot.Year) < now - YearsBack || frame.Get(Slot.Era) < 0))
                old++;
        }
        var order = context.DayFirst ?? (dayFirst != monthFirst ? dayFirst > monthFirst : dayMonth > monthDay);
        var narrative = context.Narrative ?? (now is null ? old > 0 : old >= FewestYears && old > deictic * 3 && old * 4 >= calendar);
        return new Survey(
            order,
            narrative,
            military >= FewestMilitary,
            dotted >= FewestClocks,
            behind >= FewestMilitary,
            heads >= FewestClocks && noYears > 0
        );
    }

    /// <summary>True for bare digits that are no time of day in this text. "0058", with a nought before it, is one anywhere, and so is
    /// "2225", which
    /// is no year; nor is "05.55" a number.</summary>
    public bool Drops(Match match, ReadOnlySpan<TimeToken> tokens) =>
        IsBare(match, Padded) ? IsYear(tokens[match.First]) && !HasHeads || !IsHead(tokens, match.First)
        : IsBare(match, Behind) ? !HasBehind
        : IsBare(match, Military) ? !HasMilitary && IsYear(tokens[match.Last - 1])
        : IsBare(match, Dotted) && !HasDotted && !IsPadded(tokens[match.First]);

    // At the beginning of a line, or behind the mark of an entry of a list.
    private static bool IsHead(ReadOnlySpan<TimeToken> tokens, int at) =>
        tokens[at].BeginsLine
        || at > 0 && tokens[at - 1] is { Kind: TimeTokenKind.Punctuation, BeginsLine: true, Value: '-' or '*' or '•' or '|' };

    private static bool IsPadded(TimeToken hour) =>
        hour.Kind == TimeTokenKind.Digits && hour is { Value: > 0 and < 10 } && hour.End - hour.Start == 2;

    private static bool IsYear(TimeToken token) => token.Value is >= FirstWithoutNought and < FirstBeyondYears;

    private static bool IsBare(Match match, string rule) => match.Rule.Name.StartsWith(rule, StringComparison.Ordinal);

    private static bool IsDotted(Match match, ReadOnlySpan<TimeToken> tokens)
    {
        for (var i = match.First + 1; i + 1 < match.Last; i++)
            if (tokens[i].Is('.') && tokens[i - 1].Kind == TimeTokenKind.Digits && tokens[i + 1].Kind == TimeTokenKind.Digits)
                return true;
        return false;
    }
}
