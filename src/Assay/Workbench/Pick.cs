using System.Text.Json;
using Assay.Cases.Casework;

namespace Assay.Workbench;

/// <summary>A candidate that one number picks.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Item">The item that the pick decides about.</param>
/// <param name="Does">What the decision does.</param>
/// <param name="Name">The field of the form that holds the value.</param>
/// <param name="Value">The value.</param>
/// <param name="Label">The candidate for a person.</param>
/// <param name="Reason">Why it is one.</param>
internal sealed record Pick(string Question, DraftEntry Item, string Does, string Name, string Value, string Label, string Reason)
{
    private const int Most = 9;

    /// <summary>The candidates of an item: zones of its clock, other days, events that may be meant.</summary>
    public static IReadOnlyList<Pick> Of(Queue queue, DraftEntry item, JsonElement body) =>
        [
            .. (
                item.Kind switch
                {
                    "zones" => Zones(item, body),
                    "events" => Same(item),
                    "clocks" => Days(item, body).Concat(ZonesOf(queue, Text(body, "zone"))),
                    "claims" => Ties(queue, item, body, "earlier", "earlierTie").Concat(Ties(queue, item, body, "later", "laterTie")),
                    _ => [],
                }
            ).Take(Most),
        ];

    private static IEnumerable<Pick> ZonesOf(Queue queue, string? id)
    {
        if (queue.Item(id) is not { } zone)
            return [];
        var body = JsonDocument.Parse(zone.Body).RootElement;
        return List(body, "candidates").Count > 1 ? Zones(zone, body) : [];
    }

    private static IEnumerable<Pick> Zones(DraftEntry item, JsonElement body) =>
        List(body, "candidates")
            .Select(c => new Pick(
                $"In which zone was {item.Label}?",
                item,
                "zone",
                "zone",
                Text(c, "zone") ?? "",
                Text(c, "zone") ?? "",
                Text(c, "reason") ?? ""
            ));

    private static IEnumerable<Pick> Same(DraftEntry item) =>
        item.MayBe.Select(m => new Pick(
            "Is it one with an event of another source? Accept it as it is if it is not.",
            item,
            "merge",
            "into",
            m.Event,
            m.Label,
            m.Reason
        ));

    private static IEnumerable<Pick> Days(DraftEntry item, JsonElement body)
    {
        var others = List(body, "otherDates").Select(d => d.GetString()).OfType<string>().ToList();
        if (others.Count == 0 || Text(body, "date") is not { } date)
            return [];
        return others
            .Prepend(date)
            .Distinct()
            .Select(d => new Pick("On which day?", item, "edit", "f-date", d, d, d == date ? "as drafted" : "the words allow it"));
    }

    private static IEnumerable<Pick> Ties(Queue queue, DraftEntry item, JsonElement body, string member, string tie)
    {
        if (!body.TryGetProperty(tie, out var given) || given.ValueKind != JsonValueKind.Object)
            return [];
        return List(given, "candidates")
            .Select(c => queue.Item(c.GetString()))
            .OfType<DraftEntry>()
            .Select(e => new Pick(
                $"Which event do “{Text(given, "words")}” mean?",
                item,
                "edit",
                "f-" + member,
                e.Id,
                e.Label,
                Text(body, member) == e.Id ? "as drafted" : ""
            ));
    }

    private static List<JsonElement> List(JsonElement body, string member) =>
        body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    private static string? Text(JsonElement body, string member) =>
        body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
