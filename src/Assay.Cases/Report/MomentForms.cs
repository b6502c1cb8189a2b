using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Cases.Accounts;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Report;

/// <summary>The written form of offsets from UTC.</summary>
public static class OffsetForm
{
    /// <summary>Hours and minutes with a sign, such as <c>+06:00</c>.</summary>
    internal static OffsetPattern Pattern { get; } = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>The form, such as <c>+06:00</c>.</summary>
    /// <param name="offset">The offset.</param>
    public static string Of(Offset offset) => Pattern.Format(offset);
}

/// <summary>Offsets as <see cref="OffsetForm"/> writes them.</summary>
internal sealed class OffsetConverter() : PatternConverter<Offset>(OffsetForm.Pattern, "an offset such as +06:00");

/// <summary>Moments with the offset they were told with, by RFC 3339.</summary>
internal sealed class OffsetMomentConverter()
    : PatternConverter<OffsetDateTime>(OffsetDateTimePattern.Rfc3339, "a moment such as 2024-03-01T16:40:00+01:00");

/// <summary>Local moments in their ISO form.</summary>
internal class LocalMomentConverter : JsonConverter<LocalMoment>
{
    /// <inheritdoc/>
    public override LocalMoment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? Read(reader.GetString()!) : null)
        ?? throw new JsonException("Expected a local moment such as 2024-03-01T16:40 in quotation marks.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalMoment value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Write(value));

    /// <summary>Reads the form; null where it is none.</summary>
    protected virtual LocalMoment? Read(string words) => LocalMoment.Read(words);

    /// <summary>The form.</summary>
    protected virtual string Write(LocalMoment moment) => moment.ToString();
}

/// <summary>Local moments to the second.</summary>
internal sealed class SecondMomentConverter : LocalMomentConverter
{
    /// <inheritdoc/>
    protected override string Write(LocalMoment moment) => moment.ToSecond();
}

/// <summary>Moments in UTC to the second, with the Z of UTC.</summary>
internal sealed class UtcMomentConverter : LocalMomentConverter
{
    /// <inheritdoc/>
    protected override LocalMoment? Read(string words) => words.EndsWith('Z') ? base.Read(words[..^1]) : null;

    /// <inheritdoc/>
    protected override string Write(LocalMoment moment) => moment.ToSecond() + "Z";
}

/// <summary>An offset beside the variable that would take it.</summary>
internal sealed class NearOffsetConverter : JsonConverter<NearOffsetEntry>
{
    private const string Between = " UTC";

    /// <inheritdoc/>
    public override NearOffsetEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var words = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        var cut = words.LastIndexOf(Between, StringComparison.Ordinal);
        return cut > 0 && OffsetPattern.GeneralInvariant.Parse(words[(cut + Between.Length)..]) is { Success: true } offset
            ? new NearOffsetEntry(words[..cut], offset.Value)
            : throw new JsonException("Expected a variable and an offset such as z1 UTC+06 in quotation marks.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, NearOffsetEntry value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Variable + Between + OffsetPattern.GeneralInvariant.Format(value.Offset));
}
