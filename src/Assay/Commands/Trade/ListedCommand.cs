using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cases.Books;
using Assay.Ground.Outcomes;
using Assay.Trade.Lists;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade listed</c>: which measure lists a code on a day.</summary>
public static class ListedCommand
{
    private const string Description = """
        Answers which list names a product code on a day, since when, and in which tier. A CN8 code is covered by its HS6 and HS4.

        Example:  assay trade listed 854231 --on 2022-04-08
                  assay trade listed 84831021 --on 2023-01-01 --list eu833 --list my-list.csv --json

        Without --on the latest state of each list is shown. That a partial list does not have a code proves nothing, and is said.
        """;

    private const int MostNamed = 12;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var code = new Argument<string>("CODE") { Description = "HS4, HS6 or CN8 code." };
        var on = new Option<string?>("--on") { Description = "The day, 2022-04-08.", HelpName = "DATE" };
        var names = new Option<string[]>("--list")
        {
            Description = "Lists to look at (name or CSV path); all that ship where not given.",
            HelpName = "LIST",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("listed", Description) { code, on, names, json };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            DateOnly? day = null;
            if (parsed.GetValue(on) is { } text)
            {
                var read = TradeCommand.Day(text, "Write --on 2022-04-08.");
                if (!read.Succeeded)
                    return TradeCommand.Refuse(read.Error, error);
                day = read.Value;
            }

            var found = LookUpCode.Run(new CodeRequest(parsed.GetValue(code)!, day, parsed.GetValue(names) ?? []));
            if (!found.Succeeded)
                return TradeCommand.Refuse(found.Error, error);
            if (parsed.GetValue(json))
                output.WriteLine(Json(found.Value));
            else
                Write(found.Value, output);
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Json(CodeReply reply) =>
        new JsonArray([.. reply.Answers.SelectMany(a => Rows(a, reply.Code))]).ToJsonString(
            new JsonSerializerOptions { WriteIndented = true }
        );

    private static IEnumerable<JsonNode> Rows(ListAnswer answer, string code) =>
        answer.Found.Count > 0
            ? answer.Found.Select(Row)
            :
            [
                new JsonObject
                {
                    ["list"] = answer.List.Name,
                    ["state"] = answer.Unknown ? "unknown" : "notListed",
                    ["code"] = code,
                    ["asOf"] = Day(answer.List.AsOf),
                    ["below"] = new JsonArray([.. answer.Below.Select(Row)]),
                },
            ];

    private static void Write(CodeReply reply, TextWriter output)
    {
        foreach (var answer in reply.Answers)
        {
            foreach (var listing in answer.Found)
                output.WriteLine(Sentence(reply.Code, listing, answer.List));
            if (answer.Found.Count == 0)
                output.WriteLine(Absent(reply.Code, answer));
            if (answer.Below.Count > 0)
                output.WriteLine(Below(answer));
        }
    }

    private static string Absent(string code, ListAnswer answer)
    {
        var list = answer.List;
        if (answer.TooEarly)
            return $"{list.Name}: {code} is not known here on that day: the list is held in its version of {Day(list.AsOf)}.";
        return list.Complete
            ? $"{list.Name}: {code} is not on {list.Title}{(list.AsOf is null ? "" : $", version of {Day(list.AsOf)}")}."
            : $"{list.Name}: {code} is not among the codes held here, which are incomplete: unknown, not absent.";
    }

    private static string Below(ListAnswer answer) =>
        $"{answer.List.Name}: of it, {string.Join(", ", answer.Below.Take(MostNamed).Select(l => l.Entry.Code))}"
        + (
            answer.Below.Count > MostNamed ? $" and {answer.Below.Count - MostNamed} more are."
            : answer.Below.Count == 1 ? " is."
            : " are."
        );

    private static string Sentence(string code, Listing listing, RestrictedList list)
    {
        var entry = listing.Entry;
        var state = listing.State switch
        {
            ListingState.Listed => $"listed{(entry.From is null ? "" : $" since {Day(entry.From)}")}",
            ListingState.PossiblyListed =>
                $"possibly listed: the measure stands since {Day(entry.From)}, this code was in it by {Day(entry.KnownBy)}",
            ListingState.NotKnown => $"not known here on that day: the list is held in its version of {Day(list.AsOf)}",
            ListingState.NotYet => $"not yet listed; it is from {Day(entry.From)}",
            _ => $"no longer listed since {Day(entry.Until)}",
        };
        return $"{listing.List}: {code} is {state}. {entry.Measure}{(entry.Code == code ? "" : $", by {entry.Code}")}"
            + $"{(entry.Tier.Length > 0 ? $", tier {entry.Tier}" : "")}{(entry.Partial ? ", part of the code only" : "")}{(entry.Condition.Length > 0 ? $", if {entry.Condition}" : "")}.";
    }

    private static JsonObject Row(Listing listing) =>
        new()
        {
            ["list"] = listing.List,
            ["state"] = JsonNamingPolicy.CamelCase.ConvertName(listing.State.ToString()),
            ["code"] = listing.Entry.Code,
            ["measure"] = listing.Entry.Measure,
            ["tier"] = listing.Entry.Tier,
            ["from"] = Day(listing.Entry.From),
            ["knownBy"] = Day(listing.Entry.KnownBy),
            ["until"] = Day(listing.Entry.Until),
            ["partial"] = listing.Entry.Partial,
            ["condition"] = listing.Entry.Condition,
        };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
