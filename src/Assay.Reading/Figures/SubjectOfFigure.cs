using Assay.Reading.Text;

namespace Assay.Reading.Figures;

/// <summary>What a figure counts.</summary>
/// <param name="Key">Name of the subject for people and for comparison: the happening where there is one, else what is counted.</param>
/// <param name="Kind">What is counted, as a lemma or the name of its synonyms.</param>
/// <param name="Happening">What happened to those counted, or empty.</param>
/// <param name="Text">The words.</param>
/// <param name="Qualifiers">Capitalised words that narrow it down.</param>
/// <param name="Increment">True for "another 12", "thousands more".</param>
/// <param name="End">One past the last word of the subject.</param>
internal sealed record Counted(
    string Key,
    string Kind,
    string Happening,
    string Text,
    IReadOnlyList<string> Qualifiers,
    bool Increment,
    int End
);

/// <summary>Finds what a figure counts from the words after it, or before it where none follow.</summary>
internal sealed class SubjectOfFigure(WordedText text, FigureWords words)
{
    /// <summary>Reads the subject of a quantity whose following noun phrase is given.</summary>
    public Counted Read(Quantity q, WordedSentence sentence, (int First, int End) noun)
    {
        var increment = false;
        for (var i = q.End; i < noun.End + 1 && i < sentence.End; i++)
            increment |= words.Increments.Contains(text.Words[i].Lower);

        var before = noun.End == noun.First && q.Unit is null ? Earlier(q.First, sentence) : noun;
        var kind = KindOf(before);
        var happening = Happening(q, noun, sentence, kind);
        kind = kind.Length == 0 && happening.Length > 0 ? "person" : kind;
        var key =
            happening.Length > 0 && happening is "death" or "injury" or "arrest" ? happening
            : kind.Length > 0 ? kind
            : q.Unit ?? "amount";
        return new Counted(key, kind, happening, text.Text(before.First, before.End), Qualifiers(before), increment, noun.End);
    }

    private string KindOf((int First, int End) noun)
    {
        for (var i = noun.First; i < noun.End; i++)
        {
            var length = words.SubjectPhrases.Match(text.Words, i, noun.End);
            if (length > 0 && i + length == noun.End)
                return words.Subjects[string.Join(' ', Enumerable.Range(i, length).Select(k => text.Words[k].Lower))];
        }

        return noun.End > noun.First ? Lemma(text.Words[noun.End - 1].Lower) : "";
    }

    // Plurals of English nouns: enough to set "meetings" beside "meeting".
    private static string Lemma(string lower) =>
        lower.EndsWith("ies", StringComparison.Ordinal) && lower.Length > 4 ? lower[..^3] + "y"
        : lower.EndsWith("sses", StringComparison.Ordinal)
        || lower.EndsWith("ches", StringComparison.Ordinal)
        || lower.EndsWith("shes", StringComparison.Ordinal)
        || lower.EndsWith("xes", StringComparison.Ordinal)
            ? lower[..^2]
        : lower.EndsWith('s')
        && !lower.EndsWith("ss", StringComparison.Ordinal)
        && !lower.EndsWith("us", StringComparison.Ordinal)
        && lower.Length > 3
            ? lower[..^1]
        : lower;

    // "troops arrived, totalling 2,235": the last known subject before the number, in the same sentence.
    private (int First, int End) Earlier(int at, WordedSentence sentence)
    {
        for (var i = at - 1; i >= Math.Max(sentence.First, at - 22); i--)
        {
            if (words.Subjects.ContainsKey(text.Words[i].Lower))
            {
                var first = i;
                while (first > sentence.First && text.Words[first - 1].IsName && !text.Words[first - 1].Is("'s"))
                    first--;

                return (first, i + 1);
            }
        }

        return (at, at);
    }

    // The nearest word of a happening: after the noun in its clause, or right before the number.
    private string Happening(Quantity q, (int First, int End) noun, WordedSentence sentence, string kind)
    {
        if (kind is "death" or "injury" or "arrest")
            return kind;

        // "killing at least 40 people and injuring ...": the verb right before governs the number.
        for (var i = q.First - 1; i >= Math.Max(sentence.First, q.First - 2); i--)
        {
            if (
                words.Happenings.TryGetValue(text.Words[i].Lower, out var governs)
                && !text.Words[i].Is("lost")
                && !text.Words[i].Is("dead")
                && !(i < q.First - 1 && text.Words[i + 1].Lower is "and" or ",")
            )
                return governs;
        }

        for (var i = Math.Max(noun.End, q.End); i < Math.Min(sentence.End, noun.End + 7); i++)
        {
            if (text.Words[i].Kind is WordKind.Number || text.Words[i].Lower is "," or ";" or "." or "—" or "while" or "but" or "and")
                break;

            if (
                words.Happenings.TryGetValue(text.Words[i].Lower, out var after)
                && !(after == "death" && text.Words[i].Is("lost") && kind != "person")
            )
                return after;
        }

        for (var i = q.First - 1; i >= Math.Max(sentence.First, q.First - 9); i--)
        {
            if (text.Words[i].Kind is WordKind.Number || text.Words[i].Lower is ";" or "." or "—")
                break;

            if (
                words.Happenings.TryGetValue(text.Words[i].Lower, out var earlier)
                && (i >= q.First - 5 || kind == "troops")
                && !(text.Words[i].Lower is "lost" && kind != "person")
            )
                return earlier;
        }

        return "";
    }

    private List<string> Qualifiers((int First, int End) noun)
    {
        var found = new List<string>();
        for (var i = noun.First; i < noun.End; i++)
        {
            if (text.Words[i].IsName)
                found.Add(text.Layer.Text[text.Words[i].Start..text.Words[i].End]);
        }

        return found;
    }
}
