using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Commands.Audit;

namespace Assay.Commands.Case;

/// <summary><c>assay case publish CASE --out DIR</c>: writes the dossier of a case.</summary>
public static class PublishCommand
{
    private const string Description = """
        Write the dossier of a case: a folder with one self-contained page, the report as JSON, and the sources as received.

        Example:
          assay case publish night.assay --out night-dossier

        Exit codes: 0 done, 2 usage, 3 the case cannot be read or has no source, 4 some items did not hold, 5 the dossier could not be written.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var outFolder = new Option<string>("--out")
        {
            Description = "Folder for the dossier; one that is there is replaced.",
            Required = true,
        };
        var all = new Option<bool>("--all") { Description = "Show everything in the summary; without it, a screen and a half." };
        var lake = CaseLine.Lake();
        var currency = ReadingOptions.CreateCurrency();
        var roots = StampLine.Roots();
        var command = new Command("publish", Description) { place, outFolder, all, lake, currency, roots };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var (named, books) = (result.GetValue(place)!, result.GetValue(lake));
                var printing = new AuditPrinting("text", result.GetValue(outFolder), NoDossier: false, result.GetValue(all));
                if (printing.Wrong is { } wrong)
                    return Task.FromResult(console.Refuse(wrong));
                return Task.FromResult(
                    CaseLine.Check(named, books, result.GetValue(currency), printing, console, cancellation, result.GetValue(roots))
                );
            }
        );
        return command;
    }
}
