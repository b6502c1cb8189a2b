using System.Globalization;
using Assay.Trade.Findings;
using Assay.TradePages;

namespace Assay.Commands.Trade;

/// <summary>A claim with the scan of every specification the data allow, and what they say of it.</summary>
/// <param name="Sentence">The claim in its own words.</param>
/// <param name="Claim">The claim taken apart.</param>
/// <param name="Reports">One scan per specification; at least one.</param>
internal sealed record ClaimTest(string Sentence, TradeClaim Claim, IReadOnlyList<ScanReport> Reports)
{
    /// <summary>Column heads of <see cref="Specifications"/>.</summary>
    public static IReadOnlyList<string> SpecificationHead { get; } = ["specification", "place", "growth", "floor", "found", "onward", "supports"];

    /// <summary>Column heads of <see cref="Products"/>.</summary>
    public static IReadOnlyList<string> ProductHead { get; } = ["product", "before", "after", "expected", "floor", "q", "note"];

    /// <summary>Unit of the amounts.</summary>
    public string Unit => Reports[0].Request.Mass ? "kg" : Reports[0].Request.Currency;

    /// <summary>How the sentence was read.</summary>
    public string Read => $"Read as: restricted goods reach {FindingCharts.Name(Claim.Target)} through {FindingCharts.Name(Claim.Destination)} since {FindingCharts.Period(Claim.Since)}.";

    /// <summary>The verdict, worded like the clock's: under all, some or none of the specifications tried, and which.</summary>
    public string Verdict
    {
        get
        {
            var supported = Reports.Where(Supports).Select(r => $"{r.Method}").ToList();
            var against = Reports.Where(r => !Supports(r)).Select(r => $"{r.Method}").ToList();
            var all = string.Join(", ", Reports.Select(r => r.Method));
            return against.Count == 0 ? $"Supported under all {Reports.Count} specifications tried ({all})."
                : supported.Count == 0 ? $"Supported under none of the {Reports.Count} specifications tried ({all})."
                : $"Supported under some of the specifications tried: {string.Join(", ", supported)}; not under {string.Join(", ", against)}.";
        }
    }

    /// <summary>True where the destination of the claim has a finding.</summary>
    public bool Supports(ScanReport report) => report.Findings.Any(f => f.Found && f.Destination == Claim.Destination);

    /// <summary>The destination as a whole under each specification: its place among all destinations by floor.</summary>
    public IReadOnlyList<string[]> Specifications(Func<double, string> amount) => [.. Reports.Select(r =>
    {
        var totals = r.ByDestination();
        var place = totals.TakeWhile(d => d.Destination != Claim.Destination).Count();
        if (place == totals.Count) return [$"{r.Method}", "none", "none", "none", "none", "unknown", "no restricted trade"];
        var d = totals[place];
        return new[]
        {
            $"{r.Method}", $"{place + 1} of {totals.Count}", ScanCommand.Ratio(d.GrowthRatio), amount(d.Floor), $"{d.Found} of {d.Cells}", d.OnwardKnown ? "known" : "unknown", Supports(r) ? "yes" : "no",
        };
    })];

    /// <summary>The products of the destination under the first specification, highest floor first.</summary>
    public IReadOnlyList<string[]> Products(int most, Func<double, string> amount) => [.. Reports[0].Findings.Where(f => f.Destination == Claim.Destination).Take(most).Select(f => new[]
    {
        f.Product, amount(f.Before), amount(f.After), amount(f.Counterfactual), amount(f.Floor), f.Q.ToString("0.000", CultureInfo.InvariantCulture), ScanCommand.Note(f),
    })];
}
