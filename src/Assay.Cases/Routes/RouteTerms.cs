using Assay.Cases.Books;

namespace Assay.Cases.Routes;

/// <summary>What a route claim is tested as: what it names, and for the rest what stands in.</summary>
/// <param name="Options">How the books are looked at, with origin, goods and date filled in.</param>
/// <param name="Since">First period after the effective date, yyyymm or yyyy00.</param>
/// <param name="OriginNamed">Whether the claim names the origin.</param>
/// <param name="GoodsNamed">Whether it names goods; else they are those of the list.</param>
/// <param name="SinceNamed">Whether it names a date; else it is that of the list.</param>
public sealed record RouteTerms(BookOptions Options, int Since, bool OriginNamed, bool GoodsNamed, bool SinceNamed)
{
    /// <summary>The terms of a claim under options, which stand in for what it does not name.</summary>
    internal static RouteTerms Of(RouteClaim claim, BookOptions options)
    {
        var filled = options with
        {
            Origin = claim.Origin ?? options.Origin,
            List = claim.Goods.Count > 0 ? string.Join(',', claim.Goods) : options.List,
        };
        var since = claim.Since ?? options.Since ?? Books.Goods.RestrictedSince(filled.List, filled.Frequency);
        return new RouteTerms(
            filled with
            {
                Since = since,
            },
            since,
            claim.Origin is not null,
            claim.Goods.Count > 0,
            claim.Since is not null
        );
    }
}
