using Assay.Chronology.Edtf;

namespace Assay.Chronology.Tests.Edtf;

public sealed class EdtfParseTests
{
    [Theory]
    [InlineData("1985-04-12", 0)]
    [InlineData("1985-04", 0)]
    [InlineData("1985", 0)]
    [InlineData("0000", 0)]
    [InlineData("1985-04-12T23:20:30", 0)]
    [InlineData("1985-04-12T23:20:30Z", 0)]
    [InlineData("1985-04-12T23:20:30-04", 0)]
    [InlineData("1985-04-12T23:20:30+04:30", 0)]
    [InlineData("1964/2008", 0)]
    [InlineData("2004-06/2006-08", 0)]
    [InlineData("2004-02-01/2005", 0)]
    [InlineData("Y170000002", 1)]
    [InlineData("Y-170000002", 1)]
    [InlineData("2001-21", 1)]
    [InlineData("1984?", 1)]
    [InlineData("2004-06~", 1)]
    [InlineData("2004-06-11%", 1)]
    [InlineData("201X", 1)]
    [InlineData("20XX", 1)]
    [InlineData("2004-XX", 1)]
    [InlineData("1985-04-XX", 1)]
    [InlineData("1985-XX-XX", 1)]
    [InlineData("1985-04-12/..", 1)]
    [InlineData("1985-04/..", 1)]
    [InlineData("../1985-04-12", 1)]
    [InlineData("1985/", 1)]
    [InlineData("/1985-04-12", 1)]
    [InlineData("-1985", 1)]
    [InlineData("1984~/2004-06", 1)]
    [InlineData("1984/2004-06~", 1)]
    [InlineData("1984?/2004%", 1)]
    [InlineData("Y-17E7", 2)]
    [InlineData("1950S2", 2)]
    [InlineData("Y171010000S3", 2)]
    [InlineData("Y3388E2S3", 2)]
    [InlineData("2001-34", 2)]
    [InlineData("2001-41", 2)]
    [InlineData("[1667,1668,1670..1672]", 2)]
    [InlineData("[..1760-12-03]", 2)]
    [InlineData("[1760-12..]", 2)]
    [InlineData("[1760-01,1760-02,1760-12..]", 2)]
    [InlineData("[1667,1760-12]", 2)]
    [InlineData("{1667,1668,1670..1672}", 2)]
    [InlineData("{1960,1961-12}", 2)]
    [InlineData("{..1984}", 2)]
    [InlineData("2004-06~-11", 2)]
    [InlineData("2004?-06-11", 2)]
    [InlineData("?2004-06-~11", 2)]
    [InlineData("2004-%06-11", 2)]
    [InlineData("156X-12-25", 2)]
    [InlineData("15XX-12-25", 2)]
    [InlineData("XXXX-12-XX", 2)]
    [InlineData("1XXX-XX", 2)]
    [InlineData("1XXX-12", 2)]
    [InlineData("1984-1X", 2)]
    [InlineData("2004-06-~01/2004-06-~20", 2)]
    [InlineData("2004-06-XX/2004-07-03", 1)]
    [InlineData("XXXX-02-29", 2)]
    public void Prints_what_it_read_when_the_text_is_an_example_of_the_standard(string text, int level)
    {
        var value = EdtfValue.Parse(text).Value;

        Assert.Equal(text, value.ToString());
        Assert.Equal(level, value.Level);
        Assert.Equal(value, EdtfValue.Parse(value.ToString()).Value);
    }

    [Theory]
    [InlineData("2004?-~06-11", "?2004-~06-11")]
    [InlineData("?2004-06", "2004?-06")]
    [InlineData("?2004-?06-?11", "2004-06-11?")]
    [InlineData("2004~-06?-11", "%2004-?06-11")]
    [InlineData("[1984..1985,1990]", "[1984..1985,1990]")]
    public void Prints_the_canonical_form_when_there_are_several_ways_to_write_a_value(string text, string canonical)
    {
        var value = EdtfValue.Parse(text).Value;

        Assert.Equal(canonical, value.ToString());
        Assert.Equal(value, EdtfValue.Parse(canonical).Value);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("85", 1)]
    [InlineData("198", 1)]
    [InlineData("12345", 1)]
    [InlineData("1985-13", 6)]
    [InlineData("1985-00", 6)]
    [InlineData("1985-20", 6)]
    [InlineData("1985-42", 6)]
    [InlineData("1985-2X", 6)]
    [InlineData("1985-4", 6)]
    [InlineData("1985-04-31", 9)]
    [InlineData("1985-04-3X-", 11)]
    [InlineData("1985-02-29", 9)]
    [InlineData("1900-02-29", 9)]
    [InlineData("19X1-02-29", 9)]
    [InlineData("XXXX-02-30", 9)]
    [InlineData("1985-04-00", 9)]
    [InlineData("1985-21-05", 8)]
    [InlineData("1985 ", 5)]
    [InlineData("1985-04-12T23:20", 12)]
    [InlineData("1985-04-12T24:00:00", 12)]
    [InlineData("1985-04-12T23:60:00", 12)]
    [InlineData("1985-04-12T23:20:30z", 20)]
    [InlineData("1985-04-12T23:20:30+15:00", 20)]
    [InlineData("1985-04T23:20:30", 8)]
    [InlineData("1985-04-12?T23:20:30", 12)]
    [InlineData("1985-04-12T23:20:30/1986", 11)]
    [InlineData("1984??", 6)]
    [InlineData("1984?~", 6)]
    [InlineData("??1984", 2)]
    [InlineData("Y1985", 1)]
    [InlineData("Y", 1)]
    [InlineData("Y17E", 5)]
    [InlineData("Y999999999999", 1)]
    [InlineData("Y1E12", 1)]
    [InlineData("Y170000002-01", 11)]
    [InlineData("1950S", 5)]
    [InlineData("1950S5", 5)]
    [InlineData("195XS2", 5)]
    [InlineData("1950S2-01", 7)]
    [InlineData("-0000", 1)]
    [InlineData("/", 1)]
    [InlineData("1984/1985/1986", 10)]
    [InlineData("1985/1984", 6)]
    [InlineData("1985-05/1985-04-30", 9)]
    [InlineData("[]", 2)]
    [InlineData("[1984", 6)]
    [InlineData("[1984}", 7)]
    [InlineData("[1984,]", 7)]
    [InlineData("[1984, 1985]", 7)]
    [InlineData("[..]", 2)]
    [InlineData("[1984,..1985]", 7)]
    [InlineData("[1984..,1985]", 2)]
    [InlineData("[1985..1984]", 8)]
    [InlineData("[1984..1985-02]", 8)]
    [InlineData("1985-Ω4", 6)]
    [InlineData("\uD800", 1)]
    public void Names_the_column_when_the_text_is_no_EDTF(string text, int column)
    {
        var error = EdtfValue.Parse(text).Error;

        Assert.NotNull(error);
        Assert.Equal(column, error.Where?.Column);
        Assert.NotEqual("", error.Hint);
    }

    [Fact]
    public void Says_what_to_write_when_a_decade_lacks_its_digit() =>
        Assert.Equal(
            "EDTF:1:1: A year is expected here: four digits, any of which may be X. "
                + "Write 0985 for 985, 198X for the 1980s, Y and the digits for a year of more than four.",
            EdtfValue.Parse("198").Error?.ToString()
        );

    [Fact]
    public void Reads_parts_and_qualifiers_when_they_differ()
    {
        var date = Assert.IsType<EdtfDate>(EdtfValue.Parse("?2004-06-~1X").Value);

        Assert.Equal((2004, 6, null), (date.Year.Number, date.Month?.Number, date.Day?.Number));
        Assert.Equal(
            (EdtfQualifier.Uncertain, EdtfQualifier.None, EdtfQualifier.Approximate),
            (date.YearQualifier, date.MonthQualifier, date.DayQualifier)
        );
    }

    [Theory]
    [InlineData(21, "spring")]
    [InlineData(28, "winter, northern hemisphere")]
    [InlineData(29, "spring, southern hemisphere")]
    [InlineData(36, "quarter 4")]
    [InlineData(39, "third 3 of the year")]
    [InlineData(40, "half 1")]
    public void Names_the_grouping_when_given_its_code(int code, string name) => Assert.Equal(name, EdtfSeasons.Name(code));
}
