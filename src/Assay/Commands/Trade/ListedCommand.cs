using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json;
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

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var code = new Argument<string>("CODE") { Description = "HS4, HS6 or CN8 code." };
        var on = new Option<string?>("--on") { Description = "The day, 2022-04-08.", HelpName = "DATE" };
        var names = new Option<string[]>("--list") { Description = "Lists to look at (name or CSV path); all that ship where not given.", HelpName = "LIST" };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("listed", Description) { code, on, names, json };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var asked = parsed.GetValue(code)!.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
            if (asked.Length is < 2 or > 10 || !asked.All(char.IsAsciiDigit))
            {
                return TradeCommand.Refuse(new Error(ErrorKind.Usage, $"'{asked}' is not a product code.", "Give 2 to 10 digits, such as 854231."), error);
            }

            var day = DateOnly.MaxValue;
            if (parsed.GetValue(on) is { } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            {
                return TradeCommand.Refuse(new Error(ErrorKind.Usage, $"'{text}' is not a date.", "Write --on 2022-04-08."), error);
            }

            return Answer(asked, day, parsed.GetValue(names) is { Length: > 0 } given ? given : ListCatalogue.Names, parsed.GetValue(json), output, error);
        });
        return command;
    }

    private static int Answer(string code, DateOnly on, IReadOnlyList<string> names, bool json, TextWriter output, TextWriter error)
    {
        var rows = new JsonArray();
        foreach (var name in names)
        {
            var list = ListCatalogue.Load(name);
            if (!list.Succeeded) return TradeCommand.Refuse(list.Error, error);
            var found = list.Value.Find(code, on);
            foreach (var listing in found)
            {
                rows.Add(Row(listing));
                if (!json) output.WriteLine(Sentence(code, listing));
            }

            if (found.Count == 0 && !json)
            {
                output.WriteLine(list.Value.Complete ? $"{list.Value.Name}: {code} is not on {list.Value.Title}."
                    : $"{list.Value.Name}: {code} is not among the codes held here, which are incomplete: unknown, not absent.");
            }
        }

        if (json) output.WriteLine(rows.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return ExitCodes.Done;
    }

    private static string Sentence(string code, Listing listing)
    {
        var entry = listing.Entry;
        var state = listing.State switch
        {
            ListingState.Listed => $"listed{(entry.From is null ? "" : $" since {Day(entry.From)}")}",
            ListingState.PossiblyListed => $"possibly listed: the measure stands since {Day(entry.From)}, this code was in it by {Day(entry.KnownBy)}",
            ListingState.NotYet => $"not yet listed; it is from {Day(entry.From)}",
            _ => $"no longer listed since {Day(entry.Until)}",
        };
        return $"{listing.List}: {code} is {state}. {entry.Measure}{(entry.Code == code ? "" : $", by {entry.Code}")}"
            + $"{(entry.Tier.Length > 0 ? $", tier {entry.Tier}" : "")}{(entry.Partial ? ", part of the code only" : "")}{(entry.Condition.Length > 0 ? $", if {entry.Condition}" : "")}.";
    }

    private static JsonObject Row(Listing listing) => new()
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
