using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Commands.Audit;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary><c>assay case add CASE FILE...</c>: adds sources.</summary>
public static class AddCommand
{
    private const string Description = """
        Add sources to a case: files or folders of them. Their bytes are kept as received; the same bytes are kept once. A time stamp (RFC 3161)
        that stands beside a file by its name (harbour.html.tsr, .tst, .tsq) is kept with it, and verified without any network.

        Example:
          assay case add night.assay harbour.html interviews/ --published 2021-05-04

        Stopped with Ctrl+C, it keeps the sources of the files it has taken, each whole, and names them; the same command then takes the rest.

        Exit codes: 0 done, 2 usage, 3 none could be read, 4 some were refused, 5 the case could not be written, 130 stopped.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var files = new Argument<string[]>("FILE") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };
        var published = new Option<string?>("--published")
        {
            Description = "Publication date (YYYY-MM-DD) of sources that state none; relative dates count from it.",
        };
        var maxSize = new Option<int>("--max-size")
        {
            Description = "Largest file to take, in MB.",
            DefaultValueFactory = _ => ReadingOptions.DefaultSize,
        };
        var roots = StampLine.Roots();
        var who = CaseLine.As();
        var command = new Command("add", Description) { place, files, published, maxSize, roots, who };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var options = new ReadingOptions(result.GetValue(published), [], result.GetValue(maxSize)).Parse();
                if (!options.Succeeded)
                    return Task.FromResult(console.Refuse(options.Error));
                var request = new AddRequest(result.GetValue(files) ?? [])
                {
                    Published = options.Value.Published,
                    Intake = options.Value.Intake,
                };
                return Task.FromResult(
                    CaseLine.Desk(
                        result.GetValue(place)!,
                        result.GetValue(who),
                        console,
                        desk => Execute(desk, request, console, cancellation),
                        result.GetValue(roots)
                    )
                );
            }
        );
        return command;
    }

    private static int Execute(Desk desk, AddRequest request, CommandConsole console, CancellationToken cancellation) =>
        AddSources.Run(desk, request, cancellation).Match(reply => Print(reply, console), console.Refuse);

    private static int Print(AddReply reply, CommandConsole console)
    {
        CaseLine.Say(reply.Refused, console);
        console.Print(
            (TextWriter text) =>
            {
                foreach (var source in reply.Added)
                    text.WriteLine($"added {source.Id}  {source.Sha256}  {source.File}");
                foreach (var source in reply.Known)
                    text.WriteLine($"known {source.Id}  {source.Sha256}  {source.File}");
                foreach (var stamp in reply.Stamps)
                    text.WriteLine(StampLine.Of(stamp));
            }
        );
        if (reply.Stopped is { } stopped)
            return console.Refuse(stopped);
        return reply.Refused.Count == 0 ? ExitCodes.Done : ExitCodes.Partial;
    }
}
