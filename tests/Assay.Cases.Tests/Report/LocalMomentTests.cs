using System.Text.Json;
using Assay.Cases.Report;
using NodaTime;

namespace Assay.Tests.Report;

/// <summary>A moment as far as it is known, and what is written of it.</summary>
public sealed class LocalMomentTests
{
    [Theory]
    [
        InlineData("2022-01"),
        InlineData("2022-01-05"),
        InlineData("2022-01-05T00:00"),
        InlineData("2022-01-05T23:14:07"),
        InlineData("T23:14"),
        InlineData("T00:00:30")
    ]
    public void Is_read_again_as_it_was_written(string words) => Assert.Equal(words, LocalMoment.Read(words)!.ToString());

    [Theory]
    [
        InlineData(""),
        InlineData("T"),
        InlineData("2022"),
        InlineData("2022-13"),
        InlineData("2022-01T10:00"),
        InlineData("2022-01-05T"),
        InlineData("2022-01-05T24:00"),
        InlineData("2022-01-05T10:00Z"),
        InlineData("2022-02-30T10:00")
    ]
    public void Is_none_when_the_words_are_not_such(string words) => Assert.Null(LocalMoment.Read(words));

    [Fact]
    public void Says_seconds_that_are_zero_only_when_asked_to()
    {
        var minute = LocalMoment.Read("2022-01-05T23:14:00")!;
        Assert.Equal("2022-01-05T23:14", minute.ToString());
        Assert.Equal("2022-01-05T23:14:00", minute.ToSecond());
        Assert.Equal("T23:14:00", LocalMoment.Of(new LocalTime(23, 14)).ToSecond());
    }

    [Fact]
    public void Comes_in_the_order_of_days_and_last_when_its_day_is_unknown()
    {
        string[] ordered =
        [
            "2021-12-31T23:59",
            "2022-01",
            "2022-01-01",
            "2022-01-01T00:00",
            "2022-01-01T00:00:01",
            "2022-02",
            "T00:00",
            "T10:00",
        ];
        Assert.Equal(ordered, ordered.Reverse().Select(w => LocalMoment.Read(w)!).Order(LocalMoment.ByDay).Select(m => m.ToString()));
    }

    [Fact]
    public void Begins_at_midnight_when_no_hour_is_told_and_nowhere_when_no_day_is()
    {
        Assert.Equal(new LocalDateTime(2022, 1, 5, 0, 0), LocalMoment.Read("2022-01-05")!.Beginning);
        Assert.Equal(new LocalDateTime(2022, 1, 5, 7, 30), LocalMoment.Read("2022-01-05T07:30")!.Beginning);
        Assert.Null(LocalMoment.Read("2022-01")!.Beginning);
        Assert.Null(LocalMoment.Read("T07:30")!.Beginning);
    }

    [Fact]
    public void Is_written_with_seconds_and_in_UTC_with_its_letter_in_a_witness()
    {
        var day = LocalMoment.Of(new LocalDateTime(2022, 1, 5, 17, 14));
        var known = new WitnessEventEntry("e1", day, LocalMoment.Of(new LocalDateTime(2022, 1, 5, 23, 14)), "Asia/Dhaka");
        var json = JsonSerializer.Serialize(known, JsonSerializerOptions.Web);
        Assert.Contains("\"utc\":\"2022-01-05T17:14:00Z\",\"local\":\"2022-01-05T23:14:00\"", json, StringComparison.Ordinal);
        Assert.Equal(known, JsonSerializer.Deserialize<WitnessEventEntry>(json, JsonSerializerOptions.Web));
        var without = new WitnessEventEntry("e1", LocalMoment.Of(new LocalTime(17, 14)), null, null);
        Assert.Contains(
            "\"utc\":\"T17:14:00Z\",\"local\":null",
            JsonSerializer.Serialize(without, JsonSerializerOptions.Web),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_offset_beside_a_variable_is_read_again_as_it_was_written()
    {
        var flip = new FlipEntry("", new Dictionary<string, string>(), new NearOffsetEntry("z-1", Offset.FromHoursAndMinutes(5, 30)), null);
        var json = JsonSerializer.Serialize(flip.Offset, JsonSerializerOptions.Web);
        Assert.Equal("z-1 UTC+05:30", JsonSerializer.Deserialize<string>(json, JsonSerializerOptions.Web));
        Assert.Equal(flip.Offset, JsonSerializer.Deserialize<NearOffsetEntry>(json, JsonSerializerOptions.Web));
    }
}
