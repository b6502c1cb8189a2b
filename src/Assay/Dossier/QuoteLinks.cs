using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>Quotes with the way to their place in the source. A quote that no longer stands there says so and links nowhere.</summary>
internal static class QuoteLinks
{
    /// <summary>The id of the place in the source where an item's quote begins.</summary>
    public static string Target(string item) => $"q-{item}";

    /// <summary>The words themselves, as a block, with the link.</summary>
    public static void Block(HtmlWriter html, ReportIndex index, Anchor quote, string item)
    {
        html.Write($"<blockquote dir=\"auto\"><p>{Clean(quote.Exact)}");
        Write(html, index, quote, item);
        html.Write("</p></blockquote>\n");
    }

    /// <summary>The link alone.</summary>
    public static void Write(HtmlWriter html, ReportIndex index, Anchor quote, string item)
    {
        if (index.Holds(quote) && (quote.End == quote.Start || !index.Shown(quote.Source, quote.Start)))
        {
            html.Write(
                $" <span class=\"faint\">(source {index.Short(quote.Source)}{SourcePlaces.Page(quote)}, offset {quote.Start})</span>"
            );
        }
        else if (index.Holds(quote))
        {
            html.Write(
                $" <a class=\"to\" href=\"#{Target(item)}\" aria-label=\"{item}: to its words in source {index.Short(quote.Source)}\">↓&#160;{index.Short(quote.Source)}{SourcePlaces.Page(quote)}</a>"
            );
        }
        else
        {
            html.Write(
                $" <span class=\"broken\">The words are not at their place in source {index.Short(quote.Source)} (offsets {quote.Start} to {quote.End}): this anchor is broken.</span>"
            );
        }
    }

    /// <summary>A quote on one line.</summary>
    public static string Clean(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
