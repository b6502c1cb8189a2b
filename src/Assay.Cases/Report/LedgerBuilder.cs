using Assay.Cases.Accounts;
using Assay.Ground.Anchors;
using Assay.Reading.Actors;
using Assay.Reading.Events;
using Assay.Reading.Figures;
using Assay.Reading.Places;
using Assay.Reading.Text;
using Assay.Reading.Voices;

namespace Assay.Cases.Report;

/// <summary>The ledger of the report: statements, figures with conflicts, questions, forecasts, places, actors. Ids run through all sources.</summary>
internal sealed class LedgerBuilder
{
    private readonly IReadOnlyList<SourceReading> sources;
    private readonly Dictionary<(string Source, string Actor), string> actorIds = [];
    private readonly Dictionary<(string Source, string Name), string> placeIds = [];
    private readonly Dictionary<Figure, string> figureIds = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Figure, SourceReading> figureSources = new(ReferenceEqualityComparer.Instance);

    /// <summary>Numbers actors, places and figures.</summary>
    public LedgerBuilder(IReadOnlyList<SourceReading> sources)
    {
        this.sources = sources;
        foreach (var source in sources)
        {
            foreach (var actor in source.Voices.Actors) actorIds[(source.Id, actor.Id)] = $"a{actorIds.Count + 1}";
            foreach (var place in source.Places) placeIds.TryAdd((source.Id, place.Name), $"p{placeIds.Count + 1}");
            foreach (var figure in source.Figures.Figures) (figureIds[figure], figureSources[figure]) = ($"f{figureIds.Count + 1}", source);
        }
    }

    /// <summary>Ids of the actors named in a span.</summary>
    public List<string> ActorsIn(SourceReading source, TextSpan span) => source.ActorsAt.Overlapping(span).Distinct().Order()
        .Select(a => actorIds[(source.Id, source.Voices.Actors[a].Id)]).ToList();

    /// <summary>Id of the place where an event happened, or null.</summary>
    public string? PlaceIn(SourceReading source, EventMention mention)
    {
        var first = mention.Locatives.SelectMany(source.PlacesAt.Inside).DefaultIfEmpty(-1).Min();
        return first < 0 ? null : placeIds[(source.Id, source.Places[first].Name)];
    }

    /// <summary>Id of a place.</summary>
    public string PlaceId(SourceReading source, PlaceMention place) => placeIds[(source.Id, place.Name)];

    /// <summary>The statements.</summary>
    public List<StatementEntry> Statements() => sources.SelectMany(s => s.Voices.Statements.Select(t => (s, t))).Select((p, i) =>
        new StatementEntry($"st{i + 1}", Chain(p.t.Chain), Low(p.t.Stance), ReportBuilder.Quote(p.s, p.t.Quote), p.t.Cue is { } cue ? cue.Of(p.s.Text) : null)).ToList();

    /// <summary>The figures.</summary>
    public List<FigureEntry> Figures() => sources.SelectMany(s => s.Figures.Figures.Select(f => new FigureEntry(figureIds[f], (double?)f.Value, (double?)f.Min,
        (double?)f.Max, f.Unit, f.SubjectText.Length > 0 ? f.SubjectText : f.Subject, Chain(f.Chain), Low(f.Stance), ReportBuilder.Quote(s, f.Quote)))).ToList();

    /// <summary>Figures on one subject, set against each other within and across sources.</summary>
    public List<ConflictEntry> Conflicts()
    {
        return FigureReading.Across(sources.Select(s => s.Figures).ToList(), new RelatedSources(sources).Are).Select(c => new ConflictEntry(c.Subject, c.Figures.Select(f => figureIds[f]).ToList(), c.Kind == ConflictKind.Conflict ? "conflict" : "agree", Sentence(c))).ToList();
    }

    /// <summary>The questions.</summary>
    public List<QuestionEntry> Questions() => sources.SelectMany(s => s.Voices.Questions.Select(q => (s, q))).Select((p, i) => new QuestionEntry($"q{i + 1}",
        Chain(p.q.Chain), p.q.Rhetorical, p.q.Alternatives.Select(a => a.Of(p.s.Text)).ToList(), ReportBuilder.Quote(p.s, p.q.Quote))).ToList();

    /// <summary>The forecasts.</summary>
    public List<ForecastEntry> Forecasts() => sources.SelectMany(s => s.Voices.Forecasts.Select(f => (s, f))).Select((p, i) => new ForecastEntry($"fc{i + 1}",
        Chain(p.f.Chain), p.f.Hedge.Of(p.s.Text), p.s.Document.Metadata.Published is { } date ? NodaTime.Text.LocalDatePattern.Iso.Format(date.Value) : null,
        p.f.Horizon?.Of(p.s.Text), ReportBuilder.Quote(p.s, p.f.Quote))).ToList();

    /// <summary>The places.</summary>
    public List<PlaceEntry> Places() => sources.SelectMany(s => s.Places.GroupBy(p => p.Name).Select(g => new PlaceEntry(placeIds[(s.Id, g.Key)], g.Key,
        g.First().Candidates.Take(5).Select(c => new PlaceCandidateEntry(c.Name, c.Country, c.IsLocated ? c.Latitude : null, c.IsLocated ? c.Longitude : null, c.Zones)).ToList(),
        g.Select(p => ReportBuilder.Quote(s, p.Span)).ToList()))).ToList();

    /// <summary>The actors.</summary>
    public List<ActorEntry> Actors() => sources.SelectMany(s => s.Voices.Actors.Select(a => new ActorEntry(actorIds[(s.Id, a.Id)], a.Name, Low(a.Kind),
        a.Offices.Select(o => new OfficeEntry(o.Title, o.Of, Low(o.Status))).ToList(), a.Mentions.Select(m => ReportBuilder.Quote(s, m)).ToList()))).ToList();

    private string Sentence(FigureConflict conflict)
    {
        var words = conflict.Figures.Select(f => $"“{f.Quote.Of(figureSources[f].Text)}” ({f.Chain[^1].Name}, {Low(f.Stance)})");
        return $"{conflict.Subject}: {string.Join(" against ", words)}" + (conflict.Kind == ConflictKind.Agree ? ": these can both be true." : ": these cannot both be true of one thing.");
    }

    private static List<string> Chain(IReadOnlyList<Voice> chain) => chain.Select(v => v.Name).ToList();

    private static string Low<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
