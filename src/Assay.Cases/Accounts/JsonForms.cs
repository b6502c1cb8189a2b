using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Chronology.Edtf;
using Assay.Reading.Time;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Accounts;

/// <summary>A value of time as text in one pattern.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="pattern">The pattern.</param>
/// <param name="what">What is expected, for the message: "a date such as 2024-03-01".</param>
internal abstract class PatternConverter<T>(IPattern<T> pattern, string what) : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text =
            reader.TokenType == JsonTokenType.String
                ? reader.GetString()!
                : throw new JsonException($"Expected {what} in quotation marks.");
        var parsed = pattern.Parse(text);
        return parsed.Success ? parsed.Value : throw new JsonException($"“{text}” is not {what}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(pattern.Format(value));
}

/// <summary>ISO dates.</summary>
internal sealed class DateConverter() : PatternConverter<LocalDate>(LocalDatePattern.Iso, "a date such as 2024-03-01");

/// <summary>Times of day, to the minute where the seconds are zero.</summary>
internal sealed class TimeConverter() : PatternConverter<LocalTime>(Pattern, "a time of day such as 16:40")
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static IPattern<LocalTime> Pattern { get; } =
        new CompositePatternBuilder<LocalTime>
        {
            { LocalTimePattern.ExtendedIso, _ => true },
            { Minutes, t => t.Second == 0 && t.NanosecondOfSecond == 0 },
        }.Build();
}

/// <summary>Lengths as ISO 8601 durations of weeks, days and smaller, with a leading minus where negative.</summary>
internal sealed class LengthConverter() : PatternConverter<Duration>(Form, "a length such as PT1H30M or P2D")
{
    /// <summary>The form.</summary>
    public static IPattern<Duration> Form { get; } = new IsoLength();

    private sealed class IsoLength : IPattern<Duration>
    {
        public ParseResult<Duration> Parse(string text)
        {
            var isNegative = text.StartsWith('-');
            var period = PeriodPattern.NormalizingIso.Parse(isNegative ? text[1..] : text);
            if (!period.Success)
                return period.ConvertError<Duration>();
            if (period.Value is not { Years: 0, Months: 0 })
                return ParseResult<Duration>.ForException(() => new FormatException("Months and years are of no fixed length."));
            var length = period.Value.ToDuration();
            return ParseResult<Duration>.ForValue(isNegative ? -length : length);
        }

        public string Format(Duration value) => value < Duration.Zero ? "-" + Text(-value) : Text(value);

        private static string Text(Duration length) =>
            length == Duration.Zero ? "PT0S" : PeriodPattern.NormalizingIso.Format(Period.FromTicks((long)length.TotalTicks));

        public System.Text.StringBuilder AppendFormat(Duration value, System.Text.StringBuilder builder) => builder.Append(Format(value));
    }
}

/// <summary>Instants in UTC, to the second.</summary>
internal sealed class InstantConverter() : PatternConverter<Instant>(InstantPattern.General, "an instant such as 2024-03-01T16:40:00Z");

/// <summary>Names of an enumeration in camel case; numbers are not taken.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class NameConverter<T>() : EnumConverter<T>(value => Wording.EnumNames.Of(value))
    where T : struct, Enum;

/// <summary>Types of time expressions as TIMEX3 spells them.</summary>
internal sealed class TimexTypeConverter() : EnumConverter<TimexType>(TimexNames.Of);

/// <summary>TIMEX3 values as they are written.</summary>
internal sealed class TimexTextConverter : JsonConverter<TimexText>
{
    /// <inheritdoc/>
    public override TimexText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new TimexText(reader.GetString()!)
            : throw new JsonException("Expected a TIMEX3 value such as 2024-03-01T16:40 in quotation marks.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimexText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}

/// <summary>Dates and intervals as EDTF writes them.</summary>
internal sealed class EdtfConverter : JsonConverter<EdtfValue>
{
    /// <inheritdoc/>
    public override EdtfValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("Expected a date of EDTF such as 2024-03 in quotation marks.");
        var parsed = EdtfValue.Parse(reader.GetString()!);
        return parsed.Succeeded ? parsed.Value : throw new JsonException(parsed.Error.ToString());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EdtfValue value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>Values of an enumeration by name.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="name">The name of a value.</param>
public abstract class EnumConverter<T>(Func<T, string> name) : JsonConverter<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> values = Enum.GetValues<T>().ToDictionary(name, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : null;
        if (text is not null && values.TryGetValue(text, out var value))
            return value;
        throw new JsonException($"{(text is null ? "This" : $"“{text}”")} is not one of {string.Join(", ", values.Keys)}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(name(value));
}
