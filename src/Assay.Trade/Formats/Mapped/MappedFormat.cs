using System.Text.RegularExpressions;
using Assay.Ground.Outcomes;
using Assay.Trade.Formats.ComextSdmx;
using Assay.Trade.Lake;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Any long or wide CSV, workbook or JSON table, by a mapping, by a layout that ships or by its own headings.</summary>
/// <param name="said">What the user says about the file.</param>
public sealed partial class MappedFormat(TradeMapping said) : ITradeFormat
{
    private const int MostNamed = 20;

    private const string NoCurrency =
        "Nothing says in which currency the values are: they are compared with no others until it is said (--set currency=USD).";

    private static readonly string[] Required = ["reporter", "partner", "flow", "product", "period", "value"];

    /// <inheritdoc/>
    public string Name => "mapped table";

    /// <inheritdoc/>
    public string Publisher => said.Publisher ?? "not stated";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) =>
        input.Kind is "xlsx" or "json" or "xml"
        || (input.Kind == "text" && input.Head.Any(l => l.Contains(input.Delimiter, StringComparison.Ordinal)));

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input)
    {
        if (input.Kind == "json")
        {
            var made = JsonTable.Csv(input);
            return made.Succeeded ? Plan(made.Value) : made.Error;
        }

        if (input.Kind == "xml")
        {
            var made = XmlTable.Csv(input);
            return made.Succeeded ? Plan(made.Value) : made.Error;
        }

        if (said.Headings.Count > 0 && input.Kind == "text")
            input = Headed(input);
        var tables = TableRows.Of(input).Select(t => FoundTable.Of(t, Applied(t))).OfType<FoundTable>().ToList();
        if (tables.Count == 0)
            return new Error(ErrorKind.Input, "The file holds no table.", "Check the download.", new Location(input.OriginalName));
        var best = tables.MaxBy(t => t.Columns.Count(c => c is not null))!;
        var layout = Layouts.Of(best.Heads);
        if (layout is not null && Layouts.Asks(layout, said, input.OriginalName) is { } question)
            return question;
        var found = ColumnsSaid.Read(best, layout is null ? said : Layouts.Under(said, layout), input.OriginalName);
        if (!found.Succeeded)
            return found.Error;
        var mapping = found.Value;
        if (Problem(best, mapping with { Columns = AllNamed(mapping) }, input) is { } problem)
            return problem;
        tables = [.. TableRows.Of(input).Select(t => FoundTable.Of(t, mapping)).OfType<FoundTable>()];
        best = tables.MaxBy(t => t.Columns.Count(c => c is not null))!;
        (mapping, var comma) = DecimalMark.Over(best, mapping, input);
        var plan = tables.Exists(t => t.IsSpread) ? Spread(input, [.. tables.Where(t => t.IsSpread)], mapping) : Long(input, best, mapping);
        if (!plan.Succeeded)
            return plan;
        return plan.Value with
        {
            FormatName = layout?.Name ?? plan.Value.FormatName,
            Notes = [.. plan.Value.Notes, .. comma is null ? Array.Empty<string>() : [$"Commas part the decimals, as '{comma}' shows."]],
            PartnerGuessed = !said.Columns.ContainsKey("partner") && !said.Constants.ContainsKey("partner"),
        };
    }

    // What a user keeps by a column has to be there as what a user reads has.
    private Dictionary<string, string> AllNamed(TradeMapping mapping) =>
        mapping.Columns.Concat(said.Keep.Keys.Select(k => KeyValuePair.Create("keep " + k, k))).ToDictionary();

    private TradeMapping Applied(Sheet table) =>
        table.Head.Select(Layouts.Of).FirstOrDefault(l => l is not null) is { } layout ? Layouts.Under(said, layout) : said;

    private static Error? Problem(FoundTable table, TradeMapping mapping, FormatInput input)
    {
        if (mapping.Columns.Values.FirstOrDefault(c => !table.Heads.Contains(c)) is { } absent)
            return new Error(
                ErrorKind.Input,
                $"The table has no column '{absent}', which the mapping names; its columns are: {Listed(table.Heads)}.",
                "Write the heading in the mapping as the table has it.",
                new Location(input.OriginalName, 1)
            );
        if (
            table.Columns.ToList().FindIndex(c => c is { Key: "scale" }) is >= 0 and var scale
            && !mapping.Columns.ContainsKey("value_unit")
            && !mapping.ValueFactorSaid
        )
            return new Error(
                ErrorKind.Input,
                $"The column '{table.Heads[scale]}' says in what each value is counted, and nothing says how to read it.",
                $"Write in a mapping \"columns\": {{ \"value_unit\": \"{table.Heads[scale]}\" }}, \"valueUnits\": {{ \"millions\": 1000000 }} with the words of that column.",
                new Location(input.OriginalName, 1)
            );
        var unclear = table.Heads.FirstOrDefault(h =>
            Headings.HasUnknownUnit(h) && !mapping.Measures.ContainsKey(h) && !mapping.Columns.Values.Contains(h)
        );
        return unclear is null
            ? null
            : new Error(
                ErrorKind.Input,
                $"The heading '{unclear}' states a unit that is not known.",
                $"Say it in a mapping: \"measures\": {{ \"{unclear}\": {{ \"field\": \"value\", \"factor\": 1, \"currency\": \"USD\" }} }} (factor 1000 for thousands; field netkg for weights, suppl for others).",
                new Location(input.OriginalName, 1)
            );
    }

    private static Result<FormatPlan> Long(FormatInput input, FoundTable table, TradeMapping mapping)
    {
        var plain = input.Kind == "text" && table.First == 1 && !input.Header.Any(h => h.Contains('\\', StringComparison.Ordinal));
        var header = plain ? input.Header : table.Heads;
        var lines = new TableLines(table.Above, new ColumnReader(mapping));
        if (lines is { Unit: null, Unclear: { } line } && !mapping.ValueFactorSaid && !mapping.Columns.ContainsKey("value_unit"))
            return Units(line, input);
        if (lines.Unit is { Weight: not null } && Headings.Of("value", header) is not null && !mapping.ValueFactorSaid)
            return Units("unit of weight", input);
        mapping = lines.Over(mapping, header);
        var path = plain ? input.Path : Rewritten(input, table);
        var plan = Plan(input, mapping, new FieldMap(mapping, header), path, header, plain ? input.Delimiter : ',', table);
        if (!plan.Succeeded)
            return plan;
        return plan.Value with
        {
            Extracted = plain ? LastUpdate.Of(input.Header, input.Head) : null,
            Notes =
            [
                .. plan.Value.Notes,
                .. table.Above.Count > 0 ? [$"{table.Above.Count} lines above the table are not rows of it."] : Array.Empty<string>(),
                .. Unread(table, mapping),
            ],
        };
    }

    private static string[] Unread(FoundTable table, TradeMapping mapping) =>
        table.Unknown.Except(mapping.Columns.Values).ToList() is { Count: > 0 } unread
            ? [$"Columns that were not read: {Listed(unread)}."]
            : [];

    private static Result<FormatPlan> Spread(FormatInput input, IReadOnlyList<FoundTable> tables, TradeMapping mapping)
    {
        var csv = Path.Combine(input.Workspace, "long.csv");
        var (spread, extracted) = (new SpreadTable(mapping), (DateOnly?)null);
        using (var writer = new StreamWriter(csv))
        {
            writer.WriteLine(string.Join(',', SpreadTable.Header));
            foreach (var table in tables)
            {
                var lines = new TableLines(table.Above, new ColumnReader(mapping));
                extracted ??= lines.Extracted;
                if (
                    lines is { Unit: null, Unclear: { } line }
                    && !mapping.ValueFactorSaid
                    && mapping.Measures.Count == 0
                    && !mapping.Columns.ContainsKey("value_unit")
                )
                    return Units(line, input);
                if (SpreadTable.Twice(table) is var (first, second))
                    return new Error(
                        ErrorKind.Input,
                        $"Two columns hold the same amount: '{first}' and '{second}'.",
                        $"Say what each is: \"measures\": {{ \"{first}\": {{ \"field\": \"value\" }}, \"{second}\": {{ \"field\": \"suppl\" }} }}.",
                        new Location(input.OriginalName, 1)
                    );
                spread.Write(table, lines, writer);
            }
        }

        if (spread.Rows == 0)
            return new Error(
                ErrorKind.Input,
                "The table has months as columns but no row with a value under a heading such as REPORTER or PARTNER.",
                "Name the columns with --mapping FILE (see docs/trade-formats.md).",
                new Location(input.OriginalName)
            );
        var header = SpreadTable.Header.Select((h, i) => spread.Used.Contains(h) ? h : $"unused{i}").ToList();
        var fields = new FieldMap(
            mapping with
            {
                // The columns were found while the table was laid out; only units that stand in each row are left to read.
                Columns = spread.Used.Contains("value_unit")
                    ? new Dictionary<string, string> { ["value"] = "value", ["value_unit"] = "value_unit" }
                    : new Dictionary<string, string>(),
            },
            header
        );
        var plan = Plan(input, mapping, fields, csv, header, ',', tables[0]);
        if (!plan.Succeeded)
            return plan;
        if (
            !spread.Used.Contains("currency")
            && !mapping.ValueFactorSaid
            && !mapping.Constants.ContainsKey("currency")
            && tables[0].Heads.FirstOrDefault(TradeMap().IsMatch) is { } counted
        )
            return new Error(
                ErrorKind.Input,
                $"Nothing says in which unit the figures under '{counted}' are; Trade Map counts in thousand US dollars where no other unit was chosen.",
                "Say it: --set unit=\"thousand USD\".",
                new Location(input.OriginalName, 1)
            );
        return plan.Value with
        {
            Publisher = mapping.Publisher ?? (extracted is null ? null : "Eurostat"),
            FormatName = extracted is null ? null : "Eurostat Data Browser",
            Extracted = extracted,
            Notes =
            [
                .. plan.Value.Notes,
                .. spread.Missing > 0 ? [$"{spread.Missing} cells were not reported (empty or ':')."] : Array.Empty<string>(),
                .. spread.Unpublished.Count > 0
                    ?
                    [
                        $"Nothing but zeros under {Listed([.. spread.Unpublished.Distinct()])}, behind columns of figures: taken as not published yet.",
                    ]
                    : Array.Empty<string>(),
                .. spread.Lines > 0
                    ? [$"{spread.Lines} lines of one cell between or below the rows are not rows of the table."]
                    : Array.Empty<string>(),
                .. Unread(tables[0], mapping),
            ],
        };
    }

    private static Result<FormatPlan> Plan(
        FormatInput input,
        TradeMapping mapping,
        FieldMap fields,
        string path,
        IReadOnlyList<string> header,
        char delimiter,
        FoundTable table
    )
    {
        // Months of weights alone are a table too, where its headings or the mapping say so.
        var missing = Required.Where(f => !fields.Has(f) && !(f == "value" && table.IsSpread && fields.Has("netkg"))).ToArray();
        if (missing.Length > 0)
            return Missing(missing, table, input);
        return new FormatPlan(fields.Select(CsvScan.Of(path, header, delimiter)), false)
        {
            Publisher = mapping.Publisher,
            Decimal = mapping.Decimal == "," ? ',' : '.',
            AsksForPoint = !mapping.DecimalSaid && input.Kind == "text" && input.Delimiter == ';',
            DecimalSaid = mapping.DecimalSaid,
            RowFactors = true,
            AsksForCodes = !mapping.OwnCodes,
            OwnCodes = mapping.OwnCodes,
            ValueFactor = mapping.ValueFactor,
            WeightFactor = mapping.WeightFactor,
            Names = mapping.Names,
            Flows = mapping.Flows,
            Missing = [.. new FormatPlan("", false).Missing, .. mapping.Missing],
            Notes = fields.Has("currency") || fields.Has("indicator") ? [] : [NoCurrency],
        };
    }

    private static Error Missing(string[] missing, FoundTable table, FormatInput input)
    {
        if (missing.Contains("period") && table.Heads.FirstOrDefault(IsFiscal) is { } fiscal)
            return new Error(
                ErrorKind.Input,
                $"The heading '{fiscal}' is a year that does not begin in January, which cannot be set against the months and years of other countries.",
                "Import the publisher's monthly tables instead.",
                new Location(input.OriginalName, 1)
            );
        if (missing.Contains("period") && table.Columns.Any(c => c is { LacksYear: true, Period: > 0 }))
            return new Error(
                ErrorKind.Input,
                "The headings are months without a year.",
                "Name the column of the year in a mapping, \"columns\": { \"year\": \"HEADING\" }, or import each year with --set year=2022.",
                new Location(input.OriginalName, 1)
            );
        if (missing.Contains("value") && table.Heads.FirstOrDefault(YearToDate().IsMatch) is { } sums)
            return new Error(
                ErrorKind.Input,
                $"The figures under '{sums}' are sums from January to the month, not those of the month.",
                $"Ask for {sums[..^2]}MO instead.",
                new Location(input.OriginalName, 1)
            );
        if (table.IsHeadless)
            return new Error(
                ErrorKind.Input,
                $"The first line is one of figures, not of headings: {Listed(table.Heads)}.",
                "Name its columns in a mapping, in their order: \"headings\": [ \"product\", \"partner\", \"value\", ... ], and add --mapping FILE (see docs/trade-formats.md).",
                new Location(input.OriginalName, 1)
            );
        var amounts =
            missing.Contains("value") && table.Unknown.Any()
                ? " Columns of amounts that say flow or unit in their heading go under \"measures\": { \"HEADING\": { \"field\": \"value\", \"flow\": \"X\", \"currency\": \"USD\", \"factor\": 1 } }."
                : "";
        var sets = missing
            .Where(Examples.ContainsKey)
            .Select(m => $"--set {m}={Examples[m]}" + (m == "partner" ? " (WORLD for all countries together)" : ""))
            .ToArray();
        var columns = string.Join(", ", missing.Select(m => $"\"{m}\": \"HEADING\""));
        return new Error(
            ErrorKind.Input,
            $"Nothing says which column is {string.Join(", ", missing)}; the columns are: {Listed(table.Heads)}.",
            (sets.Length > 0 ? $"Where it is the same for the whole file add {string.Join(' ', sets)}; else write" : "Write")
                + $" in a mapping \"columns\": {{ {columns} }} and add --mapping FILE (see docs/trade-formats.md)."
                + amounts
                + (
                    input.Encoding is { } encoding
                        ? $" The text was taken for {encoding}; where its letters look wrong add \"encoding\": \"gb18030\", or what it is in."
                        : ""
                ),
            new Location(input.OriginalName, 1)
        );
    }

    private static bool IsFiscal(string heading) =>
        FiscalYear().Match(heading) is { Success: true } match
        && int.Parse(match.Groups["next"].Value[^2..], System.Globalization.CultureInfo.InvariantCulture)
            == (int.Parse(match.Groups["year"].Value, System.Globalization.CultureInfo.InvariantCulture) + 1) % 100;

    private static readonly Dictionary<string, string> Examples = new()
    {
        ["reporter"] = "DE",
        ["partner"] = "KZ",
        ["flow"] = "X",
        ["product"] = "TOTAL",
        ["period"] = "2022-03",
    };

    private static Error Units(string line, FormatInput input) =>
        new(
            ErrorKind.Input,
            $"The line '{line}' above the table states a unit that is not understood.",
            "Say it: --set unit=\"thousand USD\" (or \"USD\" for whole dollars), or in a mapping \"valueFactor\": 1000, \"constants\": { \"currency\": \"USD\" }.",
            new Location(input.OriginalName)
        );

    // The table from its heading on; what stands above is left out.
    private static string Rewritten(FormatInput input, FoundTable table)
    {
        var csv = Path.Combine(input.Workspace, "long.csv");
        using var writer = new StreamWriter(csv);
        foreach (var row in table.Rows.Skip(table.First).Where(r => r.Any(c => c.Length > 0)).Prepend(table.Heads))
            writer.WriteLine(string.Join(',', row.Select(TableRows.Quote)));

        return csv;
    }

    private FormatInput Headed(FormatInput input)
    {
        var line = string.Join(input.Delimiter, said.Headings);
        var target = Path.Combine(input.Workspace, "headed.txt");
        using (var writer = new StreamWriter(target))
        {
            writer.WriteLine(line);
            foreach (var row in TextFile.Lines(input.Path))
                writer.WriteLine(row);
        }

        return new FormatInput(target, input.OriginalName, "text", [line, .. input.Head], input.Workspace) { Encoding = input.Encoding };
    }

    private static string Listed(IReadOnlyList<string> header) => string.Join(", ", header.Where(h => h.Length > 0).Take(MostNamed));

    [GeneratedRegex(@"^(?:(?:Ex|Im)ported value in|Valor (?:ex|im)portado en|Valeur (?:ex|im)portée en) ", RegexOptions.IgnoreCase)]
    private static partial Regex TradeMap();

    // CON_VAL_YR, GEN_VAL_YR, ALL_VAL_YR of the interface of the US Census Bureau.
    [GeneratedRegex("^[A-Z]{3}_VAL_YR$")]
    private static partial Regex YearToDate();

    [GeneratedRegex(@"^(?<year>(?:19|20)\d\d)\s*[-/]\s*(?<next>(?:19|20)\d\d|\d\d)$")]
    private static partial Regex FiscalYear();
}
