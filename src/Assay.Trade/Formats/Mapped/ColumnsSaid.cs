using System.Text.RegularExpressions;
using Assay.Ground.Outcomes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Puts to what is said of a table what its columns show when they are looked at together: who reports, in which unit rows are,
/// which rows are parts of others.</summary>
internal static partial class ColumnsSaid
{
    /// <summary>What is said of the table, or the question where it leaves something open.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mapping">What the user and the layout say.</param>
    /// <param name="name">Name of the file.</param>
    public static Result<TradeMapping> Read(FoundTable table, TradeMapping mapping, string name)
    {
        if (Counterparts.Contradicted(table, mapping, name) is { } wrong)
            return wrong;
        var values = new ColumnValues(table);
        mapping = Counterparts.Read(table, mapping) with { HasIndicators = Indicators(table, values) };
        var units = new UnitColumns(table, values, mapping).Read(name);
        if (!units.Succeeded)
            return units;
        mapping = units.Value;
        HashSet<string> read = [.. mapping.Columns.Values, .. mapping.Measures.Keys];
        mapping = mapping with { Breakdowns = Breakdown.Of(table, values, mapping.TotalWords, read) };
        return (KeptRows.Asks(table, values, mapping, name) ?? SaidForAll.Asks(table, values, mapping, name)) is { } question
            ? question
            : mapping;
    }

    /// <summary>Whether a text is one of Eurostat's names for values, weights and other quantities.</summary>
    public static bool IsIndicator(string text) => Eurostat().IsMatch(text);

    // Only Eurostat's words for values, weights and other quantities say what a row holds.
    private static bool Indicators(FoundTable table, ColumnValues values) =>
        table.Columns.ToList().FindIndex(c => c is { Key: "indicator" }) is not (>= 0 and var column)
        || values.Of(column).Any(Eurostat().IsMatch);

    [GeneratedRegex("^(VALUE_(IN_)?EUR|QUANTITY_|SUPPLEMENTARY_)")]
    private static partial Regex Eurostat();
}
