using System.Text;
using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;

namespace Assay.Reading.Events;

/// <summary>
/// Makes a short label of a clause in the source's own words: times and connectives out, cut at a word. A relative clause gets the noun it
/// is about; where nothing is left that says what happened, the words of the sentence stand.
/// </summary>
/// <param name="lexicon">The function words.</param>
internal sealed class EventLabel(VerbLexicon lexicon)
{
    private const int Longest = 84;

    /// <summary>The label of a clause.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="said">What the clause says, for an act of speech; null otherwise.</param>
    public string Of(string text, ParsedSentence sentence, Clause clause, Clause? said = null)
    {
        var words = sentence.Words;
        var label = new StringBuilder();
        if (
            clause.SubjectFrom >= 0
            && (clause.SubjectEnd <= clause.From || clause.SubjectFrom < clause.Core && clause.SubjectEnd <= clause.Core)
        )
        {
            Append(label, sentence, clause.SubjectFrom, UpToMark(words, clause.SubjectFrom, clause.SubjectEnd));
            if (clause.Link == ClauseLink.Participle)
                label.Append(',');
        }

        var from = clause.Core;
        if (label.Length == 0 && from < clause.End && lexicon.Words.IsRelative(words[from].Lower))
            from = AppendAntecedent(label, sentence, from, clause);
        if (from < clause.Verb && UpToMark(words, from, clause.Verb) is var mark && mark < clause.Verb)
        {
            Append(label, sentence, from, mark);
            label.Append(" …");
            from = clause.Verb;
        }

        Append(label, sentence, from, said?.End ?? clause.End);
        var made = Trimmed(label.ToString());
        while (
            made.LastIndexOf(' ') is var last and > 0
            && lexicon.Words.IsFunctionWord(made[(last + 1)..].ToLowerInvariant())
            && !lexicon.Words.Particle.Contains(made[(last + 1)..])
        )
            made = Trimmed(made[..last]);
        return Says(made) ? made : OwnWords(text, sentence);
    }

    /// <summary>The label of what a word of a tree says.</summary>
    public string Of(string text, SyntaxTree tree, List<int> core, Predication made)
    {
        var kept = core;
        // "who fired", "which burst": the noun stands before it already.
        if (made.Word.Relation == "acl:relcl")
            kept = core.Where(i => !(tree.Tokens[i].Lemma is "who" or "which" or "that" && tree.Tokens[i].Head == made.Head)).ToList();
        var words = Trimmed(Predication.Joined(text, tree, kept));
        // "The last" of what was told first.
        if (Predication.IsBareOrdinal(tree, made.Head) && Predication.OneMore(tree, made.Head) is var noun and >= 0)
            words = $"{words} {tree.Tokens[noun].Form}";
        var antecedent = made.Word.Relation == "acl:relcl" ? made.Word.Head : -1;
        var isNobody = antecedent >= 0 && tree.Tokens[antecedent].Upos == "PRON";
        return Says(words) && !isNobody ? words : Trimmed(new TextSpan(tree.Tokens[0].Span.Start, tree.Tokens[^1].Span.End).Of(text));
    }

    // The noun a relative clause is about, in place of "who", "which" and "that"; before "where" and "whose" it is added.
    private int AppendAntecedent(StringBuilder label, ParsedSentence sentence, int pronoun, Clause clause)
    {
        // "That the door was open" is what somebody says, not a door.
        if (sentence.Words[pronoun].Is("that") && clause.Verb != pronoun + 1)
            return pronoun + 1;
        var end = pronoun;
        while (
            end > 0
            && (sentence.Words[end - 1].Kind is WordKind.Mark or WordKind.Number || end == pronoun && IsPreposition(sentence, end - 1))
        )
            end--;
        var from = Antecedent(sentence, end);
        if (from < 0)
            return pronoun;
        Append(label, sentence, from, end);
        return label.Length > 0 && sentence.Words[pronoun].Lower is "who" or "which" or "that" ? pronoun + 1 : pronoun;
    }

    private bool IsPreposition(ParsedSentence sentence, int i) => lexicon.Words.Preposition.Contains(sentence.Words[i].Lower);

    // Where the noun phrase before a word begins: at its determiner, else at its first name; -1 where neither is there.
    private int Antecedent(ParsedSentence sentence, int end)
    {
        var name = -1;
        for (var i = end - 1; i >= 0 && end - i <= 8 && IsNominal(sentence, i); i--)
        {
            var isOf = i > 0 && sentence.Words[i - 1].Is("of");
            if (lexicon.Words.Determiner.Contains(sentence.Words[i].Lower) && !isOf)
                return i;
            if (sentence.Words[i].Capital)
                name = i;
        }

        return name;
    }

    // A word of a noun phrase: no mark, no verb, no conjunction, and of prepositions only "of".
    private bool IsNominal(ParsedSentence sentence, int i)
    {
        var word = sentence.Words[i];
        if (word.Kind is WordKind.Mark or WordKind.QuoteMark || sentence.IsTime(i) || lexicon.IsAuxiliary(word))
            return false;
        var (kinds, lower) = (lexicon.Words, word.Lower);
        if (kinds.Subordinator.Contains(lower) || kinds.Coordinator.Contains(lower) || kinds.Pronoun.Contains(lower))
            return false;
        if (lexicon.Words.Preposition.Contains(word.Lower))
            return word.Is("of");
        return !sentence.Clauses.Any(c => c.Verb == i);
    }

    // A label says something where it has a word that is no function word, auxiliary or figure, and its subject is no "who" or "which".
    private bool Says(string label)
    {
        if (label.Split(' ', 2)[0].ToLowerInvariant() is "who" or "which" or "that")
            return false;
        foreach (var part in label.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.Trim('"', '“', '”', '‘', '’', '\'', '(', ')', ',', '.', ':', ';', '…').ToLowerInvariant();
            if (word.Length < 2 || !char.IsLetter(word[0]) || lexicon.Words.IsFunctionWord(word))
                continue;
            if (!lexicon.IsAuxiliary(new Word(0, 0, word, WordKind.Word, false, false)))
                return true;
        }

        return false;
    }

    // The sentence as it stands; after a stamp that is alone in its line, the words it stands over.
    private static string OwnWords(string text, ParsedSentence sentence)
    {
        var isStamp = Enumerable
            .Range(0, sentence.Words.Count)
            .All(i => sentence.TimeOf[i] >= 0 || sentence.Words[i].Kind == WordKind.Mark);
        var (from, end) = (sentence.Span.Start, sentence.Span.End);
        if (isStamp)
        {
            while (end < text.Length && end - from < Longest && !char.IsLetterOrDigit(text[end]))
                end++;
            from = end < text.Length && char.IsLetterOrDigit(text[end]) ? end : from;
            while (end < text.Length && end - from < 2 * Longest && text[end] is not '\n')
                end++;
        }

        end = Math.Min(end, from + 2 * Longest);

        var words = text[from..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var label = new StringBuilder();
        foreach (var word in words)
        {
            if (label.Length > 0 && label.Length + word.Length > Longest)
                return label.Append(" …").ToString();
            if (label.Length > 0)
                label.Append(' ');
            label.Append(word);
        }

        return Trimmed(label.ToString());
    }

    // What follows says when, or who says so: "a mere 18 minutes after", "well before", "according to".
    private static bool Ends(ParsedSentence sentence, int i, int end)
    {
        var (words, relations) = (sentence.Words, RelationWords.English);
        if (words[i].Is("according") || relations.Relations.Match(words, i, words.Count) > 0)
            return true;
        var at = i;
        foreach (var set in new[] { relations.Decoration, relations.AtMost, relations.AtLeast, relations.About, relations.Exactly })
            at += set.Match(words, at, end);
        if (at >= words.Count || !sentence.IsLength(at))
            return false;
        while (at < words.Count && sentence.IsLength(at))
            at++;
        return at < words.Count
            && (
                relations.Relations.Match(words, at, words.Count) > 0
                || relations.Later.Match(words, at, words.Count) > 0
                || relations.Earlier.Match(words, at, words.Count) > 0
            );
    }

    private static string Trimmed(string label)
    {
        label = label.Trim(' ', ',', ';', ':', '.', '—', '–', '-');
        // A quotation mark whose other half was cut off.
        if (label is ['"' or '“', ..] && label.AsSpan(1).IndexOfAny('"', '”') < 0)
            label = label[1..].TrimStart();
        if (label is [.., '"' or '”'] && label.AsSpan(0, label.Length - 1).IndexOfAny('"', '“') < 0)
            label = label[..^1].TrimEnd(' ', '.', ',');
        return label;
    }

    // "The first of the evening's ...", "on the Sunday": without its time the phrase would lose its noun.
    private bool IsHeld(ParsedSentence sentence, int from, int end) =>
        from > 0
        && end <= sentence.Words.Count
        && (
            sentence.Words[from - 1] is var before
                && (before.Is("of") || before.Is("'s") || lexicon.Words.Determiner.Contains(before.Lower))
            || end < sentence.Words.Count && sentence.Words[end].Is("'s")
        );

    // A subject without what is added to it: "the mayor" of "the mayor, then head of the council,".
    private static int UpToMark(IReadOnlyList<Word> words, int from, int end)
    {
        for (var i = from + 1; i < end; i++)
            if (words[i].Kind == WordKind.Mark && words[i].Lower is "," or "(" or "–" or "—")
                return i;
        return end;
    }

    private static int TimeStart(ParsedSentence sentence, int i)
    {
        while (i > 0 && sentence.TimeOf[i - 1] == sentence.TimeOf[i])
            i--;
        return i;
    }

    private static int TimeEnd(ParsedSentence sentence, int i)
    {
        var time = sentence.TimeOf[i];
        while (i < sentence.Words.Count && sentence.TimeOf[i] == time)
            i++;
        return i;
    }

    private void Append(StringBuilder label, ParsedSentence sentence, int from, int end)
    {
        var (text, words, isTime) = (sentence.Text, sentence.Words, sentence.IsTime);
        var last = -1;
        for (var i = from; i < end; i++)
        {
            var lead = lexicon.Words.TimeLead.Match(words, i, end);
            if (lead > 0 && i + lead < end && isTime(i + lead) && !isTime(i) && !IsHeld(sentence, i + lead, TimeEnd(sentence, i + lead)))
            {
                i += lead - 1;
                continue;
            }

            if (isTime(i) && !IsHeld(sentence, TimeStart(sentence, i), TimeEnd(sentence, i)))
                continue;
            if (label.Length + words[i].End - words[i].Start > Longest)
            {
                if (label.Length > 0 && label[^1] != '…')
                    label.Append(" …");
                return;
            }

            if (label.Length > 0 && Ends(sentence, i, end))
                return;

            if (words[i].Kind == WordKind.Mark && (label.Length == 0 || last < 0 && words[i].Lower is ","))
                continue;
            var glued =
                last >= 0 && words[last].End == words[i].Start || words[i].Kind == WordKind.Mark && words[i].Lower is "," or ";" or ":";
            if (label.Length > 0 && !glued)
                label.Append(' ');
            label.Append(text, words[i].Start, words[i].End - words[i].Start);
            last = i;
        }
    }
}
