using Assay.Reading.Events;
using Assay.Reading.Text;

namespace Assay.Reading.Syntax;

/// <summary>
/// Cuts a sentence into clauses by punctuation, conjunctions, complementisers and finite verbs. Shallow on purpose: it has to be right
/// about
/// which verb a time belongs to, not about syntax.
/// </summary>
/// <param name="lexicon">The verbs and function words.</param>
internal sealed class ClauseSplitter(VerbLexicon lexicon)
{
    private readonly record struct Segment(int From, int End, ClauseLink Link);

    /// <summary>The clauses of a sentence, in order; a sentence without a verb is one clause.</summary>
    /// <param name="words">The words of the sentence.</param>
    /// <param name="isTime">True for a word that belongs to a time expression.</param>
    public List<Clause> Split(IReadOnlyList<Word> words, Func<int, bool> isTime)
    {
        var segments = Cut(words, isTime);
        var clauses = new List<Clause>(segments.Count);
        var (pending, link) = (-1, ClauseLink.Main);
        foreach (var segment in segments)
        {
            var verb = VerbOf(words, segment, isTime);
            if (verb < 0)
            {
                if (clauses.Count == 0 || pending >= 0 || Opens(words, segment))
                    (pending, link) = pending < 0 ? (segment.From, segment.Link) : (pending, link);
                else
                    clauses[^1] = clauses[^1] with { End = segment.End };
                continue;
            }

            clauses.Add(Make(words, pending < 0 ? segment : segment with { Link = link }, verb, pending, clauses, isTime));
            pending = -1;
        }

        if (pending >= 0 && clauses.Count > 0)
            clauses[^1] = clauses[^1] with { End = words.Count };
        if (clauses.Count == 0 && words.Count > 0)
            clauses.Add(new Clause(0, words.Count, 0, -1, TriggerNoun(words, 0, words.Count), ClauseLink.Main, -1, -1));
        return clauses;
    }

    // "that the action by the army, with the mayor's consent, was planned": a complement whose verb comes only after a comma.
    private static bool Opens(IReadOnlyList<Word> words, Segment segment) =>
        segment.Link == ClauseLink.Complement && segment.End < words.Count && words[segment.End].Is(",");

    private List<Segment> Cut(IReadOnlyList<Word> words, Func<int, bool> isTime)
    {
        var segments = new List<Segment>();
        var from = 0;
        var link = words.Count > 0 && lexicon.Words.Subordinator.Contains(words[0].Lower) ? ClauseLink.Subordinate : ClauseLink.Main;
        for (var i = 0; i < words.Count; i++)
        {
            if (Boundary(words, i, from, isTime) is not { } cut)
                continue;
            if (i > from)
                segments.Add(new Segment(from, i, link));
            (from, link) = (cut.Next, cut.Link);
            i = Math.Max(i, from - 1);
        }

        if (from < words.Count)
            segments.Add(new Segment(from, words.Count, link));
        return segments;
    }

    // Where the word at i ends the segment: the first word of the next one and how it hangs on.
    private (int Next, ClauseLink Link)? Boundary(IReadOnlyList<Word> words, int i, int from, Func<int, bool> isTime)
    {
        var word = words[i];
        if (word.Kind == WordKind.Mark)
            return Mark(words, i);
        if (i == from || isTime(i))
            return null;
        if (word.Is("that") && HasSpeechVerb(words, from, i))
            return (i + 1, ClauseLink.Complement);
        if (
            lexicon.Words.Subordinator.Contains(word.Lower)
            && !IsAsWellAs(words, i)
            && HasFinite(words, i + 1, StopAfter(words, i + 1), isTime)
        )
            return (i, ClauseLink.Subordinate);
        if (word.Lower is "who" or "which")
            return (i, ClauseLink.Relative);
        if (lexicon.Words.Coordinator.Contains(word.Lower) && StartsWithVerb(words, i + 1, isTime))
            return (i + 1, ClauseLink.Coordinate);
        return BareComplement(words, i, from, isTime);
    }

    private static bool IsAsWellAs(IReadOnlyList<Word> words, int i) =>
        words[i].Is("as")
        && (
            i + 1 < words.Count && words[i + 1].Lower is "well" or "much" or "many"
            || i > 0 && words[i - 1].Lower is "well" or "such" or "much" or "many"
        );

    private (int Next, ClauseLink Link)? Mark(IReadOnlyList<Word> words, int i)
    {
        var mark = words[i].Lower[0];
        if (mark is ';' or ':' or '–' or '—' or '(' or ')')
            return (i + 1, ClauseLink.Main);
        if (mark == '-' && words[i].Lower.Length > 1)
            return (i + 1, ClauseLink.Main);
        if (mark != ',' || i + 1 >= words.Count)
            return null;
        var next = words[i + 1];
        if (lexicon.Words.Relative.Contains(next.Lower))
            return (i + 1, ClauseLink.Relative);
        if (lexicon.Words.Subordinator.Contains(next.Lower) && !IsAsWellAs(words, i + 1))
            return (i + 1, ClauseLink.Subordinate);
        if (lexicon.IsParticiple(next))
            return (i + 1, ClauseLink.Participle);
        return lexicon.Words.Coordinator.Contains(next.Lower) ? (i + 2, ClauseLink.Coordinate) : (i + 1, ClauseLink.Main);
    }

    // "Officials said two people had died": what is said begins right after the verb of speech (and its time), without "that".
    private (int Next, ClauseLink Link)? BareComplement(IReadOnlyList<Word> words, int i, int from, Func<int, bool> isTime)
    {
        var verb = i - 1;
        while (
            verb > from
            && (isTime(verb) || verb + 1 < words.Count && isTime(verb + 1) && lexicon.Words.Preposition.Contains(words[verb].Lower))
        )
            verb--;
        if (!IsSpeech(words, verb, from) || isTime(i))
            return null;
        var word = words[i];
        if (word.Kind is WordKind.QuoteMark || word.Is("to") || ThatFollows(words, i))
            return null;
        if (lexicon.Words.Preposition.Contains(word.Lower) && !word.Is("in"))
            return null;
        if (i + 1 < words.Count && isTime(i + 1) && lexicon.Words.Preposition.Contains(word.Lower))
            return null;
        return HasFinite(words, i, StopAfter(words, i), isTime) ? (i, ClauseLink.Complement) : null;
    }

    private static bool ThatFollows(IReadOnlyList<Word> words, int i)
    {
        for (var at = i; at < Math.Min(words.Count, i + 7) && words[at].Kind != WordKind.Mark; at++)
            if (words[at].Is("that"))
                return true;
        return false;
    }

    private bool IsSpeech(IReadOnlyList<Word> words, int at, int from) =>
        at >= from && lexicon.IsFinite(words, at, from, words.Count) && lexicon.Speech.Contains(lexicon.Stem(words[at].Lower));

    private bool HasSpeechVerb(IReadOnlyList<Word> words, int from, int end)
    {
        for (var i = Math.Max(from, end - 8); i < end; i++)
        {
            var isVerb = lexicon.IsFinite(words, i, from, words.Count) || lexicon.IsPastForm(words[i]) || lexicon.IsParticiple(words[i]);
            if (isVerb && lexicon.Speech.Contains(lexicon.Stem(words[i].Lower)))
                return true;
        }

        return false;
    }

    private bool HasFinite(IReadOnlyList<Word> words, int from, int end, Func<int, bool> isTime)
    {
        for (var i = from; i < end; i++)
            if (!isTime(i) && lexicon.IsFinite(words, i, from, end))
                return true;
        return false;
    }

    private bool StartsWithVerb(IReadOnlyList<Word> words, int at, Func<int, bool> isTime)
    {
        var first = at;
        while (
            at < words.Count && (words[at].Lower.EndsWith("ly", StringComparison.Ordinal) || words[at].Lower is "then" or "later" or "also")
        )
            at++;
        return at < words.Count
            && !isTime(at)
            && !words[at].Capital
            && lexicon.IsFinite(words, at, first - 1, words.Count)
            && (
                lexicon.IsAuxiliary(words[at])
                || at + 1 >= words.Count
                || words[at + 1].Kind != WordKind.Word
                || lexicon.Words.IsFunctionWord(words[at + 1].Lower)
                || words[at + 1].Capital
                || words[at + 1].Kind == WordKind.Number
                || !words[at].Lower.EndsWith("ed", StringComparison.Ordinal)
            );
    }

    private static int StopAfter(IReadOnlyList<Word> words, int from)
    {
        for (var i = from; i < words.Count; i++)
            if (words[i].Kind == WordKind.Mark && words[i].Lower is "," or ";" or ":" or "–" or "—" or "(" or ")")
                return i;
        return words.Count;
    }

    // The finite verb of a segment. "troops stationed in X arrived", "a man accused of Y was held": a reduced participle yields to a later
    // verb.
    private int VerbOf(IReadOnlyList<Word> words, Segment segment, Func<int, bool> isTime)
    {
        if (segment.Link == ClauseLink.Participle && lexicon.IsParticiple(words[segment.From]))
            return segment.From;
        var first = -1;
        var from = segment.Link == ClauseLink.Coordinate ? segment.From - 1 : segment.From;
        for (var i = segment.From; i < segment.End; i++)
        {
            if (isTime(i) || !lexicon.IsFinite(words, i, from, segment.End))
                continue;
            if (first < 0)
                first = i;
            else if (Yields(words, first, i))
                return i;
            if (lexicon.IsAuxiliary(words[first]))
                break;
        }

        return first;
    }

    private bool Yields(IReadOnlyList<Word> words, int first, int later) =>
        first + 1 < later
        && !lexicon.IsAuxiliary(words[first])
        && words[first + 1].Lower is "of" or "by" or "in" or "at" or "on" or "with" or "from" or "near" or "to"
        && !lexicon.Words.Coordinator.Contains(words[later - 1].Lower);

    private Clause Make(IReadOnlyList<Word> words, Segment segment, int verb, int pending, List<Clause> before, Func<int, bool> isTime)
    {
        var core = segment.From;
        while (
            core < verb
            && (
                isTime(core)
                || lexicon.Words.Connective.Match(words, core, verb) > 0
                    && words[core].Kind == WordKind.Word
                    && !lexicon.Words.Determiner.Contains(words[core].Lower)
            )
        )
            core++;
        if (
            lexicon.Words.Subordinator.Contains(words[segment.From].Lower)
            && core == segment.From
            && core < verb
            && !IsAsWellAs(words, core)
        )
            core++;
        var (from, subject, subjectEnd) = (pending < 0 ? segment.From : pending, core, verb);
        if (NeedsSubject(words, core, verb) && pending >= 0)
            (subject, core) = (Subject(words, pending, segment.From, isTime), Subject(words, pending, segment.From, isTime));
        else if (verb == core && before.Count > 0)
            (subject, subjectEnd) = Inherited(before);
        return new Clause(
            from,
            segment.End,
            core,
            verb,
            TriggerOf(words, verb, segment.End, subject, subjectEnd),
            segment.Link,
            subject,
            subjectEnd
        );
    }

    // The verb stands first, or only "as well as ..." and the like stand before it: the subject is further left.
    private static bool NeedsSubject(IReadOnlyList<Word> words, int core, int verb) =>
        core == verb || words[core].Lower is "as" or "and" or "or" or "together" or "along" or "then";

    private static (int From, int End) Inherited(List<Clause> before)
    {
        for (var i = before.Count - 1; i >= 0; i--)
            if (before[i].SubjectFrom >= 0 && before[i].SubjectEnd > before[i].SubjectFrom && before[i].Link is not ClauseLink.Relative)
                return (before[i].SubjectFrom, before[i].SubjectEnd);
        return (-1, -1);
    }

    // The first word of a leading part that is not a time, its preposition, or a connective.
    private int Subject(IReadOnlyList<Word> words, int from, int end, Func<int, bool> isTime)
    {
        var at = from;
        while (at < end)
        {
            var lead = lexicon.Words.Connective.Match(words, at, end);
            if (lead > 0)
                at += lead;
            else if (
                isTime(at)
                || words[at].Kind == WordKind.Mark
                || lexicon.Words.Preposition.Contains(words[at].Lower) && LeadsToTime(at + 1, end, isTime)
            )
                at++;
            else
                break;
        }

        return at < end ? at : from;
    }

    private static bool LeadsToTime(int at, int end, Func<int, bool> isTime)
    {
        for (var i = at; i < Math.Min(end, at + 4); i++)
            if (isTime(i))
                return true;
        return false;
    }

    private int TriggerOf(IReadOnlyList<Word> words, int verb, int end, int subject, int subjectEnd)
    {
        var trigger = verb;
        for (var i = verb + 1; i < Math.Min(end, verb + 6); i++)
        {
            var word = words[i];
            if (word.Kind != WordKind.Word)
                break;
            if (
                lexicon.IsAuxiliary(word)
                || word.Lower is "not" or "never" or "also" or "just" or "already" or "since" or "even" or "been" or "being" or "be"
                || word.Lower.EndsWith("ly", StringComparison.Ordinal)
            )
                continue;
            if (
                lexicon.IsAuxiliary(words[verb])
                && (lexicon.IsPastForm(word) || word.Lower.EndsWith("ing", StringComparison.Ordinal) || IsBare(words[verb]))
            )
                trigger = i;
            break;
        }

        if (!lexicon.Light.Contains(lexicon.Stem(words[trigger].Lower)) && !lexicon.IsAuxiliary(words[trigger]))
            return trigger;
        var noun = TriggerNoun(words, trigger + 1, end);
        if (noun < 0 && subject >= 0)
            noun = TriggerNoun(words, subject, subjectEnd);
        return noun >= 0 ? noun : trigger;
    }

    private static bool IsBare(Word auxiliary) =>
        auxiliary.Lower
            is "will"
                or "would"
                or "may"
                or "might"
                or "could"
                or "can"
                or "must"
                or "should"
                or "shall"
                or "did"
                or "does"
                or "do";

    private int TriggerNoun(IReadOnlyList<Word> words, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (lexicon.IsEventNoun(words[i]) && !(i + 1 < end && lexicon.IsEventNoun(words[i + 1])))
                return i;
        return -1;
    }
}
