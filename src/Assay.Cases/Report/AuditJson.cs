using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Chronology.Model;
using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Actors;
using Assay.Reading.Events;
using Assay.Reading.Figures;
using Assay.Reading.Intake.Stamps;
using Assay.Reading.Voices;

namespace Assay.Cases.Report;

/// <summary>The one JSON shape of a report: camelCase, indented, non-ASCII letters as they are. Compiled at build, so that start-up stays
/// short.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [
        typeof(LengthConverter),
        typeof(InstantConverter),
        typeof(OffsetConverter),
        typeof(OffsetMomentConverter),
        typeof(NameConverter<BlockKind>),
        typeof(NameConverter<Outcome>),
        typeof(NameConverter<HomeOutcome>),
        typeof(NameConverter<ClaimKind>),
        typeof(NameConverter<ClockRole>),
        typeof(NameConverter<Evidence>),
        typeof(NameConverter<EventMood>),
        typeof(NameConverter<Stance>),
        typeof(NameConverter<ActorKind>),
        typeof(NameConverter<OfficeStatus>),
        typeof(TimexTypeConverter),
        typeof(TimexTextConverter),
        typeof(EdtfConverter),
        typeof(DateConverter),
        typeof(NameConverter<LinkKind>),
        typeof(NameConverter<ConflictKind>),
        typeof(NameConverter<StampState>),
        typeof(NameConverter<OriginKind>),
    ]
)]
[JsonSerializable(typeof(AuditReport))]
public sealed partial class AuditJson : JsonSerializerContext
{
    // Made on demand: the order in which two halves of a partial class initialise their static fields is not defined.
    private static AuditJson Readable =>
        field ??= new AuditJson(
            new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );

    /// <summary>Writes the report as UTF-8 JSON.</summary>
    public static void Write(Stream stream, AuditReport report) => JsonSerializer.Serialize(stream, report, Readable.AuditReport);

    /// <summary>The report as a JSON string.</summary>
    public static string ToText(AuditReport report) => JsonSerializer.Serialize(report, Readable.AuditReport);

    /// <summary>Reads a report that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not a report.</exception>
    public static AuditReport Parse(string json) =>
        JsonSerializer.Deserialize(json, Default.AuditReport) ?? throw new JsonException("The text holds no report.");
}
