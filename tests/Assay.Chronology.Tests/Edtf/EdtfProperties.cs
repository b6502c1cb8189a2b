using System.Globalization;
using Assay.Chronology.Edtf;
using CsCheck;
using NodaTime;

namespace Assay.Chronology.Tests.Edtf;

public sealed class EdtfProperties
{
    private static readonly Gen<string> Sign = OneOf("", "", "?", "~", "%");

    private static readonly Gen<string> Year = Gen.Frequency(
        (6, Gen.Int[0, 9999].Select(y => y.ToString("0000", CultureInfo.InvariantCulture))),
        (1, Gen.Int[1, 9999].Select(y => "-" + y.ToString("0000", CultureInfo.InvariantCulture))),
        (2, OneOf("19XX", "201X", "XXXX", "1X8X"))
    );

    private static readonly Gen<string> Month = Gen.Frequency((5, Gen.Int[1, 12].Select(Two)), (1, OneOf("XX", "1X", "0X", "X1")));

    private static readonly Gen<string> Day = Gen.Frequency((5, Gen.Int[1, 28].Select(Two)), (1, OneOf("XX", "1X", "X5")));

    private static readonly Gen<string> Date = Gen.Frequency(
        (2, Gen.Select(Sign, Year, Sign, (a, y, b) => a + y + b)),
        (2, Gen.Select(Sign, Year, Sign, Sign, Month, Sign, (a, y, b, c, m, d) => $"{a}{y}{b}-{c}{m}{d}")),
        (4, Gen.Select(Year, Sign, Sign, Month, Sign, Sign, Day, Sign, (y, b, c, m, d, e, t, f) => $"{y}{b}-{c}{m}{d}-{e}{t}{f}")),
        (1, Gen.Select(Year, Gen.Int[21, 41], Sign, (y, s, q) => $"{y}-{s}{q}")),
        (1, Gen.Select(Gen.Long[10_000, 9_999_999_999], Gen.Int[1, 5], (y, s) => $"Y{y}S{s}"))
    );

    private static readonly Gen<string> Time = Gen.Select(
        Gen.Int[1, 9999],
        Gen.Int[1, 12],
        Gen.Int[1, 28],
        Gen.Int[0, 86_399],
        OneOf("", "Z", "+05", "-04:30"),
        (y, m, d, s, o) => $"{y:0000}-{m:00}-{d:00}T{s / 3600:00}:{s / 60 % 60:00}:{s % 60:00}{o}"
    );

    private static readonly Gen<string> Text = Gen.Frequency(
        (5, Date),
        (2, Time),
        (3, Gen.Select(Gen.OneOf(Date, OneOf("", "..")), Gen.OneOf(Date, OneOf("", "..")), (a, b) => $"{a}/{b}")),
        (1, Date.List[1, 4].Select(d => $"[{string.Join(',', d)}]")),
        (1, Date.List[1, 4].Select(d => $"{{{string.Join(',', d)}}}")),
        (1, Gen.Select(Date, Date, (a, b) => $"[{a}..{b}]"))
    );

    private static readonly Gen<EdtfValue> Value = Text.Where(t => EdtfValue.Parse(t).Succeeded).Select(t => EdtfValue.Parse(t).Value);

    [Fact]
    public void Parses_back_to_an_equal_value_when_it_prints_one() =>
        Value.Sample(value =>
        {
            var printed = value.ToString();
            var again = EdtfValue.Parse(printed);
            return again.Succeeded
                && again.Value.Equals(value)
                && again.Value.ToString() == printed
                && again.Value.GetHashCode() == value.GetHashCode();
        });

    [Fact]
    public void Answers_or_objects_with_a_column_inside_the_text_when_it_reads_anything() =>
        Gen.String[Gen.Char["0123456789X-?~%/T:Z.,[]{}YES+ é\uD800\0"], 0, 24]
            .Sample(text =>
            {
                var result = EdtfValue.Parse(text);
                return result.Succeeded || (result.Error.Where!.Column is { } column && column >= 1 && column <= text.Length + 1);
            });

    [Fact]
    public void Means_might_when_it_says_must() =>
        Gen.Select(Value, Value)
            .Sample((a, b) => new[] { a.Before(b), a.After(b), a.During(b), a.Overlaps(b) }.All(answer => answer.Might || !answer.Must));

    [Fact]
    public void Leaves_no_gap_between_before_overlap_and_after_when_neither_value_is_a_set() =>
        Gen.Select(Value, Value)
            .Sample(
                (a, b) =>
                {
                    if (a is EdtfSet || b is EdtfSet)
                        return true;
                    var (before, after, during, overlaps) = (a.Before(b), a.After(b), a.During(b), a.Overlaps(b));
                    var someHolds = before.Might || after.Might || overlaps.Might;
                    var mustExcludes = !overlaps.Must || (!before.Might && !after.Might);
                    var oneOfTwo = !before.Must || (!after.Might && !overlaps.Might);
                    return someHolds && mustExcludes && oneOfTwo && (overlaps.Might || !during.Might) && (overlaps.Must || !during.Must);
                }
            );

    [Fact]
    public void Is_symmetric_when_it_asks_for_overlap() => Gen.Select(Value, Value).Sample((a, b) => a.Overlaps(b) == b.Overlaps(a));

    [Fact]
    public void Agrees_with_trying_every_day_when_dates_have_unspecified_digits()
    {
        var date = Gen.Select(OneOf("2004", "200X", "2003"), Month, Day, (y, m, d) => $"{y}-{m}-{d}");
        Gen.Select(date, date)
            .Sample(
                (s, t) =>
                {
                    var (a, b) = (EdtfValue.Parse(s), EdtfValue.Parse(t));
                    if (!a.Succeeded || !b.Succeeded)
                        return true;
                    var (x, y) = (Days((EdtfDate)a.Value), Days((EdtfDate)b.Value));
                    var before = new EdtfAnswer(x[0] < y[^1], x[^1] < y[0]);
                    var overlaps = new EdtfAnswer(x.Intersect(y).Any(), x.Count == 1 && y.Count == 1 && x[0] == y[0]);
                    return a.Value.Before(b.Value) == before
                        && a.Value.Overlaps(b.Value) == overlaps
                        && a.Value.During(b.Value) == overlaps;
                },
                iter: 300
            );
    }

    [Fact]
    public void Counts_days_as_NodaTime_does_when_the_calendar_reaches() =>
        Gen.Int[-3_000_000, 2_900_000]
            .Sample(days =>
            {
                var noda = new LocalDate(1970, 1, 1).PlusDays(days);
                return EdtfCalendar.CivilFromDays(days) == (noda.Year, noda.Month, noda.Day)
                    && EdtfCalendar.DaysFromCivil(noda.Year, noda.Month, noda.Day) == days;
            });

    private static List<LocalDate> Days(EdtfDate date)
    {
        var days = new List<LocalDate>();
        for (var day = new LocalDate(2000, 1, 1); day.Year < 2010; day = day.PlusDays(1))
            if (date.Year.Matches(day.Year) && date.Month!.Value.Matches(day.Month) && date.Day!.Value.Matches(day.Day))
                days.Add(day);
        return days;
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
