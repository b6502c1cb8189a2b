using System.CommandLine;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Audit;

/// <summary><c>assay check ACCOUNT.json</c>: holds an account against its sources and puts it to the test.</summary>
public static class CheckCommand
{
    private const string Description = """
        Check an account, whoever drafted it: every anchor is held against its source, what does not hold is refused with
        its line and the reason, and the rest is put to the test. Prints what 'assay audit' prints, dossier included.

        Sources are looked for where the check runs, then beside the account. docs/account.md shows an account by hand.

        Examples:
          assay read article.txt > account.json && assay check account.json
          assay check account.json --format json | jq '.claims[] | {sentence, verdict}'
          assay read article.txt | assay check -

        Exit codes: 0 done, 2 usage, 3 the account or its sources cannot be read, 4 some items were refused,
        5 the dossier could not be written, 130 stopped.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var account = new Argument<string>("ACCOUNT") { Description = "The account, a JSON file; - for standard input." };
        var format = new Option<string>("--format")
        {
            Description = "What to print: text (for a person), json, md or html.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "md", "html");
        var outFolder = new Option<string?>("--out")
        {
            Description = "Folder for the dossier. Default: dossier/ and the name of the account; none with --format json, md or html.",
        };
        var noDossier = new Option<bool>("--no-dossier") { Description = "Print only; write no dossier." };
        var maxSize = new Option<int>("--max-size")
        {
            Description = "Largest file to read, in MB.",
            DefaultValueFactory = _ => ReadingOptions.DefaultSize,
        };
        var lake = new Option<string?>("--lake")
        {
            Description = "Directory of customs books (see 'assay trade import'): claims of re-routing are tested with them.",
        };
        var currency = ReadingOptions.CreateCurrency();
        var all = new Option<bool>("--all")
        {
            Description = "Show everything in the summary; without it, a screen and a half, and the rest is counted.",
        };
        var command = new Command("check", Description) { account, format, outFolder, noDossier, maxSize, lake, currency, all };
        command.SetAction(
            (result, cancellation) =>
                Task.FromResult(
                    Execute(
                        result.GetValue(account)!,
                        result.GetValue(maxSize),
                        result.GetValue(lake),
                        result.GetValue(currency)?.ToUpperInvariant(),
                        new AuditPrinting(
                            result.GetValue(format)!,
                            result.GetValue(outFolder),
                            result.GetValue(noDossier),
                            result.GetValue(all)
                        ),
                        CommandConsole.Of(result),
                        cancellation
                    )
                )
        );
        return command;
    }

    private static int Execute(
        string account,
        int maxSize,
        string? lake,
        string? currency,
        AuditPrinting printing,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        if (printing.Wrong is { } wrong)
            return console.Refuse(wrong);
        var intake = ReadingOptions.Intake(maxSize);
        if (!intake.Succeeded)
            return console.Refuse(intake.Error);
        var isPiped = account == "-";
        using var input = isPiped ? Console.OpenStandardInput() : null;
        var request = new CheckRequest(isPiped ? "standard input" : account, intake.Value, input, lake) { Currency = currency };
        var reply = CheckAccount.Run(request, cancellation);
        return reply.Match(r => printing.Print(r, isPiped ? "account" : account, console), console.Refuse);
    }
}
