using System.CommandLine;
using Assay.Cases.Casework;

namespace Assay.Commands.Case;

/// <summary><c>assay case decide CASE ID DOES</c>: decides about one item.</summary>
public static class DecideCommand
{
    private const string Description = """
        Decide about one item of a case, and print which verdicts changed, old beside new.

        accept          it stays as it is, whatever later readings propose
        reject          it goes, with what rests on it
        skip            you looked and left it open; never a rejection
        edit NAME=VALUE ...   its members get other values: date=2021-05-03 role=report label="the lock closed"
        zone ZONE       the clock's zone is known: an IANA id or an offset such as UTC+03:00
        merge EVENT     the event is one with another
        add KIND        an item that no drafter has; its members as NAME=VALUE, or as JSON with --json

        Example:
          assay case decide night.assay z-12ab34cd56 zone Europe/London --why "the insurer confirmed it" --as Ada
          assay case decide night.assay k-12ab34cd56 edit date=2021-05-03 time=23:40
          assay case decide night.assay my-claim add claims --json '{"earlier":"e-1","later":"e-2","kind":"order","quote":{"exact":"well before"}}'

        Exit codes: 0 done, 2 usage or it does not hold, 3 the case cannot be read, 5 it could not be written, 6 somebody else decided in between.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var id = new Argument<string>("ID") { Description = "The item; 'assay case drafts' names them." };
        var does = new Argument<string>("DOES") { Description = "accept, reject, skip, edit, zone, merge or add." };
        does.AcceptOnlyFromAmong(DecisionWords.All);
        var values = new Argument<string[]>("VALUE") { Description = "What the decision needs.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<string?>("--json") { Description = "Members as one JSON object, in place of NAME=VALUE." };
        var version = new Option<long?>("--version") { Description = "The version of the item that you looked at; without it, the one it has now." };
        var why = new Option<string?>("--why") { Description = "Why, for the journal." };
        var lake = CaseLine.Lake();
        var who = CaseLine.As();
        var command = new Command("decide", Description) { place, id, does, values, json, version, why, lake, who };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var decision = DecisionWords.Read(result.GetValue(id)!, result.GetValue(does)!, result.GetValue(values) ?? [], result.GetValue(json));
                if (!decision.Succeeded)
                    return Task.FromResult(console.Refuse(decision.Error));
                var request = new DecideRequest(decision.Value)
                {
                    Version = result.GetValue(version),
                    Why = result.GetValue(why),
                    Lake = result.GetValue(lake),
                };
                return Task.FromResult(
                    CaseLine.Desk(
                        result.GetValue(place)!,
                        result.GetValue(who),
                        console,
                        desk => DecideItem.Run(desk, request, cancellation).Match(reply => DecideOutput.Print(reply, console), console.Refuse)
                    )
                );
            }
        );
        return command;
    }
}
