using System.CommandLine;
using System.Text.Json;
using Assay.Cases.Books;
using Assay.TradePages;
using Assay.Wording.Trade;

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

    private const string SortDescription =
        "Order of destinations: floor, growth of restricted goods, or against-rest, that growth over the growth of all other goods.";

    private const string LeastDescription = "Least trade before for growth to count, in the unit of the scan; less comes last.";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new ScanOptions();
        var top = new Option<int>("--top") { Description = "How many rows.", DefaultValueFactory = _ => 50 };
        var by = new Option<string>("--by") { Description = "cell or destination.", DefaultValueFactory = _ => "cell" };
        var sort = new Option<string>("--sort") { Description = SortDescription, DefaultValueFactory = _ => "floor" };
        sort.AcceptOnlyFromAmong("floor", "growth", "against-rest");
        var least = new Option<double>("--least") { Description = LeastDescription, DefaultValueFactory = _ => 1e6 };
        var format = new Option<string>("--format") { Description = "table, json, csv or html.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv", "html");
        by.AcceptOnlyFromAmong("cell", "destination");
        var file = new Option<string?>("--output") { Description = "Write to a file, not to the terminal.", HelpName = "FILE" };
        var command = new Command("scan", Description) { top, by, sort, least, format, file };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var scanned = ScanBooks.Run(
                new ScanRequest(parsed.GetValue(options.Lake)!, parsed.GetValue(options.Target)!, options.Books(parsed))
                {
                    Order = Order(parsed.GetValue(sort)!, parsed.GetValue(by)!),
                    Least = parsed.GetValue(least),
                }
            );
            if (!scanned.Succeeded)
                return TradeCommand.Refuse(scanned.Error, error);
            var (rows, face) = (parsed.GetValue(top), parsed.GetValue(format)!);
            if (parsed.GetValue(file) is { } path)
                return TradeCommand.Written(path, "--output", to => Write(scanned.Value, rows, face, to)) is { } refused
                    ? TradeCommand.Refuse(refused, error)
                    : ExitCodes.Done;
            Write(scanned.Value, rows, face, output);
            return ExitCodes.Done;
        });
        return command;
    }

    private static ScanOrder Order(string sort, string by) =>
        sort switch
        {
            "growth" => ScanOrder.Growth,
            "against-rest" => ScanOrder.AgainstRest,
            _ => by == "destination" ? ScanOrder.Floor : ScanOrder.Cells,
        };

    private static void Write(ScanReply scan, int top, string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                output.WriteLine(ScanJson.Of(scan, top).ToJsonString(Indented));
                break;
            case "csv":
                ScanCsv.Write(scan, top, output);
                break;
            case "html":
                ScanPage.Write(output, scan, top);
                break;
            default:
                output.WriteLine(ScanWords.Summary(scan.Report));
                ScanTable.Write(scan, top, output);
                break;
        }
    }
}
