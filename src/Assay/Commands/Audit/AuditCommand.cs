using System.CommandLine;

namespace Assay.Commands.Audit;

/// <summary><c>assay audit FILE...</c>: reads an account, tests its claims about time, prints the verdicts and writes a dossier.</summary>
public static class AuditCommand
{
    private const string Description = """
        Audit an account: which of its claims about time hold, on whose clock, and who says so.

        Reads text, Markdown, HTML, PDF, Word, mail, saved pages and web archives, files or folders. Prints a summary of a screen or so,
        the most telling first, and writes a dossier folder with one self-contained page.

        Examples:
          assay audit article.txt
          assay audit interviews/ --published 2024-03-01 --out dossier-march
          assay audit page.html --format json | jq '.claims[] | {sentence, verdict}'
          assay audit report.txt --all | less
          assay audit page.html --show furniture

        Exit codes: 0 done, 2 usage, 3 no input could be read, 4 some inputs were refused, 5 the dossier could not be written, 130 stopped.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var inputs = new Argument<string[]>("FILE") { Description = "Files or folders to audit.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format")
        {
            Description = "What to print: text (for a person), json, md or html.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "md", "html");
        var outFolder = new Option<string?>("--out")
        {
            Description = "Folder for the dossier. Default: dossier/ and the name of the first input; none with --format json, md or html.",
        };
        var noDossier = new Option<bool>("--no-dossier") { Description = "Print only; write no dossier." };
        var published = new Option<string?>("--published")
        {
            Description = "Publication date (YYYY-MM-DD) of sources that state none; relative dates count from it.",
        };
        var global = new Option<string[]>("--zone")
        {
            Description = "A zone the author may have converted every clock to (IANA id such as Europe/Berlin); may be repeated.",
        };
        var maxSize = new Option<int>("--max-size")
        {
            Description = "Largest file to read, in MB.",
            DefaultValueFactory = _ => ReadingOptions.DefaultSize,
        };
        var all = new Option<bool>("--all")
        {
            Description = "Show everything in the summary; without it, a screen and a half, and the rest is counted.",
        };
        var lake = new Option<string?>("--lake")
        {
            Description = "Directory of customs books (see 'assay trade import'): claims of re-routing are tested with them.",
        };
        var currency = ReadingOptions.CreateCurrency();
        var show = new Option<string?>("--show") { Description = "Print one part only: furniture (what was set aside, and why)." };
        show.AcceptOnlyFromAmong("furniture");
        var command = new Command("audit", Description)
        {
            inputs,
            format,
            outFolder,
            noDossier,
            published,
            global,
            maxSize,
            all,
            lake,
            currency,
            show,
        };
        command.SetAction(
            (result, cancellation) =>
                Task.FromResult(
                    new AuditRun(
                        result.GetValue(inputs) ?? [],
                        new ReadingOptions(
                            result.GetValue(published),
                            result.GetValue(global) ?? [],
                            result.GetValue(maxSize),
                            result.GetValue(lake)
                        )
                        {
                            Currency = result.GetValue(currency),
                        },
                        new AuditPrinting(
                            result.GetValue(format)!,
                            result.GetValue(outFolder),
                            result.GetValue(noDossier),
                            result.GetValue(all)
                        ),
                        result.GetValue(show),
                        CommandConsole.Of(result)
                    ).Execute(cancellation)
                )
        );
        return command;
    }
}
