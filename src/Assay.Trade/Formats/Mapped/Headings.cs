using System.Globalization;
using Assay.Trade.Codes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>A heading that is known to mean a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">The heading as folded for comparing.</param>
/// <param name="Currency">Currency it implies, or empty.</param>
/// <param name="Factor">Factor it implies.</param>
internal sealed record Heading(string Field, string Text, string Currency, double Factor);

/// <summary>The headings that say by themselves what a column holds.</summary>
internal static class Headings
{
    private static readonly Heading[] Known =
    [
        .. DataText
            .Rows("Formats.Mapped.Data.headers.csv")
            .Select(r => new Heading(r[0], r[1], r[2], r[3].Length == 0 ? 1 : double.Parse(r[3], CultureInfo.InvariantCulture))),
    ];

    /// <summary>What a heading means, or null. Brackets such as "(Labels)" or "[PRODUCT]" are not looked at.</summary>
    public static Heading? Find(string heading)
    {
        var folded = Fold(heading);
        return Known.FirstOrDefault(h => h.Text == folded);
    }

    /// <summary>The heading of a file that means a field; of several the one that stands first in the table.</summary>
    public static (string Name, Heading Heading)? Of(string field, IReadOnlyList<string> header) =>
        Known
            .Where(k => k.Field == field)
            .SelectMany(k => header.Where(h => Fold(h) == k.Text).Select(h => ((string, Heading)?)(h, k)))
            .FirstOrDefault();

    private static string Fold(string heading)
    {
        var cut = heading.IndexOfAny(['(', '[']);
        return (cut > 0 ? heading[..cut] : heading).Trim().Replace(' ', '_').ToLowerInvariant();
    }
}
