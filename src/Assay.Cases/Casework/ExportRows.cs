using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Cases.Accounts;
using Assay.Cases.Store;

namespace Assay.Cases.Casework;

/// <summary>The rows of an export, one line of JSON each.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(DateConverter)]
)]
[JsonSerializable(typeof(ExportManifest))]
[JsonSerializable(typeof(StoredSource))]
[JsonSerializable(typeof(StoredStamp))]
[JsonSerializable(typeof(DraftRow))]
[JsonSerializable(typeof(RunRow))]
[JsonSerializable(typeof(DecisionRow))]
internal sealed partial class ExportRows : JsonSerializerContext
{
    /// <summary>The form: non-ASCII letters as they are.</summary>
    public static ExportRows Readable =>
        field ??= new ExportRows(
            new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
}

/// <summary>What an export says of itself.</summary>
/// <param name="Form">Its form, <see cref="ExportManifest.Version"/>.</param>
/// <param name="Sequence">Number of entries of the journal.</param>
/// <param name="Head">Hash of the last one.</param>
/// <param name="Files">SHA-256 of each file in it, by name.</param>
internal sealed record ExportManifest(string Form, long Sequence, string Head, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>The form that this program writes and reads.</summary>
    public const string Version = "assay-case/1";
}

/// <summary>A draft as a row.</summary>
internal sealed record DraftRow(
    string Drafter,
    string Kind,
    string Item,
    string? Source,
    long Place,
    bool Gone,
    long Version,
    [property: JsonConverter(typeof(RawJsonConverter))] string Body
)
{
    /// <summary>The row of a draft.</summary>
    public static DraftRow Of(StoredDraft d) => new(d.Drafter, d.Item.Kind, d.Item.Id, d.Source, d.Place, d.IsGone, d.Version, d.Item.Body);

    /// <summary>The draft of the row.</summary>
    public StoredDraft Draft => new(Drafter, new AccountItem(Kind, Item, Body), Source, Place, Gone, Version);
}

/// <summary>A reading as a row.</summary>
internal sealed record RunRow(long Sequence, string Drafter, [property: JsonConverter(typeof(RawJsonConverter))] string Frame);

/// <summary>A decision as a row.</summary>
internal sealed record DecisionRow(
    long Sequence,
    string Kind,
    string Item,
    long? Undone,
    [property: JsonConverter(typeof(RawJsonConverter))] string Decision,
    [property: JsonConverter(typeof(RawJsonConverter))] string Basis
)
{
    /// <summary>The row of a decision.</summary>
    public static DecisionRow Of(RawDecision d) => new(d.Sequence, d.Basis.Kind, d.Basis.Id, d.UndoneBy, d.Decision, d.Basis.Body);

    /// <summary>The decision of the row.</summary>
    public RawDecision Raw => new(Sequence, Decision, new AccountItem(Kind, Item, Basis), Undone);
}
