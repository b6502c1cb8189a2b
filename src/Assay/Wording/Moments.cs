using NodaTime;
using NodaTime.Text;

namespace Assay.Wording;

/// <summary>Instants and local times of a report, written for a person.</summary>
internal static class Moments
{
    private static readonly InstantPattern ToSecond = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");
    private static readonly InstantPattern ToMinute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly InstantPattern TimeOfDay = InstantPattern.CreateWithInvariantCulture("HH:mm");

    /// <summary><c>2022-01-05 18:00 UTC</c> of an instant as the report writes it; the time alone where the day is not known.</summary>
    public static string Utc(string utc) =>
        utc is ['T', .. var time, 'Z'] ? time + " UTC"
        : InstantPattern.General.Parse(utc) is { Success: true } at ? Minute(at.Value) + " UTC"
        : utc;

    /// <summary><c>2022-01-05 23:14</c> of an ISO local date-time, seconds left out where they are zero.</summary>
    public static string Local(string local)
    {
        var text = local.Replace('T', ' ').TrimStart();
        return text.Length == 19 && text.EndsWith(":00", StringComparison.Ordinal) ? text[..16] : text;
    }

    /// <summary>A range of instants, the date said once where both share it; open ends are said to be open.</summary>
    public static string UtcRange(Instant? from, Instant? until) =>
        (from, until) switch
        {
            (null, null) => "not dated",
            ({ } a, null) => $"{Minute(a)} UTC or later",
            (null, { } b) => $"{Minute(b)} UTC or earlier",
            ({ } a, { } b) when b - a <= Duration.FromMinutes(1) => $"{Minute(a)} UTC",
            ({ } a, { } b) when a.InUtc().Date == b.InUtc().Date => $"{Minute(a)}–{TimeOfDay.Format(b)} UTC",
            ({ } a, { } b) => $"{Minute(a)} to {Minute(b)} UTC",
        };

    private static string Minute(Instant at) => (at.InUtc().Second == 0 ? ToMinute : ToSecond).Format(at);
}
