using System.Globalization;
using System.Text;
using Assay.Html;
using QRCoder;

namespace Assay.Workbench.Team;

/// <summary>A text as squares that a telephone reads, drawn in the page itself: nothing is fetched, and nothing of it is a style or a
/// script.</summary>
internal static class QrCode
{
    private const int Pixels = 5; // of a square

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="text">The text.</param>
    /// <param name="label">What it is, for whoever does not see it.</param>
    public static void Write(HtmlWriter html, string text, string label)
    {
        using var made = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = made.ModuleMatrix; // with its quiet border
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        for (var x = 0; x < rows.Count; x++)
            if (rows[y][x])
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        html.Write(
            $"<svg class=\"qr\" role=\"img\" aria-label=\"{label}\" width=\"{rows.Count * Pixels}\" height=\"{rows.Count * Pixels}\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path.ToString()}\"/></svg>\n"
        );
    }
}
