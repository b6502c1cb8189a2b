namespace Assay.Trade.Lake;

/// <summary>The one schema of every Parquet file in a lake's <c>trade</c> folder, and of the views over them.</summary>
/// <remarks>
/// Rows are additive: several rows may share reporter, partner, flow, product and period (a published file divides by
/// customs procedure, or gives values and quantities on separate lines); readers sum them. A measure that a row does not
/// carry is NULL, not zero, and a cell without a row was not reported. Amounts of different currencies are never summed:
/// filter on <c>currency</c>. Aggregates (<c>reporter_kind</c> or <c>partner_kind</c> = 'bloc' or 'world') are never summed
/// with their members: use the view <c>country_observations</c>, which leaves them out.
/// </remarks>
public static class LakeSchema
{
    /// <summary>Column names in order, with their DuckDB types.</summary>
    public static readonly IReadOnlyList<(string Name, string Type)> Columns =
    [
        ("reporter", "VARCHAR"), // ISO 3166 alpha-2 (GR is Greece, XK Kosovo, XI Northern Ireland) or a bloc code such as EU27_2020
        ("reporter_kind", "VARCHAR"), // country, bloc, world, bucket (stores, secret, not specified)
        ("partner", "VARCHAR"), // as reporter; buckets keep the publisher's code such as QX
        ("partner_kind", "VARCHAR"),
        ("flow", "VARCHAR"), // X exports, M imports; RX, RM, DX: re-exports, re-imports, domestic exports, which are parts of them
        ("product", "VARCHAR"), // digits with leading zeros; TOTAL; confidential codes such as 39XXXXXX as published
        ("level", "VARCHAR"), // CN8, HS6, HS4, HS2, TOTAL, OTHER
        ("nomenclature", "VARCHAR"), // CN2022, HS2017 ...; NULL where the file does not say
        ("frequency", "VARCHAR"), // M or A
        ("period", "INTEGER"), // yyyymm; yyyy00 for a year
        ("value", "DOUBLE"), // in currency, NULL where the row carries a quantity only
        ("currency", "VARCHAR"), // ISO 4217
        ("netkg", "DOUBLE"), // kilograms, NULL where not given
        ("suppl", "DOUBLE"), // supplementary quantity, NULL where not given
        ("suppl_unit", "VARCHAR"),
        ("source", "VARCHAR"), // SHA-256 of the imported file
        ("extract_date", "DATE"), // when the publisher's database was read
    ];

    /// <summary>The column names, comma-separated, for a SELECT list.</summary>
    public static string SelectList { get; } = string.Join(", ", Columns.Select(c => c.Name));
}
