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

    [Theory]
    [InlineData(6_590, true)]
    [InlineData(6_740, false)]
    public void Nothing_is_left_out_when_all_gaps_are_worth_one_in_a_hundred_at_most(double small, bool named)
    {
        var panel = Scan((member, month) => member != "MT" || month is not (202103 or 202203), small).Panel;

        Assert.Equal(named, panel.LeftOut == LeftOut.Nothing);
        Assert.Equal(named ? ["MT"] : [], panel.Gaps.Select(g => g.Member));
        Assert.All(panel.Gaps, g => Assert.Equal([202103, 202203], g.Periods));
        Assert.All(panel.Gaps, g => Assert.Equal(small / (Large + small) * 2 / 20, g.Worth, 1e-4));
    }

    [Theory]
    [InlineData("MT", true)]
    [InlineData("FR", true)]
    [InlineData("MT FR", false)]
    public void Gaps_of_several_members_are_worth_what_they_are_together(string lacking, bool named)
    {
        using var columns = MemoryColumns.From(
            Rows((member, month) => !lacking.Contains(member, StringComparison.Ordinal) || month is not (202103 or 202203), 3_500)
                .Select(r => r.Reporter == "FR" ? r with { Value = 3_500 } : r)
        );

        Assert.Equal(named ? 1 : 0, Investigation.Run(columns, Request, 202203).Value.Panel.Gaps.Count);
    }

    [Fact]
    public void Sums_are_of_all_that_is_reported_when_a_gap_is_small()
    {
        using var columns = Columns((member, month) => member != "MT" || month != 202205);
        var report = Investigation.Run(columns, Request, 202203).Value;
        var cell = report.Findings.First(f => f is { Destination: "KG", Product: Product });
        var sent = SentBy.Of(columns, report, cell);

        Assert.Equal(((10 * Large) + 5_000, (10 * Large) + 4_500), (cell.Before, cell.After));
        Assert.Equal(cell.Before, sent.Sum(s => s.Trade.Before), 1e-6);
        Assert.Equal(cell.After, sent.Sum(s => s.Trade.After), 1e-6);
        Assert.Equal(2 / 3.0, report.Coverage, 1e-9);
    }

    [Theory]
    [InlineData(202103, 202104, true)]
    [InlineData(202103, 202105, false)]
    [InlineData(202203, 202204, true)]
    [InlineData(202203, 202205, false)]
    public void A_small_member_is_no_small_gap_when_it_lacks_more_than_a_quarter_of_a_side(int first, int last, bool named)
    {
        var panel = Scan((member, month) => member != "MT" || month < first || month > last).Panel;

        Assert.Equal((named ? 1 : 0, !named), (panel.Gaps.Count, panel.LeftOut != LeftOut.Nothing));
    }

    [Theory]
    [InlineData(202003, true)]
    [InlineData(202007, false)]
    public void Months_that_are_not_compared_count_apart(int last, bool named)
    {
        var panel = Scan((member, month) => member != "MT" || month < 202001 || month > last).Panel;

        Assert.Equal(named ? 1 : 0, panel.Gaps.Count);
        Assert.All(panel.Gaps, g => Assert.Equal(0, g.Worth));
        Assert.All(panel.Gaps, g => Assert.Equal(202001, g.Periods[0]));
    }

    [Fact]
    public void A_month_that_is_not_compared_is_unknown_when_a_large_member_lacks_it()
    {
        var panel = Scan((member, month) => member != "DE" || month != 202002).Panel;

        Assert.Empty(panel.Gaps);
        Assert.Equal([202002], panel.Periods.Where((_, t) => !panel.Knows(0, t)));
        Assert.Empty(panel.LeftOut.Members);
    }

    // 2 % of all that is reported and 8 % of the restricted goods, four months of twenty lacking.
    [Fact]
    public void A_gap_is_large_when_it_is_so_among_restricted_goods()
    {
        using var columns = MemoryColumns.From(
            Rows((member, month) => member != "MT" || month is not (202103 or 202104 or 202203 or 202204), 5_000)
                .Where(r => r.Reporter != "MT" || r.Product == Product)
        );

        Assert.Empty(Investigation.Run(columns, Request, 202203).Value.Panel.Gaps);
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

    private static ScanReport Scan(Func<string, int, bool> reports, double small = 500) => Run(reports, small).Value;

    private static Assay.Ground.Outcomes.Result<ScanReport> Run(Func<string, int, bool> reports, double small = 500)
    {
        using var columns = MemoryColumns.From(Rows(reports, small));
        return Investigation.Run(columns, Request, 202203);
    }

    private static TradeColumns Columns(Func<string, int, bool> reports) => MemoryColumns.From(Rows(reports, 500));

    // Every month alike, but that trade with the target ends.
    private static IEnumerable<TradeRow> Rows(Func<string, int, bool> reports, double small) =>
        from month in Enumerable.Range(0, 36).Select(i => Months.Add(202001, i))
        from member in (string[])["DE", "FR", "MT"]
        where reports(member, month)
        from destination in There
        from product in (string[])[Product, "010121", "390110", "720810"]
        let value = member == "MT" ? small : Large / 2
        where destination != "RU" || month < 202203 || product != Product
        select new TradeRow(member, destination, 'X', product, "HS6", 'M', month, "EUR", value, 1);
}
