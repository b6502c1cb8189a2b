using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Commands.Audit;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary><c>assay case check CASE</c>: puts a case to the test.</summary>
public static class CheckCaseCommand
{
    private const string Description = """
        Put a case to the test and print what 'assay check' prints: the clocks of all its sources are in one network.

        Example:
          assay case check night.assay --format md

        Exit codes: 0 done, 2 usage, 3 the case cannot be read or has no source, 4 some items did not hold.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var format = new Option<string>("--format")
        {
            Description = "What to print: text (for a person), json, md or html.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "md", "html");
        var all = new Option<bool>("--all") { Description = "Show everything in the summary; without it, a screen and a half." };
        var lake = CaseLine.Lake();
        var currency = ReadingOptions.CreateCurrency();
        var roots = StampLine.Roots();
        var command = new Command("check", Description) { place, format, all, lake, currency, roots };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var (named, books) = (result.GetValue(place)!, result.GetValue(lake));
                var printing = new AuditPrinting(result.GetValue(format)!, null, NoDossier: true, result.GetValue(all));
                return Task.FromResult(
                    CaseLine.Check(named, books, result.GetValue(currency), printing, console, cancellation, result.GetValue(roots))
                );
            }
        );
        return command;
    }
}
