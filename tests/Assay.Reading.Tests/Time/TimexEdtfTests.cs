using System.Globalization;
using Assay.Chronology.Edtf;
using Assay.Reading.Time.Timex;
using CsCheck;

namespace Assay.Reading.Tests.Time;

public sealed class TimexEdtfTests
{
    private static readonly Gen<string> Year = Gen.Frequency(
        (8, Gen.Int[1, 9998].Select(y => y.ToString("0000", CultureInfo.InvariantCulture))),
        (1, Gen.Const("XXXX")),
        (1, Gen.Int[1, 9999].Select(y => "BC" + y.ToString("0000", CultureInfo.InvariantCulture)))
    );

    private static readonly Gen<string> Timex = Gen.Frequency(
        (2, Year),
        (1, Gen.Int[0, 999].Select(y => y.ToString("000", CultureInfo.InvariantCulture))),
        (1, Gen.Int[0, 99].Select(y => y.ToString("00", CultureInfo.InvariantCulture))),
        (3, Gen.Select(Year, OneOf("01", "12", "XX", "SP", "SU", "FA", "WI", "Q1", "Q4", "H1", "H2"), (y, m) => $"{y}-{m}")),
        (3, Gen.Select(Year, Gen.Int[1, 12], Gen.Int[1, 31], (y, m, d) => $"{y}-{m:00}-{d:00}")),
        (1, Gen.Select(Year, OneOf("XX-XX", "05-XX", "XX-17"), (y, m) => $"{y}-{m}")),
        (3, Gen.Select(Gen.Int[1, 9998], Gen.Int[1, 53], OneOf("", "-WE"), (y, w, e) => $"{y:0000}-W{w:00}{e}")),
        (2, Gen.Select(Gen.Int[1, 9998], Gen.Int[0, 23], OneOf("", "Z", "+03", "-09:30"), (y, h, z) => $"{y:0000}-11-05T{h:00}:59:07{z}"))
    );

    private static readonly Gen<string?> Mod = OneOf("", "", "APPROX", "ON_OR_BEFORE", "ON_OR_AFTER").Select(m => m.Length == 0 ? null : m);

    [Theory]
    [InlineData("2022-01-05", null, "2022-01-05")]
    [InlineData("2022-01", "APPROX", "2022-01~")]
    [InlineData("2022-01", "START", "2022-01")]
    [InlineData("2022", "ON_OR_BEFORE", "[..2022]")]
    [InlineData("2022", "BEFORE", null)]
    [InlineData("199", null, "199X")]
    [InlineData("19", null, "19XX")]
    [InlineData("2", null, "2XXX")]
    [InlineData("2021-Q4", null, "2021-36")]
    [InlineData("2021-H2", "APPROX", "2021-41~")]
    [InlineData("2021-WI", null, "2021-24")]
    [InlineData("XXXX-SU", null, "XXXX-22")]
    [InlineData("XXXX-12-25", null, "XXXX-12-25")]
    [InlineData("2022-W01", null, "2022-01-03/2022-01-09")]
    [InlineData("2020-W53", "APPROX", "2020-12-28~/2021-01-03~")]
    [InlineData("2021-W53", null, null)]
    [InlineData("2022-W01-WE", null, "2022-01-08/2022-01-09")]
    [InlineData("BC0044-03-15", null, "-0043-03-15")]
    [InlineData("BC0001", null, "0000")]
    [InlineData("BC0000", null, null)]
    [InlineData("2022-01-05T16:40:00+06:00", null, "2022-01-05T16:40:00+06:00")]
    [InlineData("2022-01-05T16:40", null, null)]
    [InlineData("2022-01-05TEV", null, null)]
    [InlineData("2022-02-29", null, null)]
    [InlineData("2022-21", null, null)]
    [InlineData("2022-WXX", null, null)]
    [InlineData("XXXX-WXX-5", null, null)]
    [InlineData("P9H", null, null)]
    [InlineData("PAST_REF", null, null)]
    [InlineData("", null, null)]
    public void Gives_the_EDTF_form_when_EDTF_can_hold_the_value(string timex, string? mod, string? edtf) =>
        Assert.Equal(edtf, TimexEdtf.ToEdtf(timex, mod));

    [Theory]
    [InlineData("2022?")]
    [InlineData("2022-01~-05")]
    [InlineData("2022-29")]
    [InlineData("2022-01-03/2022-01-10")]
    [InlineData("2022/..")]
    [InlineData("{2021,2022}")]
    [InlineData("Y170000002")]
    [InlineData("1950S2")]
    [InlineData("no date")]
    public void Gives_nothing_when_TIMEX3_cannot_hold_an_EDTF(string edtf) => Assert.Null(TimexEdtf.FromEdtf(edtf));

    [Fact]
    public void Keeps_the_value_when_it_goes_to_EDTF_and_back() =>
        Gen.Select(Timex, Mod)
            .Sample(
                (value, mod) =>
                {
                    var edtf = TimexEdtf.ToEdtf(value, mod);
                    return edtf is null || (EdtfValue.Parse(edtf).Succeeded && TimexEdtf.FromEdtf(edtf) == new TimexValue(value, mod));
                },
                iter: 20_000
            );

    [Fact]
    public void Holds_most_calendar_values_when_they_exist() =>
        Assert.All(
            ["1998", "199", "19", "1998-01", "1998-01-31", "1998-W02", "1998-W02-WE", "1998-Q1", "1998-H1", "1998-FA", "BC0044"],
            value => Assert.NotNull(TimexEdtf.ToEdtf(value, null))
        );

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
