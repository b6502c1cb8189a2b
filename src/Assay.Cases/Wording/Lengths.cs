using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Wording;

/// <summary>Lengths of time in words, and instants.</summary>
internal static class Lengths
{
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
