using System.Globalization;
using System.Text;
using Assay.Cases.Books;
using Assay.Trade.Findings;

namespace Assay.Wording.Trade;

/// <summary>A finding in words, with its numbers and how each was made.</summary>
internal sealed class FindingCard(ScanReport report, Finding finding)
{
    /// <summary>What is said of the cell, as a heading.</summary>
    public string Title =>
        $"{finding.Product} to {CountryLabels.Name(finding.Destination)}: "
        + (
            finding.Found ? "consistent with re-routing"
            : finding.Explained ? "explained by registration"
            : finding.Power == ScanPower.NoControls ? "no controls, so that nothing can be told"
            : finding.Power == ScanPower.TooFewCells ? "too few cells to tell"
            : "not distinguishable from innocent trade"
        )
        + (finding.OnwardKnown ? "" : " (onward trade unknown)");

    /// <summary>Unit of the amounts.</summary>
    public string Unit => ScanWords.Unit(report);

    /// <summary>For the terminal.</summary>
    public string Text()
    {
        var text = new StringBuilder().AppendLine(Title).AppendLine();
        foreach (var (name, value, how) in Numbers())
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name, -28} {value, 18}  {how}");
        text.AppendLine().AppendLine("Innocent explanations");
        foreach (var e in finding.Explanations)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {e.Name, -28} {ScanWords.State(e.State), -10} {e.Why}");
        return text.AppendLine().AppendLine(Innocent()).ToString();
    }

    /// <summary>Every number with how it was made.</summary>
    public IEnumerable<(string Name, string Value, string How)> Numbers() =>
        [
            ("before", Amounts.Whole(finding.Before), "observed in the same months before"),
            ("after", Amounts.Whole(finding.After), SideWords.After(finding)),
            ("counterfactual", Amounts.Whole(finding.Counterfactual), ScanWords.Method(finding.Method)),
            ("excess E", Amounts.Whole(finding.Excess), "after - counterfactual"),
            ("excess, lower bound E-", Amounts.Whole(finding.ExcessLow), "5 %, from placebo cells of like size"),
            ("loss L", Amounts.Whole(finding.Loss), SideWords.Loss(report)),
            ("onward F", Amounts.Whole(finding.Onward), Onward()),
            ("never arrived", Amounts.Whole(finding.Missing), Missing()),
            ("floor D", Amounts.Whole(finding.Floor), "min(E-, L, max(F-, missing)), one loss shared between destinations"),
            (
                "p, q",
                $"{Amounts.Chance(finding.P)}, {Amounts.Chance(finding.Q)}",
                $"against {report.PlaceboCells} placebo cells; Benjamini-Hochberg over {report.Findings.Count}"
            ),
            ("p of the excess", Amounts.Chance(finding.PExcess), Standing()),
            ("p of the second witness", Amounts.Chance(finding.PSecond), Second()),
            (
                "placebo destinations",
                Amounts.Chance(finding.PDestinations),
                "share of destinations that stand out as much in this product, itself among them"
            ),
            (
                "placebo products",
                Amounts.Chance(finding.PProducts),
                "share of products in which this destination stands out as much, itself among them"
            ),
            ("unit value z", ScanWords.Z(finding.UnitValueZ), "robust, against other destinations"),
            (
                "largest break",
                Amounts.Period(finding.Since),
                $"sup-F; effective date {Amounts.Period(report.Panel.Periods[report.Window.Tau])}"
            ),
            (
                "coverage",
                report.Coverage.ToString("P0", CultureInfo.InvariantCulture),
                SideWords.Coverage(report) + LeftOutWords.Said(report)
            ),
        ];

    private string Standing()
    {
        var standing = finding.Standing;
        if (standing.Witnesses.Count == 0)
            return "no placebo cells";
        var month = report.Panel.Periods[0] % 100 == 0 ? "years" : "months";
        var among = standing.Witnesses.Select(w =>
            FormattableString.Invariant(
                $"{w.AtLeast} of {w.Cells} placebo cells of like size and steadiness stand out as much{(w.Prolonged ? " (tail prolonged)" : "")}"
            )
        );
        return FormattableString.Invariant(
                $"T = {standing.T:0.00} over {standing.Periods} {month}; traded in effectively {standing.EffectivePeriods:0.0} of the {standing.PeriodsBefore} {month} before; "
            ) + string.Join("; cut the other way ", among);
    }

    private string Second() =>
        double.IsNaN(finding.PSecond) ? "neither onward trade nor the mirror gap is known"
        : finding.OnwardKnown
            ? "growth of onward trade beyond that of the intake, against its own placebo year; the mirror gap where too few destinations report it"
        : "change of the mirror gap over its spread";

    private string Onward() =>
        finding.OnwardKnown
            ? $"{SideWords.Onward(report)}; best lag {ScanWords.Months(finding.Lag)}{MoneyWords.Of(finding.OnwardLeg, report)}"
            : MoneyWords.Unknown(finding.OnwardLeg, report, "the destination");

    private string Missing() =>
        finding.MirrorLeg.State == LegState.Known
            ? $"sent less received, beyond the gap before, lower bound{MoneyWords.Of(finding.MirrorLeg, report)}"
            : MoneyWords.Unknown(finding.MirrorLeg, report, SideWords.OtherSide(report));

    /// <summary>What would make it innocent.</summary>
    public string Innocent()
    {
        var open = finding.Explanations.Where(e => e.State != ExplanationState.RuledOut).Select(e => e.Name).ToList();
        return open.Count == 0
            ? "No innocent explanation tested here remains; others may exist."
            : $"Would be innocent if explained by: {string.Join(", ", open)}.";
    }
}
