using System.CommandLine;
using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary><c>assay case drafts CASE</c>: the items to decide about.</summary>
public static class DraftsCommand
{
    private const string Description = """
        List the items of a case in the order of consequence: those that decide a verdict first, then by why a person is needed, then by place.

        Example:
          assay case drafts night.assay --state open --kind clocks --kind zones
          assay case drafts night.assay --format json | jq '.[] | {id, version, need, label}'

        Exit codes: 0 done, 2 usage, 3 the case cannot be read.
        """;

    private static readonly Dictionary<string, ItemState> States = Enum.GetValues<ItemState>()
        .ToDictionary(s => EnumNames.Of(s), StringComparer.Ordinal);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var state = new Option<string[]>("--state")
        {
            Description = $"Only items in this state: {string.Join(", ", States.Keys)}; may be repeated.",
        };
        state.AcceptOnlyFromAmong([.. States.Keys]);
        var kind = new Option<string[]>("--kind")
        {
            Description = "Only items of this list of the account: events, clocks, zones, claims, ...; may be repeated.",
        };
        var top = new Option<int>("--top") { Description = "How many at most.", DefaultValueFactory = _ => int.MaxValue };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var lake = CaseLine.Lake();
        var command = new Command("drafts", Description) { place, state, kind, top, format, lake };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var request = new DraftsRequest
                {
                    States = [.. (result.GetValue(state) ?? []).Select(s => States[s])],
                    Kinds = result.GetValue(kind) ?? [],
                    Most = Math.Max(0, result.GetValue(top)),
                    Lake = result.GetValue(lake),
                };
                var isJson = result.GetValue(format) == "json";
                return Task.FromResult(
                    CaseLine.Open(
                        result.GetValue(place)!,
                        console,
                        opened =>
                            ListDrafts.Run(opened, request, cancellation).Match(reply => Print(reply, isJson, console), console.Refuse)
                    )
                );
            }
        );
        return command;
    }

    private static int Print(DraftsReply reply, bool isJson, CommandConsole console)
    {
        if (isJson)
            console.Print((Stream stream) => DraftsJson.Write(stream, reply.Entries));
        else
            console.Print((TextWriter text) => Write(text, reply));
        return ExitCodes.Done;
    }

    private static void Write(TextWriter text, DraftsReply reply)
    {
        foreach (var entry in reply.Entries)
        {
            var need = entry.Need == Need.None ? "" : $"  [{Words(entry)}]";
            text.WriteLine(Printable.Of($"{entry.Id, -16} {EnumNames.Of(entry.State), -9} {entry.Kind, -11} {Short(entry.Label)}{need}"));
        }

        text.WriteLine($"{reply.Entries.Count} of {reply.Total}; the case: {ListCommand.States(reply.States)}");
    }

    private static string Words(DraftEntry entry) =>
        entry.Need switch
        {
            Need.Verdict => $"decides {string.Join(", ", entry.Claims.Take(3))}",
            Need.Disagreement => "timed differently by voices",
            Need.SameEvent => $"may be one with {string.Join(" or ", entry.MayBe.Select(m => m.Event))}",
            Need.SameOrigin => "looks like one origin",
            Need.WhichEvent => "unsure which event is meant",
            Need.Zone => "zone unsure",
            _ => "drafters differ",
        };

    private static string Short(string label)
    {
        var line = label.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..59] + "…";
    }
}
