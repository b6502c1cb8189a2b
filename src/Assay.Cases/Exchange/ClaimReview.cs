using System.Text.Json.Nodes;
using Assay.Cases.Report;

namespace Assay.Cases.Exchange;

/// <summary>ClaimReview of schema.org: the claims on which the test said something, in its own words and without a number. Who publishes
/// it,
/// where and when is the publisher's to add.</summary>
internal sealed class ClaimReview : ExchangeFormat
{
    /// <inheritdoc/>
    public override string Name => "claimreview";

    /// <inheritdoc/>
    public override string About => "ClaimReview of schema.org (JSON-LD); no claim that was not settled";

    /// <inheritdoc/>
    public override string Ending => ".claimreview.jsonld";

    /// <inheritdoc/>
    public override string Type => "application/ld+json";

    /// <inheritdoc/>
    protected override ExchangeFile Make(ExchangeMaterial material)
    {
        var sources = material.Report.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var (reviews, left) = (new List<JsonNode?>(), new List<LeftOut>());
        foreach (var claim in material.Report.Claims)
        {
            if (claim.Verdict is Outcome.Untested or Outcome.Unsettled)
                left.Add(
                    new(
                        claim.Id,
                        $"{claim.Heading}: nothing was found for or against it, so there is no review. {claim.NotTested}".TrimEnd()
                    )
                );
            else
                reviews.Add(Review(claim, sources.GetValueOrDefault(claim.Quote.Source)));
        }

        var whole = new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = Json.List(reviews) };
        return new(Json.Text(whole), reviews.Count, left, []);
    }

    private static JsonObject Review(ClaimEntry claim, SourceEntry? source)
    {
        var reviewed = new JsonObject { ["@type"] = "Claim", ["text"] = claim.Quote.Exact };
        if (claim.Voice.LastOrDefault(v => v != "author") is { } voice)
            reviewed["author"] = new JsonObject { ["name"] = voice };
        if (source is not null)
            reviewed["appearance"] = new JsonObject
            {
                ["@type"] = "CreativeWork",
                ["name"] = source.Title ?? source.File,
                ["identifier"] = $"sha256:{source.Sha256}",
            };
        return new()
        {
            ["@type"] = "ClaimReview",
            ["@id"] = "urn:assay:item:" + Uri.EscapeDataString(claim.Id),
            ["claimReviewed"] = claim.Sentence,
            ["reviewBody"] = string.Join(' ', claim.Findings),
            ["reviewRating"] = new JsonObject { ["@type"] = "Rating", ["alternateName"] = Word(claim) },
            ["itemReviewed"] = reviewed,
        };
    }

    private static string Word(ClaimEntry claim)
    {
        var word = claim.Verdict == Outcome.NotShown ? "not shown" : claim.Verdict.ToString().ToLowerInvariant();
        return claim.Home is { } home ? $"{word} ({home.ToString().ToLowerInvariant()} on home clocks)" : word;
    }
}
