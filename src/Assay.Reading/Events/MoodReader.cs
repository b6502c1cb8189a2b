using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>
/// Reads how a clause stands to the world from its verb group, its subject, its conjunction and the words before its time: "would not have
/// arrived until", "was due at", "no train left at", "leaves daily at". What no rule speaks against is told as a fact.
/// </summary>
/// <param name="lexicon">The verbs.</param>
internal sealed class MoodReader(VerbLexicon lexicon)
{
    private const int ReadWithin = 4;
    private const int LongestWord = 12;
    private readonly MoodWords words = MoodWords.English;

    private delegate bool Rule(ParsedSentence sentence, Clause clause, int time);

    /// <summary>The mood of a clause.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="time">First word of the time that is said of it, or -1.</param>
    public EventMood Of(ParsedSentence sentence, Clause clause, int time)
    {
        var isHere = time >= 0 && clause.Has(time) ? time : -1;
        foreach (
            var (rule, mood) in (ReadOnlySpan<(Rule, EventMood)>)
                [
                    (IsConditional, EventMood.Conditional),
                    (IsPlannedFor, EventMood.Planned),
                    (IsAhead, EventMood.Planned),
                    (IsDenied, EventMood.Negated),
                    (IsHabit, EventMood.Habitual),
                ]
        )
            if (rule(sentence, clause, isHere))
                return mood;
        return EventMood.Actual;
    }

    /// <summary>True for what is said to hold where a clock is read in some zone: "read as Iranian time, the strike came sixteen minutes
    /// before".</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="end">First word of what is said to hold.</param>
    public bool IsUnderReading(ParsedSentence sentence, int end)
    {
        for (var i = end - 1; i > 0 && !sentence.Words[i].Is(";"); i--)
        {
            if (!words.Clocks.Contains(sentence.Words[i].Lower))
                continue;
            for (var k = i - 1; k > 0 && i - k <= ReadWithin; k--)
                if (words.ReadingAs.Contains(sentence.Words[k].Lower) && words.Reading.Contains(sentence.Words[k - 1].Lower))
                    return true;
        }

        return false;
    }

    private bool IsConditional(ParsedSentence sentence, Clause clause, int time)
    {
        if (clause.Verb < 0)
            return false;
        if (words.Condition.Contains(sentence.Words[clause.From].Lower) || IsInverted(sentence, clause))
            return true;
        if (IsUnreal(sentence, clause))
            return true;
        // "Would have left at nine and arrived at ten."
        var before = Before(sentence, clause);
        return clause.Link == ClauseLink.Coordinate
            && clause.Core == clause.Verb
            && !lexicon.IsAuxiliary(sentence.Words[clause.Verb])
            && before is not null
            && IsUnreal(sentence, before);
    }

    private bool IsUnreal(ParsedSentence sentence, Clause clause) =>
        clause.Verb >= 0
        && words.Unreal.Contains(sentence.Words[clause.Verb].Lower)
        && Next(sentence, clause.Verb, clause.End) is var next and >= 0
        && sentence.Words[next].Lower is "have" or "'ve";

    // "Had the door opened at nine, ..."
    private bool IsInverted(ParsedSentence sentence, Clause clause) =>
        clause.Verb == clause.From
        && clause.Verb + 1 < clause.End
        && sentence.Words[clause.Verb].Is("had")
        && (clause.Verb == 0 || sentence.Words[clause.Verb - 1].Is(","))
        && IsSubject(sentence.Words[clause.Verb + 1]);

    private bool IsSubject(Word word) =>
        word.Capital || lexicon.Words.Determiner.Contains(word.Lower) || lexicon.Words.Pronoun.Contains(word.Lower);

    // "The train due at 9:40", "a call scheduled for noon": the time is that of the plan.
    private bool IsPlannedFor(ParsedSentence sentence, Clause clause, int time)
    {
        if (time <= clause.From)
            return false;
        var at = time - 1;
        while (at > clause.From && lexicon.Words.Preposition.Contains(sentence.Words[at].Lower))
            at--;
        // "Was set up at 2:35" was no plan.
        if (at < time - 1 && lexicon.Words.Particle.Contains(sentence.Words[at + 1].Lower))
            return false;
        return words.Plan.Contains(sentence.Words[at].Lower) && (at < time - 1 || sentence.Words[at].Is("due"));
    }

    private bool IsAhead(ParsedSentence sentence, Clause clause, int time)
    {
        if (clause.Verb < 0)
            return false;
        var verb = sentence.Words[clause.Verb];
        if (words.Ahead.Contains(verb.Lower))
            return !IsHindsight(sentence, clause);
        var after = Next(sentence, clause.Verb, clause.End);
        if (after < 0)
            return false;
        if (words.Planning.Contains(BaseOf(verb.Lower)) && sentence.Words[after].Is("to"))
            return true;
        while (after >= 0 && words.Be.Contains(sentence.Words[after].Lower))
            after = Next(sentence, after, clause.End);
        if (after < 0 || !IsBeing(verb, sentence, clause.Verb, after))
            return false;
        return IsInfinitive(sentence, after, clause.End)
            || words.Plan.Contains(sentence.Words[after].Lower) && IsLinked(sentence, after, clause.End);
    }

    // "was", "had been": a form of "be" up to the word looked at.
    private bool IsBeing(Word verb, ParsedSentence sentence, int from, int end) =>
        words.Be.Contains(verb.Lower) || Enumerable.Range(from, end - from).Any(i => words.Be.Contains(sentence.Words[i].Lower));

    private bool IsInfinitive(ParsedSentence sentence, int to, int end) =>
        sentence.Words[to].Is("to")
        && to + 1 < end
        && sentence.Words[to + 1] is var verb
        && verb.Kind == WordKind.Word
        && !verb.Capital
        && !verb.Is("say") // "that is to say"
        && !sentence.IsTime(to + 1)
        && !lexicon.Words.IsFunctionWord(verb.Lower);

    private bool IsLinked(ParsedSentence sentence, int plan, int end) =>
        plan + 1 >= end
        || sentence.IsTime(plan + 1)
        || words.PlanLink.Contains(sentence.Words[plan + 1].Lower)
            && (sentence.Words[plan].Lower is not "set" || sentence.Words[plan + 1].Lower is "to" or "for");

    private bool IsHindsight(ParsedSentence sentence, Clause clause) =>
        Enumerable
            .Range(clause.Verb + 1, Math.Min(2, clause.End - clause.Verb - 1))
            .Any(i => words.Hindsight.Contains(sentence.Words[i].Lower));

    private bool IsDenied(ParsedSentence sentence, Clause clause, int time)
    {
        if (clause.Verb < 0 || time > 0 && words.OnlyThen.Contains(sentence.Words[time - 1].Lower))
            return false;
        if (clause.SubjectFrom >= 0 && clause.SubjectFrom < clause.SubjectEnd && IsNothing(sentence, clause.SubjectFrom))
            return true;
        var last = Math.Max(clause.Trigger < clause.Verb ? clause.Verb : clause.Trigger, clause.Verb);
        for (var i = clause.Verb; i <= last && i < clause.End; i++)
            if (IsNegator(sentence, i) && !(i + 1 < clause.End && words.NotDenied.Contains(sentence.Words[i + 1].Lower)))
                return true;
        var before = clause.Verb - 1;
        if (before >= clause.From && sentence.Words[before].Is("never"))
            return true;
        return before >= clause.From
            && sentence.Words[before].Is("there")
            && clause.Verb + 1 < clause.End
            && IsNothing(sentence, clause.Verb + 1);
    }

    private bool IsNegator(ParsedSentence sentence, int i) =>
        words.Negator.Contains(sentence.Words[i].Lower)
        || lexicon.IsAuxiliary(sentence.Words[i]) && sentence.Words[i].Lower.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>True for a time after "until": nobody answered before, and somebody did then.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">Where the time begins.</param>
    public bool IsSetBy(string text, int time)
    {
        var before = text[Math.Max(0, time - LongestWord)..time].TrimEnd();
        return words.OnlyThen.Contains(before[(before.LastIndexOf(' ') + 1)..].ToLowerInvariant());
    }

    /// <summary>True for a subject of which nothing is told: "nobody", "no train"; not "no fewer than ten".</summary>
    public bool IsNothing(SyntaxTree tree, int subject)
    {
        if (words.Nothing.Contains(tree.Tokens[subject].Form.ToLowerInvariant()))
            return true;
        foreach (var child in tree.Children(subject))
            if (
                tree.Tokens[child] is { Kind: "det" } no
                && words.Nothing.Contains(no.Form.ToLowerInvariant())
                && !(child + 1 < tree.Tokens.Count && words.NotDenied.Contains(tree.Tokens[child + 1].Form.ToLowerInvariant()))
            )
                return true;
        return false;
    }

    // Not "no fewer than", nor "the team, none of whom ...,", which denies another clause.
    private bool IsNothing(ParsedSentence sentence, int i)
    {
        if (!words.Nothing.Contains(sentence.Words[i].Lower))
            return false;
        var (next, second) = (At(sentence, i + 1), At(sentence, i + 2));
        return !words.NotDenied.Contains(next) && !(next is "of" && lexicon.Words.Relative.Contains(second));
    }

    private static string At(ParsedSentence sentence, int i) => i < sentence.Words.Count ? sentence.Words[i].Lower : "";

    // "leaves daily at", "every Monday at", "usually opens at"; not "the daily briefing".
    private bool IsHabit(ParsedSentence sentence, Clause clause, int time)
    {
        for (var i = clause.From; i < clause.End; i++)
        {
            if (words.Habit.Contains(sentence.Words[i].Lower) && Math.Abs(i - clause.Verb) <= 2)
                return true;
            if (sentence.TimeOf[i] < 0 || sentence.Times[sentence.TimeOf[i]].Type != TimexType.Set)
                continue;
            while (i + 1 < clause.End && sentence.TimeOf[i + 1] == sentence.TimeOf[i])
                i++;
            if (
                i + 1 >= clause.End
                || sentence.Words[i + 1].Kind == WordKind.Mark
                || sentence.TimeOf[i + 1] >= 0
                || lexicon.Words.Preposition.Contains(sentence.Words[i + 1].Lower)
            )
                return true;
        }

        return false;
    }

    // The next word of the verb group that is neither an adverb nor a negator; -1 where there is none.
    private int Next(ParsedSentence sentence, int at, int end)
    {
        for (var i = at + 1; i < end; i++)
        {
            var word = sentence.Words[i];
            if (word.Kind == WordKind.Mark)
                return -1;
            if (
                !words.Negator.Contains(word.Lower)
                && !word.Lower.EndsWith("ly", StringComparison.Ordinal)
                && lexicon.Words.Connective.Match(sentence.Words, i, i + 1) == 0
            )
                return i;
        }

        return -1;
    }

    private static Clause? Before(ParsedSentence sentence, Clause clause)
    {
        for (var i = sentence.Clauses.Count - 1; i > 0; i--)
            if (sentence.Clauses[i] == clause)
                return sentence.Clauses[i - 1];
        return null;
    }

    private string BaseOf(string lower)
    {
        foreach (var verb in words.Planning)
            if (lexicon.Stem(verb) == lexicon.Stem(lower))
                return verb;
        return lower;
    }
}
