using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary><c>assay case verify CASE</c>: whether anything in a case was changed by something else.</summary>
public static class VerifyCommand
{
    private const string Description = """
        Check a whole case: the chain of its journal, the bytes of every source against their hash, and sources, drafts and decisions
        against what the journal says happened. Names every place that does not hold. Says of each time stamp beside a source what it shows;
        a stamp that shows nothing is no fault of the case.

        Example:
          assay case verify night.assay
          assay case verify night.assay --head 5c1d...   # the head noted down earlier is in the journal

        Exit codes: 0 all holds, 2 usage, 3 something does not hold, or the case cannot be read.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var head = new Option<string?>("--head")
        {
            Description = "The head that an earlier check showed; it has to be in the journal still.",
        };
        var roots = StampLine.Roots();
        var command = new Command("verify", Description) { place, head, roots };
        command.SetAction(result =>
        {
            var console = CommandConsole.Of(result);
            var trust = StampLine.Trust(result.GetValue(roots));
            return trust.Succeeded
                ? VerifyCase
                    .Run(result.GetValue(place)!, result.GetValue(head), trust.Value)
                    .Match(reply => Print(reply, console), console.Refuse)
                : console.Refuse(trust.Error);
        });
        return command;
    }

    private static int Print(VerifyReply reply, CommandConsole console)
    {
        foreach (var fault in reply.Faults)
            console.Say($"{fault.Where}: {fault.What}");
        console.Print(
            (TextWriter text) =>
            {
                text.WriteLine(
                    $"{CaseLine.Count(reply.Entries, "entry", "entries")}, {CaseLine.Count(reply.Sources, "source")}, {CaseLine.Count(reply.Drafts, "draft")}, {CaseLine.Count(reply.Decisions, "decision")}: "
                        + (reply.Faults.Count == 0 ? "all hold" : $"{reply.Faults.Count} do not hold")
                );
                text.WriteLine($"head {reply.Head.Hash}");
                StampLine.Write(text, reply.Stamps ?? []);
            }
        );
        return reply.Faults.Count == 0 ? ExitCodes.Done : ExitCodes.Input;
    }
}
