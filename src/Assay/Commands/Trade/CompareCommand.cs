using System.CommandLine;
using System.Globalization;
using Assay.Ground.Countries;
using Assay.Ground.Outcomes;
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
        var years = new Option<int[]?>("--years") { Description = "Years with commas.", Required = true, CustomParser = RatiosCommand.Years };
        var months = new Option<(int, int)>("--months") { Description = "First and last month, as in 3-11.", DefaultValueFactory = _ => (1, 12), CustomParser = Months };
        var together = new Option<string>("--together") { Description = "Also add up these destinations, codes with commas.", DefaultValueFactory = _ => "" };
        var every = new Option<bool>("--every-year") { Description = "Only products traded in every one of the years." };
        var market = new Option<double>("--market") { Description = "Least value of a market (reporter, destination, product) that doubled.", DefaultValueFactory = _ => 10e6 };
        var command = new Command("compare", Description) { lake, origin, level, list, years, months, every, market, together };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var opened = TradeLake.Open(parsed.GetValue(lake)!);
            if (!opened.Succeeded) return TradeCommand.Refuse(opened.Error, error);
            using var store = opened.Value;
            using var columns = LakeColumns.Open(store);
            var codes = parsed.GetValue(list) is { } name ? ScanOptions.Codes(name) : default;
            if (parsed.GetValue(list) is not null && !codes.Succeeded) return TradeCommand.Refuse(codes.Error, error);
            var chosen = parsed.GetValue(years)!;
            var result = Comparison.Of(columns, ScanOptions.Bloc(parsed.GetValue(origin)!), parsed.GetValue(level)!,
                c => parsed.GetValue(list) is null || codes.Value.Any(r => c.StartsWith(r, StringComparison.Ordinal)),
                chosen, parsed.GetValue(months), parsed.GetValue(every), parsed.GetValue(market));
            if (result.Sums.Count == 0)
                return TradeCommand.Refuse(new Error(ErrorKind.Input, $"The lake holds no monthly exports at level {parsed.GetValue(level)} of these years and this bloc.", "Check --level, --years, --months, --list and --origin against what was imported."), error);
            Print(result, chosen, parsed.GetValue(together)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), output);
            return ExitCodes.Done;
        });
        return command;
    }

    private static (int, int) Months(System.CommandLine.Parsing.ArgumentResult result)
    {
        var parts = result.Tokens[0].Value.Split('-').Select(m => int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? month : 0).ToArray();
        if (parts.Length is 1 or 2 && !parts.Contains(0) && parts[0] <= parts[^1]) return (parts[0], parts[^1]);
        result.AddError($"'{result.Tokens[0].Value}' are no months. Write the first and the last, as in 3-11.");
        return default;
    }

    private static void Print(Comparison result, int[] years, string[] together, TextWriter output)
    {
        output.WriteLine($"{result.Products} products");
        foreach (var (code, sums) in result.Sums.OrderByDescending(s => s.Value[^1] / Math.Max(1, s.Value[Math.Max(0, s.Value.Length - 2)])))
        {
            output.WriteLine($"{CountryTable.Shipped.FindCode(code)?.Name ?? code,-24} {Ratios(sums)}");
        }

        if (together.Length > 0)
        {
            var named = together.Where(result.Sums.ContainsKey).ToList();
            var all = Enumerable.Range(0, years.Length).Select(y => named.Sum(d => result.Sums[d][y])).ToArray();
            output.WriteLine($"{$"together ({named.Count})",-24} {(named.Count > 0 ? Ratios(all) : "")}");
            if (named.Count < together.Length) output.WriteLine($"not in the data: {string.Join(", ", together.Except(named))}");
        }

        string Ratios(double[] sums) =>
            string.Join("  ", Enumerable.Range(1, years.Length - 1).Select(y => FormattableString.Invariant($"{years[y]}/{years[y - 1]} {sums[y] / sums[y - 1]:0.000}")));

        output.WriteLine(FormattableString.Invariant($"markets above the least value that more than doubled: {result.Markets}, holding {100 * result.MarketShare:0.0} % of the last year"));
    }
}
