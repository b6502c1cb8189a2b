using System.Globalization;
using Assay.Cases.Books;
using Assay.Trade.Findings;

namespace Assay.Wording.Trade;

/// <summary>What a reader asks of a finding first, each answered in a sentence or two.</summary>
internal static class CellAnswers
{
    private const int MostMembers = 4;
    private const int MostFiles = 3;

    /// <summary>Questions with their answers.</summary>
    public static IReadOnlyList<(string Question, string Answer)> Of(CellReply cell) =>
        [
            ("What", What(cell.Finding)),
            ("How much", HowMuch(cell)),
            ("Since when", SinceWhen(cell)),
            ("Through whom", ThroughWhom(cell)),
            ("How sure", HowSure(cell)),
            ("By which data", ByWhichData(cell)),
            ("Under which law", LawWords.Short(cell.Law)),
            ("Innocent if", new FindingCard(cell.Report, cell.Finding).Innocent()),
        ];

    private static string What(Finding finding) =>
        ProductLabels.Name(finding.Product) is { } name ? $"{finding.Product}: {name}" : $"{finding.Product}, a code without a name here.";

    private static string HowMuch(CellReply cell)
    {
        var (f, unit) = (cell.Finding, ScanWords.Unit(cell.Report));
        var target = CountryLabels.Name(cell.Report.Request.Target);
        return $"{Amounts.Whole(f.After)} {unit} where {Amounts.Whole(f.Counterfactual)} was to be expected: {Amounts.Whole(f.Excess)} "
            + (f.Excess >= 0 ? "more" : "(less)")
            + (f.ExcessLow > 0 ? $", surely {Amounts.Whole(f.ExcessLow)}" : ", and none of it sure")
            + ". "
            + (f.Loss > 0 ? $"Direct trade with {target} fell by {Amounts.Whole(f.Loss)}. " : $"Direct trade with {target} did not fall. ")
            + $"At least {Amounts.Whole(Math.Max(0, f.Floor))} is consistent with re-routing.";
    }

    private static string SinceWhen(CellReply cell)
    {
        var tau = cell.Report.Panel.Periods[cell.Report.Window.Tau];
        return $"The series breaks most in {Amounts.Period(cell.Finding.Since)}; compared are {ScanWords.After(cell.Report)}, from "
            + $"{Amounts.Period(tau)} on, when the goods are taken to be restricted.";
    }

    private static string ThroughWhom(CellReply cell)
    {
        var (there, target) = (CountryLabels.Name(cell.Finding.Destination), CountryLabels.Name(cell.Report.Request.Target));
        var onward = cell.Finding.OnwardKnown
            ? $"Trade from {there} to {target} rose by {Amounts.Whole(cell.Finding.Onward)}."
            : $"What {there} sent on to {target} is unknown.";
        return $"{Members(cell)}{onward} Statistics name no firm.";
    }

    private static string Members(CellReply cell)
    {
        if (cell.SentBy is not { Count: > 0 } sent)
            return "";
        var all = sent.Sum(s => s.Trade.After);
        var named = sent.Where(s => s.Trade.After > 0)
            .Take(MostMembers)
            .Select(s => $"{CountryLabels.Name(s.Member)} ({Amounts.Percent(s.Trade.After / all)} %)");
        return $"Sent to {CountryLabels.Name(cell.Finding.Destination)} by {string.Join(", ", named)}"
            + (sent.Count > MostMembers ? $" and {Amounts.Count(sent.Count - MostMembers)} more. " : ". ");
    }

    private static string HowSure(CellReply cell)
    {
        var f = cell.Finding;
        return f.Power switch
        {
            ScanPower.NoControls => "It cannot be told: there are no unrestricted goods to measure growth by.",
            ScanPower.TooFewCells => "It cannot be told: there are too few cells of a year in which nothing happened.",
            _ when f.Found =>
                $"It stands out: q is {Amounts.Chance(f.Q)}. Of the cells called found at q up to 0.1, one in ten is expected to be chance.",
            _ => $"It does not stand out enough to be called found: {ScanWords.Note(f)}, q {Amounts.Chance(f.Q)}.",
        };
    }

    private static string ByWhichData(CellReply cell)
    {
        var files = cell
            .Files.Take(MostFiles)
            .Select(f => $"{f.OriginalName} ({f.Publisher}, {f.ExtractDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})");
        return $"{SideWords.Observed(cell.Report)}; {string.Join(", ", files)}"
            + (cell.Files.Count > MostFiles ? $" and {Amounts.Count(cell.Files.Count - MostFiles)} more files" : "")
            + "."
            + LeftOutWords.Said(cell.Report)
            + CellGapWords.Said(cell);
    }
}
