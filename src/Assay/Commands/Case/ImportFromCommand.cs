using System.CommandLine;
using System.Text;
using Assay.Cases.Casework;
using Assay.Cases.Exchange.Incoming;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Commands.Case;

/// <summary><c>assay case import-from CASE FILE</c>: takes over what another program has, as drafts.</summary>
public static class ImportFromCommand
{
    private const string Description = """
        Take over a chronology or annotations of another program. All of it comes in as drafts; nothing is decided by it. A chronology is
        kept as a source of its own, and its drafts rest on places in it. Annotations are held against the words of the sources that the
        case has. A sidecar of an export (FILE.sidecar.json) is read with it.

        Formats:
          csv         a table, its columns known by their headers; comma, semicolon or tab between cells
          timelinejs  TimelineJS JSON
          ftm         FollowTheMoney entities, one JSON object a line
          hypothesis  annotations as the API of Hypothes.is gives them

        Examples:
          assay case import-from night.assay log.csv --column event=Remarks --dates dmy
          assay case import-from night.assay annotations.json --format hypothesis

        Exit codes: 0 done, 2 usage, 3 nothing could be taken over, 4 some of it was not, 5 the case could not be written.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var file = new Argument<string>("FILE") { Description = "The file." };
        var format = new Option<string>("--format")
        {
            Description = "The format; without it, as the file looks.",
            DefaultValueFactory = _ => "auto",
        };
        format.AcceptOnlyFromAmong([.. ImportExchange.Formats]);
        var dates = new Option<string?>("--dates") { Description = "Order of dates such as 05/06/2021: dmy or mdy." };
        dates.AcceptOnlyFromAmong("dmy", "mdy");
        var columns = new Option<string[]>("--column")
        {
            Description = $"What a column of a table holds, ROLE=HEADER; roles: {string.Join(", ", ImportExchange.Roles)}.",
        };
        var who = CaseLine.As();
        var command = new Command("import-from", Description) { place, file, format, dates, columns, who };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var mapped = Mapped(result.GetValue(columns) ?? []);
                if (!mapped.Succeeded)
                    return Task.FromResult(console.Refuse(mapped.Error));
                var read = Read(result.GetValue(file)!);
                if (!read.Succeeded)
                    return Task.FromResult(console.Refuse(read.Error));
                var import = read.Value with
                {
                    Format = result.GetValue(format)!,
                    Columns = mapped.Value,
                    Dates = result.GetValue(dates) switch
                    {
                        "dmy" => DateOrder.Day,
                        "mdy" => DateOrder.Month,
                        _ => DateOrder.Told,
                    },
                };
                return Task.FromResult(
                    CaseLine.Desk(
                        result.GetValue(place)!,
                        result.GetValue(who),
                        console,
                        desk => ImportExchange.Run(desk, import, cancellation).Match(r => Print(r, import.File, console), console.Refuse)
                    )
                );
            }
        );
        return command;
    }

    private static Result<Dictionary<string, string>> Mapped(string[] columns)
    {
        var mapped = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (column.Split('=', 2) is not [var role, { Length: > 0 } header] || !ImportExchange.Roles.Contains(role))
                return new Error(
                    ErrorKind.Usage,
                    $"“{Printable.Of(column)}” names no column.",
                    $"Write ROLE=HEADER, with one of the roles {string.Join(", ", ImportExchange.Roles)}."
                );
            mapped[role] = header;
        }

        return mapped;
    }

    private static Result<ExchangeImport> Read(string file)
    {
        var limits = IntakeOptions.Default with { MaxBytes = ImportExchange.LargestFile };
        var bytes = SourceIntake.ReadBytes(file, limits);
        if (!bytes.Succeeded)
            return bytes.Error;
        var import = new ExchangeImport(Printable.Of(file), bytes.Value, "auto");
        if (!File.Exists(file + ".sidecar.json"))
            return import;
        var sidecar = SourceIntake.ReadBytes(file + ".sidecar.json", limits);
        return sidecar.Succeeded ? import with { Sidecar = Encoding.UTF8.GetString(sidecar.Value) } : sidecar.Error;
    }

    private static int Print(ImportedExchange made, string file, CommandConsole console)
    {
        foreach (var left in made.Left)
            console.Say($"{Printable.Of(left.Id)}: {left.Reason}");
        console.Print(
            (TextWriter text) =>
            {
                var drafts = string.Join(", ", made.Drafts.Select(d => CaseLine.Count(d.Value, d.Key.TrimEnd('s'))));
                text.WriteLine($"took over {file} as {made.Format}: {drafts}; {made.Left.Count} refused");
                text.WriteLine(
                    $"{CaseLine.Count(made.Changes.New, "draft")} new, {made.Changes.Changed} changed, {made.Changes.Same} the same, {made.Changes.Gone} gone"
                );
            }
        );
        return made.Left.Count == 0 ? ExitCodes.Done : ExitCodes.Partial;
    }
}
