using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Assay.Trade.Findings;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade scan</c>: every destination and restricted product, ranked by the floor of diverted value.</summary>
public static class ScanCommand
{
    private const string Description = """
        Ranks every destination and restricted product by the floor of diverted value. A finding is consistent with re-routing, never proof of it.

        Example:  assay trade scan --lake DIR --origin EU27 --target RU --list chpl --top 50
                  assay trade scan --lake DIR --target RU --list my.csv --level CN8 --by destination --format json
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new ScanOptions();
        var top = new Option<int>("--top") { Description = "How many rows.", DefaultValueFactory = _ => 50 };
        var by = new Option<string>("--by") { Description = "cell or destination.", DefaultValueFactory = _ => "cell" };
        var format = new Option<string>("--format") { Description = "table, json or csv.", DefaultValueFactory = _ => "table" };
        var command = new Command("scan", Description) { top, by, format };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var scanned = options.Scan(parsed);
            if (!scanned.Succeeded) return TradeCommand.Refuse(scanned.Error, error);
            var (report, destinations) = (scanned.Value, parsed.GetValue(by) == "destination");
            if (parsed.GetValue(format) == "json")
                output.WriteLine((destinations ? (System.Text.Json.Nodes.JsonNode)ScanJson.Destinations(report) : ScanJson.Of(report, parsed.GetValue(options.List)!, parsed.GetValue(top)))
                    .ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
            else Table(report, destinations, parsed.GetValue(top), parsed.GetValue(format) == "csv" ? "," : null, output);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Table(ScanReport report, bool destinations, int top, string? comma, TextWriter output)
    {
        if (comma is null) Head(report, output);
        if (destinations)
        {
            Line(output, comma, ["destination", "before", "after", "growth", "floor", "found", "cells", "onward"]);
            foreach (var d in report.ByDestination().Take(top))
                Line(output, comma, [d.Destination, Whole(d.Before), Whole(d.After), Ratio(d.GrowthRatio), Whole(d.Floor), d.Found.ToString(CultureInfo.InvariantCulture),
                    d.Cells.ToString(CultureInfo.InvariantCulture), d.OnwardKnown ? "known" : "unknown"]);
            return;
        }

        Line(output, comma, ["rank", "to", "product", "before", "after", "expected", "excess-low", "loss", "onward", "missing", "floor", "q", "note"]);
        foreach (var f in report.Findings.Take(top))
            Line(output, comma, [f.Rank.ToString(CultureInfo.InvariantCulture), f.Destination, f.Product, Whole(f.Before), Whole(f.After), Whole(f.Counterfactual),
                Whole(f.ExcessLow), Whole(f.Loss), Whole(f.Onward), Whole(f.Missing), Whole(f.Floor), f.Q.ToString("0.000", CultureInfo.InvariantCulture), Note(f)]);
    }

    private static void Head(ScanReport report, TextWriter output)
    {
        var (before, after) = (report.Window.Before, report.Window.After);
        output.WriteLine($"{report.Panel.Periods[after.Min()]}-{report.Panel.Periods[after.Max()]} against {report.Panel.Periods[before.Min()]}-{report.Panel.Periods[before.Max()]}; "
            + $"counterfactual: {Words(report.Method)}; {report.PlaceboCells} placebo cells; "
            + $"reporters in the worst month: {report.Coverage.ToString("P0", CultureInfo.InvariantCulture)}; {report.Findings.Count(f => f.Found)} of {report.Findings.Count} cells are consistent with re-routing.");
    }

    /// <summary>A counterfactual in words.</summary>
    internal static string Words(CounterfactualMethod method) => method switch
    {
        CounterfactualMethod.ThreeWay => "Poisson model with three sets of effects",
        CounterfactualMethod.OwnGrowth => "same months before, times the growth of the destination's unrestricted trade (too few destinations for the model)",
        _ => "same months before (no unrestricted trade in the data to measure growth by)",
    };

    private static string Note(Finding f) => f.Found ? (f.OnwardKnown ? "" : "onward unknown")
        : f.Explained ? "explained: registration" : f.Q > 0.1 ? "within placebo range" : f.StaysThere ? "stays there" : "no floor";

    private static string Whole(double value) => double.IsNaN(value) ? "?" : value.ToString("0", CultureInfo.InvariantCulture);

    private static string Ratio(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "new";

    private static void Line(TextWriter output, string? comma, string[] fields) => output.WriteLine(comma is null
        ? string.Join(' ', fields.Select((f, i) => i == fields.Length - 1 ? f : f.PadLeft(i is 0 or 1 ? 5 : i == 2 ? 9 : 13)))
        : string.Join(comma, fields));
}
