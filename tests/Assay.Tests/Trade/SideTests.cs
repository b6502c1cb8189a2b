using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Tests.Dossier;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Trade;

/// <summary>Scans whose outcome is what importers report, over small books in which every sum is known.</summary>
public sealed class SideTests : IDisposable
{
    private const string Restricted = "854231";
    private const int First = 2020;
    private const int Effective = 202203;
    private readonly string folder = Directory.CreateTempSubdirectory("assay-side-").FullName;
    private readonly StringBuilder rows = new("reporter,partner,flow,product,period,value_eur\n");

    private string Lake => Path.Combine(folder, "lake");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Adds_up_what_importers_report_and_not_what_the_bloc_does()
    {
        Books(targetReports: true);
        var kyrgyz = Cell("KG");
        Assert.Equal((10_000_000, 30_000_000), ((double)kyrgyz["before"]!, (double)kyrgyz["after"]!));
        Assert.Equal(72_000_000, (double)kyrgyz["loss"]!);
        Assert.Equal(5_000_000, (double)kyrgyz["onward"]!);
        Assert.Empty(kyrgyz["outcomeAbsent"]!.AsArray());
    }

    [Fact]
    public void Month_that_an_importer_does_not_report_is_left_out_with_its_like_before()
    {
        Books(targetReports: true, missing: ("KG", 202205));
        var kyrgyz = Cell("KG");
        Assert.Equal((9_000_000, 27_000_000), ((double)kyrgyz["before"]!, (double)kyrgyz["after"]!));
        Assert.Equal([202205], kyrgyz["outcomeAbsent"]!.AsArray().Select(p => (int)p!));
        var card = SyntheticTrade.Run(["explain", "KG", Restricted, .. Arguments, "--html", Path.Combine(folder, "card.html")]);
        Assert.Contains("observed over 9 periods; not reported, and so not compared: 2022-05", card, StringComparison.Ordinal);
        Assert.Contains("Imports of 854231", File.ReadAllText(Path.Combine(folder, "card.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Destination_that_reports_no_imports_is_unknown_and_no_cell()
    {
        Books(targetReports: true);
        var scan = Scan();
        Assert.Contains("AM", scan["silent"]!.AsArray().Select(c => (string)c!));
        Assert.DoesNotContain("AM", scan["findings"]!.AsArray().Select(f => (string)f!["destination"]!));
        Assert.Contains("are unknown, not zero: AM", SyntheticTrade.Run(["scan", .. Arguments]), StringComparison.Ordinal);
        var (code, _, error) = SyntheticTrade.Try(["explain", "AM", Restricted, .. Arguments]);
        Assert.Equal(3, code);
        Assert.Contains("its trade is unknown, not zero", error, StringComparison.Ordinal);
        var claim = SyntheticTrade.Run([
            "test",
            "--lake",
            Lake,
            "--side",
            "imports",
            "--list",
            Restricted,
            "--claim",
            "Armenia is used to re-route goods from the EU to Russia since March 2022",
        ]);
        Assert.Contains("unknown, not refuted", claim, StringComparison.Ordinal);
    }

    [Fact]
    public void Loss_and_onward_trade_are_the_exporters_where_the_target_reports_no_imports()
    {
        Books(targetReports: false);
        var scan = Scan();
        Assert.False((bool)scan["targetReports"]!);
        var kyrgyz = Cell("KG");
        Assert.Equal(144_000_000, (double)kyrgyz["loss"]!);
        Assert.Equal(10_000_000, (double)kyrgyz["onward"]!);
        Assert.Contains(
            "Russia reports no imports for half of the periods: the loss is that of the bloc's exports to it",
            SyntheticTrade.Run(["scan", .. Arguments]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Says_that_nobody_reports_direct_trade()
    {
        Series("KG", "DE", 'M', Restricted, _ => 1_000_000);
        Series("KG", "DE", 'M', "840110", _ => 1_000_000);
        Series("CN", "RU", 'X', Restricted, _ => 1_000_000);
        Import();
        var (code, _, error) = SyntheticTrade.Try(["scan", .. Arguments]);
        Assert.Equal(3, code);
        Assert.Contains("the loss is unknown", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_to_its_schema_and_exports_are_the_side_where_none_is_named()
    {
        Books(targetReports: true);
        Assert.Empty(new DocumentedSchema("trade-scan.schema.json").Problems(Scan()));
        var usual = JsonNode.Parse(
            SyntheticTrade.Run("scan", "--lake", Lake, "--target", "RU", "--list", Restricted, "--origin", "DE", "--format", "json")
        )!;
        Assert.Equal(("exports", 0), ((string)usual["side"]!, usual["silent"]!.AsArray().Count));
        var kyrgyz = usual["findings"]!.AsArray().Single(f => (string)f!["destination"]! == "KG")!;
        Assert.Equal(60_000_000, (double)kyrgyz["after"]!);
    }

    private string[] Arguments =>
        ["--lake", Lake, "--target", "RU", "--list", Restricted, "--origin", "DE", "--side", "imports", "--controls", "any"];

    private JsonNode Scan() => JsonNode.Parse(SyntheticTrade.Run(["scan", .. Arguments, "--format", "json"]))!;

    private JsonNode Cell(string destination) => Scan()["findings"]!.AsArray().Single(f => (string)f!["destination"]! == destination)!;

    // The bloc reports everything at twice the value that the importers report.
    private void Books(bool targetReports, (string Reporter, int Month)? missing = null)
    {
        double Rising(int month) => month >= Effective ? 3_000_000 : 1_000_000;
        double Falling(int month) => month >= Effective ? 800_000 : 8_000_000;
        foreach (var (country, amount) in new (string, Func<int, double>)[] { ("KG", Rising), ("GE", _ => 2e6), ("KZ", _ => 3e6) })
        foreach (var (code, of) in new[] { (Restricted, amount), ("840110", _ => 1e6), ("940110", _ => 1e6) })
        {
            Series(country, "DE", 'M', code, of, missing?.Reporter == country ? missing.Value.Month : 0);
            Series("DE", country, 'X', code, m => 2 * of(m));
        }

        Series("DE", "AM", 'X', Restricted, _ => 5e6);
        Series("DE", "RU", 'X', Restricted, m => 2 * Falling(m));
        Series("KG", "RU", 'X', Restricted, m => m >= Effective ? 1_000_000 : 0);
        Series("KG", "KZ", 'X', Restricted, _ => 1_000);
        if (targetReports)
        {
            Series("RU", "DE", 'M', Restricted, Falling);
            Series("RU", "KG", 'M', Restricted, m => m >= Effective ? 500_000 : 0);
        }

        Import();
    }

    private void Series(string reporter, string partner, char flow, string product, Func<int, double> amount, int without = 0)
    {
        for (var year = First; year <= First + 2; year++)
        for (var month = (year * 100) + 1; month <= (year * 100) + 12; month++)
            if (month != without && amount(month) > 0)
                rows.Append(
                    CultureInfo.InvariantCulture,
                    $"{reporter},{partner},{flow},{product},{month / 100}-{month % 100:00},{amount(month)}\n"
                );
    }

    private void Import()
    {
        var file = Path.Combine(folder, "books.csv");
        File.WriteAllText(file, rows.ToString());
        SyntheticTrade.Run("import", file, "--lake", Lake);
    }
}
