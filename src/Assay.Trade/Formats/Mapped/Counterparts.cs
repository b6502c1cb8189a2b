using Assay.Ground.Outcomes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Tells who reports and who is the partner where several columns name countries.</summary>
internal static class Counterparts
{
    private static readonly string[] PartnerWords = ["partner", "counterpart", "destination", "origin"];

    private static readonly string[] Exporters = ["exporter", "exporters", "exportadores", "exportateurs"];
    private static readonly string[] Importers = ["importer", "importers", "importadores", "importateurs"];

    /// <summary>The column of countries each of which reports its own trade with the world (<c>Exporters</c> beside exported values, not
    /// imported ones); null where there is none.</summary>
    public static string? Reporters(FoundTable table)
    {
        var flows = table.Columns.OfType<ColumnPart>().Where(c => c is { IsAmount: true, Flow: not null }).Select(c => c.Flow).Distinct();
        var words = flows.ToList() switch
        {
            ["X"] => Exporters,
            ["M"] => Importers,
            _ => [],
        };
        var named = table.Heads.Where((_, i) => table.Columns[i] is { Key: "partner" }).ToList();
        return named is [var one] && words.Contains(Headings.Fold(one)) ? one : null;
    }

    /// <summary>The refusal where a reporter is said of a table whose rows report each for itself; null where nothing is wrong.</summary>
    public static Error? Contradicted(FoundTable table, TradeMapping mapping, string name) =>
        mapping.Constants.TryGetValue("reporter", out var said) && !Said(mapping, "partner") && Reporters(table) is { } heading
            ? new Error(
                ErrorKind.Input,
                $"The column '{heading}' holds countries that report their own trade with the world, not the partners of {said}.",
                "Leave the reporter out; each row is a reporter of its own and the partner is the world.",
                new Location(name, 1)
            )
            : null;

    /// <summary>What is said of the table, with the two columns where its headings show which is which.</summary>
    public static TradeMapping Read(FoundTable table, TradeMapping mapping)
    {
        if (Said(mapping, "reporter") || Said(mapping, "partner"))
            return mapping;
        if (Reporters(table) is { } reporters)
            return mapping with
            {
                Columns = new Dictionary<string, string>(mapping.Columns) { ["reporter"] = reporters },
                Constants = new Dictionary<string, string>(mapping.Constants) { ["partner"] = "WORLD" },
            };
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
