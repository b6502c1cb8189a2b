namespace Assay.Trade.Scanning;

/// <summary>Makes a column store in memory from rows in any order. For tests, simulated worlds and small files.</summary>
public static class MemoryColumns
{
    /// <summary>A store of <paramref name="rows"/>.</summary>
    public static TradeColumns From(IEnumerable<TradeRow> rows)
    {
        var all = rows.ToList();
        var reporters = Sorted(all.Select(r => r.Reporter));
        var partners = Sorted(all.Select(r => r.Partner));
        var products = all.Select(r => new ProductKey(r.Product, r.Level))
            .Distinct()
            .OrderBy(p => p.Code, StringComparer.Ordinal)
            .ThenBy(p => p.Level, StringComparer.Ordinal)
            .ToArray();
        var (reporterAt, partnerAt, productAt) = (Index(reporters), Index(partners), Index(products));
        var segments = new List<Segment>();
        var ordered = new List<(uint Cell, double Value, double Mass)>(all.Count);
        foreach (
            var group in all.GroupBy(r => (r.Flow, r.Frequency, r.Currency, r.Period, Reporter: reporterAt[r.Reporter])).OrderBy(g => g.Key)
        )
        {
            var cells = group.Select(r => (Cell(r), r.Value, r.Kilograms)).OrderBy(r => r.Item1).ToList();
            segments.Add(
                new Segment(
                    group.Key.Flow,
                    group.Key.Frequency,
                    group.Key.Currency,
                    group.Key.Period,
                    group.Key.Reporter,
                    ordered.Count,
                    cells.Count
                )
            );
            ordered.AddRange(cells);
        }

        var wide = !ordered.TrueForAll(r => ColumnWriter.Narrow(r.Value) && ColumnWriter.Narrow(r.Mass));
        var header = new ColumnHeader("", reporters, partners, products, [.. segments], ordered.Count, wide);
        var writer = new ColumnWriter(header, ColumnMemory.InMemory(header.Rows, wide));
        foreach (var (cell, value, mass) in ordered)
            writer.Append(cell, value, mass);
        return writer.Finish();

        uint Cell(TradeRow r) => (uint)((productAt[new ProductKey(r.Product, r.Level)] * partners.Length) + partnerAt[r.Partner]);
    }

    private static string[] Sorted(IEnumerable<string> codes) => [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Dictionary<T, int> Index<T>(T[] items)
        where T : notnull => items.Select((item, i) => (item, i)).ToDictionary(p => p.item, p => p.i);
}
