using System.Text.Json.Nodes;
using Assay.Cases.Store;

namespace Assay.Cases.Exchange;

/// <summary>W3C PROV as PROV-JSON: sources and items are entities, each entry of the journal an activity, who made it an agent.</summary>
internal sealed class Provenance : ExchangeFormat
{
    /// <inheritdoc/>
    public override string Name => "prov";

    /// <inheritdoc/>
    public override string About => "W3C PROV-JSON of the journal: who added, read and decided what, and when";

    private static readonly string[] Parts = ["entity", "activity", "agent", "wasAssociatedWith", "used", "wasGeneratedBy"];

    /// <inheritdoc/>
    protected override ExchangeFile Make(ExchangeMaterial material)
    {
        var parts = Parts.ToDictionary(p => p, _ => new JsonObject(), StringComparer.Ordinal);
        foreach (var source in material.Report.Sources)
            parts["entity"][Name1("item", source.Id)] = new JsonObject { ["prov:label"] = source.File, ["assay:sha256"] = source.Sha256 };

        foreach (var entry in material.Journal)
            Put(parts, entry);
        var whole = new JsonObject
        {
            ["prefix"] = new JsonObject { ["assay"] = "urn:assay:", ["xsd"] = "http://www.w3.org/2001/XMLSchema#" },
        };
        foreach (var (name, part) in parts.Where(p => p.Value.Count > 0))
            whole[name] = part;
        return new(Json.Text(whole), material.Journal.Count, [], []);
    }

    private static void Put(Dictionary<string, JsonObject> parts, RawEntry entry)
    {
        var told = JsonNode.Parse(entry.Content)!.AsObject();
        var (act, who, at) = ((string)told["act"]!, (string)told["who"]!, (string)told["at"]!);
        var (activity, agent) = ($"assay:entry-{entry.Sequence}", Name1("agent", who));
        parts["activity"][activity] = new JsonObject
        {
            ["prov:startTime"] = at,
            ["prov:endTime"] = at,
            ["assay:act"] = act,
            ["assay:entrySha256"] = entry.Hash,
        };
        parts["agent"][agent] = new JsonObject { ["prov:label"] = who };
        parts["wasAssociatedWith"][$"_:a{entry.Sequence}"] = new JsonObject { ["prov:activity"] = activity, ["prov:agent"] = agent };
        if (entry.Item is not { Length: > 0 } item)
            return;
        var entity = Name1("item", item);
        if (!parts["entity"].ContainsKey(entity))
            parts["entity"][entity] = new JsonObject { ["prov:label"] = item };
        var (relation, key) = act == "sourceAdded" ? ("wasGeneratedBy", $"_:g{entry.Sequence}") : ("used", $"_:u{entry.Sequence}");
        parts[relation][key] = new JsonObject { ["prov:activity"] = activity, ["prov:entity"] = entity };
    }

    // A local part of a qualified name: what is no letter or digit is escaped.
    private static string Name1(string kind, string words) => $"assay:{kind}-{Uri.EscapeDataString(words)}";
}
