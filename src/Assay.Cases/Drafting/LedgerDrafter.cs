using Assay.Cases.Accounts;
using Assay.Cases.Wording;
using Assay.Ground.Anchors;
using Assay.Reading.Actors;
using Assay.Reading.Events;
using Assay.Reading.Figures;
using Assay.Reading.Places;
using Assay.Reading.Time;
using Assay.Reading.Voices;

namespace Assay.Cases.Drafting;

/// <summary>Drafts the ledger of an account: times, statements, figures, questions, forecasts, places, actors.</summary>
internal sealed class LedgerDrafter
{
    private const int MostCandidates = 5;
    private readonly IReadOnlyList<SourceReading> sources;
    private readonly DraftIds ids;
    private readonly Dictionary<(string Source, string Actor), string> actorIds = [];
    private readonly Dictionary<(string Source, string Name), string> placeIds = [];
    private readonly Dictionary<(string Source, int Start), string> timeIds = [];
    private readonly Dictionary<Figure, string> figureIds = new(ReferenceEqualityComparer.Instance);

    /// <summary>Names the times, actors, places and figures.</summary>
    public LedgerDrafter(IReadOnlyList<SourceReading> sources, DraftIds ids)
    {
        (this.sources, this.ids) = (sources, ids);
        foreach (var source in sources)
        {
            foreach (var time in source.Times)
                timeIds[(source.Id, time.Span.Start)] = ids.Of("t", source, time.Span);
            foreach (var actor in source.Voices.Actors)
                actorIds[(source.Id, actor.Id)] = ids.Of("a", source, actor.Mentions[0], actor.Name);
            foreach (var place in source.Places.DistinctBy(p => p.Name))
                placeIds[(source.Id, place.Name)] = ids.Of("p", source, place.Span, place.Name);
            foreach (var figure in source.Figures.Figures)
                figureIds[figure] = ids.Of("f", source, figure.Quote, figure.Subject);
        }
    }

    /// <summary>Ids of the actors named in a span.</summary>
    public List<string> ActorsIn(SourceReading source, TextSpan span) =>
        source.ActorsAt.Overlapping(span).Distinct().Order().Select(a => actorIds[(source.Id, source.Voices.Actors[a].Id)]).ToList();

    /// <summary>Id of the place where an event happened, or null.</summary>
    public string? PlaceIn(SourceReading source, EventMention mention)
    {
        var first = mention.Locatives.SelectMany(source.PlacesAt.Inside).DefaultIfEmpty(-1).Min();
        return first < 0 ? null : placeIds[(source.Id, source.Places[first].Name)];
    }

    /// <summary>Id of a place.</summary>
    public string PlaceId(SourceReading source, PlaceMention place) => placeIds[(source.Id, place.Name)];

    /// <summary>Id of a time expression.</summary>
    public string TimeId(SourceReading source, TimeExpression time) => timeIds[(source.Id, time.Span.Start)];

    /// <summary>Id of a figure.</summary>
    public string FigureId(Figure figure) => figureIds[figure];

    /// <summary>The time expressions.</summary>
    public List<TimeExpressionEntry> Times() =>
        All(
            s => s.Times,
            (s, t) =>
                new TimeExpressionEntry(
                    timeIds[(s.Id, t.Span.Start)],
                    s.Id,
                    t.Span.Start,
                    t.Span.End,
                    t.Text,
                    t.Type,
                    new TimexText(t.Value),
                    t.Mod,
                    t.Edtf,
                    t.Alternatives.Select(a => new AlternativeEntry(new TimexText(a.Value), a.Reason)).ToList(),
                    t.Reason
                )
        );

    /// <summary>The statements.</summary>
    public List<StatementEntry> Statements() =>
        All(
            s => s.Voices.Statements,
            (s, t) => new StatementEntry(ids.Of("st", s, t.Quote), Chain(t.Chain), t.Stance, s.Anchor(t.Quote), t.Cue?.Of(s.Text))
        );

    /// <summary>The figures.</summary>
    public List<FigureEntry> Figures() =>
        All(
            s => s.Figures.Figures,
            (s, f) =>
                new FigureEntry(
                    figureIds[f],
                    (double?)f.Value,
                    (double?)f.Min,
                    (double?)f.Max,
                    f.Unit,
                    f.SubjectText.Length > 0 ? f.SubjectText : f.Subject,
                    Chain(f.Chain),
                    f.Stance,
                    s.Anchor(f.Quote)
                )
        );

    /// <summary>Figures on one subject, within and across sources.</summary>
    public List<SameFigureItem> SameFigures() =>
        FigureReading
            .Across(sources.Select(s => s.Figures).ToList(), new RelatedSources(sources).Are)
            .Select(c => new SameFigureItem(
                ids.Of("sf", string.Join(' ', c.Figures.Select(FigureId))),
                c.Subject,
                c.Figures.Select(FigureId).ToList()
            ))
            .ToList();

    /// <summary>The questions.</summary>
    public List<QuestionEntry> Questions() =>
        All(
            s => s.Voices.Questions,
            (s, q) =>
                new QuestionEntry(
                    ids.Of("q", s, q.Quote),
                    Chain(q.Chain),
                    q.Rhetorical,
                    q.Alternatives.Select(a => a.Of(s.Text)).ToList(),
                    s.Anchor(q.Quote)
                )
        );

    /// <summary>The forecasts.</summary>
    public List<ForecastEntry> Forecasts() =>
        All(
            s => s.Voices.Forecasts,
            (s, f) =>
                new ForecastEntry(
                    ids.Of("fc", s, f.Quote, f.Hedge.Of(s.Text)),
                    Chain(f.Chain),
                    f.Hedge.Of(s.Text),
                    s.Document.Metadata.Published?.Value,
                    f.Horizon?.Of(s.Text),
                    s.Anchor(f.Quote)
                )
        );

    /// <summary>The places.</summary>
    public List<PlaceEntry> Places() =>
        All(
            s => s.Places.GroupBy(p => p.Name),
            (s, g) =>
                new PlaceEntry(
                    placeIds[(s.Id, g.Key)],
                    g.Key,
                    g.First().Candidates.Take(MostCandidates).Select(Candidate).ToList(),
                    g.Select(p => s.Anchor(p.Span)).ToList()
                )
        );

    /// <summary>The actors.</summary>
    public List<ActorEntry> Actors() =>
        All(
            s => s.Voices.Actors,
            (s, a) =>
                new ActorEntry(
                    actorIds[(s.Id, a.Id)],
                    a.Name,
                    a.Kind,
                    a.Offices.Select(o => new OfficeEntry(o.Title, o.Of, o.Status)).ToList(),
                    a.Mentions.Select(s.Anchor).ToList()
                )
        );

    /// <summary>The names of a chain of voices, outermost first.</summary>
    public static List<string> Chain(IReadOnlyList<Voice> chain) => chain.Select(v => v.Name).ToList();

    private static PlaceCandidateEntry Candidate(PlaceCandidate place) =>
        new(place.Name, place.Country, place.IsLocated ? place.Latitude : null, place.IsLocated ? place.Longitude : null, place.Zones);

    private List<TItem> All<TRead, TItem>(Func<SourceReading, IEnumerable<TRead>> read, Func<SourceReading, TRead, TItem> draft) =>
        sources.SelectMany(s => read(s).Select(r => draft(s, r))).ToList();
}
