using Assay.Cases.Report;
using NodaTime;
using NodaTime.Text;

namespace Assay.Wording;

/// <summary>Instants and local times of a report, written for a person.</summary>
internal static class Moments
{
    private static readonly InstantPattern ToSecond = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");
    private static readonly InstantPattern ToMinute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly InstantPattern TimeOfDay = InstantPattern.CreateWithInvariantCulture("HH:mm");

    /// <summary><c>2022-01-05 18:00 UTC</c>; the time alone where the day is not known.</summary>
    public static string Utc(LocalMoment utc) => Local(utc) + " UTC";

    /// <summary><c>2022-01-05 23:14</c>, seconds left out where they are zero; the day, the month or the time alone where no more is
    /// known.</summary>
    public static string Local(LocalMoment local) => local.ToString().Replace('T', ' ').TrimStart();

    /// <summary>A day: <c>2022-01-05</c>.</summary>
    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A moment as it was told, with its offset: <c>2022-01-05T23:14:00+06:00</c>.</summary>
    public static string Told(OffsetDateTime moment) => OffsetDateTimePattern.Rfc3339.Format(moment);

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
