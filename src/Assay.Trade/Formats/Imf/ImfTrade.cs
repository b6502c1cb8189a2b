using System.Text.RegularExpressions;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.Imf;

/// <summary>
/// Trade by partner country of the International Monetary Fund (Direction of Trade, since 2025 International Trade in Goods): SDMX-CSV
/// with a
/// row per
/// observation, or a table with a column per period. All goods, in US dollars.
/// </summary>
public sealed partial class ImfTrade : ITradeFormat
{
    private const string WidePeriod = "imf_period";
    private const string WideValue = "imf_value";
    private const string PanelName = "imf_indicator";

    private static readonly Dictionary<string, string> Names = DataText
        .Rows("Formats.Imf.Data.names.csv")
        .ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "IMF direction of trade";

    /// <inheritdoc/>
    public string Publisher => "International Monetary Fund";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) =>
        Country(input) is not null
        && Counterpart(input) is not null
        && (
            (Indicator(input) is not null && (Observed(input) is not null || Periods(input).Count > 0))
            || (input.Loosely("Time Period") is not null && Panel(input).Count > 0)
        );

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input)
    {
        var panel = Indicator(input) is null ? Panel(input) : [];
        var observed = panel.Count > 0 ? WideValue : Observed(input);
        var indicator = panel.Count > 0 ? $"regexp_extract({PanelName}, '[(]([A-Z_]+)[)]$', 1)" : $"\"{Indicator(input)}\"";
        return new FormatPlan(
            SqlText.Load(
                "Formats.Imf.long.sql",
                ("country", Country(input)!),
                ("counterpart", Counterpart(input)!),
                ("flow", SqlText.Load("Formats.Imf.flow.sql", ("indicator", indicator))),
                ("period", observed is null ? WidePeriod : input.Loosely("TIME_PERIOD") ?? "TIME_PERIOD"),
                ("value", observed ?? WideValue),
                ("scale", Scale(input)),
                ("attribute", input.Loosely("Attribute") is { } attribute ? $"coalesce(\"{attribute}\", '')" : "''"),
                (
                    "table",
                    panel.Count > 0 ? Unpivoted(input, panel, PanelName)
                    : observed is null ? Unpivoted(input, Periods(input), WidePeriod)
                    : CsvScan.Of(input)
                )
            ),
            false
        )
        {
            Names = Names,
            Notes = ["All goods in US dollars: exports free on board, imports with freight and insurance."],
        };
    }

    private static string? Observed(FormatInput input) =>
        input.Loosely("OBS_VALUE") ?? (input.Loosely("TIME_PERIOD") is not null ? input.Loosely("Value") : null);

    private static string Unpivoted(FormatInput input, IReadOnlyList<string> columns, string name) =>
        $"(UNPIVOT (SELECT * FROM {CsvScan.Of(input)}) ON {string.Join(", ", columns.Select(p => $"\"{p}\""))} "
        + $"INTO NAME {name} VALUE {WideValue})";

    // A column per indicator: "Goods, Value of Exports, Free on board (FOB), US Dollars (TXG_FOB_USD)".
    private static IReadOnlyList<string> Panel(FormatInput input) => [.. input.Header.Where(h => PanelHeading().IsMatch(h))];

    private static string? Country(FormatInput input) =>
        input.Loosely("Country Name") ?? input.Loosely("COUNTRY") ?? input.Loosely("REF_AREA");

    private static string? Counterpart(FormatInput input) =>
        input.Loosely("Counterpart Country Name") ?? input.Loosely("COUNTERPART_COUNTRY") ?? input.Loosely("COUNTERPART_AREA");

    private static string? Indicator(FormatInput input) => input.Loosely("Indicator Code") ?? input.Loosely("INDICATOR");

    private static string Scale(FormatInput input) =>
        input.Loosely("SCALE") is { } scale
            ? $"CASE WHEN lower(\"{scale}\") IN ('millions', '6') THEN 1000000 WHEN lower(\"{scale}\") IN ('thousands', '3') THEN 1000 ELSE 1 END"
            : "1";

    private static IReadOnlyList<string> Periods(FormatInput input) =>
        [.. input.Header.Where(h => PeriodText.Read(h) is not null || (h.Length >= 6 && h.Contains('Q') && char.IsAsciiDigit(h[0])))];

    [GeneratedRegex(@"\(T[A-Z]{2}_(FOB_|CIF_)?USD\)$")]
    private static partial Regex PanelHeading();
}
