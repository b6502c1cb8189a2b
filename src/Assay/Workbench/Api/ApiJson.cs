using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Cases.Team;

namespace Assay.Workbench.Api;

/// <summary>JSON as the HTTP API reads and writes it: what a report has as <c>--format json</c> has it; a member that nobody knows is
/// refused, and so is one that is missing.</summary>
internal static class ApiJson
{
    /// <summary>Sets the options.</summary>
    public static void Set(JsonSerializerOptions options)
    {
        foreach (var converter in AuditJson.Default.Options.Converters)
            options.Converters.Add(converter);
        options.Converters.Add(new NameConverter<CaseRole>());
        options.Converters.Add(new NameConverter<TokenScope>());
        options.Converters.Add(new NameConverter<ItemState>());
        options.Converters.Add(new NameConverter<Need>());
        options.Converters.Add(new NameConverter<Work.JobState>());
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowOutOfOrderMetadataProperties = true;
        options.MaxDepth = 32;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
    }
}
