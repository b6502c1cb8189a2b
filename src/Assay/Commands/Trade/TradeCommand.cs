using System.CommandLine;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade</c>: tests a re-routing claim against trade statistics.</summary>
public static class TradeCommand
{
    /// <summary>The command with its subcommands.</summary>
    public static Command Create() => new("trade", "Tests a re-routing claim against trade statistics: import files, look at lists, scan, explain.")
    {
        ImportCommand.Create(),
        ListsCommand.Create(),
        ListedCommand.Create(),
        SimulateCommand.Create(),
        ScanCommand.Create(),
        ExplainCommand.Create(),
        ClaimCommand.Create(),
        ValidateCommand.Create(),
        CompareCommand.Create(),
        RatiosCommand.Create(),
    };

    /// <summary>Prints an expected failure and gives its exit code.</summary>
    internal static int Refuse(Error refused, TextWriter error)
    {
        error.WriteLine(refused);
        return ExitCodes.For(refused);
    }
}
