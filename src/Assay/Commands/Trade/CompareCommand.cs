using System.CommandLine;
using System.Globalization;
using Assay.Trade.Codes;
using Assay.Trade.Findings;
using Assay.Trade.Lake;
using Assay.Trade.Scanning;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade compare</c>: plain ratios between the same months of several years.</summary>
public static class CompareCommand
{
    private const string Description = """
        Adds up exports over the same months of several years, without any model.

        Example:  assay trade compare --lake DIR --level CN8 --years 2020,2021,2022 --months 3-11 --every-year
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var lake = new Option<string>("--lake") { Description = "The lake directory.", Required = true };
        var origin = new Option<string>("--origin") { Description = "Origin bloc.", DefaultValueFactory = _ => "EU27" };
        var level = new Option<string>("--level") { Description = "Level of the products.", DefaultValueFactory = _ => "CN8" };
        var list = new Option<string?>("--list") { Description = "Keep products on this list; all of the level where not given." };
        var years = new Option<string>("--years") { Description = "Years with commas.", Required = true };
        var months = new Option<string>("--months") { Description = "First and last month.", DefaultValueFactory = _ => "1-12" };
        var every = new Option<bool>("--every-year") { Description = "Only products traded in every one of the years." };
        var market = new Option<double>("--market") { Description = "Least value of a market (reporter, destination, product) that doubled.", DefaultValueFactory = _ => 10e6 };
        var command = new Command("compare", Description) { lake, origin, level, list, years, months, every, market };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var opened = TradeLake.Open(parsed.GetValue(lake)!);
            if (!opened.Succeeded) return TradeCommand.Refuse(opened.Error, error);
            using var store = opened.Value;
            using var columns = LakeColumns.Open(store);
            var codes = parsed.GetValue(list) is { } name ? ScanOptions.Codes(name) : default;
            if (parsed.GetValue(list) is not null && !codes.Succeeded) return TradeCommand.Refuse(codes.Error, error);
            int[] span = [.. parsed.GetValue(months)!.Split('-').Select(m => int.Parse(m, CultureInfo.InvariantCulture))];
            int[] chosen = [.. parsed.GetValue(years)!.Split(',').Select(y => int.Parse(y, CultureInfo.InvariantCulture))];
            var result = Comparison.Of(columns, ScanOptions.Bloc(parsed.GetValue(origin)!), parsed.GetValue(level)!,
                c => parsed.GetValue(list) is null || codes.Value.Any(r => c.StartsWith(r, StringComparison.Ordinal)),
                chosen, (span[0], span[^1]), parsed.GetValue(every), parsed.GetValue(market));
            Print(result, chosen, output);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(Comparison result, int[] years, TextWriter output)
    {
        output.WriteLine($"{result.Products} products");
        foreach (var (code, sums) in result.Sums.OrderByDescending(s => s.Value[^1] / Math.Max(1, s.Value[Math.Max(0, s.Value.Length - 2)])))
        {
            var ratios = Enumerable.Range(1, years.Length - 1).Select(y => FormattableString.Invariant($"{years[y]}/{years[y - 1]} {sums[y] / sums[y - 1]:0.000}"));
            output.WriteLine($"{CountryTable.Shipped.FindCode(code)?.Name ?? code,-24} {string.Join("  ", ratios)}");
        }

        output.WriteLine(FormattableString.Invariant($"markets above the least value that more than doubled: {result.Markets}, holding {100 * result.MarketShare:0.0} % of the last year"));
    }
}
