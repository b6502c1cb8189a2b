using System.Globalization;
using Assay.Trade.Findings;
using Spectre.Console;

namespace Assay.Commands.Trade;

/// <summary>A scan as a table for a terminal: amounts shortened to three digits, numbers to the right, fits 80 columns.</summary>
internal static class ScanTable
{
    private const int Narrowest = 80;

    /// <summary>Writes the table of cells, or of destinations.</summary>
    public static void Write(ScanReport report, IReadOnlyList<DestinationTotal>? destinations, int top, TextWriter output)
    {
        var unit = report.Request.Mass ? "kg" : report.Request.Currency;
        var table = Empty(destinations is not null ? ["to", "before", "after", "growth", "vs rest", "floor", "found", "products", "onward"] : (string[])["#", "to", "product", "before", "after", "expected", "floor", "q", "note"]);
        if (destinations is not null)
            foreach (var d in destinations.Take(top))
                table.AddRow(d.Destination, Short(d.Before), Short(d.After), ScanCommand.Ratio(d.GrowthRatio), ScanCommand.Against(d.GrowthAgainstRest), Short(d.Floor), d.Found.ToString(CultureInfo.InvariantCulture),
                    d.Cells.ToString(CultureInfo.InvariantCulture), d.OnwardKnown ? "known" : "not reported");
        else
            foreach (var f in report.Findings.Take(top))
                table.AddRow(f.Rank.ToString(CultureInfo.InvariantCulture), f.Destination, f.Product, Short(f.Before), Short(f.After), Short(f.Counterfactual), Short(f.Floor),
                    f.Q.ToString("0.000", CultureInfo.InvariantCulture), ScanCommand.Note(f));
        Print(table, output);
        output.WriteLine($"Amounts in {unit} (k thousand, M million, bn thousand million), from {FindingMonths(report)}. All numbers: --format json, csv or html.");
    }

    /// <summary>Writes a table of texts.</summary>
    public static void Write(IReadOnlyList<string> head, IReadOnlyList<string[]> rows, TextWriter output)
    {
        var table = Empty(head);
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        Print(table, output);
    }

    // Words to the left, numbers to the right.
    private static Table Empty(IReadOnlyList<string> heads)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        foreach (var head in heads)
            table.AddColumn(new TableColumn(head) { Alignment = head is "to" or "product" or "note" or "onward" or "specification" or "supports" ? Justify.Left : Justify.Right, NoWrap = head is not ("note" or "onward"), Padding = new Padding(0, 0, 1, 0) });
        return table;
    }

    private static void Print(Table table, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        if (console.Profile.Width < Narrowest) console.Profile.Width = Narrowest;
        console.Write(table);
    }

    /// <summary>An amount of three digits: 14.9M; unknown is ?.</summary>
    public static string Short(double value)
    {
        if (double.IsNaN(value)) return "?";
        var size = Math.Abs(value);
        var (scaled, mark) = size >= 999.5e6 ? (value / 1e9, "bn") : size >= 999.5e3 ? (value / 1e6, "M") : size >= 999.5 ? (value / 1e3, "k") : (value, "");
        var digits = mark.Length == 0 || Math.Abs(scaled) >= 99.95 ? "0" : Math.Abs(scaled) >= 9.995 ? "0.0" : "0.00";
        return scaled.ToString(digits, CultureInfo.InvariantCulture) + mark;
    }

    private static string FindingMonths(ScanReport report) =>
        $"{TradePages.FindingCharts.Period(report.Panel.Periods[report.Window.After.Min()])} to {TradePages.FindingCharts.Period(report.Panel.Periods[report.Window.After.Max()])}";
}
