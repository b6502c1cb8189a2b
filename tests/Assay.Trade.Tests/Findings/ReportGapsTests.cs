using Assay.Trade.Codes;
using Assay.Trade.Findings;
using Assay.Trade.Scanning;

namespace Assay.Trade.Tests.Findings;

/// <summary>Members of a bloc that do not report every month: what they lack is unknown, and no rise when they report again.</summary>
public sealed class ReportGapsTests
{
    private const string Product = "854231";
    private const double Large = 60_000;

    [Fact]
    public void Months_are_not_compared_when_a_large_member_lacks_them()
    {
        var report = Scan((member, month) => member != "FR" || month is < 202103 or > 202105);

        Assert.Empty(report.Panel.LeftOut.Members);
        Assert.Equal([202103, 202104, 202105, 202203, 202204, 202205], report.Panel.LeftOut.Periods);
        var cell = report.Findings.First(f => f is { Destination: "KG", Product: Product });
        Assert.Equal((7 * (Large + 500), 7 * (Large + 500)), (cell.Before, cell.After));
        Assert.InRange(cell.Counterfactual, 0.97 * cell.After, 1.03 * cell.After);
        Assert.Equal(7 * (Large + 500), cell.Loss, 1.0);
        Assert.Equal([202203, 202204, 202205], cell.OutcomeLeg.Absent);
    }

    [Fact]
    public void A_small_member_is_left_out_when_it_lacks_months()
    {
        var report = Scan((member, month) => member != "MT" || month % 2 == 0);

        Assert.Equal(["MT"], report.Panel.LeftOut.Members);
        Assert.InRange(report.Panel.LeftOut.Share, 0.001, 0.02);
        Assert.Empty(report.Panel.LeftOut.Periods);
        Assert.Equal(10 * Large, report.Findings.First(f => f is { Destination: "KG", Product: Product }).After);
    }

    [Fact]
    public void Nothing_is_left_out_when_all_report()
    {
        var report = Scan((_, _) => true);

        Assert.Equal(LeftOut.Nothing, report.Panel.LeftOut);
        Assert.Equal(10 * (Large + 500), report.Findings.First(f => f is { Destination: "KG", Product: Product }).After);
    }

    [Fact]
    public void A_scan_is_refused_when_no_member_reports_half_of_the_months()
    {
        var run = Run((_, month) => month is < 202103 or > 202109);

        Assert.Contains("No reporter of the bloc has half of the periods compared", run.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_members_sent_adds_up_to_the_cell()
    {
        using var columns = Columns((member, month) => member != "FR" || month is < 202103 or > 202105);
        var report = Investigation.Run(columns, Request, 202203).Value;
        var cell = report.Findings.First(f => f is { Destination: "KG", Product: Product });
        var sent = SentBy.Of(columns, report, cell);

        Assert.Equal(["DE", "FR", "MT"], sent.Select(s => s.Member).Order());
        Assert.Equal(cell.After, sent.Sum(s => s.Trade.After), 1e-6);
        Assert.Equal(cell.Before, sent.Sum(s => s.Trade.Before), 1e-6);
    }

    private static readonly string[] There = ["RU", "KG", "KZ", "AM", "GE", "UZ", "TR", "AE", "RS", "CN", "IN", "BR", "MX", "EG"];

    private static PanelRequest Request => new(["DE", "FR", "MT"], "RU", [Product]);

    private static ScanReport Scan(Func<string, int, bool> reports) => Run(reports).Value;

    private static Assay.Ground.Outcomes.Result<ScanReport> Run(Func<string, int, bool> reports)
    {
        using var columns = Columns(reports);
        return Investigation.Run(columns, Request, 202203);
    }

    // Every month alike, but that trade with the target ends.
    private static TradeColumns Columns(Func<string, int, bool> reports) =>
        MemoryColumns.From(
            from month in Enumerable.Range(0, 36).Select(i => Months.Add(202001, i))
            from member in (string[])["DE", "FR", "MT"]
            where reports(member, month)
            from destination in There
            from product in (string[])[Product, "010121", "390110", "720810"]
            let value = member == "MT" ? 500 : Large / 2
            where destination != "RU" || month < 202203 || product != Product
            select new TradeRow(member, destination, 'X', product, "HS6", 'M', month, "EUR", value, 1)
        );
}
