using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Cases.Wording;
using Assay.Chronology.Edtf;
using Assay.Reading.Time;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NodaTime;

namespace Assay.Workbench.Api;

/// <summary>The description of the HTTP API by OpenAPI 3.1. It is made of the program itself: addresses, their requests and
/// answers.</summary>
internal static partial class ApiDocument
{
    /// <summary>Name of the document.</summary>
    public const string Name = "v1";

    private const string Scheme = "token";

    /// <summary>Has the document made.</summary>
    public static void Add(IServiceCollection services) =>
        services.AddOpenApi(
            Name,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.ShouldInclude = d => d.RelativePath?.StartsWith(ApiRoutes.Root[1..], StringComparison.Ordinal) == true;
                options.AddSchemaTransformer(Values);
                options.AddDocumentTransformer(Whole);
            }
        );

    // What is written as one string, and the format of JSON Schema that it has; null where it has none.
    private static readonly Dictionary<Type, string?> Formats = new()
    {
        [typeof(Instant)] = "date-time",
        [typeof(OffsetDateTime)] = "date-time",
        [typeof(Duration)] = "duration",
        [typeof(Offset)] = null,
        [typeof(LocalDate)] = "date",
        [typeof(LocalMoment)] = null,
        [typeof(TimexText)] = null,
        [typeof(EdtfValue)] = null,
        [typeof(NearOffsetEntry)] = null,
    };

    // What converters write is not to be seen in the types.
    private static Task Values(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
            schema.Enum = [.. Enum.GetValues(type).Cast<Enum>().Select(v => (JsonNode)NameOf(v))];
        else if (Formats.TryGetValue(type, out var format))
            schema.Format = format;
        else
            return Task.CompletedTask;
        schema.Type = JsonSchemaType.String;
        return Task.CompletedTask;
    }

    private static string NameOf(Enum value) => value is TimexType type ? TimexNames.Of(type) : EnumNames.Of(value);

    // Comments are broken into lines where the source is.
    private static void OnOneLine(IOpenApiSchema? schema)
    {
        if (schema is null)
            return;
        if (schema.Description is { } text)
            schema.Description = Breaks().Replace(text, " ");
        foreach (var part in schema.Properties?.Values ?? [])
            OnOneLine(part);
    }

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Breaks();

    private static Task Whole(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Assay",
            Version = "1",
            Description =
                "Cases of a server: sources, drafts, decisions, verdicts. Every request carries a token: Authorization: Bearer assay_… A case that the caller is no member of is answered as one that is not there.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        foreach (var schema in document.Components.Schemas?.Values ?? [])
            OnOneLine(schema);
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token that a person made on the page of their account, or with 'assay team token'.",
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
