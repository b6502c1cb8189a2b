using Assay.Cases.Accounts;
using Assay.Ground.Anchors;
using Assay.Reading.Events;
using Assay.Reading.Figures;
using Assay.Reading.Intake;
using Assay.Reading.Places;
using Assay.Reading.Text;
using Assay.Reading.Time;
using Assay.Reading.Voices;

namespace Assay.Cases.Drafting;

/// <summary>Everything that was read from one source.</summary>
/// <param name="Id">Id of the source.</param>
/// <param name="Document">The document.</param>
/// <param name="Sentences">Its sentences, furniture left out.</param>
/// <param name="Times">Its time expressions.</param>
/// <param name="Voices">Its actors, statements, questions and forecasts.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Events">Its events and their relations.</param>
/// <param name="Geography">The countries it is about and the places it names in them.</param>
internal sealed record SourceReading(
    string Id,
    SourceDocument Document,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<TimeExpression> Times,
    VoiceReading Voices,
    FigureReading Figures,
    EventReading Events,
    Geography Geography
)
{
    /// <summary>The places it names.</summary>
    public IReadOnlyList<PlaceMention> Places => Geography.Places;

    /// <summary>The text all spans point into.</summary>
    public string Text => Document.Layer.Text;

    /// <summary>Indexes of the actors in <see cref="VoiceReading.Actors"/>, by their mentions.</summary>
    public SpanIndex<int> ActorsAt => field ??= new(Voices.Actors.SelectMany((a, i) => a.Mentions.Select(m => (m, i))));

    /// <summary>Indexes of the places in <see cref="Places"/>, by where they are named.</summary>
    public SpanIndex<int> PlacesAt => field ??= new(Places.Select((p, i) => (p.Span, i)));

    /// <summary>The time expressions, by where they stand.</summary>
    public SpanIndex<TimeExpression> TimesAt => field ??= new(Times.Select(t => (t.Span, t)));

    /// <summary>The events, by their sentences.</summary>
    public ILookup<int, EventMention> EventsAt => field ??= Events.Events.ToLookup(e => e.Sentence);

    /// <summary>The figures, by where they stand.</summary>
    public SpanIndex<Figure> FiguresAt => field ??= new(Figures.Figures.Select(f => (f.Quote, f)));

    /// <summary>The events, by their sentence.</summary>
    public ILookup<int, EventMention> EventsIn => field ??= Events.Events.ToLookup(e => e.Sentence);

    /// <summary>Indexes of the events that words of relation say something about.</summary>
    public IReadOnlySet<int> Related => field ??= Events.Relations.Select(r => r.Subject).ToHashSet();

    /// <summary>A source is itself and no other, whatever was read from it.</summary>
    public bool Equals(SourceReading? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private bool? speaksOfZones;

    /// <summary>True where the text speaks of the zone of its clocks apart from the clocks.</summary>
    public bool SpeaksOfZones => speaksOfZones ??= ZoneTalk.IsIn(Text, Sentences, Times, ZoneStatements);

    /// <summary>What the text says of the zones of its clocks.</summary>
    public IReadOnlyList<ZoneStatement> ZoneStatements => field ??= Assay.Reading.Places.ZoneStatements.Of(Document.Layer, Sentences);

    /// <summary>Where it says that the zone of some clock is not known, in order.</summary>
    public IReadOnlyList<TextSpan> SilentOnZones => field ??= NoZone.In(Text);

    /// <summary>Whose the entries of its lists are.</summary>
    public HeadedKeepers HeadedKeepers => field ??= new HeadedKeepers(Document.Layer);

    /// <summary>What introduces its lists.</summary>
    public LeadIns LeadIns => field ??= new LeadIns(Document.Layer);

    /// <summary>True for words between quotation marks of their paragraph.</summary>
    public bool IsQuoted(TextSpan span)
    {
        var from = span.Start == 0 ? 0 : Text.LastIndexOf('\n', span.Start - 1) + 1;
        var before = Text.AsSpan(from, span.Start - from);
        return before.Count('"') % 2 == 1 || before.LastIndexOf('“') > before.LastIndexOf('”');
    }

    /// <summary>An anchored quote of the span.</summary>
    public Anchor Anchor(TextSpan span)
    {
        var quote = Document.Layer.QuoteOf(span);
        return new Anchor(Id, quote.Start, quote.End, quote.Exact, quote.Prefix, quote.Suffix) { Page = quote.Page };
    }

    /// <summary>Where a span stands in the order of the article.</summary>
    public int SentenceAt(int position) => Math.Max(0, Ordered.CountBefore(Sentences, position, static (s, at) => s.Span.Start <= at) - 1);
}
