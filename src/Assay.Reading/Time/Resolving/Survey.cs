using Assay.Reading.Time.Language;
using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Resolving;

/// <summary>What is decided once for a whole text before its dates are resolved.</summary>
/// <param name="DayFirst">Numeric dates are day first.</param>
/// <param name="IsNarrative">Dates continue from one another rather than from the document's date.</param>
internal readonly record struct Survey(bool DayFirst, bool IsNarrative)
{
    private const int YearsBack = 2;
    private const int FewestYears = 3;

    /// <summary>Surveys the matches of a text.</summary>
    public static Survey Of(List<Match> matches, ReadOnlySpan<Capture> captures, TimeContext context)
    {
        var (dayFirst, monthFirst, dayMonth, monthDay, old, deictic, calendar) = (0, 0, 0, 0, 0, 0, 0);
        var frame = new Frame();
        var now = context.DocumentDate?.Year;
        foreach (var match in matches)
        {
            frame.Load(match, captures[match.From..match.To]);
            if (match.Rule.Kind is RuleKind.Offset || (match.Rule.Kind == RuleKind.Shift && frame.Get(Slot.Rel) == 0) || (match.Rule.Kind == RuleKind.Date && frame.Has(Slot.Weekday) && !frame.Has(Slot.Dom)))
                deictic++;
            if (match.Rule.Kind != RuleKind.Date)
                continue;
            if (frame.Has(Slot.Num) && frame.Has(Slot.Num2) && !frame.Has(Slot.Month) && !frame.Has(Slot.Anchor))
                _ = frame.Get(Slot.Num) > 12 ? dayFirst++ : frame.Get(Slot.Num2) > 12 ? monthFirst++ : 0;
            if (frame.Has(Slot.Month) && frame.Has(Slot.Dom))
                _ = captures[match.From].Slot == Slot.Dom ? dayMonth++ : monthDay++;
            if (frame.Has(Slot.Month) || frame.Has(Slot.Year))
                calendar++;
            if (frame.Has(Slot.Year) && (now is null || frame.Get(Slot.Year) < now - YearsBack || frame.Get(Slot.Era) < 0))
                old++;
        }
        var order = context.DayFirst ?? (dayFirst != monthFirst ? dayFirst > monthFirst : dayMonth > monthDay);
        var narrative = context.Narrative ?? (now is null ? old > 0 : old >= FewestYears && old > deictic * 3 && old * 4 >= calendar);
        return new Survey(order, narrative);
    }
}
