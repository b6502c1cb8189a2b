using System.Globalization;
using System.Text;
using Assay.Cases.Books;
using Assay.Trade.Findings;
using Assay.Wording.Trade;

namespace Assay.Commands.Trade;

/// <summary>What <c>assay trade validate --poor</c> prints.</summary>
internal static class PoorFilesTable
{
    /// <summary>The table, in Markdown.</summary>
    public static string Of(ValidationRequest request, IReadOnlyList<PoorScore> scores)
    {
        var text = new StringBuilder();
        text.Append(
            "| files | planted from 0.5 of base | found | flagged, of them planted | nothing happens: cells, flagged | p at most 0.05 | what the scan says it can tell |\n"
        );
        text.Append("|---|---|---|---|---|---|---|\n");
        foreach (var s in scores)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {s.Files} | {s.Planted} | {s.Found} | {s.Flagged}, {s.FlaggedPlanted} | {s.QuietCells}, {s.QuietFlagged} | {100.0 * s.QuietLow / Math.Max(1, s.QuietCells):0.0} % | {Said(s.Scans)} |\n"
            );
        }

        var last = request.FirstSeed + request.Worlds - 1;
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{request.Worlds} worlds each (seeds {request.FirstSeed} to {last}) of {request.Destinations} destinations and {request.Products} products.\n"
        );
        return text.ToString();
    }

    private static string Said(IReadOnlyList<ScanReport> scans) => string.Join("; ", scans.Select(ScanWords.Able).Distinct());
}
