using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Cases.Store;
using Assay.Commands.Audit;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary><c>assay case export CASE FILE</c>: writes a whole case as one file.</summary>
public static class ExportCommand
{
    private const string Description = """
        Write a whole case as one file: a zip archive of its journal, sources, drafts and decisions. One case is always the same bytes.

        Example:
          assay case export night.assay night.zip

        Exit codes: 0 done, 2 usage, 3 the case cannot be read or does not hold, 5 the file could not be written.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var file = new Argument<string>("FILE") { Description = "The file to write; one that is there is replaced." };
        var command = new Command("export", Description) { place, file };
        command.SetAction(result =>
        {
            var console = CommandConsole.Of(result);
            return CaseLine.Open(result.GetValue(place)!, console, opened => Execute(opened, result.GetValue(file)!, console));
        });
        return command;
    }

    private static int Execute(OpenedCase opened, string file, CommandConsole console)
    {
        Result<CaseHead>? exported = null;
        if (WholeFile.Write(file, stream => (exported = ExportCase.Run(opened, stream)).Value.Succeeded) is { } unwritten)
            return console.Refuse(exported is { Succeeded: false } failed ? failed.Error! : unwritten);
        var head = exported!.Value.Value;
        console.Print((TextWriter text) => text.WriteLine($"wrote {Printable.Of(file)}: {head.Sequence} entries, head {head.Hash}"));
        return ExitCodes.Done;
    }
}
