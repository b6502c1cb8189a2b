using System.Text.RegularExpressions;
using Assay.Trade.Codes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>What one cell of a table's heading says of its column; of two cells one above the other each says a part.</summary>
/// <param name="Key">The field whose code or name stands in the column, or null.</param>
/// <param name="Field">value, netkg or suppl where the column holds amounts, or null.</param>
/// <param name="Flow">The flow of the amounts, or null.</param>
/// <param name="Frequency">M or A where the heading names a period, else a blank.</param>
/// <param name="Period">The period, or 0; a month without its year is 1 to 12.</param>
/// <param name="Currency">Currency of the amounts, or null.</param>
/// <param name="Factor">Factor to whole units of currency or kilograms; 1 where none is said.</param>
internal sealed record ColumnPart(
    string? Key = null,
    string? Field = null,
    string? Flow = null,
    char Frequency = ' ',
    int Period = 0,
    string? Currency = null,
    double Factor = 1
)
{
    /// <summary>Whether the heading is one of amounts rather than of codes.</summary>
    public bool IsAmount => Key is null;

    /// <summary>Whether a month is named without its year.</summary>
    public bool LacksYear => Frequency == 'M' && Period <= 12;

    /// <summary>What two cells one above the other say together.</summary>
    public ColumnPart Under(ColumnPart above)
    {
        var (frequency, period) =
            Frequency == ' ' ? (above.Frequency, above.Period)
            : LacksYear && above.Frequency == 'A' ? ('M', above.Period + Period)
            : Frequency == 'A' && above.LacksYear ? ('M', Period + above.Period)
            : (Frequency, Period);
        return this with
        {
            Field = Field ?? above.Field,
            Flow = Flow ?? above.Flow,
            Frequency = frequency,
            Period = period,
            Currency = Currency ?? above.Currency,
            Factor = Factor == 1 ? above.Factor : Factor,
        };
    }
}

/// <summary>Reads headings of columns, the mapping's own first.</summary>
/// <param name="mapping">What the user says about the file.</param>
internal sealed partial class ColumnReader(TradeMapping mapping)
{
    private static readonly Dictionary<string, ColumnPart> Phrases = DataText
        .Rows("Formats.Mapped.Data.measures.csv")
        .ToDictionary(r => r[0], r => new ColumnPart(Field: r[1], Flow: r[2]), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Flows = FlowWords
        .All.Where(f => f.Key.Length > 2)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>What a heading says; null where it says nothing that is known.</summary>
    public ColumnPart? Read(string heading)
    {
        var text = heading.Trim();
        if (text.Length == 0)
            return null;
        if (Said(text) is { } said)
            return said;
        if (PeriodText.Read(text) is { } period)
            return (Measure("*") ?? new ColumnPart()) with { Frequency = period.Frequency, Period = period.Period };
        if (MonthNames.Read(text) is { } month)
            return new ColumnPart(Frequency: 'M', Period: month);
        return Amount(text) ?? Known(text) ?? Dated(text);
    }

    private ColumnPart? Said(string text)
    {
        if (mapping.Columns.FirstOrDefault(c => c.Value == text).Key is { } field)
            return field is "value" or "netkg" or "suppl" ? new ColumnPart(Field: field) : new ColumnPart(Key: field);
        if (Measure(text) is not { } measure)
            return null;
        return PeriodText.Read(text) is { } period ? measure with { Frequency = period.Frequency, Period = period.Period } : measure;
    }

    private ColumnPart? Measure(string heading) =>
        mapping.Measures.TryGetValue(heading, out var said)
            ? new ColumnPart(Field: said.Field, Flow: said.Flow, Currency: said.Currency, Factor: said.Factor)
            : null;

    // A factor that is said goes before the heading's own.
    private ColumnPart? Known(string text) =>
        Headings.Find(text) is not { } heading ? null
        : heading.IsAmount
            ? new ColumnPart(
                Field: heading.Field,
                Currency: Empty(heading.Currency),
                Factor: heading.Field == "value" && mapping.ValueFactorSaid ? 1 : heading.Factor
            )
        : new ColumnPart(Key: heading.Field);

    // Exports, Exported value, Imports (mln USD)
    private ColumnPart? Amount(string text)
    {
        var (bare, unit) = Headings.Split(text);
        var part = OfFlow(bare.Trim());
        if (part is null)
            return UnitText.Beside(text) is { } named && OfFlow(named.Left) is { } told ? In(told, named.Reading) : null;
        if (unit.Length == 0)
            return part;
        return UnitText.Whole(unit) is { } reading ? In(part, reading) : null;
    }

    private static ColumnPart? OfFlow(string words) =>
        Phrases.GetValueOrDefault(Headings.Fold(words))
        ?? (Flows.GetValueOrDefault(words.ToLowerInvariant()) is { } flow ? new ColumnPart(Flow: flow) : null);

    private ColumnPart In(ColumnPart part, UnitReading unit) =>
        part with
        {
            Field = unit.Weight is null ? part.Field : "netkg",
            Currency = unit.Currency,
            Factor = unit.Weight is null && mapping.ValueFactorSaid ? 1 : unit.Factor,
        };

    // A period before or behind: "Exported value in 2022", "Value-Jan", "2022-01 Menge (kg)".
    private ColumnPart? Dated(string text)
    {
        foreach (var match in (Match[])[Behind().Match(text), Before().Match(text), Inside().Match(text)])
        {
            if (!match.Success || match.Groups["rest"].Value.Length + match.Groups["more"].Value.Length == 0)
                continue;
            var period = Read(match.Groups["period"].Value);
            var rest = Read((match.Groups["rest"].Value + " " + match.Groups["more"].Value).Trim());
            if (period is { Period: > 0, Field: null, Flow: null } && rest is { IsAmount: true, Period: 0 })
                return rest.Under(period);
        }

        return null;
    }

    private static string? Empty(string text) => text.Length == 0 ? null : text;

    private const string Day =
        @"(?<period>(?:19|20)\d\d(?:(?:-M|[-/.M])?\d\d?)?|\d\d?/(?:19|20)\d\d|\p{L}{3,12}\.?[ -](?:19|20)\d\d|\p{L}{3,12})";

    [GeneratedRegex(@"^(?<rest>.+?)(?:[\s_,:-]+(?:in|of|for)?\s*)" + Day + "$")]
    private static partial Regex Behind();

    [GeneratedRegex("^" + Day + @"[\s_,:-]+(?<rest>.+)$")]
    private static partial Regex Before();

    // "Value 2022-01 (1000 EUR)"
    [GeneratedRegex(@"^(?<rest>[^(]+?)[\s_,:-]+" + Day + @"\s*(?<more>\(.+\))$")]
    private static partial Regex Inside();
}
