using Assay.Html;

namespace Assay.TradePages;

/// <summary>The style of trade cards inside pages of another style.</summary>
internal static class TradeStyle
{
    /// <summary>The style sheet for what is inside elements of the class <c>route</c>, and for nothing else.</summary>
    public static Asset OfParts => new($"{Asset.Load("trade-colours.css").Text}\n.route {{\n{Asset.Load("trade.css").Text}}}\n");
}
