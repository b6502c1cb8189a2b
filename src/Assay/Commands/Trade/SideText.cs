using System.Globalization;
using System.Text.Json.Nodes;
using Assay.Trade.Findings;
using Assay.Trade.Flows;
using Assay.Wording.Trade;

namespace Assay.Commands.Trade;

/// <summary>Sums before and after as cells of a table, of CSV and as JSON. Unknown is ? and null, never zero.</summary>
internal static class SideText
{
    /// <summary>Before, after and change.</summary>
    public static string[] Cells(TradeSide side) =>
        [Amounts.Short(side.Before), Amounts.Short(side.After), Amounts.Change(side.Before, side.After)];

    /// <summary>Before, after, share of all and periods compared.</summary>
    public static string[] Csv(TradeSide side, TradeSide all) =>
        [Amounts.Digits(side.Before), Amounts.Digits(side.After), Share(side, all), Amounts.Count(side.Compared)];

    /// <summary>A side; null where it is unknown.</summary>
    public static JsonObject? Json(TradeSide side, TradeSide all) =>
        side.Known
            ? new JsonObject
            {
                ["before"] = side.Before,
                ["after"] = side.After,
                ["change"] = Number(side.Change),
                ["share"] = Number(side.After / all.After),
                ["periods"] = side.Compared,
            }
            : null;

    /// <summary>A number; null where it is not finite.</summary>
    public static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>Whether a side is known over some of the periods alone.</summary>
    public static bool InPart(TradeSide side, int periods) => side.Known && side.Compared < periods;

    /// <summary>What is compared.</summary>
    public static string Span(int first, int last, int periods) =>
        $"{Amounts.Period(first)} to {Amounts.Period(last)} ({Amounts.Count(periods)} periods) against the same months of the last year before.";

    /// <summary>Unit and rates.</summary>
    public static string Foot(string currency, IReadOnlyList<RateUsed> rates) =>
        $"Amounts in {currency} (k thousand, M million, bn thousand million){MoneyWords.Converted(rates, currency)}; ? is not reported.";

    private static string Share(TradeSide side, TradeSide all) =>
        side.After / all.After is var share && double.IsFinite(share) ? share.ToString("0.####", CultureInfo.InvariantCulture) : "?";
}
