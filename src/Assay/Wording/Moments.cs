using System.Globalization;

namespace Assay.Wording;

/// <summary>ISO date-times of a report, read for drawing and written for a person.</summary>
internal static class Moments
{
    /// <summary>The instant of an ISO UTC date-time, or null where there is none or it cannot be read.</summary>
    public static DateTimeOffset? Read(string? utc) =>
        utc is not ['T', ..]
        && DateTimeOffset.TryParse(
            utc,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
            ? at
            : null;

    /// <summary><c>2022-01-05 18:00 UTC</c>; what cannot be read is given as it stands.</summary>
    public static string Utc(string? utc) =>
        utc is null ? "open"
        : utc is ['T', .. var time, 'Z'] ? time + " UTC"
        : Read(utc) is { } at ? Minute(at) + " UTC"
        : utc;

    /// <summary><c>2022-01-05 23:14</c> of an ISO local date-time, seconds left out where they are zero.</summary>
    public static string Local(string local)
    {
        var text = local.Replace('T', ' ').TrimStart();
        return text.Length == 19 && text.EndsWith(":00", StringComparison.Ordinal) ? text[..16] : text;
    }

    /// <summary>A range of UTC instants, the date said once where both share it; open ends are said to be open.</summary>
    public static string UtcRange(string? from, string? until) =>
        (Read(from), Read(until)) switch
        {
            (null, null) => "not dated",
            ({ } a, null) => $"{Minute(a)} UTC or later",
            (null, { } b) => $"{Minute(b)} UTC or earlier",
            ({ } a, { } b) when b - a <= TimeSpan.FromMinutes(1) => $"{Minute(a)} UTC",
            ({ } a, { } b) when a.Date == b.Date => $"{Minute(a)}–{b.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC",
            ({ } a, { } b) => $"{Minute(a)} to {Minute(b)} UTC",
        };

    private static string Minute(DateTimeOffset at) =>
        at.ToString(at.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
