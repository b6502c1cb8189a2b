using System.Text;
using Assay.Reading.Voices.Words;

namespace Assay.Reading.Events;

/// <summary>Makes a short label of a clause in the source's own words: times and connectives out, cut at a word.</summary>
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
        if (clause.SubjectFrom >= 0 && (clause.SubjectEnd <= clause.From || clause.SubjectFrom < clause.Core && clause.SubjectEnd <= clause.Core))
        {
            Append(label, sentence, clause.SubjectFrom, UpToMark(words, clause.SubjectFrom, clause.SubjectEnd));
            if (clause.Link == ClauseLink.Participle) label.Append(',');
        }

        var from = clause.Core;
        if (from < clause.Verb && UpToMark(words, from, clause.Verb) is var mark && mark < clause.Verb)
        {
            Append(label, sentence, from, mark);
            label.Append(" …");
            from = clause.Verb;
        }

        Append(label, sentence, from, said?.End ?? clause.End);
        var made = Trimmed(label.ToString());
        while (made.LastIndexOf(' ') is var last and > 0 && lexicon.Words.IsFunctionWord(made[(last + 1)..].ToLowerInvariant())
            && !lexicon.Words.Particle.Contains(made[(last + 1)..])) made = Trimmed(made[..last]);
        return made.Length > 0 ? made : text[words[clause.From].Start..words[clause.End - 1].End];
    }

    // What follows says when, or who says so: "a mere 18 minutes after", "well before", "according to".
    private static bool Ends(ParsedSentence sentence, int i, int end)
    {
        var (words, relations) = (sentence.Words, RelationWords.English);
        if (words[i].Is("according") || relations.Relations.Match(words, i, words.Count) > 0) return true;
        var at = i;
        foreach (var set in new[] { relations.Decoration, relations.AtMost, relations.AtLeast, relations.About, relations.Exactly }) at += set.Match(words, at, end);
        if (at >= words.Count || !sentence.IsLength(at)) return false;
        while (at < words.Count && sentence.IsLength(at)) at++;
        return at < words.Count && (relations.Relations.Match(words, at, words.Count) > 0 || relations.Later.Match(words, at, words.Count) > 0
            || relations.Earlier.Match(words, at, words.Count) > 0);
    }

    private static string Trimmed(string label) => label.Trim(' ', ',', ';', ':', '.', '—', '–', '-');

    // A subject without what is added to it: "the mayor" of "the mayor, then head of the council,".
    private static int UpToMark(IReadOnlyList<Word> words, int from, int end)
    {
        for (var i = from + 1; i < end; i++) if (words[i].Kind == WordKind.Mark && words[i].Lower is "," or "(" or "–" or "—") return i;
        return end;
    }

    private void Append(StringBuilder label, ParsedSentence sentence, int from, int end)
    {
        var (text, words, isTime) = (sentence.Text, sentence.Words, sentence.IsTime);
        var last = -1;
        for (var i = from; i < end; i++)
        {
            var lead = lexicon.Words.TimeLead.Match(words, i, end);
            if (lead > 0 && i + lead < end && isTime(i + lead) && !isTime(i))
            {
                i += lead - 1;
                continue;
            }

            if (isTime(i)) continue;
            if (label.Length + words[i].End - words[i].Start > Longest)
            {
                if (label.Length > 0 && label[^1] != '…') label.Append(" …");
                return;
            }

            if (label.Length > 0 && Ends(sentence, i, end)) return;

            if (words[i].Kind == WordKind.Mark && (label.Length == 0 || last < 0 && words[i].Lower is ",")) continue;
            var glued = last >= 0 && words[last].End == words[i].Start || words[i].Kind == WordKind.Mark && words[i].Lower is "," or ";" or ":";
            if (label.Length > 0 && !glued) label.Append(' ');
            label.Append(text, words[i].Start, words[i].End - words[i].Start);
            last = i;
        }
    }
}
