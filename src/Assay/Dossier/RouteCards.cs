using Assay.Cases.Routes;
using Assay.Html;
using Assay.TradePages;

namespace Assay.Dossier;

/// <summary>
/// The cards of route claims that customs books were asked about, with what their charts need of the page. A page without one is as
/// strict
/// as ever: its own
/// style sheet and script by hash. The chart library sets styles on what it draws, so a page with a chart admits styles; scripts stay
/// admitted by hash.
/// </summary>
internal sealed class RouteCards
{
    private readonly Dictionary<string, RouteCard> cards;
    private readonly ChartFeed feed;

    /// <summary>The cards of the verdicts, by the ids of their claims.</summary>
    public RouteCards(IReadOnlyDictionary<string, RouteVerdict>? routes)
    {
        cards = (routes ?? new Dictionary<string, RouteVerdict>()).ToDictionary(
            r => r.Key,
            r => new RouteCard(r.Value, $"books-{r.Key}"),
            StringComparer.Ordinal
        );
        feed = new ChartFeed([.. cards.Values.Select(c => c.Chart).OfType<TradeChart>()]);
    }

    /// <summary>The scripts that the content security policy has to admit besides the page's own, each after a blank.</summary>
    public string Scripts => cards.Count == 0 ? "" : string.Concat(feed.Scripts.Select(s => $" '{s.Hash}'"));

    /// <summary>The styles that the content security policy has to admit.</summary>
    /// <param name="own">The page's own.</param>
    public string Styles(Asset own) => cards.Count == 0 ? $"'{own.Hash}'" : "'unsafe-inline'";

    /// <summary>Writes the style sheet of the cards, for what is inside them only; inside the page's style element.</summary>
    public void WriteStyle(HtmlWriter html)
    {
        if (cards.Count == 0)
            return;
        html.WriteAsset(TradeStyle.OfParts);
    }

    /// <summary>Writes the card of a claim, if it has one.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="claim">Id of the claim.</param>
    public void Write(HtmlWriter html, string claim)
    {
        if (cards.TryGetValue(claim, out var card))
            card.Write(html);
    }

    /// <summary>Writes the data of the charts alone, for a page that loads the scripts from elsewhere.</summary>
    public void WriteData(HtmlWriter html) => feed.WriteData(html);

    /// <summary>Writes data and scripts; at the end of the body.</summary>
    public void WriteScripts(HtmlWriter html)
    {
        if (cards.Count > 0)
            feed.Write(html);
    }
}
