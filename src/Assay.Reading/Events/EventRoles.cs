using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>Which clause a time belongs to, and whether it times the event or the report of it.</summary>
/// <param name="Clause">Index of the clause whose event is timed.</param>
/// <param name="TimesReport">True where the time is that of a report about it.</param>
/// <param name="Reporting">Index of the reporting clause where there is one, else -1.</param>
/// <param name="IsSpeechAct">True where the timed clause is itself an act of speech.</param>
internal sealed record EventRole(int Clause, bool TimesReport, int Reporting, bool IsSpeechAct);

/// <summary>What a time that hangs on a word of a tree times.</summary>
/// <param name="Head">The word that says what happened.</param>
/// <param name="TimesReport">True where the time is that of a report about it.</param>
/// <param name="Reporter">Who reports it, a word of the tree, or -1.</param>
/// <param name="IsSpeechAct">True where what happened is itself an act of speech.</param>
internal sealed record PredicateRole(int Head, bool TimesReport, int Reporter, bool IsSpeechAct);

/// <summary>
/// Tells the clock of an event from the clock of its report. "Reported at 4:40PM that" times the report; "announced at 4:05AM" times the
/// announcement, which is the event; "said at midnight that he had asked" times the speaker's own public act.
/// </summary>
/// <param name="lexicon">The verbs.</param>
internal sealed class EventRoles(VerbLexicon lexicon)
{
    /// <summary>The role of a time that stands in a clause.</summary>
    public EventRole Of(ParsedSentence sentence, int clause, TimeExpression time)
    {
        var own = sentence.Clauses[clause];
        if (own.Verb < 0)
            return new EventRole(clause, false, -1, false);
        var stem = lexicon.Stem(sentence.Words[own.Verb].Lower);
        var act = sentence.Words[own.Trigger];
        var trigger = own.Trigger == own.Verb || lexicon.IsPastForm(act) || lexicon.IsParticiple(act) ? lexicon.Stem(act.Lower) : "";
        if (!lexicon.Speech.Contains(stem) && !lexicon.Speech.Contains(trigger))
            return new EventRole(clause, false, -1, false);
        if (!lexicon.Speech.Contains(stem))
            stem = trigger;
        var said = SaidBy(sentence, clause);
        if (said < 0 || lexicon.Performative.Contains(stem) || time.Clock is null)
            return new EventRole(clause, false, -1, true);
        if (!lexicon.Reporting.Contains(stem) && SpeaksOfSelf(sentence, said))
            return new EventRole(clause, false, -1, true);
        return new EventRole(said, true, clause, false);
    }

    /// <summary>The role of a time that hangs on a word of a tree.</summary>
    public PredicateRole Of(SyntaxTree tree, int head, TimeExpression time)
    {
        var word = tree.Tokens[head];
        var stem = lexicon.Stem(word.Lemma.ToLowerInvariant());
        if (word.Upos != "VERB" || !lexicon.Speech.Contains(stem))
            return new PredicateRole(head, false, -1, false);
        var act = new Predication(tree, head);
        var said = act.Child("ccomp");
        if (said < 0 && word.Relation == "parataxis" && word.Head >= 0 && word.Head < head && tree.Tokens[word.Head].Upos == "VERB")
            said = word.Head;
        if (said < 0 || lexicon.Performative.Contains(stem) || time.Clock is null)
            return new PredicateRole(head, false, -1, true);
        var subject = new Predication(tree, said).Child("nsubj", "nsubj:pass");
        if (!lexicon.Reporting.Contains(stem) && subject >= 0 && tree.Tokens[subject].Upos == "PRON")
            return new PredicateRole(head, false, -1, true);
        return new PredicateRole(said, true, act.Subject, false);
    }

    // The clause that holds what is said: the complement after it, or the clause before a trailing ", police said".
    private static int SaidBy(ParsedSentence sentence, int clause)
    {
        if (clause + 1 < sentence.Clauses.Count && sentence.Clauses[clause + 1].Link == ClauseLink.Complement)
            return clause + 1;
        var own = sentence.Clauses[clause];
        var isTrailing =
            clause > 0
            && clause == sentence.Clauses.Count - 1
            && own.Verb - own.From <= 4
            && sentence.Clauses[clause - 1].Link is ClauseLink.Main or ClauseLink.Coordinate
            && own.Link == ClauseLink.Main;
        return isTrailing ? clause - 1 : -1;
    }

    private static bool SpeaksOfSelf(ParsedSentence sentence, int said)
    {
        var clause = sentence.Clauses[said];
        for (var i = clause.From; i < clause.Verb; i++)
            if (sentence.Words[i].Kind == WordKind.Word)
                return sentence.Words[i].Lower is "he" or "she" or "they" or "it" or "we" or "i";
        return false;
    }
}
