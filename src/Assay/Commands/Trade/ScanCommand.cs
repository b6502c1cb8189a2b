using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Assay.Ground.Outcomes;
using Assay.Trade.Findings;
using Assay.TradePages;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade scan</c>: every destination and restricted product, ranked by the floor of diverted value.</summary>
public static class ScanCommand
{
    private const string Description = """
        Ranks every destination and restricted product by the floor of diverted value. A finding is consistent with re-routing, never proof of it.

        Example:  assay trade scan --lake DIR --origin EU27 --target RU --list chpl --top 50
                  assay trade scan --lake DIR --target RU --list my.csv --level CN8 --by destination --format html --output scan.html
                  assay trade scan --lake DIR --target RU --sort growth --top 10
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new ScanOptions();
        var top = new Option<int>("--top") { Description = "How many rows.", DefaultValueFactory = _ => 50 };
        var by = new Option<string>("--by") { Description = "cell or destination.", DefaultValueFactory = _ => "cell" };
        var sort = new Option<string>("--sort") { Description = "Order of destinations: floor, growth of restricted goods, or against-rest, that growth over the growth of all other goods.", DefaultValueFactory = _ => "floor" };
        sort.AcceptOnlyFromAmong("floor", "growth", "against-rest");
        var least = new Option<double>("--least") { Description = "Least trade before for growth to count, in the unit of the scan; less comes last.", DefaultValueFactory = _ => 1e6 };
        var format = new Option<string>("--format") { Description = "table, json, csv or html.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv", "html");
        by.AcceptOnlyFromAmong("cell", "destination");
        var file = new Option<string?>("--output") { Description = "Write to a file, not to the terminal.", HelpName = "FILE" };
        var command = new Command("scan", Description) { top, by, sort, least, format, file };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var scanned = options.Scan(parsed);
            if (!scanned.Succeeded) return TradeCommand.Refuse(scanned.Error, error);
            IReadOnlyList<DestinationTotal>? Order(ParseResult given, ScanReport report) => given.GetValue(sort) != "floor" ? report.ByGrowth(given.GetValue(least), given.GetValue(sort) == "against-rest")
                : given.GetValue(by) == "destination" ? report.ByDestination() : null;
            var face = new Face(scanned.Value, parsed.GetValue(options.List)!, Order(parsed, scanned.Value), parsed.GetValue(top), parsed.GetValue(format)!);
            if (parsed.GetValue(file) is not { } path) return face.Write(output);
            try
            {
                using var written = new StreamWriter(path);
                return face.Write(written);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return TradeCommand.Refuse(new Error(ErrorKind.Output, $"{path} could not be written: {e.Message}", "Choose another file with --output."), error);
            }
        });
        return command;
    }

    // What is written, and how.
    private sealed record Face(ScanReport Report, string List, IReadOnlyList<DestinationTotal>? Destinations, int Top, string Format)
    {
        public int Write(TextWriter output)
        {
            switch (Format)
            {
                case "json":
                    var json = Destinations is { } totals ? (System.Text.Json.Nodes.JsonNode)ScanJson.Destinations(totals) : ScanJson.Of(Report, List, Top);
                    output.WriteLine(json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
                    break;
                case "csv":
                    Csv(Report, Destinations, Top, output);
                    break;
                case "html":
                    ScanPage.Write(output, Report, Destinations, Top);
                    break;
                default:
                    output.WriteLine(Summary(Report));
                    ScanTable.Write(Report, Destinations, Top, output);
                    break;
            }

            return ExitCodes.Done;
        }
    }

    private static void Csv(ScanReport report, IReadOnlyList<DestinationTotal>? destinations, int top, TextWriter output)
    {
        if (destinations is not null)
        {
            output.WriteLine("destination,before,after,growth,against-rest,floor,found,cells,onward");
            foreach (var d in destinations.Take(top))
                Line(output, [d.Destination, Whole(d.Before), Whole(d.After), Ratio(d.GrowthRatio), Against(d.GrowthAgainstRest), Whole(d.Floor), d.Found.ToString(CultureInfo.InvariantCulture),
                    d.Cells.ToString(CultureInfo.InvariantCulture), d.OnwardKnown ? "known" : "unknown"]);
            return;
        }

        output.WriteLine("rank,to,product,before,after,expected,excess-low,loss,onward,missing,floor,q,note");
        foreach (var f in report.Findings.Take(top))
            Line(output, [f.Rank.ToString(CultureInfo.InvariantCulture), f.Destination, f.Product, Whole(f.Before), Whole(f.After), Whole(f.Counterfactual),
                Whole(f.ExcessLow), Whole(f.Loss), Whole(f.Onward), Whole(f.Missing), Whole(f.Floor), f.Q.ToString("0.000", CultureInfo.InvariantCulture), Note(f)]);
    }

    /// <summary>What was compared, and how many cells stand out.</summary>
    internal static string Summary(ScanReport report)
    {
        var (before, after) = (report.Window.Before, report.Window.After);
        string At(int index) => FindingCharts.Period(report.Panel.Periods[index]);
        return $"{At(after.Min())} to {At(after.Max())} against {At(before.Min())} to {At(before.Max())}; counterfactual: {Words(report.Method)}; {report.PlaceboCells} placebo cells; "
            + $"reporters in the worst month: {report.Coverage.ToString("P0", CultureInfo.InvariantCulture)}; {report.Findings.Count(f => f.Found)} of {report.Findings.Count} cells are consistent with re-routing.";
    }

    /// <summary>A counterfactual in words.</summary>
    internal static string Words(CounterfactualMethod method) => method switch
    {
        CounterfactualMethod.ThreeWay => "Poisson model with three sets of effects",
        CounterfactualMethod.OwnGrowth => "same months before, times the growth of the destination's unrestricted trade (too few destinations for the model)",
        _ => "same months before (no unrestricted trade in the data to measure growth by)",
    };

    /// <summary>Why a cell is or is not found, in a few words.</summary>
    internal static string Note(Finding f) => f.Found ? (f.Floor <= 0 ? "amount unsure" : f.OnwardKnown ? "" : "onward unknown")
        : f.Explained ? "explained: registration" : f.Q > 0.1 ? "within placebo range" : f.StaysThere ? "stays there" : "no floor";

    private static string Whole(double value) => double.IsNaN(value) ? "?" : value.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>A ratio; new where nothing was traded before.</summary>
    internal static string Ratio(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "new";

    /// <summary>Growth against the rest; ? where it is not known.</summary>
    internal static string Against(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "?";

    private static void Line(TextWriter output, string[] fields) => output.WriteLine(string.Join(',', fields));
}
