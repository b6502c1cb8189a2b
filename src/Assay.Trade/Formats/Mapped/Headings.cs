using System.Globalization;
using Assay.Trade.Codes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>A heading that is known to mean a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">The heading as folded for comparing.</param>
/// <param name="Currency">Currency it implies, or empty.</param>
/// <param name="Factor">Factor it implies.</param>
internal sealed record Heading(string Field, string Text, string Currency, double Factor)
{
    /// <summary>Whether the field is an amount, for which a unit matters.</summary>
    public bool IsAmount => Field is "value" or "netkg" or "suppl";
}

/// <summary>The headings that say by themselves what a column holds.</summary>
internal static class Headings
{
    private static readonly Heading[] Known =
    [
        .. DataText
            .Rows("Formats.Mapped.Data.headers.csv")
            .Select(r => new Heading(r[0], Fold(r[1]), r[2], r[3].Length == 0 ? 1 : double.Parse(r[3], CultureInfo.InvariantCulture))),
    ];

    /// <summary>
    /// What a heading means, or null. Behind it may stand, in brackets or after a comma, the unit of an amount
    /// (<c>Value (1000 USD)</c>); of
    /// other
    /// headings brackets such as "(Labels)" or "[PRODUCT]" are not looked at. Of two languages (<c>Value/Valeur</c>) either will do.
    /// </summary>
    public static Heading? Find(string heading)
    {
        var text = heading.Trim();
        if (Exact(text) is { } exact)
            return exact;
        if (text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
            return Exact(text[..colon]);
        if (text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && !text.Contains('(', StringComparison.Ordinal))
            return Exact(text[..slash]) ?? Exact(text[(slash + 1)..]);
        var (bare, unit) = Split(text);
        if (Exact(bare) is not { } known)
            return UnitText.Whole(text) is { Currency: { } money } whole
                ? new Heading("value", Fold("value"), money, whole.Scale)
                : Beside(text);
        if (!known.IsAmount)
            return known;
        return UnitText.Whole(unit) is { } reading ? InUnit(known, reading) : null;
    }

    // "VALUE_AED", "Wartość w tys. EUR", "Trade Value 1000USD": an amount with its unit beside it and no sign between them.
    private static Heading? Beside(string text) =>
        UnitText.Beside(text) is { } unit && (Exact(unit.All) ?? Exact(unit.Left)) is { IsAmount: true } known
            ? InUnit(known, unit.Reading)
            : null;

    /// <summary>Whether a heading is one of an amount with a unit that is not known.</summary>
    public static bool HasUnknownUnit(string heading) =>
        Split(heading.Trim()) is var (bare, unit) && unit.Length > 0 && Exact(bare) is { IsAmount: true } && Find(heading) is null;

    /// <summary>The heading of a file that means a field; of several the one that stands first in the table.</summary>
    public static (string Name, Heading Heading)? Of(string field, IReadOnlyList<string> header)
    {
        var found = header.Select(h => (Name: h, Heading: Find(h))).Where(f => f.Heading?.Field == field).ToList();
        return found.Count == 0 ? null : found.MinBy(f => Array.FindIndex(Known, k => k.Field == field && k.Text == f.Heading!.Text))!;
    }

    /// <summary>A text as it is compared: letters and digits alone, small.</summary>
    public static string Fold(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static Heading? Exact(string text)
    {
        var folded = Fold(text);
        return folded.Length == 0 ? null : Known.FirstOrDefault(h => h.Text == folded);
    }

    private static Heading? InUnit(Heading known, UnitReading unit) =>
        (known.Field, unit) switch
        {
            (not "value", { Weight: not null }) => known with { Field = "netkg", Factor = unit.Factor },
            ("value", { Weight: null }) => known with { Currency = unit.Currency ?? known.Currency, Factor = unit.Factor },
            ("suppl", { Currency: null }) => known with { Factor = unit.Factor },
            _ => null,
        };

    // The heading, and what stands behind it in brackets or after a comma.
    internal static (string Bare, string Unit) Split(string text)
    {
        if (
            text.EndsWith(')')
            && text.LastIndexOf('(') is > 0 and var open
            && text.IndexOf('(', StringComparison.Ordinal) is var first
            && first < open
        )
            return (text[..first], text[(open + 1)..^1]);
        var cut = text.IndexOfAny(['(', '[', ',']);
        return cut > 0 ? (text[..cut], text[(cut + 1)..].TrimEnd(')', ']', ' ')) : (text, "");
    }
}
