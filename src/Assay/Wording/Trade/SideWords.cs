using Assay.Cases.Books;
using Assay.Trade.Findings;

namespace Assay.Wording.Trade;

/// <summary>Whose reports a scan rests on, in words.</summary>
internal static class SideWords
{
    private const int MostNamed = 8;

    /// <summary>A side as the option names it.</summary>
    public static string Name(OutcomeSide side) => side == OutcomeSide.Imports ? "imports" : "exports";

    /// <summary>Who reports the outcome.</summary>
    public static string Reporters(ScanReport report) => Imports(report) ? "importers" : "reporters";

    /// <summary>What the scan can and cannot say for the side it looks from; empty where it looks from the bloc's.</summary>
    public static string Said(ScanReport report)
    {
        if (!Imports(report))
            return "";
        var target = CountryLabels.Name(report.Request.Target);
        return " Outcome: imports from the bloc as each destination reports them itself (usually with freight and insurance, CIF, and by origin, "
            + "so that they are not the bloc's exports to the unit); "
            + (
                report.TargetReports
                    ? $"loss and onward trade as {target} reports its imports."
                    : $"{target} reports no imports for half of the periods: the loss is that of the bloc's exports to it, onward trade is what destinations report."
            )
            + Silent(report);
    }

    /// <summary>What the observed series is.</summary>
    public static string Observed(ScanReport report) =>
        Imports(report) ? "imports as the destination reports them (CIF)" : "exports as reported";

    /// <summary>Trade of a product between the bloc and a destination, as it is looked at.</summary>
    public static string Trade(ScanReport report, Finding finding) =>
        Imports(report)
            ? $"Imports of {finding.Product} from the bloc, as {CountryLabels.Name(finding.Destination)} reports them"
            : $"Exports of {finding.Product} from the bloc to {CountryLabels.Name(finding.Destination)}";

    /// <summary>How the amount after was observed.</summary>
    public static string After(Finding finding) =>
        finding.OutcomeLeg.Absent.Count == 0
            ? "observed"
            : $"observed over {finding.OutcomeLeg.Compared.Count} periods; not reported, and so not compared: "
                + string.Join(", ", finding.OutcomeLeg.Absent.Select(Amounts.Period));

    /// <summary>How the loss was observed.</summary>
    public static string Loss(ScanReport report) =>
        !Imports(report) ? "fall of direct trade with the target in this product"
        : report.TargetReports ? "fall of the target's imports of this product from the bloc, as it reports them"
        : "fall of the bloc's exports of this product to the target, which reports no imports";

    /// <summary>What onward trade is.</summary>
    public static string Onward(ScanReport report) =>
        report.TargetReports ? "rise of the target's imports from the destination" : "rise of the destination's exports to the target";

    /// <summary>Who reports the other side of what goes to the destination.</summary>
    public static string OtherSide(ScanReport report) => Imports(report) ? "the bloc" : "the destination";

    /// <summary>Whose reports the coverage counts.</summary>
    public static string Coverage(ScanReport report) =>
        Imports(report) ? "importers that report in the worst month" : "reporters of the bloc in the worst month";

    private static bool Imports(ScanReport report) => report.Request.Side == OutcomeSide.Imports;

    private static string Silent(ScanReport report) =>
        report.Silent.Count == 0
            ? ""
            : $" {report.Silent.Count} countries report too few months or none and are unknown, not zero: "
                + string.Join(", ", report.Silent.Take(MostNamed))
                + (report.Silent.Count > MostNamed ? " ..." : "")
                + ".";
}
