using NodaTime;

namespace Assay.Reading.Events;

/// <summary>
/// What words of order or distance in time mean: <c>later - earlier</c> lies between the bounds. A null bound is open.
/// </summary>
/// <param name="Min">Lower bound.</param>
/// <param name="MinStrict">True where the difference must be greater than the bound.</param>
/// <param name="Max">Upper bound.</param>
/// <param name="Kind">order, gap or simultaneity.</param>
public sealed record RelationMeaning(Duration? Min, bool MinStrict, Duration? Max, string Kind)
{
    /// <summary>Before, with nothing said of how long.</summary>
    public static RelationMeaning Order { get; } = new(Duration.Zero, true, null, "order");

    /// <summary>The meaning in words for a person.</summary>
    public string InWords() =>
        (Min, Max) switch
        {
            ({ } a, null) when MinStrict && a == Duration.Zero => "any time before, however short",
            ({ } a, null) => $"at least {Show(a)}",
            (null, { } b) => $"at most {Show(b)}",
            ({ } a, { } b) when MinStrict && a == Duration.Zero => $"more than nothing and at most {Show(b)}",
            ({ } a, { } b) when a == -b => $"within {Show(b)} either way",
            ({ } a, { } b) => $"{Show(a)} to {Show(b)}",
            _ => "any difference",
        };

    /// <summary>
    /// A length of time as people write it: "8 h 30 min", "2 days 12 h"; up to two days in hours, minutes only below a week, seconds
    /// only below two days.
    /// </summary>
    public static string Show(Duration length)
    {
        var sign = length < Duration.Zero ? "-" : "";
        var total = length < Duration.Zero ? -length : length;
        var (days, hours, minutes, seconds) = ((int)total.TotalDays, total.Hours, total.Minutes, total.Seconds);
        if (days < DaysInHours)
            (hours, days) = (hours + days * HoursOfDay, 0);
        List<string> parts =
        [
            .. days > 0 ? [$"{days} days"] : Array.Empty<string>(),
            .. hours > 0 ? [$"{hours} h"] : Array.Empty<string>(),
            .. minutes > 0 && days < Week ? [$"{minutes} min"] : Array.Empty<string>(),
            .. seconds > 0 && days == 0 ? [$"{seconds} s"] : Array.Empty<string>(),
        ];
        return parts.Count == 0 ? "0 min" : sign + string.Join(' ', parts);
    }

    private const int DaysInHours = 2;
    private const int HoursOfDay = 24;
    private const int Week = 7;
}
