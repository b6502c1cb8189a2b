using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary>Decisions as words of the command line.</summary>
internal static class DecisionWords
{
    /// <summary>What a decision may do.</summary>
    public static string[] All { get; } = ["accept", "reject", "skip", "edit", "zone", "merge", "add"];

    /// <summary>The decision that the words tell, or what is wrong with them.</summary>
    /// <param name="id">The item.</param>
    /// <param name="does">What the decision does.</param>
    /// <param name="values">What it needs.</param>
    /// <param name="json">Members as JSON, or null.</param>
    public static Result<Decision> Read(string? id, string? does, IReadOnlyList<string> values, string? json)
    {
        if (id is null || does is null)
            return Wrong(
                "The item, or what is decided about it, is not named.",
                $"Give its id, and one of {string.Join(", ", All)}; or --from FILE."
            );
        switch (does)
        {
            case "accept" or "reject" or "skip" when values.Count > 0 || json is not null:
                return Wrong($"'{does}' takes no value.", "'edit' changes the members of an item.");
            case "accept":
                return new Accepted(id);
            case "reject":
                return new Struck(id);
            case "skip":
                return new Skipped(id);
            case "zone" when values.Count == 1:
                return new ZoneSettled(id, values[0], "decided in the case");
            case "merge" when values.Count == 1:
                return new Merged(id, values[0]);
            case "zone" or "merge":
                return Wrong(
                    $"'{does}' takes one value.",
                    does == "zone" ? "Give a zone such as Europe/Riga." : "Give the id of the event that stays."
                );
            case "add" when values.Count == 0:
                return Wrong("'add' needs the kind of the item.", "Give events, clocks, claims or another list of an account.");
            case "add":
                return Members([.. values.Skip(1)], json, id).Match<Result<Decision>>(m => new Added(id, values[0], m), e => e);
            default:
                return Members(values, json, null).Match<Result<Decision>>(m => new Edited(id, m), e => e);
        }
    }

    private static Result<string> Members(IReadOnlyList<string> values, string? json, string? id)
    {
        JsonObject members;
        try
        {
            if (JsonNode.Parse(json ?? "{}") is not JsonObject given)
                return Wrong("--json holds no JSON object.", "Write it as {\"date\":\"2021-05-03\"}.");
            members = given;
        }
        catch (JsonException e)
        {
            return Wrong($"--json holds no JSON: {e.Message}", "Write it as {\"date\":\"2021-05-03\"}.");
        }

        foreach (var value in values)
        {
            var at = value.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                return Wrong($"'{Printable.Of(value)}' is no NAME=VALUE.", "Write it as date=2021-05-03.");
            members[value[..at]] = Value(value[(at + 1)..]);
        }

        if (members.Count == 0 && id is null)
            return Wrong("'edit' needs what to change.", "Write it as date=2021-05-03.");
        if (id is not null)
            members["id"] = id;
        return members.ToJsonString();
    }

    // A number, true, false, null, a list or an object is such; everything else is text.
    private static JsonNode? Value(string text)
    {
        try
        {
            return text.Length > 0 && (text is "true" or "false" or "null" || text[0] is '[' or '{' || IsNumber(text))
                ? JsonNode.Parse(text)
                : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static bool IsNumber(string text) => text.All(c => char.IsAsciiDigit(c) || c is '.' or '-');

    private static Error Wrong(string what, string hint) => new(ErrorKind.Usage, what, hint);
}
