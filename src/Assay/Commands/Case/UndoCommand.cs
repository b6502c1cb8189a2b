using System.CommandLine;
using Assay.Cases.Casework;

namespace Assay.Commands.Case;

/// <summary><c>assay case undo CASE</c>: takes a decision back.</summary>
public static class UndoCommand
{
    private const string Description = """
        Take back the last decision you made that still stands, or the one of an entry of the journal. That is an entry of its own.

        Example:
          assay case undo night.assay
          assay case undo night.assay --entry 14 --why "the insurer wrote again"

        Exit codes: 0 done, 2 usage or nothing to take back, 3 the case cannot be read, 5 it could not be written, 6 a later decision stands on it.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var entry = new Option<long?>("--entry") { Description = "The entry of the journal that made the decision." };
        var why = new Option<string?>("--why") { Description = "Why, for the journal." };
        var who = CaseLine.As();
        var command = new Command("undo", Description) { place, entry, why, who };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var request = new UndoRequest { Entry = result.GetValue(entry), Why = result.GetValue(why) };
                return Task.FromResult(
                    CaseLine.Desk(
                        result.GetValue(place)!,
                        result.GetValue(who),
                        console,
                        desk =>
                            UndoDecision.Run(desk, request, cancellation).Match(reply => DecideOutput.Print(reply, console), console.Refuse)
                    )
                );
            }
        );
        return command;
    }
}
