using System.Globalization;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Finds the columns that say in which unit the values of each row are: <c>Thousand USD</c>, <c>Millions</c> beside
/// <c>US Dollar</c>, a power of ten.</summary>
/// <param name="table">The table.</param>
/// <param name="values">What stands in its columns.</param>
/// <param name="mapping">What is said of it.</param>
internal sealed class UnitColumns(FoundTable table, ColumnValues values, TradeMapping mapping)
{
    private const int MostUnits = 40;
    private const int FewIndicators = 12;

    private static readonly Dictionary<string, double> Scales = DataText
        .Rows("Formats.Mapped.Data.scales.csv")
        .ToDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static readonly HashSet<string> UnitHeadings = [.. DataText.Rows("Formats.Mapped.Data.unit-headings.csv").Select(r => r[0])];

    private sealed record Candidate(int Column, IReadOnlyList<(string Word, UnitReading? Unit)> Words)
    {
        public bool HasMoney => Words.Any(w => w.Unit is { Currency: not null });

        public bool IsScale => Words.Any(w => w.Unit is not null) && Words.All(w => w.Unit is null or { Currency: null, Weight: null });
    }

    /// <summary>What is said of the table with the units of its rows; the question where a column speaks of thousands and it is not clear
    /// how.</summary>
    /// <param name="name">Name of the file.</param>
    public Result<TradeMapping> Read(string name)
    {
        // A heading that names the unit, and what the user says of it, goes before any column.
        if (mapping.Columns.ContainsKey("value_unit") || mapping.ValueFactorSaid || mapping.Measures.Count > 0)
            return mapping;
        var heading = mapping.Columns.GetValueOrDefault("value") ?? Headings.Of("value", table.Heads)?.Name;
        if (heading is not null && Headings.Find(heading) is { } known && (known.Factor != 1 || known.Currency.Length > 0))
            return mapping;
        var candidates = Candidates();
        if (UnreadScale(candidates) is >= 0 and var unread)
            return Asks(unread, name);
        var money = candidates.Find(c => c.HasMoney);
        var scale = candidates.Find(c => table.Columns[c.Column] is { Key: "scale" } && c.IsScale) ?? candidates.Find(c => c.IsScale);
        if (scale is not null && money is not null && money.Words.Any(w => w.Unit is { Scale: not 1 }))
            return Asks(money.Column, name);
        if (scale is null && money is null)
            return Unclear() is >= 0 and var column ? Asks(column, name) : mapping;
        return Said(scale ?? money!, money, heading);
    }

    private TradeMapping Said(Candidate unit, Candidate? money, string? heading)
    {
        var columns = mapping.Columns.ToDictionary();
        var head = table.Heads[unit.Column];
        columns["value_unit"] = head;
        if (heading is not null)
            columns["value"] = heading;
        if (money is not null && money != unit && !columns.ContainsKey("currency"))
            columns["currency"] = table.Heads[money.Column];
        var weights = unit.Words.Where(w => w.Unit is { Weight: not null }).ToDictionary(w => w.Word, w => w.Unit!.Factor);
        if (weights.Count > 0 && heading is not null && !columns.ContainsKey("quantity") && !columns.ContainsKey("netkg"))
            (columns["quantity"], columns["unit"]) = (heading, head);
        return mapping with
        {
            Columns = columns,
            ValueUnits = unit.Words.Where(w => w.Unit is { Weight: null }).ToDictionary(w => w.Word, w => w.Unit!.Scale),
            Units = weights.Concat(mapping.Units.Where(u => !weights.ContainsKey(u.Key))).ToDictionary(),
            CurrencyWords = (money ?? unit)
                .Words.Where(w => w.Unit is { Currency: not null })
                .ToDictionary(w => w.Word, w => w.Unit!.Currency!),
        };
    }

    private List<Candidate> Candidates() =>
        [
            .. Enumerable
                .Range(0, table.Columns.Count)
                .Where(IsFree)
                .Where(i => values.Of(i).Count is > 0 and <= MostUnits)
                .Select(i => new Candidate(i, [.. values.Of(i).Select(v => (v, Unit(v, table.Columns[i] is { Key: "scale" })))]))
                .Where(c => c.Words.Any(w => w.Unit is not null)),
        ];

    // "AUD: Australian Dollars", "3: Thousands": a code and what it is called, which do not contradict one another.
    private static UnitReading? Unit(string word, bool isPower)
    {
        if (word.IndexOf(": ", StringComparison.Ordinal) is not (> 0 and var colon))
            return Single(word, isPower);
        var (code, label) = (Single(word[..colon], isPower), Single(word[(colon + 2)..], isPower));
        return code is not null && label is not null && code != label ? null : code ?? label;
    }

    // Below a heading that is one of scales a bare number is a power of ten.
    private static UnitReading? Single(string word, bool isPower) =>
        Scales.TryGetValue(word.Trim().ToLowerInvariant(), out var scale)
            ? (isPower || !char.IsAsciiDigit(word.Trim()[0]) ? new UnitReading(null, null, scale) : null)
        // "000" is a code; "1000 USD" is a unit.
        : word.Any(c => char.IsLetter(c) || char.IsSymbol(c)) ? UnitText.Whole(word)
        : null;

    private bool IsFree(int column) =>
        (table.Columns[column] is null or { Key: "scale" } || (table.Columns[column] is { Key: "indicator" } && !mapping.HasIndicators))
        && table.Heads[column].Length > 0
        && !mapping.Columns.Values.Contains(table.Heads[column]);

    // A power of ten that is not understood goes before any currency that is.
    private int UnreadScale(List<Candidate> candidates) =>
        Enumerable
            .Range(0, table.Columns.Count)
            .FirstOrDefault(
                i => table.Columns[i] is { Key: "scale" } && IsFree(i) && values.Of(i).Count > 0 && !candidates.Exists(c => c.Column == i),
                -1
            );

    // "Merchandise exports (Million US dollar)" in a column of indicators.
    private int Unclear() =>
        Enumerable
            .Range(0, table.Columns.Count)
            .FirstOrDefault(
                i =>
                    IsFree(i)
                    && values.Of(i).Count is > 0 and <= FewIndicators
                    && UnitHeadings.Any(h => Headings.Fold(table.Heads[i]).Contains(h, StringComparison.Ordinal))
                    && values.Of(i).Any(UnitText.SpeaksOfScale),
                -1
            );

    private Error Asks(int column, string name) =>
        new(
            ErrorKind.Input,
            $"The column '{table.Heads[column]}' speaks of thousands or millions ('{values.Of(column).FirstOrDefault(v => UnitText.SpeaksOfScale(v) || UnitText.Whole(v) is not null) ?? values.Of(column).First()}'), and it is not clear in which unit the values are.",
            "Say it for the whole file: --set unit=\"million USD\" (or \"USD\" for whole dollars); where rows differ write \"value_unit\" and \"valueUnits\" in a mapping (see docs/trade-formats.md).",
            new Location(name, 1)
        );
}
