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

        With --from, many decisions, a line of JSON each; each is confirmed on a line once it is safely written.

        Example:
          assay case decide night.assay z-12ab34cd56 zone Europe/London --why "the insurer confirmed it" --as Ada
          assay case decide night.assay k-12ab34cd56 edit date=2021-05-03 time=23:40
          echo '{"decision":{"does":"accept","item":"c-12ab34cd56"},"why":"read twice"}' | assay case decide night.assay --from -
          assay case decide night.assay my-claim add claims --json '{"earlier":"e-1","later":"e-2","kind":"order","quote":{"exact":"well before"}}'

        Exit codes: 0 done, 2 usage or it does not hold, 3 the case cannot be read, 5 it could not be written, 6 somebody else decided in between.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var id = new Argument<string?>("ID") { Description = "The item; 'assay case drafts' names them.", Arity = ArgumentArity.ZeroOrOne };
        var does = new Argument<string?>("DOES")
        {
            Description = "accept, reject, skip, edit, zone, merge or add.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        does.AcceptOnlyFromAmong(DecisionWords.All);
        var values = new Argument<string[]>("VALUE") { Description = "What the decision needs.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<string?>("--json") { Description = "Members as one JSON object, in place of NAME=VALUE." };
        var version = new Option<long?>("--version")
        {
            Description = "The version of the item that you looked at; without it, the one it has now.",
        };
        var why = new Option<string?>("--why") { Description = "Why, for the journal." };
        var from = new Option<string?>("--from") { Description = "File of decisions, a line of JSON each; - for standard input." };
        var lake = CaseLine.Lake();
        var who = CaseLine.As();
        var command = new Command("decide", Description) { place, id, does, values, json, version, why, from, lake, who };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var (named, books) = (result.GetValue(place)!, result.GetValue(lake));
                if (result.GetValue(from) is { } file)
                    return Task.FromResult(
                        CaseLine.Desk(
                            named,
                            result.GetValue(who),
                            console,
                            desk => new DecideLines(desk, console, books, cancellation).Run(file)
                        )
                    );
                var decision = DecisionWords.Read(
                    result.GetValue(id),
                    result.GetValue(does),
                    result.GetValue(values) ?? [],
                    result.GetValue(json)
                );
                if (!decision.Succeeded)
                    return Task.FromResult(console.Refuse(decision.Error));
                var request = new DecideRequest(decision.Value)
                {
                    Version = result.GetValue(version),
                    Why = result.GetValue(why),
                    Lake = books,
                };
                return Task.FromResult(
                    CaseLine.Desk(
                        named,
                        result.GetValue(who),
                        console,
                        desk =>
                            DecideItem.Run(desk, request, cancellation).Match(reply => DecideOutput.Print(reply, console), console.Refuse)
                    )
                );
            }
        );
        return command;
    }
}
