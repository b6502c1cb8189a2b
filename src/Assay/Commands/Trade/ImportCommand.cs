using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Assay.Ground.Outcomes;
using Assay.Trade.Formats.Mapped;
using Assay.Trade.Import;
using Assay.Trade.Lake;
using Spectre.Console;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade import</c>: brings files of statistical offices into a lake.</summary>
public static class ImportCommand
{
    private const string Description = """
        Brings files as statistical offices publish them into a lake (a folder of Parquet files with provenance).

        Recognised by content: Eurostat Comext bulk v1 and v2 (.dat, .7z), Comext SDMX-CSV, Data Browser XLSX and CSV, UN Comtrade v1 CSV and JSON
        and legacy CSV, CEPII BACI, and any long or wide table whose headings say what they are; others with --set or --mapping (docs/trade-formats.md).
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
        var lake = new Option<string>("--lake") { Description = "The lake's folder; made where it does not exist.", HelpName = "DIR", Required = true };
        var mapping = new Option<string?>("--mapping") { Description = "JSON that says which columns mean what.", HelpName = "FILE" };
        var set = new Option<string[]>("--set") { Description = "A value for the whole file, such as flow=X; may be repeated.", HelpName = "FIELD=VALUE" };
        var extracted = new Option<string?>("--extracted") { Description = "When the publisher's database was read, 2024-01-31.", HelpName = "DATE" };
        var json = new Option<bool>("--json") { Description = "Print the provenance of each file as JSON." };
        var command = new Command("import", Description) { files, lake, mapping, set, extracted, json };
        command.SetAction((parsed, cancel) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var said = Said(parsed.GetValue(mapping), parsed.GetValue(set) ?? []);
            if (!said.Succeeded) return Task.FromResult(TradeCommand.Refuse(said.Error, error));
            DateOnly? date = null;
            if (parsed.GetValue(extracted) is { } text)
            {
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return Task.FromResult(TradeCommand.Refuse(new Error(ErrorKind.Usage, $"'{text}' is not a date.", "Write --extracted 2024-01-31."), error));
                }

                date = day;
            }

            return Task.FromResult(Run(parsed.GetValue(files)!, parsed.GetValue(lake)!, said.Value.Mapping, date, parsed.GetValue(json), output, error, cancel));
        });
        return command;
    }

    private readonly record struct Given(TradeMapping? Mapping);

    private static Result<Given> Said(string? path, string[] sets)
    {
        var mapping = path is null ? (Result<TradeMapping>)new TradeMapping() : TradeMapping.Load(path);
        if (!mapping.Succeeded) return mapping.Error;
        var constants = new Dictionary<string, string>(mapping.Value.Constants);
        foreach (var set in sets)
        {
            var equals = set.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) return new Error(ErrorKind.Usage, $"'{set}' is not FIELD=VALUE.", "Write for example --set flow=X.");
            constants[set[..equals]] = set[(equals + 1)..];
        }

        return new Given(path is null && sets.Length == 0 ? null : mapping.Value with { Constants = constants });
    }

    private static int Run(string[] files, string lake, TradeMapping? mapping, DateOnly? extracted, bool json, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var import = new ImportTrade(TimeProvider.System);
        var (done, refusedRows, last) = (0, false, (Error?)null);
        foreach (var file in files)
        {
            var reply = WithProgress(file, error, progress =>
                import.Run(new ImportRequest(file, lake) { Mapping = mapping, Extracted = extracted }, progress, cancel));
            if (!reply.Succeeded)
            {
                last = reply.Error;
                error.WriteLine(reply.Error);
                if (last.Kind == ErrorKind.Cancelled) return ExitCodes.Cancelled;
                continue;
            }

            done++;
            refusedRows |= reply.Value.Provenance.RowsRefused > 0;
            if (json) output.WriteLine(JsonSerializer.Serialize(reply.Value.Provenance, LakeJson.Default.FileProvenance));
            else ImportText.Write(reply.Value, output);
        }

        return done == 0 ? ExitCodes.For(last!) : last is not null || refusedRows ? ExitCodes.Partial : ExitCodes.Done;
    }

    // A line that lives while the import runs, on a terminal only; it goes to standard error.
    private static T WithProgress<T>(string file, TextWriter error, Func<IProgress<ImportProgress>?, T> run)
    {
        if (Console.IsErrorRedirected || !ReferenceEquals(error, Console.Error)) return run(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Status().Start(Markup.Escape(Path.GetFileName(file)), status =>
            run(new Telling(p => status.Status(Markup.Escape($"{Path.GetFileName(file)}: {p.Stage}{(p.Share is > 0 and < 1 ? p.Share.ToString(" 0 %", CultureInfo.InvariantCulture) : "")}")))));
    }

    private sealed class Telling(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
