using Assay.Ground.Anchors;
using Assay.Reading.Drafts;
using Assay.Reading.Text;
using Assay.Reading.Voices;

namespace Assay.Reading.Figures;

/// <summary>
/// Reads the quantities of an article with bounds, unit, subject and voice, and sets figures on one subject beside each other. Times of
/// day, dates, years and amounts of time are left to the reader of time expressions.
/// </summary>
public sealed class FigureReader
{
    private readonly WordedText text;
    private readonly FigureWords words = FigureWords.English;
    private readonly QuantityReader quantities;
    private readonly VoiceReading voices;
    private readonly ReadingContext context;
    private readonly List<FigureDraft> drafts = [];
    private int time;

    private FigureReader(VoiceReading voices, ReadingContext context)
    {
        (this.voices, this.context, text) = (voices, context, voices.Words.Text);
        quantities = new QuantityReader(text, words);
    }

    /// <summary>Loads the words that reading needs.</summary>
    public static void Load() => _ = FigureWords.English;

    /// <summary>Reads the figures of an article whose voices have been read.</summary>
    /// <param name="voices">The voices, read from the same sentences.</param>
    /// <param name="context">What is already known of the source; its time expressions are skipped.</param>
    public static FigureReading Read(VoiceReading voices, ReadingContext? context = null)
    {
        var reader = new FigureReader(voices, context ?? ReadingContext.Empty);
        foreach (var sentence in reader.text.Told)
            reader.ReadSentence(sentence);

        return new FigureReading(reader.drafts.ConvertAll(d => d.Figure), FigureComparison.Compare(reader.drafts))
        {
            Drafts = reader.drafts,
        };
    }

    private void ReadSentence(WordedSentence sentence)
    {
        var before = drafts.Count;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (InTime(i) || Zero(i, sentence))
                continue;

            if (quantities.At(i, sentence.First, sentence.End) is not { } quantity)
                continue;

            i = quantity.End - 1;
            if (!IsName(quantity, sentence))
                Add(quantity, sentence);
        }

        if (drafts.Count - before > 1)
            MarkChanges(before, sentence);
    }

    private bool InTime(int i)
    {
        while (time < context.Times.Count && context.Times[time].Span.End <= text.Words[i].Start)
            time++;

        return time < context.Times.Count && context.Times[time].Span.Start < text.Words[i].End;
    }

    // "no terrorists", "no deaths": zero of what can be counted.
    private bool Zero(int i, WordedSentence sentence)
    {
        if (
            !text.Words[i].Is("no")
            || i + 1 >= sentence.End
            || words.NoZero.Contains(text.Words[i + 1].Lower)
            || text.Words[i + 1].Kind != WordKind.Word
        )
            return false;

        var (_, stop) = Noun(i + 1, sentence);
        var last = stop > i + 1 ? text.Words[stop - 1].Lower : "";
        if (stop == i + 1 || !(last.EndsWith('s') || words.Subjects.ContainsKey(last)) || last.EndsWith("ss", StringComparison.Ordinal))
            return false;

        Add(new Quantity(i, i + 1, 0, 0, 0, false, null), sentence);
        return true;
    }

    // A year, a number in a name or a code, a list number, a score: no quantity.
    private bool IsName(Quantity q, WordedSentence sentence)
    {
        var at = q.First;
        var before = at > sentence.First ? text.Words[at - 1].Lower : "";
        var after = q.End < sentence.End ? text.Words[q.End].Lower : "";
        if (
            words.TimeUnits.Contains(after)
            || words.TimeUnits.Contains(before)
            || (words.NoFigures.Contains(before) && text.Words[at].Kind == WordKind.Number)
        )
            return true;

        if (q.Unit is not null)
            return false;

        var single = q.End - at == 1;
        var touching =
            (
                at > sentence.First
                && text.Words[at - 1].End == text.Words[at].Start
                && text.Words[at - 1].Lower is not ("$" or "(" or "—" or "\"" or "“" or "~" or "+" or "≈" or "'" or "," or "‘" or "[")
            )
            || (
                q.End < sentence.End
                && text.Words[q.End].Start == text.Words[q.End - 1].End
                && text.Words[q.End].Kind == WordKind.Mark
                && text.Words[q.End].Lower is "-" or "/" or ":" or "_" or "–" or "#"
            );
        var year = single && q.Value is >= 1500 and < 2100 && text.Words[at].Lower.Length == 4 && Noun(q.End, sentence).End == q.End;
        var listed = at == sentence.First && after is "." or ")";
        var age = single && q.Value is < 120 && before == "," && after is "," or ".";
        var pronoun =
            text.Words[at].Lower is "one"
            && !(Noun(q.End, sentence) is var noun && noun.End > q.End && words.Subjects.ContainsKey(text.Words[noun.End - 1].Lower))
            && single;
        var named =
            single
            && at > sentence.First
            && text.Words[at - 1].IsName
            && text.Words[at].Kind == WordKind.Number
            && Noun(q.End, sentence).End == q.End;
        return touching || year || listed || age || pronoun || named;
    }

    private void Add(Quantity q, WordedSentence sentence)
    {
        var subject = new SubjectOfFigure(text, words).Read(q, sentence, Noun(q.End, sentence));
        var end = Math.Max(q.End, subject.End);
        var mark = voices.VoiceAt(text.Words[q.First].Start);
        var figure = new Figure
        {
            Id = $"n{drafts.Count + 1}",
            Value = q.Value,
            Min = q.Min,
            Max = q.Max,
            Vague = q.Vague,
            Unit = q.Unit,
            Subject = subject.Key,
            SubjectText = subject.Text,
            Qualifiers = subject.Qualifiers,
            Chain = mark.Chain,
            Stance = mark.Stance,
            Quote = text.Span(q.First, end),
            Sentence = sentence.Index,
        };
        var increment = subject.Increment || IsPart(q.First, sentence) || words.PartOf.Match(text.Words, q.End, sentence.End) > 0;
        var draft = new FigureDraft(figure, subject.Kind, subject.Happening, increment, Dates(sentence));
        drafts.Add(!increment && Answered(q, subject, figure, sentence) is { } first ? Echo(draft, first) : draft);
    }

    // The figure that one without a subject of its own answers: the last one, close by, in the same unit, by another voice.
    private FigureDraft? Answered(Quantity q, Counted subject, Figure figure, WordedSentence sentence)
    {
        var bare = subject.End == q.End && (subject.Text.Length == 0 || subject.Kind == q.Unit || NamesNumber(q.First, sentence));
        if (!bare || drafts.Count == 0 || figure.Vague)
            return null;

        var last = drafts[^1];
        return
            last.Kind.Length > 0
            && last.Kind != last.Figure.Unit
            && last.Figure.Unit == figure.Unit
            && sentence.Index - last.Figure.Sentence <= 1
            && last.Figure.Chain[^1].Name != figure.Chain[^1].Name
            && figure.Chain.Count > 1
            ? last
            : null;
    }

    private static FigureDraft Echo(FigureDraft draft, FigureDraft first) =>
        draft with
        {
            Figure = draft.Figure with
            {
                Subject = first.Figure.Subject,
                SubjectText = first.Figure.SubjectText,
                Qualifiers = first.Figure.Qualifiers,
            },
            Kind = first.Kind,
            Happening = first.Happening,
            Echo = true,
        };

    // "put the number at", "the toll stood at": the words say that a number follows which was told before.
    private bool NamesNumber(int at, WordedSentence sentence)
    {
        for (var i = Math.Max(sentence.First, at - 6); i < at; i++)
        {
            if (words.NumberNouns.Contains(text.Words[i].Lower))
                return true;
        }

        return false;
    }

    // "including 19 officers", "of whom 19": a part of another figure.
    private bool IsPart(int at, WordedSentence sentence)
    {
        for (var i = Math.Max(sentence.First, at - 5); i < at; i++)
        {
            if (
                words.Parts.Match(text.Words, i, at) > 0
                || (words.Increments.Contains(text.Words[i].Lower) && voices.Words.Finite(i, at) == 0)
            )
                return true;
        }

        return false;
    }

    private string Dates(WordedSentence sentence)
    {
        var span = text.Span(sentence.First, sentence.End);
        for (var t = Math.Max(0, time - 12); t < context.Times.Count && context.Times[t].Span.Start < span.End; t++)
        {
            if (
                span.Contains(context.Times[t].Span)
                && context.Times[t].Type == Time.TimexType.Date
                && context.Times[t].Value.Length >= 10
                && !(context.Published is { } published && published.Overlaps(context.Times[t].Span))
            )
                return context.Times[t].Value[..10];
        }

        return "";
    }

    private void MarkChanges(int from, WordedSentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (words.Changes.Contains(text.Words[i].Lower))
            {
                for (var k = from; k < drafts.Count; k++)
                    drafts[k] = drafts[k] with { Apart = true };

                return;
            }
        }
    }

    // The noun phrase after a number: words up to a stop, a mark or a verb.
    private (int First, int End) Noun(int at, WordedSentence sentence)
    {
        var first = at;
        while (first < sentence.End && words.NotSubjects.Contains(text.Words[first].Lower))
            first++;

        var end = first;
        while (
            end < sentence.End
            && end - first < 6
            && text.Words[end].Kind is WordKind.Word or WordKind.Code
            && !words.Stops.Contains(text.Words[end].Lower)
            && !(voices.Words.Words.IsFinite(text.Words[end]) && !words.Subjects.ContainsKey(text.Words[end].Lower) && Ends(end, first))
            && !text.Words[end].Is("'s")
            && !text.Words[end].Lower.EndsWith("ly", StringComparison.Ordinal)
            && !(end > first && text.Words[end].Lower.EndsWith("ing", StringComparison.Ordinal))
        )
        {
            end++;
            if (
                end - first > 0
                && words.Subjects.ContainsKey(text.Words[end - 1].Lower)
                && !(end < sentence.End && text.Words[end - 1].IsName && text.Words[end].IsName)
                && !(end < sentence.End && words.SubjectPhrases.Match(text.Words, end - 1, sentence.End) > 1)
                && !(end < sentence.End && words.Subjects.ContainsKey(text.Words[end].Lower))
            )
                break;
        }

        return end == first ? (at, at) : (first, end);
    }

    // A past tense ends the noun phrase, unless it is a participle before a noun ("executed contracts").
    private bool Ends(int at, int first) =>
        at > first || !text.Words[at].Lower.EndsWith("ed", StringComparison.Ordinal) || words.Happenings.ContainsKey(text.Words[at].Lower);
}
