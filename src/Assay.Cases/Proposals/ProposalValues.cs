using Assay.Cases.Accounts;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Proposals;

/// <summary>Reads the values of proposals, each refused with what it should look like.</summary>
internal static class ProposalValues
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A date.</summary>
    public static LocalDate? Date(string? given) =>
        given is null ? null
        : LocalDatePattern.Iso.Parse(given) is { Success: true, Value: var date } ? date
        : throw Wrong("date", given, "a day such as 2024-03-01");

    /// <summary>A time of day.</summary>
    public static LocalTime? Time(string? given)
    {
        if (given is null)
            return null;
        if (Minutes.Parse(given) is { Success: true, Value: var time })
            return time;
        return LocalTimePattern.ExtendedIso.Parse(given) is { Success: true, Value: var exact }
            ? exact
            : throw Wrong("time", given, "a time of the 24-hour clock such as 16:40");
    }

    /// <summary>A length.</summary>
    public static Duration? Length(string name, string? given) =>
        given is null ? null
        : LengthConverter.Form.Parse(given) is { Success: true, Value: var length } ? length
        : throw Wrong(name, given, "a length such as PT1H30M or P2D");

    /// <summary>One of the names of an enumeration; the default where none is given.</summary>
    public static T Name<T>(string name, string? given, T otherwise)
        where T : struct, Enum
    {
        if (given is null)
            return otherwise;
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(Wording.EnumNames.Of(value), given, StringComparison.OrdinalIgnoreCase))
                return value;
        throw Wrong(name, given, "one of " + string.Join(", ", Enum.GetValues<T>().Select(v => Wording.EnumNames.Of(v))));
    }

    /// <summary>A zone id that is known.</summary>
    public static string Zone(string given) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(given) is not null
            ? given
            : throw Wrong("zone", given, "a time zone: an IANA id such as Europe/Berlin, or an offset such as UTC+03:00");

    /// <summary>Something that the kind needs.</summary>
    public static T Needed<T>(T? given, string name, string kind)
        where T : class =>
        given is string { Length: 0 } or null ? throw new RefusedException(RefusalReason.Incomplete, $"A {kind} needs “{name}”.") : given;

    private static RefusedException Wrong(string name, string given, string wanted) =>
        new(RefusalReason.WrongValue, $"“{name}” is {given}, which is not {wanted}.");
}
