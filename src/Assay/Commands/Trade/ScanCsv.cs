using System.Globalization;
using Assay.Cases.Books;
using Assay.Trade.Findings;
using Assay.Wording.Trade;

namespace Assay.Commands.Trade;

/// <summary>A scan as comma-separated values, whole amounts; unknown is ?.</summary>
internal static class ScanCsv
{
    private const string DestinationHead = "destination,before,after,growth,against-rest,floor,found,cells,onward";
    private const string CellHead = "rank,to,product,before,after,expected,excess-low,loss,onward,missing,floor,q,note";

    /// <summary>Writes its cells, or the destinations in the order asked for.</summary>
    public static void Write(ScanReply scan, int top, TextWriter output)
    {
        output.WriteLine(scan.Destinations is null ? CellHead : DestinationHead);
        var rows = scan.Destinations?.Take(top).Select(Row) ?? scan.Report.Findings.Take(top).Select(Row);
        foreach (var row in rows)
            output.WriteLine(string.Join(',', row));
    }

    private static string[] Row(DestinationTotal d) =>
        [
            d.Destination,
            Amounts.Digits(d.Before),
            Amounts.Digits(d.After),
            Amounts.Ratio(d.GrowthRatio),
            Amounts.Against(d.GrowthAgainstRest),
            Amounts.Digits(d.Floor),
            Amounts.Count(d.Found),
            Amounts.Count(d.Cells),
            d.OnwardKnown ? "known" : "unknown",
        ];

    private static string[] Row(Finding f) =>
        [
            Amounts.Count(f.Rank),
            f.Destination,
            f.Product,
            Amounts.Digits(f.Before),
            Amounts.Digits(f.After),
            Amounts.Digits(f.Counterfactual),
            Amounts.Digits(f.ExcessLow),
            Amounts.Digits(f.Loss),
            Amounts.Digits(f.Onward),
            Amounts.Digits(f.Missing),
            Amounts.Digits(f.Floor),
            double.IsNaN(f.Q) ? "?" : f.Q.ToString("0.######", CultureInfo.InvariantCulture),
            ScanWords.Note(f),
        ];
}
