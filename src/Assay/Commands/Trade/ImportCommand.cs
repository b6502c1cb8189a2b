using System.CommandLine;
using System.Globalization;
using Assay.Cases.Books;
using Assay.Ground.Outcomes;
using Assay.Trade.Import;
using Spectre.Console;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade import</c>: brings files of statistical offices into a lake.</summary>
public static class ImportCommand
{
    private const string Description = """
        Brings files as statistical offices publish them into a lake (a folder of Parquet files with provenance).

        Recognised by content: Eurostat Comext bulk v1 and v2 (.dat, .7z), Comext SDMX-CSV, Data Browser XLSX and CSV, UN Comtrade v1 CSV and JSON
        and legacy CSV, WITS, IMF, CEPII BACI, tables of many national offices, and any long or wide table or JSON whose headings say what they are; others
        with --set or --mapping (docs/trade-formats.md).
        A file enters as a whole or not at all, and the same bytes only once. Rows that cannot be used are counted with reasons and examples.

        Example:  assay trade import full_v2_202203.7z full_v2_202204.7z --lake lake
                  assay trade import totals.csv --lake lake --set reporter=EU27_2020 --set flow=X --set product=TOTAL
                  assay trade import customs.xlsx --lake lake --mapping customs.json --extracted 2024-01-31

        Exit codes: 0 done, 2 wrong command line, 3 no file could be read, 4 some files or rows were refused, 130 stopped.
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files to import.", Arity = ArgumentArity.OneOrMore };
        var lake = new Option<string>("--lake")
        {
            Description = "The lake's folder; made where it does not exist.",
            HelpName = "DIR",
            Required = true,
        };
        var mapping = new Option<string?>("--mapping") { Description = "JSON that says which columns mean what.", HelpName = "FILE" };
        var set = new Option<string[]>("--set")
        {
            Description = "A value for the whole file, such as flow=X; may be repeated.",
            HelpName = "FIELD=VALUE",
        };
        var extracted = new Option<string?>("--extracted")
        {
            Description = "When the publisher's database was read, 2024-01-31.",
            HelpName = "DATE",
        };
        var json = new Option<bool>("--json") { Description = "Print the provenance of each file as JSON." };
        var command = new Command("import", Description) { files, lake, mapping, set, extracted, json };
        command.SetAction(
            (parsed, cancel) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var said = Said(parsed.GetValue(mapping), parsed.GetValue(set) ?? [], parsed.GetValue(extracted));
                return Task.FromResult(
                    said.Succeeded
                        ? Run(parsed.GetValue(files)!, parsed.GetValue(lake)!, said.Value, parsed.GetValue(json), output, error, cancel)
                        : TradeCommand.Refuse(said.Error, error)
                );
            }
        );
        return command;
    }

    private static Result<FileSaid> Said(string? mapping, string[] sets, string? extracted)
    {
        if (extracted is null)
            return FileSaid.Of(mapping, sets, null);
        var day = TradeCommand.Day(extracted, "Write --extracted 2024-01-31.");
        return day.Succeeded ? FileSaid.Of(mapping, sets, day.Value) : day.Error;
    }

    private static int Run(
        string[] files,
        string lake,
        FileSaid said,
        bool json,
        TextWriter output,
        TextWriter error,
        CancellationToken cancel
    )
    {
        var import = new ImportFile(TimeProvider.System);
        var (done, refusedRows, last) = (0, false, (Error?)null);
        foreach (var file in files)
        {
            var reply = WithProgress(file, error, progress => import.Run(new FileRequest(file, lake, said), progress, cancel));
            if (!reply.Succeeded)
            {
                last = reply.Error;
                error.WriteLine(reply.Error);
                if (last.Kind == ErrorKind.Cancelled)
                    return ExitCodes.Cancelled;
                continue;
            }

            done++;
            refusedRows |= reply.Value.Provenance.RowsRefused > 0;
            if (json)
                output.WriteLine(ImportFile.Json(reply.Value.Provenance));
            else
                ImportText.Write(reply.Value, output);
        }

        if (done == 0)
            return ExitCodes.For(last!);
        return last is not null || refusedRows ? ExitCodes.Partial : ExitCodes.Done;
    }

    // A line that lives while the import runs, on a terminal only; it goes to standard error.
    private static T WithProgress<T>(string file, TextWriter error, Func<IProgress<ImportProgress>?, T> run)
    {
        if (Console.IsErrorRedirected || !ReferenceEquals(error, Console.Error))
            return run(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console
            .Status()
            .Start(
                Markup.Escape(Path.GetFileName(file)),
                status =>
                    run(
                        new Telling(p =>
                            status.Status(
                                Markup.Escape(
                                    $"{Path.GetFileName(file)}: {p.Stage}{(p.Share is > 0 and < 1 ? p.Share.ToString(" 0 %", CultureInfo.InvariantCulture) : "")}"
                                )
                            )
                        )
                    )
            );
    }

    private sealed class Telling(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
