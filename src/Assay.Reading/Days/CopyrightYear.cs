using System.Globalization;
using Assay.Ground.Anchors;
using Assay.Reading.Intake.Page;
using Assay.Reading.Text;

namespace Assay.Reading.Days;

/// <summary>The year of a copyright line at the head or foot of a page: "(c) Wire 2022. All rights reserved."</summary>
internal static class CopyrightYear
{
    private const int Longest = 160;
    private const int Digits = 4;

    /// <summary>The year, the latest of a span of years; null where the page has no such line, or several that differ.</summary>
    /// <param name="layer">The text.</param>
    public static int? Of(TextLayer layer)
    {
        var years = layer
            .Blocks.Where(b => b.Kind is BlockKind.Furniture or BlockKind.Disclaimer or BlockKind.Dateline)
            .SelectMany(b => b.Span.Of(layer.Text).Split('\n'))
            .Where(IsCopyright)
            .Select(Latest)
            .OfType<int>()
            .Distinct()
            .ToList();
        return years.Count == 1 ? years[0] : null;
    }

    private static bool IsCopyright(string line) =>
        line.Length <= Longest
        && PageWords.English.CopyrightLeads.Any(m => line.AsSpan().TrimStart().StartsWith(m, StringComparison.OrdinalIgnoreCase));

    // "2019-2024": the paper is of the last year of its line.
    private static int? Latest(string line)
    {
        int? latest = null;
        for (var i = 0; i + Digits <= line.Length; i++)
        {
            if (i > 0 && char.IsDigit(line[i - 1]) || i + Digits < line.Length && char.IsDigit(line[i + Digits]))
                continue;
            if (
                int.TryParse(line.AsSpan(i, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && year is > 1900 and < 2100
            )
                latest = Math.Max(latest ?? 0, year);
        }

        return latest;
    }
}
