using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Wording;

/// <summary>Lengths of time as ISO 8601 durations and in words.</summary>
internal static class Lengths
{
    /// <summary>ISO 8601 duration in hours, minutes and seconds with a leading minus where negative: <c>-PT1H14M</c>; null stays
    /// null.</summary>
    public static string? Iso(Duration? length)
    {
        if (length is not { } value)
            return null;
        if (value == Duration.Zero)
            return "PT0S";
        var total = value < Duration.Zero ? -value : value;
        var text = "PT";
        var hours = (long)total.TotalHours;
        if (hours > 0)
            text += $"{hours}H";
        if (total.Minutes > 0)
            text += $"{total.Minutes}M";
        if (total.Seconds > 0)
            text += $"{total.Seconds}S";
        return (value < Duration.Zero ? "-" : "") + text;
    }

    /// <summary>"1 h 14 min".</summary>
    public static string Words(Duration length) => Assay.Reading.Events.RelationMeaning.Show(length < Duration.Zero ? -length : length);

    /// <summary>How much later the second event is, in words: "1 h 14 min later", "1 h 14 min earlier", "at the same minute".</summary>
    public static string Later(Duration gap) =>
        gap == Duration.Zero ? "at the same minute"
        : gap > Duration.Zero ? $"{Words(gap)} later"
        : $"{Words(gap)} earlier";

    /// <summary>A range of gaps in words; open ends said.</summary>
    public static string Range(Duration? min, Duration? max) =>
        (min, max) switch
        {
            ({ } a, { } b) when a == b => Later(a),
            ({ } a, { } b) => $"from {Later(a)} to {Later(b)}",
            ({ } a, null) => $"{Later(a)} or any time after that",
            (null, { } b) => $"{Later(b)} or any time before that",
            _ => "not bounded either way",
        };

    /// <summary>ISO instant to the second, or to the minute where seconds are zero.</summary>
    public static string? Utc(Instant? instant) => instant is { } value ? InstantPattern.General.Format(value) : null;
}
