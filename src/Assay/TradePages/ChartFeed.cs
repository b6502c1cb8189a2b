using Assay.Html;

namespace Assay.TradePages;

/// <summary>What a page needs for its charts to be drawn: scripts that its content security policy admits by hash, and the data they draw
/// from.</summary>
internal sealed class ChartFeed(IReadOnlyList<TradeChart> charts)
{
    /// <summary>Whether there is anything to draw, and the library to draw it with.</summary>
    public bool Drawn { get; } = ChartScripts.Present && charts.Any(c => c.Spec is not null);

    /// <summary>The scripts in the order they have to run.</summary>
    public IReadOnlyList<Asset> Scripts => field ??= [.. Drawn ? ChartScripts.Load() : [], Asset.Load("charts.js")];

    /// <summary>Writes data and scripts; at the end of the body.</summary>
    public void Write(HtmlWriter html)
    {
        if (Drawn)
            Data(html);
        foreach (var script in Scripts)
        {
            html.Write("<script>");
            html.WriteAsset(script);
            html.Write("</script>\n");
        }
    }

    /// <summary>Writes the data alone, for a page that loads the scripts from elsewhere.</summary>
    public void WriteData(HtmlWriter html)
    {
        if (Drawn)
            Data(html);
    }

    private void Data(HtmlWriter html)
    {
        foreach (var chart in charts.Where(c => c.Spec is not null))
        {
            html.Write($"<script type=\"application/json\" id=\"{chart.Id}-data\">");
            html.WriteAsset(new Asset(chart.Json));
            html.Write("</script>\n");
        }

        if (charts.All(c => c.Spec != "map"))
            return;
        html.Write("<script type=\"application/json\" id=\"world\">");
        html.WriteAsset(ChartScripts.World());
        html.Write("</script>\n");
    }
}
