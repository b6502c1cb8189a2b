using Assay.Cases.Accounts;
using Assay.Chronology.Edtf;
using Assay.Reading.Events;
using Assay.Reading.Figures;
using Assay.Reading.Time;
using Assay.Reading.Time.Timex;
using NodaTime.Text;

namespace Assay.Cases.Drafting;

/// <summary>A count of events in a window of time, as claimed.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Window">The time expressions that bound the window, first and last.</param>
/// <param name="From">First day, as far as stated.</param>
/// <param name="Until">Last day, as far as stated.</param>
internal sealed record CountClaim(Figure Figure, TimeExpression Window, EdtfValue From, EdtfValue Until);

/// <summary>Reads counts of events in a window ("from December to February ... at least 11 meetings") </summary>
internal static class CountReader
{
    /// <summary>The count claims of a source.</summary>
    /// <param name="source">The source.</param>
    public static IEnumerable<CountClaim> Read(SourceReading source)
    {
        foreach (var sentence in source.Sentences)
        {
            var times = source.TimesAt.Inside(sentence.Span).ToList();
            if (Window(source.Text, times) is not { } window)
                continue;
            foreach (
                var figure in source
                    .FiguresAt.Inside(sentence.Span)
                    .Where(f => f.Unit is null && EventWords.NamesEvents(f.SubjectText + " " + f.Subject))
            )
                yield return new CountClaim(figure, window.First, window.From, window.Until);
        }
    }

    // A range as one expression, or two months or days joined by "to", "and", "until".
    private static (TimeExpression First, EdtfValue From, EdtfValue Until)? Window(string text, List<TimeExpression> times)
    {
        foreach (var time in times)
            if (Day(time.BeginPoint) is { } begin && Day(time.EndPoint) is { } end)
                return (time, begin, end);
        for (var i = 0; i + 1 < times.Count; i++)
        {
            var between = text[times[i].Span.End..Math.Max(times[i].Span.End, times[i + 1].Span.Start)].Trim();
            var isJoined = between is "to" or "and" or "until" or "till" or "-" or "–" or "through";
            if (isJoined && DayOf(times[i]) is { } from && DayOf(times[i + 1]) is { } until)
                return (times[i], from, until);
        }

        return null;
    }

    private static EdtfValue? DayOf(TimeExpression time) => time.Type == TimexType.Date ? Day(time.Value) : null;

    // The day of a clock time; a year, a month or whatever else EDTF can hold as it is.
    private static EdtfValue? Day(string? value)
    {
        if (value is not { Length: >= 4 } || !char.IsAsciiDigit(value[0]))
            return null;
        var day = new TimexText(value).Day is { } date ? LocalDatePattern.Iso.Format(date) : TimexEdtf.ToEdtf(value, mod: null);
        return day is null ? null : EdtfValue.Parse(day).Value;
    }

    /// <summary>A count in the shape of the account.</summary>
    public static CountItem Draft(SourceReading source, CountClaim claim, LedgerDrafter ledger, DraftIds ids) =>
        new()
        {
            Id = ids.Of("n", source, claim.Figure.Quote, $"{claim.From} {claim.Until}"),
            Figure = ledger.FigureId(claim.Figure),
            From = claim.From,
            Until = claim.Until,
        };
}
