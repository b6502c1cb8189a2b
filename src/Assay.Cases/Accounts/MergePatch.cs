using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Cases.Accounts;

/// <summary>Changes of items as JSON (RFC 7396).</summary>
internal static class MergePatch
{
    /// <summary>True for a decision that changes members of its item.</summary>
    public static bool IsOf(Decision decision) => decision is Edited or Renamed or ZoneSettled or Attached;

    /// <summary>The change that a decision makes to the members of its item, or null where it makes none.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="body">The item.</param>
    public static string? Of(Decision decision, string body) =>
        decision switch
        {
            Attached attached => Beside(attached.Finding, body),
            Edited edited => edited.Fields,
            Renamed renamed => new JsonObject { ["label"] = renamed.Label }.ToJsonString(),
            ZoneSettled zone => JsonSerializer.Serialize(
                new Settled(true, Reading.Evidence.Stated, [new ZoneChoice(zone.Zone, zone.Reason, Home: true)]),
                Settled.Form
            ),
            _ => null,
        };

    // A list is changed as a whole: the findings that are there, but for one of the same country and product, and the new one.
    private static string Beside(RouteFinding finding, string body)
    {
        var there = ItemForm.Read<RouteItem>(body).Item?.Findings ?? [];
        var all = there.Where(f => !f.IsOfSame(finding)).Append(finding).ToList();
        return JsonSerializer.Serialize(new Found(all), Settled.Form);
    }

    private sealed record Found(IReadOnlyList<RouteFinding> Findings);

    /// <summary>The object with the change made; null where either is no JSON object.</summary>
    /// <param name="body">The object.</param>
    /// <param name="patch">The change.</param>
    public static string? Apply(string body, string patch)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject target || JsonNode.Parse(patch) is not JsonObject change)
                return null;
            Merge(target, change);
            return target.ToJsonString();
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null; // an ArgumentException is a member that stands twice
        }
    }

    private static void Merge(JsonObject target, JsonObject change)
    {
        foreach (var (name, value) in change.ToList())
        {
            if (value is null)
                target.Remove(name);
            else if (value is JsonObject inner && target[name] is JsonObject nested)
                Merge(nested, inner);
            else
                target[name] = value.DeepClone();
        }
    }

    // What a settled zone changes, in the form of an account.
    private sealed record Settled(bool Stated, Reading.Evidence Evidence, IReadOnlyList<ZoneChoice> Candidates)
    {
        public static JsonSerializerOptions Form => AccountJson.Reading;
    }
}
