using Assay.Cases.Books;
using Assay.Trade.Findings;
using Assay.Wording.Trade;
using Spectre.Console;

namespace Assay.Commands.Trade;

/// <summary>A scan as a table for a terminal: amounts shortened to three digits, numbers to the right, fits 80 columns.</summary>
internal static class ScanTable
{
    private const int Narrowest = 80;
    private static readonly string[] DestinationHead =
    [
        "to",
        "before",
        "after",
        "growth",
        "vs rest",
        "floor",
        "found",
        "products",
        "onward",
    ];
    private static readonly string[] CellHead = ["#", "to", "product", "before", "after", "expected", "floor", "q", "note"];
    private static readonly string[] Words = ["to", "from", "product", "note", "onward", "specification", "supports"];

    /// <summary>Writes the table of cells, or of destinations.</summary>
    public static void Write(ScanReply scan, int top, TextWriter output)
    {
        if (scan.Destinations is { } destinations)
            Write(DestinationHead, [.. destinations.Take(top).Select(Row)], output);
        else
            Write(CellHead, [.. scan.Report.Findings.Take(top).Select(Row)], output);
        output.WriteLine(
            $"Amounts in {ScanWords.Unit(scan.Report)} (k thousand, M million, bn thousand million), from {ScanWords.After(scan.Report)}. "
                + "All numbers: --format json, csv or html."
        );
    }

    /// <summary>Writes a table of texts.</summary>
    public static void Write(IReadOnlyList<string> head, IReadOnlyList<string[]> rows, TextWriter output)
    {
        var table = Empty(head);
        foreach (var row in rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        Print(table, output);
    }

    private static string[] Row(DestinationTotal d) =>
        [
            d.Destination,
            Amounts.Short(d.Before),
            Amounts.Short(d.After),
            Amounts.Ratio(d.GrowthRatio),
            Amounts.Against(d.GrowthAgainstRest),
            Amounts.Short(d.Floor),
            Amounts.Count(d.Found),
            Amounts.Count(d.Cells),
            d.OnwardKnown ? "known" : "not reported",
        ];

    private static string[] Row(Finding f) =>
        [
            Amounts.Count(f.Rank),
            f.Destination,
            f.Product,
            Amounts.Short(f.Before),
            Amounts.Short(f.After),
            Amounts.Short(f.Counterfactual),
            Amounts.Short(f.Floor),
            Amounts.Chance(f.Q),
            ScanWords.Note(f),
        ];

    // Words to the left, numbers to the right.
    private static Table Empty(IReadOnlyList<string> heads)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        foreach (var head in heads)
            table.AddColumn(
                new TableColumn(head)
                {
                    Alignment = Words.Contains(head) ? Justify.Left : Justify.Right,
                    NoWrap = !Wraps(head),
                    Padding = new Padding(0, 0, 1, 0),
                }
            );
        return table;
    }

    private static bool Wraps(string head) =>
        head is "note" or "onward" or "from"
        || head.EndsWith(" before", StringComparison.Ordinal)
        || head.EndsWith(" again", StringComparison.Ordinal);

    private static void Print(Table table, TextWriter output)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            }
        );
        if (console.Profile.Width < Narrowest)
            console.Profile.Width = Narrowest;
        console.Write(table);
    }
}
