using System.Net;
using System.Text.RegularExpressions;
using Assay.Html;

namespace Assay.Workbench;

/// <summary>Sections of the dossier on pages of their own. A link of theirs to something that stands on another page leads there.</summary>
internal static partial class Elsewhere
{
    /// <summary>Writes sections.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="root">Where the pages of the case are.</param>
    /// <param name="sections">Writes them.</param>
    public static void Write(HtmlWriter html, string root, Action<HtmlWriter> sections)
    {
        using var text = new StringWriter { NewLine = "\n" };
        sections(new HtmlWriter(text));
        var written = text.ToString();
        var here = Ids().Matches(written).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var led = Links().Replace(written, m => here.Contains(m.Groups[1].Value) ? m.Value : Lead(root, m.Groups[1].Value));
        html.WriteAsset(new Asset(led));
    }

    // An id may be anything that a person called an item by.
    private static string Lead(string root, string id) => $" href=\"{root}/at/{Uri.EscapeDataString(WebUtility.HtmlDecode(id))}\"";

    // A quotation mark in the text of a source is written as an entity, so that these are attributes and nothing else.
    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex(" href=\"#([^\"]+)\"")]
    private static partial Regex Links();
}
