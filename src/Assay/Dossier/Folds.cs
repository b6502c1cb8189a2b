using Assay.Html;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>Long lists: the first items, and the rest behind a fold that says how many they are. On paper a closed fold is that
/// line.</summary>
internal static class Folds
{
    /// <summary>Writes the items.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="items">The items, the most telling first.</param>
    /// <param name="most">How many stand before the fold.</param>
    /// <param name="one">What one of the rest is called.</param>
    /// <param name="many">What several are called.</param>
    /// <param name="item">Writes an item.</param>
    public static void Write<T>(HtmlWriter html, IReadOnlyList<T> items, int most, string one, string many, Action<T> item)
    {
        foreach (var shown in items.Take(most))
            item(shown);

        if (items.Count <= most)
            return;

        html.Write($"<details class=\"more\"><summary>and {Verdicts.Count(items.Count - most, "more " + one, "more " + many)}</summary>\n");
        foreach (var folded in items.Skip(most))
            item(folded);

        html.Write("</details>\n");
    }

    /// <summary>Opens a fold whose content is printed though it is closed: of its parts only those without the class
    /// <c>aside</c>.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="open">True to show it open on the screen; what a reader sees open is printed whole.</param>
    /// <param name="summary">The line that stands for it.</param>
    /// <param name="all">How many parts it has.</param>
    /// <param name="cited">How many of them a finding refers to; where none, a closed fold is printed as its line alone.</param>
    /// <param name="what">What the parts are called: "events".</param>
    public static void Begin(HtmlWriter html, bool open, string summary, int all, int cited, string what)
    {
        var (state, kind) = (open ? " open" : "", cited > 0 ? "brief" : "more");
        html.Write($"<details class=\"{kind}\"{state}><summary>{summary}</summary>\n");
        if (all > cited)
        {
            html.Write(
                $"<p class=\"paper\">Printed here: what a finding refers to, {cited} of {all} {what}. The rest is on the page; what is open there is printed whole.</p>\n"
            );
        }
    }
}
