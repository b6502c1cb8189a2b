using System.CommandLine;
using Assay.Ground.Outcomes;
using Assay.Trade.Findings;
using Assay.TradePages;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade test</c>: a claim in words against the data, under every specification the data allow.</summary>
public static class ClaimCommand
{
    private const string Description = """
        Tests a claim under every specification the data allow, and says which support it.

        Example:  assay trade test --lake DIR --claim "Kazakhstan is used to re-route restricted goods from the EU to Russia since March 2022"

        The claim must name a destination, a target ("to Russia") and a month ("since March 2022"). The goods are those of --list.
        """;

    private const int MostProducts = 10;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new ScanOptions();
        options.Target.Required = false;
        var claim = new Option<string>("--claim") { Description = "The sentence.", Required = true };
        var html = new Option<string?>("--html") { Description = "Also write a page.", HelpName = "FILE" };
        var command = new Command("test", Description) { claim, html };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var sentence = parsed.GetValue(claim)!;
            var read = TradeClaim.Parse(sentence);
            if (!read.Succeeded) return TradeCommand.Refuse(read.Error, error);
            var reports = Scans(options, parsed, read.Value);
            if (!reports.Succeeded) return TradeCommand.Refuse(reports.Error, error);
            var test = new ClaimTest(sentence, read.Value, reports.Value);
            Print(test, output);
            return parsed.GetValue(html) is { } path ? Page(path, test, output, error) : ExitCodes.Done;
        });
        return command;
    }

    // One scan per counterfactual that the data allow.
    private static Result<IReadOnlyList<ScanReport>> Scans(ScanOptions options, ParseResult parsed, TradeClaim claim)
    {
        var reports = new List<ScanReport>();
        Error? last = null;
        foreach (var method in Enum.GetValues<CounterfactualMethod>())
        {
            var scanned = options.Scan(parsed, claim.Target, since: claim.Since, method: method);
            if (!scanned.Succeeded) last = scanned.Error;
            else if (scanned.Value.Method == method) reports.Add(scanned.Value);
        }

        return reports.Count == 0 ? last! : reports;
    }

    private static void Print(ClaimTest test, TextWriter output)
    {
        output.WriteLine(test.Read);
        ScanTable.Write(ClaimTest.SpecificationHead, test.Specifications(ScanTable.Short), output);
        var products = test.Products(MostProducts, ScanTable.Short);
        if (products.Count == 0) output.WriteLine($"The bloc reports no restricted trade with {test.Claim.Destination}.");
        else
        {
            output.WriteLine($"Its products, {test.Reports[0].Method}, found ones first:");
            ScanTable.Write(ClaimTest.ProductHead, products, output);
        }

        output.WriteLine($"Amounts in {test.Unit} (k thousand, M million, bn thousand million).");
        output.WriteLine(test.Verdict);
    }

    private static int Page(string path, ClaimTest test, TextWriter output, TextWriter error)
    {
        try
        {
            using (var page = new StreamWriter(path)) ClaimPage.Write(page, test);
            output.WriteLine($"Page: {path}");
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return TradeCommand.Refuse(new Error(ErrorKind.Output, $"The page could not be written to {path}: {e.Message}", "Choose another file with --html."), error);
        }
    }
}
