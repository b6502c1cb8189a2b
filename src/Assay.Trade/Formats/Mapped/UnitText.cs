using System.Globalization;
using Assay.Trade.Codes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>What a heading or a line above a table says of the unit of its figures.</summary>
/// <param name="Currency">The currency where it is money, else null.</param>
/// <param name="Weight">Kilograms that one unit of weight is, where it is weight, else null.</param>
/// <param name="Scale">The factor of "thousand", "mln" and the like; 1 where there is none.</param>
internal sealed record UnitReading(string? Currency, double? Weight, double Scale)
{
    /// <summary>The factor to whole units of currency or to kilograms.</summary>
    public double Factor => Scale * (Weight ?? 1);
}

/// <summary>Reads units such as <c>thousand US dollars</c>, <c>USD mln</c> or <c>1000 kg</c>.</summary>
internal static class UnitText
{
    private sealed record Unit(string Kind, string Words, double Factor, string Currency);

    private static readonly Unit[] Known =
    [
        .. DataText
            .Rows("Formats.Mapped.Data.units.csv")
            .Select(r => new Unit(r[0], $" {Fold(r[1])} ", double.Parse(r[2], CultureInfo.InvariantCulture), r[3]))
            .OrderByDescending(u => u.Words.Length),
    ];

    private static readonly HashSet<string> Idle = [.. DataText.Rows("Formats.Mapped.Data.idle-words.csv").Select(r => r[0])];

    /// <summary>The unit that a text consists of, words such as "in" and "of" aside; null where anything else stands in it.</summary>
    public static UnitReading? Whole(string text)
    {
        var (reading, rest) = Take(text);
        return reading is not null && rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Idle.Contains) ? reading : null;
    }

    /// <summary>The unit that a text names among other words, and these, without and with words such as "in" and "value"; null where it
    /// names none, or nothing else.</summary>
    public static (UnitReading Reading, string Left, string All)? Beside(string text)
    {
        var (reading, rest) = Take(text);
        var left = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Idle.Contains(w)).ToList();
        return reading is not null && left.Count > 0 ? (reading, string.Join(' ', left), rest.Trim()) : null;
    }

    /// <summary>Whether a text speaks of thousands, millions and the like.</summary>
    public static bool SpeaksOfScale(string text) =>
        Known.Any(u =>
            u.Kind == "scale" && !char.IsAsciiDigit(u.Words[1]) && $" {Fold(text)} ".Contains(u.Words, StringComparison.Ordinal)
        );

    private static (UnitReading? Reading, string Left) Take(string text)
    {
        var rest = $" {Fold(text)} ";
        var (currency, weight, scale, found) = ((string?)null, (double?)null, 1.0, false);
        foreach (var unit in Known)
        {
            var at = rest.IndexOf(unit.Words, StringComparison.Ordinal);
            if (at < 0)
                continue;
            if ((unit.Kind == "money" && currency is not null) || (unit.Kind == "weight" && weight is not null))
                continue;
            rest = string.Concat(rest.AsSpan(0, at), " ", rest.AsSpan(at + unit.Words.Length));
            rest = $" {rest.Trim()} ";
            found = true;
            if (unit.Kind == "money")
                currency = unit.Currency;
            else if (unit.Kind == "weight")
                weight = unit.Factor;
            else
                scale *= unit.Factor;
        }

        // Money by weight is a price.
        return (found && (currency is null || weight is null) ? new UnitReading(currency, weight, scale) : null, rest);
    }

    // "1000USD" is "1000 USD", "100kg" too.
    private static string Fold(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length + 4);
        foreach (var c in text.ToLowerInvariant())
        {
            if (folded.Length > 0 && char.IsLetter(c) && char.IsAsciiDigit(folded[^1]))
                folded.Append(' ');
            folded.Append(char.IsLetterOrDigit(c) || c is '$' or '€' or '£' ? c : ' ');
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
