using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Cases.Store;

/// <summary>Where a source lay when it was received: the file that held it, and its place in that file. What came with it there and does
/// not
/// stand in its own bytes is kept here too.</summary>
/// <param name="File">Name of the file that held it, as given; safe to print.</param>
/// <param name="Sha256">SHA-256 of that file, lower-case hexadecimal.</param>
/// <param name="Bytes">Number of its bytes.</param>
/// <param name="Format">Name of its format.</param>
/// <param name="Entry">The place in it: a name or an address, one behind the other where files lie in files.</param>
/// <param name="Name">The name of the source by which its format is told.</param>
public sealed record StoredOrigin(string File, string Sha256, long Bytes, string Format, string Entry, string Name)
{
    /// <summary>The character encoding that came with it, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>The address it was saved from, or null.</summary>
    public string? Url { get; init; }

    /// <summary>When it was saved, with its offset (ISO 8601), or null.</summary>
    public string? Captured { get; init; }

    /// <summary>What says so.</summary>
    public string? CapturedBy { get; init; }

    /// <summary>When it was made or sent, with its offset (ISO 8601), or null.</summary>
    public string? Made { get; init; }

    /// <summary>What says so.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Who signed the file that held it, in words, or null.</summary>
    public string? Signature { get; init; }

    /// <summary>The origin as one line of JSON; what is null is left out.</summary>
    public string Json() => JsonSerializer.Serialize(this, OriginJson.Readable.StoredOrigin);

    /// <summary>An origin that <see cref="Json"/> wrote.</summary>
    /// <exception cref="JsonException">The text is none.</exception>
    public static StoredOrigin Read(string json) =>
        JsonSerializer.Deserialize(json, OriginJson.Readable.StoredOrigin) ?? throw new JsonException("The text holds no origin.");

    /// <summary>An origin as it lies in a store; one that something else wrote there is that of no journal, which a check of the case
    /// finds.</summary>
    internal static StoredOrigin Kept(string json)
    {
        try
        {
            return Read(json);
        }
        catch (JsonException)
        {
            return new StoredOrigin("", "", 0, "", json, "");
        }
    }
}

/// <summary>The JSON form of an origin.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(StoredOrigin))]
internal sealed partial class OriginJson : JsonSerializerContext
{
    /// <summary>The form: non-ASCII letters as they are.</summary>
    public static OriginJson Readable =>
        field ??= new OriginJson(
            new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}
