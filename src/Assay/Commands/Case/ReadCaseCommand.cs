using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Commands.Audit;

namespace Assay.Commands.Case;

/// <summary><c>assay case read CASE [SOURCE...]</c>: drafts by the rules.</summary>
public static class ReadCaseCommand
{
    private const string Description = """
        Read the sources of a case by the rules, and say which drafts are new, the same, changed, or gone.

        All sources are read together, since an event told in two of them is one; with SOURCE named, those and the ones read before.
        What somebody decided is not touched.

        Example:
          assay case read night.assay

        Exit codes: 0 done, 2 usage, 3 no source could be read, 4 some could not, 5 the case could not be written, 130 stopped.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "Sources, by id, file name or the beginning of their SHA-256.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var global = new Option<string[]>("--zone")
        {
            Description = "A zone the author may have converted every clock to (IANA id such as Europe/Berlin); may be repeated.",
        };
        var who = CaseLine.As();
        var command = new Command("read", Description) { place, sources, global, who };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var options = new ReadingOptions(null, result.GetValue(global) ?? [], ReadingOptions.DefaultSize).Parse();
                if (!options.Succeeded)
                    return Task.FromResult(console.Refuse(options.Error));
                var request = new ReadCaseRequest { Sources = result.GetValue(sources) ?? [], Options = options.Value };
                return Task.FromResult(
                    CaseLine.Desk(
                        result.GetValue(place)!,
                        result.GetValue(who),
                        console,
                        desk => ReadCase.Run(desk, request, null, cancellation).Match(reply => Print(reply, console), console.Refuse)
                    )
                );
            }
        );
        return command;
    }

    private static int Print(ReadCaseReply reply, CommandConsole console)
    {
        CaseLine.Say(reply.Refused, console);
        var (found, changed, same, gone, kept, _) = reply.Changes;
        console.Print(
            (TextWriter text) =>
            {
                text.WriteLine(
                    $"read {CaseLine.Count(reply.Read, "source")}: {found} drafts new, {same} the same, {changed} changed, {gone} gone"
                );
                if (kept > 0)
                    text.WriteLine($"{kept} of those changed or gone were decided about; they stay as they were decided");
            }
        );
        return reply.Refused.Count == 0 ? ExitCodes.Done : ExitCodes.Partial;
    }
}
