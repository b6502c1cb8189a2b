using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Cases.Wording;

namespace Assay.Cases.Exchange;

/// <summary>W3C Web Annotation: an annotation per item, into the text layer of its source. The texts are in the sidecar.</summary>
internal sealed class WebAnnotation : ExchangeFormat
{
    /// <inheritdoc/>
    public override string Name => "web-annotation";

    /// <inheritdoc/>
    public override string About => "W3C Web Annotation (JSON-LD); the texts in the sidecar";

    /// <inheritdoc/>
    public override string Ending => ".web-annotation.jsonld";

    /// <inheritdoc/>
    public override string Type => "application/ld+json";

    /// <inheritdoc/>
    protected override ExchangeFile Make(ExchangeMaterial material)
    {
        var report = material.Report;
        var sources = report.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var (items, left) = (new List<JsonNode?>(), new List<LeftOut>());
        foreach (var (id, about, quotes) in Items(report))
        {
            var places = quotes.SelectMany(q => q.More is { } more ? [q, .. more] : new[] { q }).ToList();
            if (places.Count == 0 || places.Any(p => !sources.ContainsKey(p.Source)))
                left.Add(new(id, "It rests on no words of a source that could be read."));
            else
                items.Add(Annotation(id, about, places.Select(p => Target(p, sources[p.Source]))));
        }

        var kept = new JsonObject();
        foreach (var s in report.Sources)
            kept[Iri(s)] = new JsonObject
            {
                ["file"] = s.File,
                ["sha256"] = s.Sha256,
                ["text"] = s.Text,
            };
        var page = new JsonObject
        {
            ["@context"] = "http://www.w3.org/ns/anno.jsonld",
            ["id"] = "urn:assay:annotations",
            ["type"] = "AnnotationPage",
            ["startIndex"] = 0,
            ["items"] = Json.List(items),
        };
        return new(Json.Text(page), items.Count, left, kept);
    }

    private static IEnumerable<(string Id, string About, IReadOnlyList<Anchor> Quotes)> Items(AuditReport r) =>
        r
            .Events.Select(e => (e.Id, $"event: {e.Label}", Few([e.Quote, .. e.Mentions])))
            .Concat(r.Clocks.Select(c => (c.Id, $"clock: {c.Local}, {c.Voice}", Few([c.Quote]))))
            .Concat(r.Claims.Select(c => (c.Id, $"claim: {c.Sentence}. {c.Heading}", Few([c.Quote]))))
            .Concat(r.Statements.Select(s => (s.Id, $"statement: {string.Join(" > ", s.Voice)}", Few([s.Quote]))))
            .Concat(r.Figures.Select(f => (f.Id, $"figure: {f.Subject}", Few([f.Quote]))))
            .Concat(r.Questions.Select(q => (q.Id, "question", Few([q.Quote]))))
            .Concat(r.Forecasts.Select(f => (f.Id, $"forecast: {f.Hedge}", Few([f.Quote]))))
            .Concat(r.Places.Select(p => (p.Id, $"place: {p.Name}", p.Mentions)))
            .Concat(r.Actors.Select(a => (a.Id, $"{EnumNames.Of(a.Kind)}: {a.Name}", a.Mentions)));

    private static IReadOnlyList<Anchor> Few(Anchor[] quotes) => [.. quotes.Distinct()];

    private static JsonObject Annotation(string id, string about, IEnumerable<JsonNode?> targets) =>
        new()
        {
            ["id"] = "urn:assay:item:" + Uri.EscapeDataString(id),
            ["type"] = "Annotation",
            ["motivation"] = "describing",
            ["body"] = new JsonObject
            {
                ["type"] = "TextualBody",
                ["format"] = "text/plain",
                ["value"] = about,
            },
            ["target"] = Json.List(targets),
        };

    private static string Iri(SourceEntry source) => $"urn:assay:text:{source.Sha256}:{Uri.EscapeDataString(source.Id)}";

    private static JsonObject Target(Anchor quote, SourceEntry source)
    {
        var start = CodePoints(source.Text, 0, quote.Start);
        return new()
        {
            ["source"] = Iri(source),
            ["selector"] = Json.List([
                new JsonObject
                {
                    ["type"] = "TextQuoteSelector",
                    ["exact"] = source.Text[quote.Start..quote.End],
                    ["prefix"] = quote.Prefix,
                    ["suffix"] = quote.Suffix,
                },
                new JsonObject
                {
                    ["type"] = "TextPositionSelector",
                    ["start"] = start,
                    ["end"] = start + CodePoints(source.Text, quote.Start, quote.End),
                },
            ]),
        };
    }

    // The specification counts code points, the anchors UTF-16 code units.
    private static int CodePoints(string text, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
            count += char.IsLowSurrogate(text[i]) && i > from && char.IsHighSurrogate(text[i - 1]) ? 0 : 1;
        return count;
    }
}
