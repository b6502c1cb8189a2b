using System.Globalization;
using Assay.Trade.Codes;
using Assay.Trade.Lake;
using Assay.Trade.Sql;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Which expression over a file's columns gives each raw field: a constant, a mapped column, or a column whose heading says
/// so.</summary>
internal sealed class FieldMap(TradeMapping mapping, IReadOnlyList<string> header)
{
    private readonly RowUnits units = new(mapping);

    private static readonly string[] Fields =
    [
        "reporter",
        "partner",
        "flow",
        "product",
        "period",
        "value",
        "netkg",
        "suppl",
        "suppl_unit",
        "currency",
        "nomenclature",
        "level",
    ];

    /// <summary>Whether anything gives this field.</summary>
    public bool Has(string field) => Expression(field) is not null;

    /// <summary>The SELECT that gives every raw field.</summary>
    public string Select(string csv) =>
        "SELECT "
        + string.Join(", ", Fields.Select(f => $"{Expression(f) ?? "NULL::VARCHAR"} AS {f}"))
        + $", {LeftOut()} AS left_out, {By("value")} AS value_by, {By("netkg")} AS netkg_by FROM {csv}";

    private static readonly string[] Keys = ["reporter", "partner", "flow", "product", "period"];

    private (string Name, Heading Heading)? Indicators => mapping.HasIndicators ? Headings.Of("indicator", header) : null;

    private string LeftOut()
    {
        var whole =
            header.Contains(SpreadTable.Whole) ? $"coalesce({SpreadTable.Whole}, '') = 'total'"
            : mapping.Breakdowns.Count > 0 ? Breakdown.Whole(mapping.Breakdowns, Identifier)
            : null;
        var part = whole is null ? "NULL::VARCHAR" : Breakdown.LeftOut(whole, Keys.Select(Expression).OfType<string>());
        var other = header.Contains(SpreadTable.Whole)
            ? $"coalesce({SpreadTable.Whole}, '') = 'other'"
            : KeptRows.IsOther(mapping.Keep, header, Identifier);
        return other is null ? part : $"CASE WHEN {other} THEN {SqlText.Quote(KeptRows.Reason)} ELSE {part} END";
    }

    // The factor of a row's amount: written beside it where a table was laid out, else what the heading implies.
    private string By(string field)
    {
        var beside = $"{field}_by";
        if (header.Contains(beside))
            return $"TRY_CAST(\"{beside}\" AS DOUBLE)";
        var said = mapping.Constants.ContainsKey(field) || mapping.Columns.ContainsKey(field) || units.Of(field, Identifier) is not null;
        var factor =
            mapping.Columns.TryGetValue(field, out var column) && mapping.Measures.TryGetValue(column, out var measure) ? measure.Factor
            : said || Indicated(field) is not null || (field == "value" && mapping.ValueFactorSaid) ? 1
            : Known(field)?.Heading.Factor ?? 1;
        return $"{factor.ToString("R", CultureInfo.InvariantCulture)}::DOUBLE";
    }

    // A column whose heading says the field; what the mapping says of a column of amounts goes before.
    private (string Name, Heading Heading)? Known(string field)
    {
        foreach (var name in header)
            if (mapping.Measures.TryGetValue(name, out var measure) && measure.Field == field)
                return (name, new Heading(field, "", measure.Currency ?? "", measure.Factor));
        return Headings.Of(field, [.. header.Where(h => !mapping.Measures.ContainsKey(h))]);
    }

    private string? Expression(string field) =>
        mapping.Constants.TryGetValue(field, out var constant) ? SqlText.Quote(constant)
        : units.Of(field, Identifier) is { } inUnits ? inUnits
        : field == "currency" && mapping.CurrencyWords.Count > 0 ? Worded()
        : field == "partner" && ByFlow() is { } side ? side
        : mapping.Columns.TryGetValue(field, out var column) ? Identifier(column)
        : field == "period" ? Period()
        : field == "currency" ? Currency()
        : field == "indicator" ? Indicators?.Name
        : Indicated(field) ?? (Known(field) is { } known ? Scaled(field, known) : null);

    // Of a table with the origin and the destination of every row, the partner of imports is the first and of exports the second; another
    // flow has none.
    private string? ByFlow() =>
        mapping.Columns.TryGetValue("origin", out var origin)
        && mapping.Columns.TryGetValue("destination", out var destination)
        && Expression("flow") is { } flow
            ? $"CASE WHEN lower(trim({flow})) IN ({Words("M")}) THEN {Identifier(origin)} WHEN lower(trim({flow})) IN ({Words("X")}) THEN {Identifier(destination)} END"
            : null;

    private string Words(string flow) =>
        string.Join(
            ", ",
            FlowWords
                .All.Where(f => f.Value == flow)
                .Select(f => f.Key)
                .Concat(mapping.Flows.Where(f => f.Value == flow).Select(f => f.Key.ToLowerInvariant()))
                .Select(SqlText.Quote)
        );

    private string? Period()
    {
        var (year, month) = (Column("year"), Column("month"));
        var said = mapping.Columns.ContainsKey("year") && mapping.Columns.ContainsKey("month");
        var period = said ? null : Headings.Of("period", header)?.Name;
        return period is not null ? Identifier(period)
            : year is not null && month is not null ? Joined(Identifier(year), $"split_part({Identifier(month)}, ': ', 1)")
            : (month ?? year) is { } alone ? Identifier(alone)
            : null;
    }

    private static string Joined(string year, string month) =>
        $"({year} || CASE WHEN {month} IN ('', '0', '52') THEN '' WHEN length({month}) <= 2 THEN '-' || lpad({month}, 2, '0') ELSE '-' || {month} END)";

    // Currencies by their words, in a column of their own or in that of the unit.
    private string Worded()
    {
        var own = mapping.Columns.GetValueOrDefault("currency") ?? (header.Contains("currency") ? "currency" : null);
        var column = Identifier(own ?? mapping.Columns["value_unit"]);
        var cases = mapping.CurrencyWords.Select(w =>
            $"WHEN {SqlText.Quote(w.Key.Trim().ToLowerInvariant())} THEN {SqlText.Quote(w.Value)}"
        );
        return $"CASE lower(trim({column})) {string.Join(' ', cases)} ELSE {(own is null ? "NULL" : column)} END";
    }

    private string? Currency() =>
        Headings.Of("currency", header) is { } column ? Identifier(column.Name)
        : Indicators is not null ? "'EUR'"
        : Known("value") is { Heading.Currency.Length: > 0 } value ? SqlText.Quote(value.Heading.Currency)
        : null;

    // Where a column names the indicator, the value column is a value, a weight or a supplementary quantity in turn.
    private string? Indicated(string field)
    {
        if (
            field is not ("value" or "netkg" or "suppl")
            || Indicators is not { } indicator
            || Headings.Of("value", header) is not { } value
        )
            return null;

        var (name, number) = (Identifier(indicator.Name), Identifier(value.Name));
        return field switch
        {
            "value" => $"CASE WHEN {name} IS NULL OR {name} LIKE 'VALUE_EUR%' OR {name} LIKE 'VALUE_IN_EUR%' THEN {number} END",
            "netkg" =>
                $"CASE WHEN {name} LIKE 'QUANTITY_IN_100KG%' THEN {NumberText.Times(number, mapping.Decimal == "," ? ',' : '.', 100)} WHEN {name} LIKE 'QUANTITY%KG%' THEN {number} END",
            _ => $"CASE WHEN {name} LIKE 'SUPPLEMENTARY%' THEN {number} END",
        };
    }

    private string Scaled(string field, (string Name, Heading Heading) known) =>
        field is "value" or "netkg"
            ? Identifier(known.Name)
            : NumberText.Times(Identifier(known.Name), mapping.Decimal == "," ? ',' : '.', known.Heading.Factor);

    private string? Column(string field) => mapping.Columns.TryGetValue(field, out var column) ? column : Headings.Of(field, header)?.Name;

    private static string Identifier(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
