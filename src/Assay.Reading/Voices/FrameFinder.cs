using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>Finds the introductions in a stretch of words: "X said that", "according to X", "X's claim that", "by X's own
/// numbers".</summary>
internal sealed class FrameFinder(VoiceText voices, SubjectReader subjects, IReadOnlyList<(int First, int End)> times)
{
    private readonly WordedText text = voices.Text;
    private readonly VoiceWords words = voices.Words;

    /// <summary>The outermost frames of the range, in order, with what each introduces.</summary>
    public List<Frame> Find(int first, int end)
    {
        var frames = new List<Frame>();
        for (var i = first; i < end; i++)
        {
            if (!IsVisible(i, first, end))
                continue;

            if (FrameAt(i, first, end, frames) is { } frame)
            {
                frames.Add(frame);
                i = Math.Max(i, frame.CueEnd - 1);
            }
        }

        Cut(frames);
        return frames
            .Where(f => (f.Left is not null || f.Right is not null) && !frames.Any(o => o != f && o.Introduces(f.CueFirst)))
            .ToList();
    }

    private Frame? FrameAt(int i, int first, int end, List<Frame> frames)
    {
        if (text.Words[i].Is("citing") && frames.Count > 0 && subjects.After(i + 1, end) is { } cited)
        {
            var citer = frames[^1];
            citer.Source = cited.Voice;
            citer.Right = citer.Right is { } said && said.First < i - 1 ? (said.First, i - 1) : null;
            return new Frame(i, cited.End, i, i + 1, cited.Voice, Stance.Reported);
        }

        if (text.Words[i].Lower is "put" or "puts" && PutsNumber(i, end) && Subject(i, first, frames) is { } counter)
            return new Frame(counter.First, i + 1, i, i + 1, counter.Voice, Stance.Reported) { Right = (i + 1, end) };

        var speaking = words.SpeakingOf.Match(text.Words, i, end);
        if (speaking > 0 && Subject(i, first, frames) is { } speaker)
            return new Frame(speaker.First, i + speaking, i, i + speaking, speaker.Voice, Stance.Alleged) { Right = (i + speaking, end) };

        if (words.OwnNumbers.Contains(text.Words[i].Lower))
            return OwnNumbers(i, first, end);

        if (words.ClaimNouns.Contains(text.Words[i].Lower) && text.LowerAt(i + 1) is "that")
            return ClaimNoun(i, first, end);

        if (words.Saying.Find(text.Words, i) is { } verb && !text.Words[i].IsName)
            return Saying(i, verb.Lemma, verb.Form, first, end, frames);

        if (words.Naming.LemmaOf(text.Words[i].Lower) is not null)
            return Naming(i, first, end, frames);

        return words.Finding.Find(text.Words, i) is { } found ? Finding(i, found.Form, first, end) : null;
    }

    public bool IsVisible(int i, int first, int end)
    {
        var q = voices.QuotationAt(i);
        if (q < 0)
            return true;

        var quotation = voices.Quotations[q];
        return (quotation.First <= first && quotation.End >= end) || (quotation.First <= first + 1 && quotation.End >= end - 1);
    }

    private (int First, int End, Voice Voice)? Subject(int verb, int first, List<Frame> frames)
    {
        var gerund = text.Words[verb].Lower.EndsWith("ing", StringComparison.Ordinal);
        if (!gerund)
            return subjects.Before(verb, Math.Max(first, frames.Count > 0 && frames[^1].Right is null ? frames[^1].End : first));

        if (frames.Count > 0)
            return (verb, verb, frames[^1].Voice);

        var clause = subjects.ClauseSubject(verb, first);
        return clause is { } c ? (verb, verb, c.Voice) : null;
    }

    private Frame? Saying(int i, string lemma, VerbForm form, int first, int end, List<Frame> frames)
    {
        var length = text.Words.Count > i + 1 && lemma.Contains(' ', StringComparison.Ordinal) ? 2 : 1;
        var previous = i - 1;
        while (
            previous >= first
            && (
                words.Adverbs.Contains(text.Words[previous].Lower)
                && text.Words[previous].Lower is not ("is" or "was" or "were" or "are" or "been" or "being")
            )
        )
            previous--;

        var before = previous >= first ? text.Words[previous].Lower : "";
        if (
            words.Unsaid.Contains(before)
            || before is "is" or "was" or "were" or "are" or "been" or "being" or "be" or "'s" or "the" or "a" or "an" or "this"
        )
            return null;

        var gerund = form == VerbForm.Gerund;
        if (gerund && before is not ("," or "" or "as" or "—" or "by" or "while" or "\"" or "”"))
            return null;

        var stance = StanceOf(lemma);
        var subject = Subject(i, first, frames);
        if (subject is { } s && IsVerb(i, i + length, form, before, end, s.Voice))
        {
            var frame = new Frame(gerund ? i : s.First, i + length, i, i + length, s.Voice, stance) { Continues = gerund };
            return !gerund && IsMoment(s.First, first, frame.End) && text.LowerAt(frame.End) is not "that" ? null
                : text.LowerAt(s.First) is "it" && lemma == "suggest" ? null
                : Contents(frame, lemma, first, end);
        }

        return !gerund && (form & (VerbForm.Past | VerbForm.Third)) != 0
            ? Inverted(i, i + length, stance, lemma, before, first, end)
            : null;
    }

    // A word such as "reports" or "state" is a verb only with a subject that fits or something said after it.
    private bool IsVerb(int i, int after, VerbForm form, string before, int end, Voice subject)
    {
        var said =
            after < end
            && (
                text.Words[after].Lower is "that" or ":" or "whether"
                || text.Words[after].Kind == WordKind.QuoteMark
                || (text.Words[after].Is(",") && after + 1 < end && text.Words[after + 1].Kind == WordKind.QuoteMark)
            );
        if ((form & VerbForm.Base) != 0 && (form & VerbForm.Past) == 0)
        {
            return before is "they" or "we" or "i" or "you"
                || (before.EndsWith('s') && before.Length > 3)
                || before is "police" or "people" or "who";
        }

        if (
            form == VerbForm.Third
            && text.Words[i].Lower
                is not (
                    "says"
                    or "tells"
                    or "adds"
                    or "writes"
                    or "argues"
                    or "insists"
                    or "believes"
                    or "thinks"
                    or "denies"
                    or "explains"
                    or "warns"
                )
        )
            return said || subject.ActorId is not null;

        return true;
    }

    private Stance StanceOf(string lemma) =>
        words.DenyingVerbs.Contains(lemma) ? Stance.Denied
        : words.AskingVerbs.Contains(lemma) ? Stance.Asked
        : words.PredictingVerbs.Contains(lemma) ? Stance.Forecast
        : words.AllegingVerbs.Contains(lemma) ? Stance.Alleged
        : Stance.Reported;

    // "..., said Ada Moor, a farmer": the subject follows the verb.
    private Frame? Inverted(int verb, int after, Stance stance, string lemma, string before, int first, int end)
    {
        var closes = before is "," or "?" or "!" || (verb > first && text.Words[verb - 1].Kind == WordKind.QuoteMark);
        if (!closes || subjects.After(after, end) is not { } subject)
            return null;

        var frame = new Frame(verb, subject.End, verb, after, subject.Voice, stance);
        var stop = subject.End;
        if (stop < end && text.Words[stop].Is(",") && !QuoteFollows(stop, end))
        {
            // An apposition of the speaker: up to the next quotation, or all of it.
            while (stop < end && text.Words[stop].Kind != WordKind.QuoteMark && text.Words[stop].Lower is not ("." or ";"))
                stop++;
        }

        frame = frame with { End = stop };
        frame.Left = LeftOf(frame, first);
        frame.Right = stop + 2 < end && QuoteFollows(stop, end) ? (stop, end) : null;
        return frame.Left is null && frame.Right is null ? null : frame;
    }

    private bool QuoteFollows(int at, int end) =>
        (at < end && text.Words[at].Kind == WordKind.QuoteMark)
        || (at + 1 < end && text.Words[at].Lower is "," or ":" or "." && text.Words[at + 1].Kind == WordKind.QuoteMark);

    private Frame Contents(Frame frame, string lemma, int first, int end)
    {
        var start = ContentStart(frame.End, lemma, end);
        if (start > 0)
        {
            frame = frame with { End = start };
            frame.Right =
                end - start > 2 || start < end && text.Words[start].Kind is WordKind.Number or WordKind.QuoteMark ? (start, end) : null;
        }

        var quoted = frame.First > first && text.Words[frame.First - 1].Kind == WordKind.QuoteMark;
        if (quoted || (start <= 0 && !frame.Continues && Closes(frame.End, end)))
        {
            frame.Left = LeftOf(frame, first);
            if (frame.Left is not null && start <= 0 && frame.End < end && text.Words[frame.End].Is(",") && end - frame.End > 3)
                frame.Right = (frame.End + 1, end);
            else if (frame.Left is not null && start <= 0 && voices.Finite(frame.End, end) == 0)
                frame = frame with { End = Trailing(frame.End, end) };
        }

        return frame;
    }

    // After a saying that closes what was said nothing stands but a mark, a setting or an addressee.
    private bool Closes(int at, int end) =>
        at >= end
        || text.Words[at].Kind is WordKind.Mark or WordKind.QuoteMark
        || words.Settings.Contains(text.Words[at].Lower)
        || words.Addressees.Contains(text.Words[at].Lower)
        || subjects.After(at, end) is { Voice.ActorId: not null }
        || TimeStartsAt(at);

    private bool TimeStartsAt(int at) => FirstTime(at) is var t && t < times.Count && times[t].First == at;

    // "after the ministry announced the plan": a point in time, not a report.
    private bool IsMoment(int subject, int first, int start) =>
        subject - 1 >= first
        && text.LowerAt(start - 1) is not "that"
        && Opener(subject, first) is "after" or "before" or "since" or "when" or "until" or "once";

    private string Opener(int subject, int first)
    {
        var at = subject - 1;
        while (at > first && at > subject - 4 && (text.Words[at].Is("'s") || text.Words[at].IsName))
            at--;

        return text.LowerAt(at);
    }

    // "..., he said on Monday in a statement.": the setting belongs to the introduction.
    private int Trailing(int at, int end)
    {
        while (at < end && text.Words[at].Kind is WordKind.Word or WordKind.Number or WordKind.Code)
            at++;

        return at;
    }

    private (int First, int End)? LeftOf(Frame frame, int first)
    {
        var quoted = frame.First > first && text.Words[frame.First - 1].Kind == WordKind.QuoteMark;
        return
            frame.First - first > 1
            && (
                quoted
                || voices.Finite(first, frame.First) > 0
                || text.Words[frame.First - 1].Kind == WordKind.Mark
                    && frame.First - first > 3
                    && text.Words[frame.First - 1].Lower is "," or "?" or "!"
                    && voices.Finite(first, frame.First) > 0
            )
            ? (first, frame.First)
            : null;
    }

    // Index where what is said begins after the verb, or -1.
    private int ContentStart(int at, string lemma, int end)
    {
        var i = SkipAddressee(at, lemma, end);
        var settled = i;
        for (var k = i; k < Math.Min(end, i + 16); k++)
        {
            var word = text.Words[k];
            if (word.Is("that") && text.LowerAt(k + 1) is not "'s")
                return k + 1;

            if (word.Kind == WordKind.QuoteMark || word.Is(":"))
            {
                return word.Is(":") ? k + 1
                    : k == i || k <= at + 1 || voices.Finite(i, k) > 0 ? Math.Min(k, ObjectOr(i, k, lemma))
                    : k;
            }

            if (word.Is(","))
            {
                return QuoteFollows(k, end) ? k + 1
                    : Timed(k) ? Clause(k + 1, lemma, end)
                    : voices.Finite(i, k) > 0 || (k > i && words.ObjectVerbs.Contains(lemma)) ? i
                    : -1;
            }

            if (word.Lower is "." or ";" or "!" or "?" or "—" or "–" or "--" || words.IsFinite(word))
                break;
        }

        settled = SkipTime(settled);
        return Clause(settled, lemma, end);
    }

    private int ObjectOr(int i, int k, string lemma) => words.ObjectVerbs.Contains(lemma) || voices.Finite(i, k) > 0 || k - i > 3 ? i : k;

    private bool Timed(int comma) => times.Count > 0 && TimeEndingAt(comma);

    private bool TimeEndingAt(int end)
    {
        var at = FirstTime(end - 8);
        while (at < times.Count && times[at].First < end)
        {
            if (times[at].End == end)
                return true;

            at++;
        }

        return false;
    }

    private int FirstTime(int word) => Ordered.CountBefore(times, word, static (t, at) => t.First < at);

    private int SkipTime(int at)
    {
        if (at < text.Words.Count && text.Words[at].Lower is "on" or "at" or "in" or "late" or "early")
        {
            var t = FirstTime(at);
            if (t < times.Count && times[t].First - at <= 2)
                return times[t].End;
        }

        var here = FirstTime(at);
        return here < times.Count && times[here].First == at ? times[here].End : at;
    }

    private int Clause(int at, string lemma, int end)
    {
        if (
            at >= end
            || (text.Words[at].Kind == WordKind.Mark && text.Words[at].Lower is not ("[" or "(" or "$" or "£" or "€" or "'" or "‘"))
        )
            return -1;

        var clause =
            voices.Finite(at, end) > 0
            && text.Words[at].Lower
                is not (
                    "for"
                    or "of"
                    or "in"
                    or "on"
                    or "at"
                    or "to"
                    or "as"
                    or "by"
                    or "with"
                    or "after"
                    or "before"
                    or "when"
                    or "while"
                    or "and"
                );
        return
            clause
            || (
                words.ObjectVerbs.Contains(lemma)
                && text.Words[at].Lower is not ("to" or "on" or "in" or "at" or "by" or "for" or "from" or "as" or "and")
            )
            || text.Words[at].Kind == WordKind.QuoteMark
            ? at
            : -1;
    }

    private int SkipAddressee(int at, string lemma, int end)
    {
        if (lemma is not ("tell" or "inform" or "assure" or "warn" or "urge" or "ask" or "brief" or "promise"))
            return at;

        if (
            at < end
            && subjects.After(at, Math.Min(end, at + 6)) is { } whom
            && (
                whom.Voice.ActorId is not null
                || words.Addressees.Contains(text.Words[whom.End - 1].Lower)
                || words.Addressees.Contains(text.Words[at].Lower)
            )
        )
            return words.Addressees.Contains(text.Words[at].Lower) && whom.Voice.ActorId is null ? at + 1 : whom.End;

        return at < end && text.Words[at].Lower is "the" or "a" ? Math.Min(at + 2, end) : at;
    }

    // "put the number at 600"; "put the chain on the gate at 7" counts nothing.
    private bool PutsNumber(int at, int end)
    {
        for (var k = at + 1; k < Math.Min(end - 1, at + 8) && text.Words[k].Kind == WordKind.Word; k++)
        {
            if (text.Words[k].Is("at"))
                return Enumerable.Range(k + 1, Math.Min(4, end - k - 1)).Any(n => text.Words[n].Kind == WordKind.Number);

            if (text.Words[k].Lower is "on" or "in" or "into" or "onto" or "over" or "under" or "up" or "down" or "out" or "off")
                return false;
        }

        return false;
    }

    // "... - and that is going by the ministry's own numbers": the clause before is the ministry's.
    private Frame? OwnNumbers(int noun, int first, int end)
    {
        var owner = -1;
        var by = -1;
        for (var i = noun - 1; i > first && i > noun - 14; i--)
        {
            owner = owner < 0 && i >= noun - 4 && text.Words[i].Is("'s") ? i : owner;
            if (owner > 0 && text.Words[i].Lower is "by" or "on" or "per" or "from" or "to")
            {
                by = i;
                break;
            }
        }

        if (by < 0 || subjects.After(by + 1, owner) is not { } voice)
            return null;

        var core = by;
        while (core > first && text.Words[core - 1].Lower is not ("," or "—" or "–" or "--" or "-" or ";" or "("))
            core--;

        var whole = text.LowerAt(owner + 1) is "own" ? noun + 1 : noun + 1;
        if (core == first)
            return new Frame(first, whole, by, whole, voice.Voice, Stance.Reported) { Right = whole < end ? (whole, end) : null };

        var start = core - 1;
        while (start > first && !(text.Words[start - 1].Lower is "," or ";" && voices.Finite(start, core) > 0))
            start--;

        return new Frame(core, whole, by, whole, voice.Voice, Stance.Reported) { Left = (start, core - 1) };
    }

    private Frame? ClaimNoun(int noun, int first, int end)
    {
        for (var i = noun - 1; i > first && i > noun - 4; i--)
        {
            if (text.Words[i].Is("'s") && subjects.Before(i, first) is { } owner)
                return new Frame(owner.First, noun + 2, noun, noun + 1, owner.Voice, Stance.Alleged) { Right = (noun + 2, end) };
        }

        return null;
    }

    // "calling him a "comrade"": a name put on somebody, in quotation marks.
    private Frame? Naming(int i, int first, int end, List<Frame> frames)
    {
        for (var k = i + 1; k < Math.Min(end, i + 8); k++)
        {
            if (text.Words[k].Kind == WordKind.QuoteMark)
            {
                return Subject(i, first, frames) is { } subject
                    ? new Frame(Math.Min(subject.First, i), i + 1, i, i + 1, subject.Voice, Stance.Reported)
                    {
                        Right = (i + 1, end),
                        Continues = subject.First == i,
                    }
                    : null;
            }

            if (text.Words[k].Kind == WordKind.Mark)
                return null;
        }

        return null;
    }

    private Frame? Finding(int i, VerbForm form, int first, int end)
    {
        if (
            form == VerbForm.Gerund
            || form == VerbForm.Base
            || subjects.Before(i, first) is not { } subject
            || text.LowerAt(i - 1) is "'s" or "is" or "was" or "were" or "been" or "be"
        )
            return null;

        var head = subject.End - 1;
        var document = false;
        for (var k = subject.First; k <= head; k++)
        {
            document |=
                words.Documents.Contains(text.Words[k].Lower)
                && (k == head || text.LowerAt(k + 1) is "of" or "by" or "from" or "into" or "on" or "published" or "in");
        }

        if (!document)
            return null;

        var start = text.LowerAt(i + 1) is "that" ? i + 2 : i + 1;
        return start >= end ? null : new Frame(subject.First, start, i, i + 1, subject.Voice, Stance.Reported) { Right = (start, end) };
    }

    // The mark or conjunction that opens the clause of a subject: "while the newspaper X".
    private int Opening(int at, int floor)
    {
        var opener = at;
        while (
            opener > floor
            && opener > at - 5
            && text.Words[opener].Kind == WordKind.Word
            && !words.IsFinite(text.Words[opener])
            && text.Words[opener].Lower is not ("while" or "but" or "and" or "whereas" or "though" or "although" or "that")
        )
            opener--;

        return text.Words[opener].Lower is "," or ";" or "while" or "but" or "and" or "whereas" or "though" or "although" ? opener : at;
    }

    /// <summary>Ends what one frame introduces where the next one, on the same level, begins.</summary>
    public void Cut(List<Frame> frames)
    {
        for (var k = 0; k + 1 < frames.Count; k++)
        {
            var (a, b) = (frames[k], frames[k + 1]);
            if (a.Right is not { } right || b.First < right.First || b.First >= right.End)
                continue;

            var opener = Opening(b.First - 1, right.First);
            var before = text.LowerAt(opener);
            var sibling =
                b.Continues
                || before is ";"
                || (
                    b.Right is not null
                    && before is "while" or "but" or "and" or "whereas" or "though" or "although"
                    && text.LowerAt(opener - 1) is "," or ";" or "—"
                );
            var closing = b.Right is null && b.Left is not null;
            if (sibling || closing)
            {
                a.Right =
                    opener > right.First
                        ? (
                            right.First,
                            before is "," or ";" or "while" or "but" or "and" or "whereas" or "though" or "although" ? opener : b.First
                        )
                        : null;
                if (sibling)
                {
                    b.Left = null;
                    b = frames[k + 1];
                }
            }
        }
    }
}
