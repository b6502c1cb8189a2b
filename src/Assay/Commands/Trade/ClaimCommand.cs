using System.CommandLine;
using Assay.Cases.Routes;
using Assay.TradePages;
using Assay.Wording.Trade;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade test</c>: a claim in words against the data, under every specification the data allow.</summary>
public static class ClaimCommand
{
    private const string Description = """
        Tests a claim under every specification the data allow, and says which support it.

        Example:  assay trade test --lake DIR --claim "Kyrgyzstan is used to re-route restricted goods from the EU to Russia since March 2022"

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
        command.SetAction(
            (parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(claim)!, options, parsed, parsed.GetValue(html), cancellation))
        );
        return command;
    }

    private static int Run(string sentence, ScanOptions options, ParseResult parsed, string? html, CancellationToken cancellation)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var read = RouteSentence.Read(sentence);
        if (!read.Succeeded)
            return TradeCommand.Refuse(read.Error, error);
        var tested = TestRoute.Run(new RouteRequest(read.Value, options.Books(parsed)), parsed.GetValue(options.Lake), cancellation);
        if (!tested.Succeeded)
            return TradeCommand.Refuse(tested.Error, error);
        var verdict = tested.Value;
        if (verdict.Cause is null)
            Print(verdict, output);
        if (verdict.Outcome == RouteOutcome.Unknown)
            Needs(verdict, output);
        if (verdict.Cause is { } cause)
            return TradeCommand.Refuse(cause, error);
        return TradeCommand.Page(html, page => ClaimPage.Write(page, sentence, verdict), output, error);
    }

    private static void Needs(RouteVerdict verdict, TextWriter output)
    {
        output.WriteLine("What data would settle it:");
        foreach (var need in RouteWords.Needs(verdict))
            output.WriteLine($"  {string.Join("; ", need)}");
    }

    private static void Print(RouteVerdict verdict, TextWriter output)
    {
        var first = verdict.Scans[0].Report;
        output.WriteLine(RouteWords.Read(verdict));
        foreach (var way in verdict.Ways)
        {
            ScanTable.Write(RouteWords.SpecificationHead, RouteWords.Specifications(way, Amounts.Short), output);
            var products = RouteWords.Products(way, MostProducts, Amounts.Short);
            output.WriteLine(
                products.Count == 0
                    ? $"The bloc reports no restricted trade with {way.Through}."
                    : $"Its products, {first.Method}, found ones first:"
            );
            if (products.Count > 0)
                ScanTable.Write(RouteWords.ProductHead, products, output);
        }

        if (SideWords.Said(first) is { Length: > 0 } said)
            output.WriteLine(said.TrimStart());
        output.WriteLine($"Amounts in {ScanWords.Unit(first)} (k thousand, M million, bn thousand million).");
        output.WriteLine(RouteWords.Verdict(verdict));
    }
}
