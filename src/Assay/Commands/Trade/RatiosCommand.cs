using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cases.Books;
using Assay.Trade.Findings;
using Assay.Wording.Trade;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade ratios</c>: a year against base years by destination, or what was sent against what was received. No
/// model.</summary>
public static class RatiosCommand
{
    private const string Description = """
        Sets the exports of a year against the mean of base years for every destination, or (--mirror) what the bloc reports as sent against what each
        destination reports as received. Plain arithmetic: where to look, not what was found. Destinations with an open register of ships are marked.

        Example:  assay trade ratios --lake DIR --level TOTAL --frequency A --base 2019,2020,2021 --years 2023 --least 50000000
                  assay trade ratios --lake DIR --level TOTAL --frequency A --mirror --years 2021,2022,2023
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var lake = new Option<string>("--lake")
        {
            Description = "The lake directory.",
            HelpName = "DIR",
            Required = true,
        };
        var origin = new Option<string>("--origin")
        {
            Description = "Origin bloc: EU27, or codes with commas.",
            DefaultValueFactory = _ => BookOptions.Union,
        };
        var level = new Option<string>("--level")
        {
            Description = "Level of the products: TOTAL, HS2, HS4, HS6 or CN8.",
            DefaultValueFactory = _ => "TOTAL",
        };
        var frequency = new Option<string>("--frequency")
        {
            Description = "A (years) or M (months, summed to years).",
            DefaultValueFactory = _ => "A",
        };
        frequency.AcceptOnlyFromAmong("A", "M");
        var bases = new Option<int[]>("--base")
        {
            Description = "Base years with commas.",
            HelpName = "YEARS",
            CustomParser = Years,
            DefaultValueFactory = _ => [],
        };
        var years = new Option<int[]>("--years")
        {
            Description = "The year compared; with --mirror the years, with commas.",
            HelpName = "YEARS",
            CustomParser = Years,
            Required = true,
        };
        var least = new Option<double>("--least")
        {
            Description = "Least mean of the base years, in the currency of the amounts.",
            DefaultValueFactory = _ => 0,
        };
        var mirror = new Option<bool>("--mirror") { Description = "Sent over received." };
        var top = new Option<int>("--top") { Description = "How many destinations; 0 for all.", DefaultValueFactory = _ => 30 };
        var format = new Option<string>("--format") { Description = "text, csv or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "csv", "json");
        var (currency, rates) = (ScanOptions.CreateCurrency(), ScanOptions.CreateRates());
        var command = new Command("ratios", Description)
        {
            lake,
            origin,
            level,
            frequency,
            bases,
            years,
            least,
            mirror,
            top,
            format,
            currency,
            rates,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var request = new RatiosRequest(parsed.GetValue(lake)!, parsed.GetValue(years)!, parsed.GetValue(mirror))
            {
                Base = parsed.GetValue(bases)!,
                Origin = parsed.GetValue(origin)!,
                Level = parsed.GetValue(level)!,
                Frequency = parsed.GetValue(frequency)![0],
                Currency = parsed.GetValue(currency)?.ToUpperInvariant(),
                Rates = parsed.GetValue(rates),
                Least = parsed.GetValue(least),
            };
            var set = SetRatios.Run(request);
            if (!set.Succeeded)
                return TradeCommand.Refuse(set.Error, error);
            var rows = request.Mirror ? Mirrored(set.Value.Mirrored, request.Years) : Based(set.Value.Based);
            Write(rows, parsed.GetValue(top) is var most and > 0 ? most : rows.Count, parsed.GetValue(format)!, output);
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Years with commas; an error where they are none.</summary>
    internal static int[]? Years(ArgumentResult result)
    {
        var parts = string.Join(',', result.Tokens.Select(t => t.Value)).Split(',', StringSplitOptions.RemoveEmptyEntries);
        var years = parts
            .Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is > 1900 and < 2200 ? y : 0)
            .ToArray();
        if (years.Length > 0 && !years.Contains(0))
            return years;
        result.AddError($"'{string.Join(',', parts)}' are no years. Write them with commas, as in 2019,2020,2021.");
        return null;
    }

    private static List<JsonObject> Based(IReadOnlyList<BaseRatio> ratios) =>
        [
            .. ratios.Select(
                (r, i) =>
                    new JsonObject
                    {
                        ["rank"] = i + 1,
                        ["destination"] = r.Destination,
                        ["name"] = CountryLabels.Name(r.Destination),
                        ["base"] = Math.Round(r.Base),
                        ["value"] = r.Value,
                        ["ratio"] = Math.Round(r.Ratio, 4),
                        ["explained"] = r.Explained,
                    }
            ),
        ];

    private static List<JsonObject> Mirrored(IReadOnlyList<MirrorRatio> ratios, IReadOnlyList<int> years) =>
        [
            .. ratios.Select(r =>
            {
                var row = new JsonObject { ["destination"] = r.Destination, ["name"] = CountryLabels.Name(r.Destination) };
                for (var y = 0; y < years.Count; y++)
                    row[$"{years[y]}"] = double.IsFinite(r.Ratios[y]) ? Math.Round(r.Ratios[y], 4) : null;
                return row;
            }),
        ];

    private static void Write(List<JsonObject> rows, int most, string format, TextWriter output)
    {
        var heads = rows[0].Select(p => p.Key).ToList();
        if (format == "json")
        {
            output.WriteLine(new JsonArray([.. rows.Take(most)]).ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
            return;
        }

        string Cell(JsonObject row, string head) =>
            row[head] switch
            {
                null => format == "csv" ? ""
                : head == "explained" ? ""
                : "unknown",
                JsonValue value when value.TryGetValue<double>(out var number) => format == "csv"
                    ? number.ToString(CultureInfo.InvariantCulture)
                : head is "base" or "value" ? Amounts.Short(number)
                : Amounts.Two(number),
                var other => other.ToString().Contains(',', StringComparison.Ordinal) && format == "csv"
                    ? $"\"{other}\""
                    : other.ToString(),
            };
        if (format == "csv")
            output.WriteLine(string.Join(',', heads));
        else
            output.WriteLine($"{rows.Count} destinations");
        foreach (var row in rows.Take(most))
            output.WriteLine(
                format == "csv"
                    ? string.Join(',', heads.Select(h => Cell(row, h)))
                    : string.Join(
                            ' ',
                            heads.Select(h =>
                                h is "name" ? Cell(row, h).PadRight(28)[..28]
                                : h is "explained" ? Cell(row, h)
                                : $"{(h.Length == 4 && char.IsDigit(h[0]) ? h + " " : "")}{Cell(row, h), 7}"
                            )
                        )
                        .TrimEnd()
            );
    }
}
