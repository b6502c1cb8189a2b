using System.CommandLine;
using Assay.Chronology.Outcomes;
using Assay.Trade.Findings;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade test</c>: a claim in words against the data, under every specification the data allow.</summary>
public static class ClaimCommand
{
    private const string Description = """
        Tests a claim under every specification the data allow, and says which support it.

        Example:  assay trade test --lake DIR --claim "Kazakhstan is used to re-route restricted goods from the EU to Russia since March 2022"

        The claim must name a destination, a target ("to Russia") and a month ("since March 2022"). The goods are those of --list.
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new ScanOptions();
        options.Target.Required = false;
        var claim = new Option<string>("--claim") { Description = "The sentence.", Required = true };
        var command = new Command("test", Description) { claim };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var read = TradeClaim.Parse(parsed.GetValue(claim)!);
            if (!read.Succeeded) return TradeCommand.Refuse(read.Error, error);
            var (supported, specifications) = (new List<string>(), new List<string>());
            Error? last = null;
            foreach (var method in Enum.GetValues<CounterfactualMethod>())
            {
                var scanned = options.Scan(parsed, read.Value.Target, since: read.Value.Since, method: method);
                if (!scanned.Succeeded) last = scanned.Error;
                if (!scanned.Succeeded || scanned.Value.Method != method) continue;
                specifications.Add(method.ToString());
                if (Report(scanned.Value, read.Value, output)) supported.Add(method.ToString());
            }

            if (specifications.Count == 0) return TradeCommand.Refuse(last!, error);
            output.WriteLine(Verdict(supported, specifications));
            return ExitCodes.Done;
        });
        return command;
    }

    private static bool Report(ScanReport report, TradeClaim claim, TextWriter output)
    {
        var totals = report.ByDestination();
        var place = totals.ToList().FindIndex(d => d.Destination == claim.Destination);
        if (place < 0)
        {
            output.WriteLine($"{report.Method}: the bloc reports no restricted trade with {claim.Destination}.");
            return false;
        }

        var total = totals[place];
        output.WriteLine($"{report.Method}: {claim.Destination} is {place + 1} of {totals.Count} destinations by floor, {ScanOptions.Amount(total.Floor)} {report.Request.Currency}; "
            + $"{total.Found} of {total.Cells} products are consistent with re-routing; onward trade {(total.OnwardKnown ? "known" : "unknown")}.");
        foreach (var f in report.Findings.Where(f => f.Found && f.Destination == claim.Destination).Take(10))
            output.WriteLine($"  {f.Product}: {ScanOptions.Amount(f.Before)} before, {ScanOptions.Amount(f.After)} after, floor {ScanOptions.Amount(f.Floor)}, q {f.Q:0.000}");
        return total.Found > 0;
    }

    private static string Verdict(List<string> supported, List<string> all) => supported.Count == all.Count
        ? $"Supported under all {all.Count} specifications tried ({string.Join(", ", all)})."
        : supported.Count == 0
            ? $"Supported under none of the {all.Count} specifications tried ({string.Join(", ", all)})."
            : $"Supported under some of the specifications tried: {string.Join(", ", supported)}; not under {string.Join(", ", all.Except(supported))}.";
}
