using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Cases.Accounts;

/// <summary>The JSON form of a decision, on one line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(Decision))]
public sealed partial class DecisionJson : JsonSerializerContext
{
    private static DecisionJson Readable =>
        field ??= new DecisionJson(
            new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );

    /// <summary>Writes a decision.</summary>
    public static string Write(Decision decision) => JsonSerializer.Serialize(decision, Readable.Decision);

    /// <summary>Reads a decision that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no decision.</exception>
    public static Decision Read(string json) =>
        JsonSerializer.Deserialize(json, Readable.Decision) ?? throw new JsonException("The text holds no decision.");
}

/// <summary>JSON inside JSON, kept as text: written as it is, read as it stands.</summary>
internal sealed class RawJsonConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value);
}
