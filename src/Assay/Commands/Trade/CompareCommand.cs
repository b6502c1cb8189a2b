using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Assay.Cases.Books;
using Assay.Wording.Trade;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade compare</c>: plain ratios between the same months of several years.</summary>
public static class CompareCommand
{
    private const string Description = """
        Adds up exports over the same months of several years, without any model.

        Example:  assay trade compare --lake DIR --level CN8 --years 2020,2021,2022 --months 3-11 --every-year
        """;

    private const string MarketDescription = "Least value of a market (reporter, destination, product) that doubled.";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var lake = new Option<string>("--lake") { Description = "The lake directory.", Required = true };
        var origin = new Option<string>("--origin") { Description = "Origin bloc.", DefaultValueFactory = _ => BookOptions.Union };
        var level = new Option<string>("--level") { Description = "Level of the products.", DefaultValueFactory = _ => "CN8" };
        var list = new Option<string?>("--list") { Description = "Keep products on this list; all of the level where not given." };
        var years = new Option<int[]?>("--years")
        {
            Description = "Years with commas.",
            Required = true,
            CustomParser = RatiosCommand.Years,
        };
        var months = new Option<(int, int)>("--months")
        {
            Description = "First and last month, as in 3-11.",
            DefaultValueFactory = _ => (1, 12),
            CustomParser = Months,
        };
        var together = new Option<string>("--together")
        {
            Description = "Also add up these destinations, codes or names with commas.",
            DefaultValueFactory = _ => "",
        };
        var every = new Option<bool>("--every-year") { Description = "Only products traded in every one of the years." };
        var market = new Option<double>("--market") { Description = MarketDescription, DefaultValueFactory = _ => 10e6 };
        var (currency, rates) = (ScanOptions.CreateCurrency(), ScanOptions.CreateRates());
        var command = new Command("compare", Description)
        {
            lake,
            origin,
            level,
            list,
            years,
            months,
            every,
            market,
            together,
            currency,
            rates,
        };
        command.SetAction(parsed =>
        {
            var request = new YearsRequest(parsed.GetValue(lake)!, parsed.GetValue(years)!)
            {
                Origin = parsed.GetValue(origin)!,
                Level = parsed.GetValue(level)!,
                List = parsed.GetValue(list),
                Months = parsed.GetValue(months),
                EveryYear = parsed.GetValue(every),
                LeastMarket = parsed.GetValue(market),
                Currency = parsed.GetValue(currency)?.ToUpperInvariant(),
                Rates = parsed.GetValue(rates),
                Together = Codes(parsed.GetValue(together)!),
            };
            var compared = CompareYears.Run(request);
            if (!compared.Succeeded)
                return TradeCommand.Refuse(compared.Error, parsed.InvocationConfiguration.Error);
            Print(compared.Value, request, parsed.InvocationConfiguration.Output);
            return ExitCodes.Done;
        });
        return command;
    }

    private static string[] Codes(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static (int, int) Months(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        int[] parts = [.. text.Split('-').Select(Month)];
        if (parts.Length is 1 or 2 && !parts.Contains(0) && parts[0] <= parts[^1])
            return (parts[0], parts[^1]);
        result.AddError($"'{text}' are no months. Write the first and the last, as in 3-11.");
        return default;
    }

    private static int Month(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? month : 0;

    private static void Print(YearsReply result, YearsRequest request, TextWriter output)
    {
        output.WriteLine($"{result.Products} products, {result.Currency}{MoneyWords.Converted(result.Rates, result.Currency)}");
        foreach (var (code, sums) in result.Destinations)
            output.WriteLine($"{CountryLabels.Name(code), -24} {Ratios(sums, request.Years)}");
        if (request.Together.Count > 0)
            output.WriteLine($"{$"together ({result.Counted})", -24} {(result.Counted > 0 ? Ratios(result.Together, request.Years) : "")}");
        if (result.Absent.Count > 0)
            output.WriteLine($"not in the data: {string.Join(", ", result.Absent)}");
        output.WriteLine(
            FormattableString.Invariant($"markets above the least value that more than doubled: {result.Markets}")
                + FormattableString.Invariant($", holding {100 * result.MarketShare:0.0} % of the last year")
        );
    }

    private static string Ratios(IReadOnlyList<double> sums, IReadOnlyList<int> years) =>
        string.Join(
            "  ",
            Enumerable
                .Range(1, years.Count - 1)
                .Select(y => FormattableString.Invariant($"{years[y]}/{years[y - 1]} {sums[y] / sums[y - 1]:0.000}"))
        );
}
