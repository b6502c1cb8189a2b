using Assay.Ground.Anchors;
using Assay.Reading.Actors;
using Assay.Reading.Drafts;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>
/// Reads who says what, and how firmly, from attribution cues, quotation marks, hedges, denials, modals and question marks. Whatever
/// carries no cue is the author's. Time and memory grow linearly with the text.
/// </summary>
public sealed class VoiceReader
{
    private const int MaxDepth = 4;
    private readonly WordedText text;
    private readonly VoiceText voices;
    private readonly ActorIndex actors;
    private readonly SubjectReader subjects;
    private readonly FrameReader frames;
    private readonly StanceReader stances;
    private readonly List<Statement> statements = [];
    private readonly List<Question> questions = [];
    private readonly List<Forecast> forecasts = [];
    private readonly List<(TextSpan Span, Voice Reporter, IReadOnlyList<Voice> Chain)> introductions = [];
    private readonly Dictionary<int, Voice> speakers = [];
    private readonly IReadOnlyList<Turn> turns;
    private int sentence;

    /// <summary>Loads the words that reading needs.</summary>
    public static void Load() => _ = (VoiceWords.English, Actors.ActorWords.English);

    private VoiceReader(TextLayer layer, IReadOnlyList<Sentence> sentences, ReadingContext context)
    {
        text = WordedText.Of(layer, sentences);
        voices = new VoiceText(text, VoiceWords.English);
        actors = ActorReader.Read(text, context, VoiceWords.English.Saying, VoiceWords.English.Auxiliaries);
        var times = context
            .Times.Select(t => (First: text.IndexAt(t.Span.Start), End: text.IndexAt(t.Span.End)))
            .Where(t => t.End > t.First)
            .ToList();
        times.Sort();
        subjects = new SubjectReader(voices, actors);
        frames = new FrameReader(
            new TreeFrames(voices, subjects, new ParsedText(layer, sentences)),
            new FrameFinder(voices, subjects, times)
        );
        stances = new StanceReader(voices, times);
        turns = new TurnReader(layer, actors.Actors).Read();
    }

    /// <summary>Reads the voices of an article.</summary>
    /// <param name="layer">The text layer.</param>
    /// <param name="sentences">Its article's sentences, in order; nothing outside them is read.</param>
    /// <param name="context">What is already known of the source.</param>
    /// <param name="told">Told after each sentence that is read; may be null.</param>
    public static VoiceReading Read(TextLayer layer, IReadOnlyList<Sentence> sentences, ReadingContext? context = null, Action? told = null)
    {
        var reader = new VoiceReader(layer, sentences, context ?? ReadingContext.Empty);
        foreach (var range in reader.text.Told)
        {
            reader.ReadSentence(range);
            told?.Invoke();
        }

        return new VoiceReading(reader.actors, reader.voices, reader.statements, reader.questions, reader.forecasts, reader.introductions);
    }

    private void ReadSentence(WordedSentence range)
    {
        if (range.End <= range.First)
            return;

        (sentence, subjects.Sentence) = (range.Index, range.Index);
        Answer(range);
        IReadOnlyList<Voice> chain = InTurn(text.Words[range.First].Start) is { } speaking ? [Voice.Author, speaking] : [Voice.Author];
        var before = statements.Count;
        if (Enclosing(range) is { } quotation)
        {
            var speaker = SpeakerOf(quotation, range);
            Read(range.First, range.End, speaker is null ? chain : [.. chain, speaker], Stance.Reported, -1, -1, 1);
        }
        else
            Read(range.First, range.End, chain, OwnStance(chain), -1, -1, 0);

        if (statements.Count == before)
            Add(new Piece(range.First, range.End, OwnStance(chain), -1, -1), chain, -1, -1);
    }

    private static Stance OwnStance(IReadOnlyList<Voice> chain) => chain.Count == 1 ? Stance.Asserted : Stance.Reported;

    // Whoever speaks in a transcript or an interview.
    private Voice? InTurn(int at)
    {
        var begun = Ordered.CountBefore(turns, at, static (t, at) => t.Span.Start <= at);
        return begun > 0 && turns[begun - 1] is var turn && turn.Span.Contains(at) ? turn.Speaker : null;
    }

    // The quotation that covers a whole sentence, closing marks and the speaker's introduction aside.
    private int? Enclosing(WordedSentence range)
    {
        var q = voices.QuotationAt(range.First);
        if (q < 0)
            return null;

        var quotation = voices.Quotations[q];
        return quotation.End >= range.End - 2 && (quotation.End - quotation.First > 4) ? q : null;
    }

    // Whoever an introduction near the quotation names; else whoever spoke last, close by.
    private Voice? SpeakerOf(int q, WordedSentence range)
    {
        if (speakers.TryGetValue(q, out var known))
            return known;

        var quotation = voices.Quotations[q];
        var next = range.Index;
        while (next < text.Sentences.Count && text.Sentences[next].End < quotation.End)
            next++;

        for (var s = next; s <= Math.Min(next + 1, text.Sentences.Count - 1); s++)
        {
            var candidate = text.Sentences[s];
            if (candidate.Block != range.Block || candidate.First > quotation.End)
                break;

            subjects.Sentence = s;
            var frame = frames
                .Find(candidate.First, candidate.End)
                .FirstOrDefault(f => f.First >= quotation.End - 1 && f.Left is not null && f.First - quotation.End < 2);
            subjects.Sentence = range.Index;
            if (frame is not null)
                return speakers[q] = frame.Voice;
        }

        var said = Introducer(quotation, range) ?? LastSpeaker();
        if (said is not null)
            speakers[q] = said;

        return said;
    }

    // "The master wrote:" and, in a paragraph of its own, what he wrote.
    private Voice? Introducer(Quotation quotation, WordedSentence range)
    {
        if (range.Index == 0 || quotation.First != range.First)
            return null;
        var lead = text.Sentences[range.Index - 1];
        if (lead.Block == range.Block || lead.End <= lead.First || !text.Words[lead.End - 1].Is(":"))
            return null;
        return frames
            .Find(lead.First, range.End)
            .FirstOrDefault(f => f.First < lead.End && f.Right is { } said && said.First <= range.First + 1 && said.End > range.First)
            ?.Voice;
    }

    private Voice? last;

    private Voice? LastSpeaker() => last is not null && sentence - subjects.LastSentence <= 3 ? last : null;

    private void Read(int first, int end, IReadOnlyList<Voice> chain, Stance stance, int cueFirst, int cueEnd, int depth)
    {
        var found = depth < MaxDepth ? frames.Find(first, end) : [];
        if (found.Count == 0)
        {
            Pieces(first, end, chain, stance, cueFirst, cueEnd);
            return;
        }

        var parts = Parts(found, first, end);
        foreach (var (start, stop, frame, said) in parts)
        {
            if (frame is null)
                Leftover(start, stop, chain, stance, cueFirst, cueEnd, found);
            else if (!said)
                introductions.Add((text.Span(start, stop), frame.Voice, chain));
            else
            {
                Remember(frame);
                Read(
                    start,
                    stop,
                    frame.Source is { } source ? Extend(Extend(chain, frame.Voice), source) : Extend(chain, frame.Voice),
                    Inherit(stance, frame.Stance),
                    frame.CueFirst,
                    frame.CueEnd,
                    depth + 1
                );
            }
        }
    }

    private static Stance Inherit(Stance outer, Stance inner) =>
        outer is Stance.Alleged && inner == Stance.Reported ? Stance.Alleged : inner;

    // "The commander said he ordered it": a pronoun that nobody is found for is whoever tells it.
    private static IReadOnlyList<Voice> Extend(IReadOnlyList<Voice> chain, Voice voice) =>
        chain.Count > 1 && IsPronoun(voice) ? chain
        : chain[^1].Name == voice.Name && chain[^1].ActorId == voice.ActorId ? chain
        : [.. chain, voice];

    // "The mayor": one person, though nobody names him.
    private bool HoldsOffice(Voice voice)
    {
        if (voice.Mention is not { } mention)
            return false;
        var (first, end) = (text.IndexAt(mention.Start), text.IndexAt(mention.End));
        return Enumerable.Range(first, end - first).Any(i => ActorWords.English.Offices.Match(text.Words, i, end) == end - i);
    }

    private static bool IsPronoun(Voice voice) =>
        voice is { ActorId: null, Name: "he" or "she" or "they" or "it" or "his" or "her" or "its" };

    // The range in order, every word once: what frames introduce, the introductions, and the rest.
    private static List<(int First, int End, Frame? Frame, bool Said)> Parts(List<Frame> found, int first, int end)
    {
        var spans = new List<(int First, int End, Frame? Frame, bool Said)>();
        foreach (var frame in found)
        {
            spans.Add((frame.First, frame.End, frame, false));
            if (frame.Left is { } left)
                spans.Add((left.First, left.End, frame, true));

            if (frame.Right is { } right)
                spans.Add((right.First, right.End, frame, true));
        }

        // Where two overlap the introduction wins over what is said, and the later start over the earlier one's rest.
        spans.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Said.CompareTo(b.Said));
        var parts = new List<(int First, int End, Frame? Frame, bool Said)>();
        var at = first;
        for (var k = 0; k < spans.Count; k++)
        {
            var span = spans[k];
            var start = Math.Max(span.First, at);
            var stop = span.End;
            if (k + 1 < spans.Count && spans[k + 1].First < stop)
                stop = Math.Max(start, spans[k + 1].First);

            if (stop <= start)
                continue;

            if (start > at)
                parts.Add((at, start, null, false));

            parts.Add((start, stop, span.Frame, span.Said));
            at = stop;
        }

        if (at < end)
            parts.Add((at, end, null, false));

        return parts;
    }

    private void Remember(Frame frame)
    {
        subjects.LastSentence = sentence;
        last = frame.Voice;
        var kind =
            frame.Voice.ActorId is { } id
                ? actors.Actors[int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) - 1].Kind
            : HoldsOffice(frame.Voice) ? ActorKind.Person
            : ActorKind.Group;
        if (kind == ActorKind.Person)
            subjects.LastPerson = frame.Voice;
        else if (!IsPronoun(frame.Voice))
            subjects.LastBody = frame.Voice;

        foreach (var part in new[] { frame.Left, frame.Right })
        {
            for (var i = part?.First ?? 0; i < (part?.End ?? 0); i++)
            {
                if (voices.QuotationAt(i) is var q and >= 0)
                    speakers.TryAdd(q, frame.Voice);
            }
        }
    }

    // What stands outside every introduction is a statement of the enclosing voice where it has a verb of its own.
    private void Leftover(int first, int end, IReadOnlyList<Voice> chain, Stance stance, int cueFirst, int cueEnd, List<Frame> found)
    {
        if (end - first > 2 && voices.Finite(first, end) > 0)
        {
            Pieces(first, end, chain, stance, cueFirst, cueEnd);
            return;
        }

        var next = found.FirstOrDefault(f => f.First >= end - 1) ?? found[^1];
        if (voices.QuotationAt(first) is var q and >= 0 && end - first > 8 && !voices.Quotations[q].IsFragment(voices))
        {
            Pieces(first, end, Extend(chain, next.Voice), Stance.Reported, cueFirst, cueEnd);
            return;
        }

        introductions.Add((text.Span(first, end), next.Voice, chain));
    }

    private void Pieces(int first, int end, IReadOnlyList<Voice> chain, Stance stance, int cueFirst, int cueEnd)
    {
        foreach (var piece in stances.Read(first, end, stance, chain.Count > 1))
            Add(piece, chain, cueFirst, cueEnd);
    }

    private void Add(Piece piece, IReadOnlyList<Voice> chain, int cueFirst, int cueEnd)
    {
        var (first, end) = Trim(piece.First, piece.End);
        if (end <= first)
            return;

        TextSpan? cue =
            piece.CueFirst >= 0 ? text.Span(piece.CueFirst, piece.CueEnd)
            : cueFirst >= 0 ? text.Span(cueFirst, cueEnd)
            : null;
        var quote = text.Span(first, end);
        statements.Add(new Statement($"s{statements.Count + 1}", chain, piece.Stance, quote, cue, sentence));
        if (piece.Stance == Stance.Asked && stances.IsQuestion(piece.First, piece.End))
            questions.Add(new Question($"q{questions.Count + 1}", chain, chain.Count == 1, Alternatives(first, end), quote, null));
        else if (piece.Stance == Stance.Forecast)
            Predict(piece, chain, cueFirst, cueEnd, first, end);
    }

    private void Predict(Piece piece, IReadOnlyList<Voice> chain, int cueFirst, int cueEnd, int first, int end)
    {
        var (from, stop) = piece.CueFirst >= 0 ? (piece.CueFirst, piece.CueEnd) : (cueFirst, cueEnd);
        if (from < 0)
            return;

        var hedge = text.Span(from, stop);
        var horizon = stances.Horizon(Math.Max(first, piece.CueFirst), end);
        var subject = first;
        for (var i = first; i < Math.Min(from, end); i++)
        {
            if (text.Words[i].Is(",") || VoiceWords.English.Conjunctions.Contains(text.Words[i].Lower) || text.Words[i].Is("that"))
                subject = i + 1;
        }

        if (subject >= from && from > first && from <= end)
        {
            // "Ada Moor, who took office last year, may resign": the words before the apposition.
            subject = first;
            from = Enumerable.Range(first, from - first).First(i => i == from - 1 || text.Words[i].Is(","));
        }

        while (subject < from && text.Words[subject].Kind is WordKind.QuoteMark or WordKind.Mark)
            subject++;

        TextSpan? about = subject < from && from <= end && from > first ? text.Span(subject, from) : null;
        forecasts.Add(
            new Forecast(
                $"f{forecasts.Count + 1}",
                chain,
                hedge,
                about,
                horizon is { } h ? text.Span(h.First, h.End) : null,
                text.Span(first, end)
            )
        );
    }

    // Marks at the ends belong to nobody; a pair of quotation marks around the whole stays.
    private (int First, int End) Trim(int first, int end)
    {
        while (
            first < end
            && text.Words[first].Kind == WordKind.Mark
            && text.Words[first].Lower is "," or ";" or ":" or "—" or "–" or "--" or "-" or ")" or "." or "_" or "•" or "*"
        )
            first++;

        while (
            end > first
            && text.Words[end - 1].Kind == WordKind.Mark
            && text.Words[end - 1].Lower is "," or ";" or ":" or "—" or "–" or "--" or "-" or "(" or "_"
        )
            end--;

        return end - first == 1 && text.Words[first].Kind is WordKind.QuoteMark or WordKind.Mark ? (first, first) : (first, end);
    }

    // "Was it planned, or did he seize the moment?": the two sides of an "or" that opens a second clause.
    private IReadOnlyList<TextSpan> Alternatives(int first, int end)
    {
        for (var i = end - 2; i > first + 1; i--)
        {
            if (
                !text.Words[i].Is("or")
                || !(text.Words[i - 1].Is(",") || VoiceWords.English.QuestionWords.Contains(text.Words[i + 1].Lower))
            )
                continue;

            var left = Trim(first, i);
            var right = i + 1;
            var close = end;
            while (close > right && text.Words[close - 1].Kind is WordKind.Mark or WordKind.QuoteMark)
                close--;

            return close > right && left.End > left.First ? [text.Span(left.First, left.End), text.Span(right, close)] : [];
        }

        return [];
    }

    // "Where does this leave them? In nobody's debt.": the fragment right after a question is the asker's answer.
    private void Answer(WordedSentence range)
    {
        if (questions.Count == 0 || range.Index == 0 || voices.Finite(range.First, range.End) > 0 || range.End - range.First > 9)
            return;

        var before = text.Sentences[range.Index - 1];
        var question = questions[^1];
        if (
            before.Block == range.Block
            && before.End > before.First
            && question.Quote.End >= text.Words[before.End - 1].Start
            && !stances.IsQuestion(range.First, range.End)
        )
            questions[^1] = question with { Answer = text.Span(range.First, range.End) };
    }
}
