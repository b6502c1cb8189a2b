using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Reading.Tests.Places;

/// <summary>Zones that stand around a clock which states none itself.</summary>
public sealed class ZonesBesideTests
{
    [Theory]
    [InlineData("The loading sheet, in East Africa Time, has the doors open at 04:50.", "East Africa Time")]
    [InlineData("The loading sheet (East Africa Time) has the doors open at 04:50.", "East Africa Time")]
    [InlineData("The loading sheet, kept by the clerk in East Africa Time, has the doors open at 04:50.", "East Africa Time")]
    [InlineData("The sheet, which is in East Africa Time like the rest, has the doors open at 04:50.", "East Africa Time")]
    [InlineData("The doors opened at 04:50 on the same Newfoundland clock.", "Newfoundland clock")]
    [InlineData("The doors opened at 04:50 and were shut in the same Kabul time.", "Kabul time")]
    [InlineData("The doors opened at 04:50, likewise Kabul time, and stayed open.", "Kabul time")]
    [InlineData("The doors opened at 04:50, again on the Newfoundland clock.", "Newfoundland clock")]
    [InlineData("The loading sheet in East Africa Time has the doors open at 04:50.", null)] // not set off
    [InlineData("The sheet, in East Africa Time they say, has the doors open at 04:50.", null)] // not closed behind the zone
    [InlineData("The sheet, one of three, was made in East Africa Time, with the doors open at 04:50.", "East Africa Time")]
    [InlineData("The sheet, filled in at the desk of the night clerk by hand, always in East Africa Time, has 04:50.", "East Africa Time")]
    [InlineData("The sheet, which the clerk of the night fills in at his desk in East Africa Time, has 04:50.", null)] // too long a way
    [InlineData("The sheet, in East Africa Time, has the gate at 03:10 and the doors at 04:50.", null)] // of the clock that comes first
    [InlineData("The doors opened at 04:50 on the Newfoundland clock of the hall.", null)]
    [InlineData("The doors opened at 04:50, and everybody went by Newfoundland time.", null)]
    [InlineData("The doors opened at 04:50.", null)]
    public void Reads_a_zone_that_is_set_off(string text, string? zone) => Assert.Equal(zone, SetOff(text, "04:50"));

    [Fact]
    public void What_is_set_off_before_a_clock_comes_before_what_stands_behind_it() =>
        Assert.Null(SetOff("The guard in Kabul time says that the doors opened at 04:50 on the same Newfoundland clock.", "04:50"));

    [Theory]
    [InlineData("The log is kept in Finnish time. The pump had failed. The valve was opened at 01.58.", "Finnish time")]
    [InlineData("The log is kept in Finnish time. The book is kept in Greek time. The valve was opened at 01.58.", "Greek time")]
    [InlineData("The log is kept in Finnish time.\n\nThe valve was opened at 01.58.", null)] // another paragraph
    [InlineData("The valve was opened at 01.58. The log is kept in Finnish time.", null)] // said too late
    [InlineData("The log is kept in Finnish time. All times are UTC. The valve was opened at 01.58.", null)] // said of all clocks since
    public void What_a_keeper_keeps_reaches_the_next_clocks_of_the_paragraph(string text, string? zone) =>
        Assert.Equal(zone, ZonesBeside.Before(Said(text), text, text.IndexOf("01.58", StringComparison.Ordinal))?.Zone.Text);

    [Theory]
    [InlineData("She was woken at 1:05. Her notes give Kabul time.", "Kabul time")]
    [InlineData("She was woken at 1:05. It was cold. Her notes give Kabul time.", "Kabul time")]
    [InlineData("They were woken at 1:05. Their notes give Kabul time.", "Kabul time")]
    [InlineData("The crew was woken at 1:05. Its book gives Kabul time.", "Kabul time")]
    [InlineData("He was woken at 1:05. His notes give Kabul time.", "Kabul time")]
    [InlineData("She was woken at 1:05. It was cold. It snowed. Her notes give Kabul time.", null)] // too far behind
    [InlineData("She was woken at 1:05.\n\nHer notes give Kabul time.", null)] // another paragraph
    [InlineData("She was woken at 1:05. The guard's notes give Kabul time.", null)] // somebody else's
    [InlineData("She was woken at 1:05. The guard keeps Greek time. Her notes give Kabul time.", null)] // somebody else's in between
    [InlineData("She was woken at 1:05. All times are UTC.", null)]
    public void What_is_said_right_after_of_whose_notes_they_are_is_said_of_the_clock(string text, string? zone)
    {
        var (layer, sentences) = Read(text);
        Assert.Equal(zone, ZonesBeside.Behind(ZoneStatements.Of(layer, sentences), text, sentences, 0)?.Zone.Text);
    }

    private static string? SetOff(string text, string clock)
    {
        var at = text.IndexOf(clock, StringComparison.Ordinal);
        return ZonesBeside.SetOff(text, new TextSpan(0, text.Length), new TextSpan(at, at + clock.Length))?.Text;
    }

    private static IReadOnlyList<ZoneStatement> Said(string text)
    {
        var (layer, sentences) = Read(text);
        return ZoneStatements.Of(layer, sentences);
    }

    private static (TextLayer Layer, IReadOnlyList<Sentence> Sentences) Read(string text)
    {
        var layer = Layers.Of(text);
        return (layer, SentenceSplitter.Split(layer));
    }
}
