using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Assay.Chronology.Model;
using Assay.Reading;
using Assay.Reading.Actors;
using Assay.Reading.Events;
using Assay.Reading.Voices;

namespace Assay.Cases.Accounts;

/// <summary>The JSON form of an account: camelCase, indented. What is written is read again byte for byte.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [
        typeof(DateConverter),
        typeof(TimeConverter),
        typeof(LengthConverter),
        typeof(NameConverter<ClaimKind>),
        typeof(NameConverter<ClockRole>),
        typeof(NameConverter<Evidence>),
        typeof(NameConverter<EventMood>),
        typeof(NameConverter<Stance>),
        typeof(NameConverter<ActorKind>),
        typeof(NameConverter<OfficeStatus>),
        typeof(NameConverter<OriginKind>),
        typeof(TimexTypeConverter),
        typeof(TimexTextConverter),
        typeof(EdtfConverter),
    ]
)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(SourceItem))]
[JsonSerializable(typeof(TimeExpressionEntry))]
[JsonSerializable(typeof(EventItem))]
[JsonSerializable(typeof(ZoneItem))]
[JsonSerializable(typeof(GlobalItem))]
[JsonSerializable(typeof(ClockItem))]
[JsonSerializable(typeof(ClaimItem))]
[JsonSerializable(typeof(CountItem))]
[JsonSerializable(typeof(DistanceItem))]
[JsonSerializable(typeof(RouteItem))]
[JsonSerializable(typeof(StatementEntry))]
[JsonSerializable(typeof(FigureEntry))]
[JsonSerializable(typeof(SameFigureItem))]
[JsonSerializable(typeof(SameOriginEntry))]
[JsonSerializable(typeof(QuestionEntry))]
[JsonSerializable(typeof(ForecastEntry))]
[JsonSerializable(typeof(PlaceEntry))]
[JsonSerializable(typeof(ActorEntry))]
[JsonSerializable(typeof(AccountMeanings))]
[JsonSerializable(typeof(RefusedEntry))]
[JsonSerializable(typeof(ProvenanceItem))]
[JsonSerializable(typeof(string))]
internal sealed partial class AccountJson : JsonSerializerContext
{
    private static AccountJson Readable =>
        field ??= new AccountJson(
            new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );

    /// <summary>The form of single items: on one line.</summary>
    public static AccountJson OneLine =>
        field ??= new AccountJson(
            new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                WriteIndented = false,
            }
        );

    /// <summary>
    /// The same form for reading. What compiled forms leave out of an object is null there and not the default of its member, so this one
    /// is not compiled.
    /// </summary>
    public static JsonSerializerOptions Reading =>
        field ??= new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>Writes an account as UTF-8 JSON.</summary>
    public static void Write(Stream stream, Account account)
    {
        JsonSerializer.Serialize(stream, account, Readable.Account);
        stream.WriteByte((byte)'\n');
    }
}
