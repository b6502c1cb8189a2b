namespace Assay.Trade.Formats.Mapped;

/// <summary>Tells who reports and who is the partner where several columns name countries.</summary>
internal static class Counterparts
{
    private static readonly string[] PartnerWords = ["partner", "counterpart", "destination", "origin"];

    /// <summary>What is said of the table, with the two columns where its headings show which is which.</summary>
    public static TradeMapping Read(FoundTable table, TradeMapping mapping)
    {
        if (Said(mapping, "reporter") || Said(mapping, "partner"))
            return mapping;
        var heads = table.Heads;
        var (exporter, importer) = (Named(heads, "exporter"), Named(heads, "importer"));
        if (exporter is not null && importer is not null)
        {
            var flows = Said(mapping, "flow") || table.Columns.Any(c => c is { Key: "flow" } or { Flow: not null });
            return With(mapping, exporter, importer) with
            {
                Constants = flows ? mapping.Constants : new Dictionary<string, string>(mapping.Constants) { ["flow"] = "X" },
            };
        }

        var partners = Enumerable.Range(0, heads.Count).Where(i => table.Columns[i] is { Key: "partner" }).Select(i => heads[i]).ToList();
        var named = partners.FirstOrDefault(IsPartner);
        var plain = partners.FirstOrDefault(p => !IsPartner(p));
        return named is null || plain is null || table.Columns.Any(c => c is { Key: "reporter" }) ? mapping : With(mapping, plain, named);
    }

    private static TradeMapping With(TradeMapping mapping, string reporter, string partner) =>
        mapping with
        {
            Columns = new Dictionary<string, string>(mapping.Columns) { ["reporter"] = reporter, ["partner"] = partner },
        };

    private static bool Said(TradeMapping mapping, string field) =>
        mapping.Columns.ContainsKey(field) || mapping.Constants.ContainsKey(field);

    private static string? Named(IReadOnlyList<string> heads, string word) => heads.FirstOrDefault(h => Headings.Fold(h) == word);

    private static bool IsPartner(string heading) => PartnerWords.Any(w => Headings.Fold(heading).Contains(w, StringComparison.Ordinal));
}
