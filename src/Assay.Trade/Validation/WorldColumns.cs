using Assay.Trade.Scanning;
using Assay.Trade.Simulation;

namespace Assay.Trade.Validation;

/// <summary>A synthetic world as a column store: the bloc's exports, and what each destination reports of imports and onward
/// exports.</summary>
public static class WorldColumns
{
    /// <summary>The bloc as one reporter.</summary>
    public const string Bloc = "OO";

    /// <summary>The store.</summary>
    public static TradeColumns From(SyntheticWorld world) => MemoryColumns.From(Rows(world));

    private static IEnumerable<TradeRow> Rows(SyntheticWorld world)
    {
        for (var t = 0; t < world.MonthList.Count; t++)
        for (var j = 0; j < world.Destinations.Count; j++)
        for (var p = 0; p < world.Products.Count; p++)
        {
            var (there, code) = (world.Destinations[j], world.Products[p].Code);
            if (Row(Bloc, there, 'X', code, world.MonthList[t], world.Exports(j, p, t), world.Kilograms(j, p, t)) is { } export)
                yield return export;
            if (Row(there, Bloc, 'M', code, world.MonthList[t], world.PartnerImports(j, p, t), 0) is { } import)
                yield return import;
            if (Row(there, world.Destinations[0], 'X', code, world.MonthList[t], world.Onward(j, p, t), 0) is { } onward)
                yield return onward;
        }
    }

    private static TradeRow? Row(string reporter, string partner, char flow, string product, int period, double value, double mass) =>
        value > 0 ? new TradeRow(reporter, partner, flow, product, "HS6", 'M', period, "EUR", value, mass) : null;
}
