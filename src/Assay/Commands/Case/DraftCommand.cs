using System.CommandLine;
using Assay.Cases.Casework;

namespace Assay.Commands.Case;

/// <summary><c>assay case draft CASE RUN</c>: takes a run of a model into a case.</summary>
public static class DraftCommand
{
    private const string Description = """
        Take the drafts of a run of a model into a case, under the name of the model.

        The run is one that 'assay read --model NAME --endpoint URL --runs DIR' kept. The drafts are made anew from its answers and the sources of
        the case, and nobody is asked. What does not stand in the words is refused; the page Runs of the workbench lists it.

        Example:
          assay case draft night.assay runs/5b1c….run.json

        Exit codes: 0 done, 2 usage, 3 the run cannot be read or is of other texts, 5 the case could not be written, 130 stopped.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var run = new Argument<string>("RUN") { Description = "The file of the run." };
        var who = CaseLine.As();
        var command = new Command("draft", Description) { place, run, who };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                return Task.FromResult(
                    CaseLine.Desk(
                        result.GetValue(place)!,
                        result.GetValue(who),
                        console,
                        desk =>
                            DraftFromRun
                                .Run(desk, result.GetValue(run)!, cancellation)
                                .GetAwaiter()
                                .GetResult()
                                .Match(taken => Print(taken, console), console.Refuse)
                    )
                );
            }
        );
        return command;
    }

    private static int Print(RunTaken taken, CommandConsole console)
    {
        var (found, changed, same, gone, _, _) = taken.Changes;
        console.Print(
            (TextWriter text) =>
                text.WriteLine(
                    $"{taken.Model}: {found} drafts new, {same} the same, {changed} changed, {gone} gone; {taken.Run.RefusedInAll} refused"
                )
        );
        return ExitCodes.Done;
    }
}
