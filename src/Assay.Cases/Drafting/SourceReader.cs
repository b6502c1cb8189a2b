using Assay.Ground.Anchors;
using Assay.Reading.Actors;
using Assay.Reading.Days;
using Assay.Reading.Drafts;
using Assay.Reading.Events;
using Assay.Reading.Figures;
using Assay.Reading.Intake;
using Assay.Reading.Places;
using Assay.Reading.Text;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Cases.Drafting;

/// <summary>Runs every reader over one source.</summary>
internal static class SourceReader
{
    /// <summary>Loads what the readers load, so that it is there when the first source has been taken in.</summary>
    public static void Prepare()
    {
        const string text = "Rome, 1 May.";
        var span = new TextSpan(0, text.Length);
        ReadOnlySpan<Action> loads =
        [
            EventReader.LoadSyntax,
            () => _ = Gazetteer.Scan(text, span).Count(),
            VoiceReader.Load,
            FigureReader.Load,
            EventReader.Load,
            () => _ = TimeReader.For("en").Read(text, new TimeContext()),
        ];
        foreach (var load in loads)
            _ = Task.Run(load);
    }

    /// <summary>Reads a source.</summary>
    /// <param name="id">Its id in the report.</param>
    /// <param name="document">The document.</param>
    /// <param name="options">Meanings and the date of undated sources.</param>
    /// <param name="meter">Told of each sentence; null where nobody watches.</param>
    /// <exception cref="OperationCanceledException">The meter said that the work is to stop.</exception>
    public static SourceReading Read(string id, SourceDocument document, AuditOptions options, SourceMeter? meter = null)
    {
        var layer = document.Layer;
        var sentences = SentenceSplitter.Split(layer);
        document = Dated(document, sentences);
        // The two readers that load the most data do so side by side.
        var places = Task.Run(() => Gazetteer.ScanAll(layer.Text, sentences.Select(s => s.Span)));
        var times = Times(document, sentences, options);
        var published = document.Metadata.Published?.Quote?.Span;
        var told = published is { } line ? times.Where(t => !t.Span.Overlaps(line)).ToList() : times; // a dateline dates no event
        var dateline = document.Metadata.DatelinePlace?.Quote?.Span;
        var bodies = SentenceHeads.Without(layer.Text, sentences, dateline);
        var entries = EntryTimes.Joined(layer.Text, bodies, told);
        meter?.Begin(sentences.Count + EventReader.Passes * entries.Count);
        var events = Task.Run(() =>
            new EventReader(options.Tolerances).Read(
                layer.Text,
                entries,
                told,
                Asides.Of(layer.Text, entries, told),
                meter is null ? null : meter.Pass
            )
        );
        var context = Context(document, times, places.Result);
        var voices = VoiceReader.Read(layer, Spoken(document), context, meter is null ? null : meter.Sentence);
        var figures = FigureReader.Read(voices, context);
        var named = Named(places.Result, voices);
        var geography = Geography.Of(layer.Text, [.. sentences.Select(s => s.Span)], named, document.Metadata.DatelinePlace?.Value);
        return new SourceReading(id, document, sentences, times, voices, figures, events.GetAwaiter().GetResult(), geography);
    }

    /// <summary>Reads the figures of a source, as <see cref="Read"/> does, and nothing that they do not need.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">Meanings and the date of undated sources.</param>
    public static FigureReading Figures(SourceDocument document, AuditOptions options)
    {
        var layer = document.Layer;
        var sentences = SentenceSplitter.Split(layer);
        document = Dated(document, sentences);
        var places = Gazetteer.ScanAll(layer.Text, sentences.Select(s => s.Span));
        var context = Context(document, Times(document, sentences, options), places);
        return FigureReader.Read(VoiceReader.Read(layer, Spoken(document), context), context);
    }

    // What voices speak in: captions too, without the heads of sentences.
    private static IReadOnlyList<Sentence> Spoken(SourceDocument document) =>
        SentenceHeads.Without(
            document.Layer.Text,
            SentenceSplitter.Split(document.Layer, captions: true),
            document.Metadata.DatelinePlace?.Quote?.Span
        );

    private static ReadingContext Context(
        SourceDocument document,
        IReadOnlyList<TimeExpression> times,
        IReadOnlyList<PlaceMention> places
    ) =>
        new()
        {
            Times = times,
            Places = places.Select(p => p.Span).ToList(),
            Published = document.Metadata.Published?.Quote?.Span,
        };

    // "Musa Adan" is a man, whatever town is called Adan.
    private static List<PlaceMention> Named(IReadOnlyList<PlaceMention> places, VoiceReading voices)
    {
        var people = voices.Actors.Where(a => a.Kind == ActorKind.Person).SelectMany(a => a.Mentions).Order().ToList();
        var kept = new List<PlaceMention>(places.Count);
        var at = 0;
        foreach (var place in places)
        {
            while (at < people.Count && people[at].End <= place.Span.Start)
                at++;
            if (at >= people.Count || !people[at].Overlaps(place.Span))
                kept.Add(place);
        }

        return kept;
    }

    // Times are read over the whole text, so that the narrative thread holds, and kept where the article's own words stand.
    private static IReadOnlyList<TimeExpression> Times(SourceDocument document, IReadOnlyList<Sentence> sentences, AuditOptions options)
    {
        var published = options.Published ?? document.Metadata.Published?.Value;
        return StoryDays.Decide(document.Layer, sentences, TimesOn(published, document, sentences), published);
    }

    // "HERAT, Oct 10 (Wire) -": a dateline tells the day of writing, and the year may stand elsewhere.
    private static SourceDocument Dated(SourceDocument document, IReadOnlyList<Sentence> sentences)
    {
        var layer = document.Layer;
        if (
            document.Metadata.Published is not null
            || !DatelineDate.MayStand(layer)
            || DatelineDate.Find(layer, TimesOn(null, document, sentences)) is not { } dated
        )
            return document;
        var published = new Stated<LocalDate>(dated.Date, layer.QuoteOf(dated.Span), "date of the dateline, in a year that the page names");
        return document with { Metadata = document.Metadata with { Published = published } };
    }

    private static List<TimeExpression> TimesOn(LocalDate? published, SourceDocument document, IReadOnlyList<Sentence> sentences)
    {
        var context = new TimeContext
        {
            DocumentDate = published,
            DocumentTime = document.Metadata.PublishedTime,
            Blocks = document.Layer.Article.Select(b => b.Span).ToList(),
        };
        var kept = new List<TimeExpression>();
        var at = 0;
        foreach (var time in TimeReader.For("en").Read(document.Layer.Text, context))
        {
            while (at < sentences.Count && sentences[at].Span.End <= time.Span.Start)
                at++;
            if (at < sentences.Count && sentences[at].Span.Contains(time.Span))
                kept.Add(time);
        }

        return kept;
    }
}
