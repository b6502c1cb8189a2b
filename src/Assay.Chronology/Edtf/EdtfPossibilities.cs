namespace Assay.Chronology.Edtf;

/// <summary>
/// All stretches a value may mean. Each member (one, but for sets) lists its families so that starts and ends never decrease, which lets
/// two
/// values be compared without trying every pair.
/// </summary>
internal sealed record EdtfPossibilities(IReadOnlyList<EdtfStretch[]> Members, EdtfSetKind Kind, bool IsOnUtc)
{
    /// <summary>Earliest second of any reading.</summary>
    public long Earliest => Members.Min(m => m[0].StartLow);

    /// <summary>Latest second of any reading.</summary>
    public long Latest => Members.Max(m => m[^1].EndHigh);

    /// <summary>The readings of a value, with qualified dates moved as the tolerance says.</summary>
    public static EdtfPossibilities Of(EdtfValue value, EdtfTolerance tolerance) =>
        value switch
        {
            EdtfDate date => One(OfDate(date, tolerance)),
            EdtfDateTime time => new(
                [
                    [OfTime(time)],
                ],
                EdtfSetKind.OneOf,
                time.Offset is not null
            ),
            EdtfInterval interval => One([OfInterval(interval, tolerance)]),
            EdtfSet set => new([.. set.Members.Select(m => OfMember(m, set.Kind, tolerance))], set.Kind, false),
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };

    /// <summary>The same readings widened to every zone a clock may be in.</summary>
    public EdtfPossibilities OnSomeClock() =>
        this with
        {
            Members = [.. Members.Select(m => m.Select(s => s.OnSomeClock()).ToArray())],
            IsOnUtc = true,
        };

    private static EdtfPossibilities One(EdtfStretch[] families) => new([families], EdtfSetKind.OneOf, false);

    private static EdtfStretch OfTime(EdtfDateTime time)
    {
        var date = time.Date;
        var second =
            EdtfCalendar.SecondOf(date.Year.Number!.Value, date.Month!.Value.Number!.Value, date.Day!.Value.Number!.Value)
            + time.SecondOfDay
            - ((time.Offset?.Minutes ?? 0) * 60L);
        return EdtfStretch.Exactly(second, second);
    }

    private static EdtfStretch[] OfDate(EdtfDate date, EdtfTolerance tolerance)
    {
        var (part, units) = Slack(date, tolerance);
        return [.. Unqualified(date).Select(s => s.Padded(part, units))];
    }

    /// <summary>How far a qualified date may be moved: by the finest part of the first run of parts that are qualified.</summary>
    private static (EdtfPart Part, int Units) Slack(EdtfDate date, EdtfTolerance tolerance)
    {
        var part = EdtfPart.Year;
        while (part < date.Precision && date.QualifierOf(part) == EdtfQualifier.None)
            part++;
        while (part < date.Precision && date.QualifierOf(part + 1) != EdtfQualifier.None)
            part++;
        return (part, tolerance.Units(date.QualifierOf(part)));
    }

    private static IEnumerable<EdtfStretch> Unqualified(EdtfDate date)
    {
        if (date.Year.SignificantDigits is not null)
            return [SomeYearOf(date.Year.Earliest, date.Year.Latest)];
        return Years(date.Year).SelectMany(year => InYear(year, date));
    }

    private static IEnumerable<long> Years(EdtfYear year)
    {
        for (var y = year.Earliest; y <= year.Latest; y++)
            if (year.Matches(y))
                yield return y;
    }

    private static IEnumerable<EdtfStretch> InYear(long year, EdtfDate date)
    {
        if (date.Month is not { } month)
            return [Months(year, 1, 12)];
        if (date.Season is { } season)
            return EdtfSeasons.Stretches(season).Select(s => Months(year, s.FirstMonth, s.Months));
        if (month.IsAny && date.Day is { IsAny: true })
            return [SomeDay(Months(year, 1, 12))];
        return Enumerable.Range(1, 12).Where(month.Matches).SelectMany(m => InMonth(year, m, date.Day));
    }

    private static IEnumerable<EdtfStretch> InMonth(long year, int month, EdtfDigits? day)
    {
        if (day is not { } digits)
            return [Months(year, month, 1)];
        if (digits.IsAny)
            return [SomeDay(Months(year, month, 1))];
        return Enumerable
            .Range(1, EdtfCalendar.DaysInMonth(year, month))
            .Where(digits.Matches)
            .Select(d =>
            {
                var first = EdtfCalendar.SecondOf(year, month, d);
                return EdtfStretch.Exactly(first, first + EdtfCalendar.Day - 1);
            });
    }

    private static EdtfStretch Months(long year, int first, int count) =>
        EdtfStretch.Exactly(EdtfCalendar.SecondOfMonth(year, first), EdtfCalendar.SecondOfMonth(year, first + count) - 1);

    private static EdtfStretch SomeDay(EdtfStretch months) => EdtfStretch.SomeDayOf(months.StartLow, months.EndHigh);

    private static EdtfStretch SomeYearOf(long first, long last)
    {
        var (low, high) = (Months(first, 1, 12), Months(last, 1, 12));
        return new(low.StartLow, high.StartLow, low.EndHigh, high.EndHigh, 365 * EdtfCalendar.Day);
    }

    private static EdtfStretch OfInterval(EdtfInterval interval, EdtfTolerance tolerance)
    {
        var (startLow, startHigh) = interval.Start.Kind switch
        {
            EdtfEndKind.Dated => Sometime(interval.Start.Date!, tolerance),
            EdtfEndKind.Open => (EdtfStretch.Never, EdtfStretch.Never),
            _ => (EdtfStretch.Never, EdtfStretch.Forever),
        };
        var (endLow, endHigh) = interval.End.Kind switch
        {
            EdtfEndKind.Dated => Sometime(interval.End.Date!, tolerance),
            EdtfEndKind.Open => (EdtfStretch.Forever, EdtfStretch.Forever),
            _ => (EdtfStretch.Never, EdtfStretch.Forever),
        };
        var lastDay = EdtfCalendar.Day - 1;
        return new EdtfStretch(
            startLow,
            interval.Start.Kind == EdtfEndKind.Dated ? startHigh - lastDay : startHigh,
            interval.End.Kind == EdtfEndKind.Dated ? endLow + lastDay : endLow,
            endHigh,
            EdtfCalendar.Day
        ).Tightened();
    }

    private static (long First, long Last) Sometime(EdtfDate date, EdtfTolerance tolerance)
    {
        var families = OfDate(date, tolerance);
        return (families[0].StartLow, families[^1].EndHigh);
    }

    private static EdtfStretch[] OfMember(EdtfMember member, EdtfSetKind kind, EdtfTolerance tolerance)
    {
        if (member.IsSingle)
            return OfDate(member.First!, tolerance);
        var first = member.First is { } f ? OfDate(f, tolerance)[0] : default(EdtfStretch?);
        var last = member.Last is { } l ? OfDate(l, tolerance)[^1] : default(EdtfStretch?);
        var (low, high) = (first?.StartLow ?? EdtfStretch.Never, last?.EndHigh ?? EdtfStretch.Forever);
        if (kind == EdtfSetKind.AllOf)
            return [new(low, first?.StartHigh ?? low, last?.EndLow ?? high, high, 1)];
        var least =
            EdtfCalendar.Day
            * (
                (member.First ?? member.Last)!.Precision switch
                {
                    EdtfPart.Year => 365,
                    EdtfPart.Month => 28,
                    _ => 1,
                }
            );
        return [new EdtfStretch(low, last?.StartHigh ?? EdtfStretch.Forever, first?.EndLow ?? EdtfStretch.Never, high, least)];
    }
}
