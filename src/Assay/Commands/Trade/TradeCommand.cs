using System.CommandLine;
using System.Globalization;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade</c>: tests a re-routing claim against trade statistics.</summary>
public static class TradeCommand
{
    private const string Description = "Tests a re-routing claim against trade statistics: import files, look at lists, scan, explain.";

    /// <summary>The command with its subcommands.</summary>
    public static Command Create() =>
        new("trade", Description)
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
            SuppliersCommand.Create(),
            BalanceCommand.Create(),
        };

    /// <summary>Prints an expected failure and gives its exit code.</summary>
    internal static int Refuse(Error refused, TextWriter error)
    {
        error.WriteLine(refused);
        return ExitCodes.For(refused);
    }

    /// <summary>Reads a day as in 2022-04-08.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hint">What to write where it is none.</param>
    internal static Result<DateOnly> Day(string text, string hint) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : new Error(ErrorKind.Usage, $"'{text}' is not a date.", hint);

    /// <summary>Writes a file; the error where that cannot be done.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that named it.</param>
    /// <param name="write">Writes what belongs in it.</param>
    internal static Error? Written(string path, string option, Action<TextWriter> write)
    {
        try
        {
            using var file = new StreamWriter(path);
            write(file);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error(ErrorKind.Output, $"{path} could not be written: {e.Message}", $"Choose another file with {option}.");
        }
    }

    /// <summary>Writes the page that <c>--html</c> asks for and gives the exit code.</summary>
    /// <param name="path">The file; null where no page is asked for.</param>
    /// <param name="write">Writes the page.</param>
    /// <param name="output">Told where the page lies.</param>
    /// <param name="error">Told where it cannot be written.</param>
    internal static int Page(string? path, Action<TextWriter> write, TextWriter output, TextWriter error)
    {
        if (path is null)
            return ExitCodes.Done;
        if (Written(path, "--html", write) is { } refused)
            return Refuse(refused, error);
        output.WriteLine($"Page: {path}");
        return ExitCodes.Done;
    }
}
