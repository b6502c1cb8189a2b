using System.CommandLine;
using Assay.Ground.Outcomes;
using Assay.Trade.Findings;
using Assay.Trade.Lake;
using Assay.TradePages;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade explain</c>: the finding card of one destination and product.</summary>
public static class ExplainCommand
{
    private const string Description = """
        Shows one finding with every number it rests on, so that it can be re-done by hand.

        Example:  assay trade explain KG 870324 --lake DIR --target RU --list my.csv
                  assay trade explain KG 870324 --lake DIR --target RU --list my.csv --html card.html
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new ScanOptions();
        var destination = new Argument<string>("DESTINATION") { Description = "ISO alpha-2 code." };
        var product = new Argument<string>("PRODUCT") { Description = "Product family, as long as --level says." };
        var html = new Option<string?>("--html") { Description = "Also write a page.", HelpName = "FILE" };
        var command = new Command("explain", Description) { destination, product, html };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var scanned = options.Scan(parsed);
            if (!scanned.Succeeded) return TradeCommand.Refuse(scanned.Error, error);
            var (to, code) = (parsed.GetValue(destination)!, parsed.GetValue(product)!);
            if (scanned.Value.Findings.FirstOrDefault(f => f.Destination == to && f.Product == scanned.Value.Request.FamilyOf(code)) is not { } finding)
                return TradeCommand.Refuse(new Error(ErrorKind.Input, $"The bloc reports no trade in {code} with {to}, or the list does not cover it.",
                    "Check the code against --list and --level."), error);
            var card = new FindingCard(scanned.Value, finding);
            output.Write(card.Text());
            return parsed.GetValue(html) is { } path ? Page(path, scanned.Value, finding, options.Files(parsed), output, error) : ExitCodes.Done;
        });
        return command;
    }

    private static int Page(string path, ScanReport report, Finding finding, IReadOnlyList<FileProvenance> files, TextWriter output, TextWriter error)
    {
        try
        {
            using (var page = new StreamWriter(path)) FindingPage.Write(page, report, finding, files);
            output.WriteLine($"Page: {path}");
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return TradeCommand.Refuse(new Error(ErrorKind.Output, $"The page could not be written to {path}: {e.Message}", "Choose another file with --html."), error);
        }
    }
}
