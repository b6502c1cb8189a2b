using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Cases.Audit.Report;

/// <summary>The one JSON shape of a report: camelCase, indented, non-ASCII letters as they are. Compiled at build, so that start-up stays short.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(AuditReport))]
public sealed partial class AuditJson : JsonSerializerContext
{
    private static readonly AuditJson Readable = new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes the report as UTF-8 JSON.</summary>
    public static void Write(Stream stream, AuditReport report) => JsonSerializer.Serialize(stream, report, Readable.AuditReport);

    /// <summary>The report as a JSON string.</summary>
    public static string ToText(AuditReport report) => JsonSerializer.Serialize(report, Readable.AuditReport);

    /// <summary>Reads a report that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not a report.</exception>
    public static AuditReport Parse(string json) => JsonSerializer.Deserialize(json, Default.AuditReport)
        ?? throw new JsonException("The text holds no report.");
}
