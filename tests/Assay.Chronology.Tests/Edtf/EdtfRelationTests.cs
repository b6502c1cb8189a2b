using Assay.Chronology.Edtf;
using NodaTime;

namespace Assay.Chronology.Tests.Edtf;

public sealed class EdtfRelationTests
{
    [Theory]
    [InlineData("1985", "1985-01-01T00:00:00", "1985-12-31T23:59:59")]
    [InlineData("2004-02", "2004-02-01T00:00:00", "2004-02-29T23:59:59")]
    [InlineData("1985-04-12", "1985-04-12T00:00:00", "1985-04-12T23:59:59")]
    [InlineData("1985-04-12T23:20:30", "1985-04-12T23:20:30", "1985-04-12T23:20:30")]
    [InlineData("1985-04-12T23:20:30-04", "1985-04-13T03:20:30", "1985-04-13T03:20:30")]
    [InlineData("199X", "1990-01-01T00:00:00", "1999-12-31T23:59:59")]
    [InlineData("1X8X", "1080-01-01T00:00:00", "1989-12-31T23:59:59")]
    [InlineData("1985-XX-XX", "1985-01-01T00:00:00", "1985-12-31T23:59:59")]
    [InlineData("1985-1X", "1985-10-01T00:00:00", "1985-12-31T23:59:59")]
    [InlineData("XXXX-02-29", "0000-02-29T00:00:00", "9996-02-29T23:59:59")]
    [InlineData("-0044-03-15", "-0044-03-15T00:00:00", "-0044-03-15T23:59:59")]
    [InlineData("Y-17E7", "Y-170000000-01-01T00:00:00", "Y-170000000-12-31T23:59:59")]
    [InlineData("1950S2", "1900-01-01T00:00:00", "1999-12-31T23:59:59")]
    [InlineData("Y171010000S3", "Y171000000-01-01T00:00:00", "Y171999999-12-31T23:59:59")]
    [InlineData("Y3388E2S3", "Y338000-01-01T00:00:00", "Y338999-12-31T23:59:59")]
    [InlineData("2001-21", "2001-03-01T00:00:00", "2001-11-30T23:59:59")]
    [InlineData("2001-25", "2001-03-01T00:00:00", "2001-05-31T23:59:59")]
    [InlineData("2001-28", "2000-12-01T00:00:00", "2002-02-28T23:59:59")]
    [InlineData("2001-34", "2001-04-01T00:00:00", "2001-06-30T23:59:59")]
    [InlineData("2001-39", "2001-09-01T00:00:00", "2001-12-31T23:59:59")]
    [InlineData("2001-41", "2001-07-01T00:00:00", "2001-12-31T23:59:59")]
    [InlineData("1964/2008", "1964-01-01T00:00:00", "2008-12-31T23:59:59")]
    [InlineData("1985/..", "1985-01-01T00:00:00", "..")]
    [InlineData("/1985", "..", "1985-12-31T23:59:59")]
    [InlineData("[1667,1668,1670..1672]", "1667-01-01T00:00:00", "1672-12-31T23:59:59")]
    [InlineData("{..1984}", "..", "1984-12-31T23:59:59")]
    public void Bounds_a_value_when_asked_for_its_earliest_and_latest_time(string text, string earliest, string latest)
    {
        var value = EdtfValue.Parse(text).Value;

        Assert.Equal((earliest, latest), (value.Earliest().ToString(), value.Latest().ToString()));
    }

    [Fact]
    public void Gives_a_calendar_day_when_the_bound_is_within_the_calendar()
    {
        Assert.Equal(new LocalDate(2004, 2, 29), EdtfValue.Parse("2004-02").Value.Latest().ToLocalDate());
        Assert.Null(EdtfValue.Parse("Y170000002").Value.Latest().ToLocalDate());
        Assert.Null(EdtfValue.Parse("2004/..").Value.Latest().ToLocalDate());
    }

    // M: might and must, m: might only, -: never. Columns: before, after, during, overlaps.
    [Theory]
    [InlineData("1984", "1985", "M---")]
    [InlineData("1985", "1984", "-M--")]
    [InlineData("1985", "1985", "--MM")]
    [InlineData("1985-04", "1985", "--MM")]
    [InlineData("1985", "1985-04", "---M")]
    [InlineData("1985-XX-XX", "1985-04", "mmmm")]
    [InlineData("1985-XX-XX", "1985", "--MM")]
    [InlineData("1985-04-XX", "1985-04-30", "m-mm")]
    [InlineData("1985-04-XX", "1985-05", "M---")]
    [InlineData("201X", "2015", "mmmm")]
    [InlineData("201X", "2010/2019", "--mM")]
    [InlineData("201X", "2009-12-31/2020-01-01", "--MM")]
    [InlineData("201X", "2015-03/2015-06", "mm-m")]
    [InlineData("201X", "202X", "M---")]
    [InlineData("XXXX-12-25", "2004-11", "mm--")]
    [InlineData("XXXX-12-25", "2004-12", "mmmm")]
    [InlineData("156X-12-25", "1560-12-26/1561-12-24", "mm--")]
    [InlineData("1984?", "1985", "m-mm")]
    [InlineData("1984?", "1986", "M---")]
    [InlineData("1984%", "1986", "m-mm")]
    [InlineData("1984-06-11~", "1984-06-12", "m-mm")]
    [InlineData("1984-06~-11", "1984-08", "M---")]
    [InlineData("1984-06~-11", "1984-07", "m-mm")]
    [InlineData("?1984-06-11", "1985-06-11", "m-mm")]
    [InlineData("2001-21", "2001-06", "mm--")]
    [InlineData("2001-22", "2001-12", "m--m")]
    [InlineData("2001-33", "2001-02", "---M")]
    [InlineData("2001-02", "2001-33", "--MM")]
    [InlineData("2001-33", "2001-40", "--MM")]
    [InlineData("1964/2008", "1964-06", "-m-m")]
    [InlineData("1970", "1964/2008", "--MM")]
    [InlineData("1964-06", "1964/2008", "m-mm")]
    [InlineData("2020/..", "2030", "---M")]
    [InlineData("2020/", "2030", "m--m")]
    [InlineData("2030", "2020/..", "--MM")]
    [InlineData("2030", "2020/", "-mmm")]
    [InlineData("../1985", "1990/..", "M---")]
    [InlineData("../1985", "../1990", "--MM")]
    [InlineData("/1985", "1970", "-m-m")]
    [InlineData("[1667,1672]", "1668/1672", "m-mm")]
    [InlineData("{1667,1672}", "1668/1672", "---M")]
    [InlineData("{1667,1672}", "1673", "M---")]
    [InlineData("[1667,1672]", "1672", "m-mm")]
    [InlineData("{1667,1672}", "1672", "---M")]
    [InlineData("1672", "{1667,1672}", "--MM")]
    [InlineData("[1670..1672]", "1671", "mmmm")]
    [InlineData("{1670..1672}", "1671", "---M")]
    [InlineData("1671-05", "{1670..1672}", "--MM")]
    [InlineData("[..1760]", "1761", "M---")]
    [InlineData("[1760..]", "1761", "mmmm")]
    [InlineData("1950S2", "1970", "mmmm")]
    [InlineData("1950S2", "2000", "M---")]
    [InlineData("2022-01-05T22:14:00+03", "2022-01-06T00:00:00+06", "-M--")]
    [InlineData("2022-01-05T22:14:00Z", "2022-01-05T22:14:01Z", "M---")]
    [InlineData("2022-01-05T10:00:00", "2022-01-05", "--MM")]
    [InlineData("2022-01-05T10:00:00Z", "2022-01-05", "mmmm")]
    [InlineData("2022-01-05T10:00:00Z", "2022-01-07", "M---")]
    [InlineData("2022-01-05T11:00:00Z", "2022-01-06", "m-mm")]
    public void Answers_what_might_and_must_be_when_two_values_are_compared(string a, string b, string expected)
    {
        var (x, y) = (EdtfValue.Parse(a).Value, EdtfValue.Parse(b).Value);

        Assert.Equal(expected, string.Concat(Letter(x.Before(y)), Letter(x.After(y)), Letter(x.During(y)), Letter(x.Overlaps(y))));
    }

    [Fact]
    public void Widens_a_qualified_date_when_the_tolerance_is_wider()
    {
        var (about1984, of1990) = (EdtfValue.Parse("1984~").Value, EdtfValue.Parse("1990").Value);

        Assert.Equal(new EdtfAnswer(true, true), about1984.Before(of1990));
        Assert.Equal(new EdtfAnswer(true, false), about1984.Before(of1990, new EdtfTolerance(1, 10)));
        Assert.Equal(new EdtfAnswer(false, false), about1984.Overlaps(of1990, EdtfTolerance.None));
    }

    private static char Letter(EdtfAnswer answer) =>
        answer switch
        {
            (true, true) => 'M',
            (true, false) => 'm',
            (false, false) => '-',
            _ => '!',
        };
}
