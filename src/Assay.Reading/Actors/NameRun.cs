using Assay.Reading.Text;

namespace Assay.Reading.Actors;

/// <summary>A run of capitalised words that may be a name, honorifics and offices already taken off.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">One past its last word.</param>
/// <param name="Sentence">Index of the sentence.</param>
internal readonly record struct NameRun(int First, int End, int Sentence)
{
    /// <summary>Number of words.</summary>
    public int Count => End - First;
}

/// <summary>
/// Finds runs of capitalised words. The first word of a sentence counts only where the text shows elsewhere that it is a name, or where a
/// second capitalised word follows it; headlines in title case give no evidence of their own.
/// </summary>
internal sealed class NameRunFinder
{
    private readonly WordedText text;
    private readonly ActorWords words;
    private readonly HashSet<string> capital = new(StringComparer.Ordinal);
    private readonly HashSet<string> lower = new(StringComparer.Ordinal);
    private readonly HashSet<int> titles = [];

    public NameRunFinder(WordedText text, ActorWords words)
    {
        (this.text, this.words) = (text, words);
        foreach (var sentence in text.Sentences)
            Survey(sentence);
    }

    /// <summary>True where the sentence is a headline whose words are all capitalised.</summary>
    public bool IsTitleCase(int sentence) => titles.Contains(sentence);

    /// <summary>All runs, in the order of the text.</summary>
    public List<NameRun> Find()
    {
        var runs = new List<NameRun>();
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; )
            {
                var end = RunEnd(i, sentence);
                if (end > i)
                    runs.Add(new NameRun(i, end, sentence.Index));

                i = Math.Max(end, i + 1);
            }
        }

        return runs;
    }

    private void Survey(WordedSentence sentence)
    {
        int capitals = 0,
            total = 0;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var word = text.Words[i];
            if (word.Kind == WordKind.Word && word.Lower.Length > 3)
            {
                total++;
                capitals += word.Capital ? 1 : 0;
            }
        }

        if (total > 3 && capitals * 4 > total * 3)
        {
            titles.Add(sentence.Index);
            return;
        }

        for (var i = sentence.First; i < sentence.End; i++)
        {
            var word = text.Words[i];
            if (word.Kind == WordKind.Word && !Opens(i, sentence))
                (word.Capital ? capital : lower).Add(word.Lower);
        }
    }

    // True for the first word of a sentence, and the first after an opening quotation mark, a colon or a bullet.
    private bool Opens(int i, WordedSentence sentence) =>
        i == sentence.First
        || text.Words[i - 1].Kind is WordKind.QuoteMark or WordKind.Number or WordKind.Code
        || (
            text.Words[i - 1].Kind == WordKind.Mark
            && text.Words[i - 1].Lower[0] is ':' or '•' or '*' or '-' or '–' or '—' or '\'' or '_' or '`' or '‘'
        );

    private bool IsName(int i, WordedSentence sentence)
    {
        var word = text.Words[i];
        if (!word.IsName || word.Is("'s") || words.NotNames.Contains(word.Lower))
            return false;

        if (!Opens(i, sentence) && !IsTitleCase(sentence.Index))
            return true;

        if (capital.Contains(word.Lower))
            return true;

        return !lower.Contains(word.Lower)
            && i + 1 < sentence.End
            && !IsTitleCase(sentence.Index)
            && ((text.Words[i + 1].IsName && !words.NotNames.Contains(text.Words[i + 1].Lower)) || word.AllCaps);
    }

    private int RunEnd(int start, WordedSentence sentence)
    {
        if (!IsName(start, sentence))
            return start;

        var end = start + 1;
        var organisation = words.OrganisationWords.Contains(text.Words[start].Lower);
        while (end < sentence.End)
        {
            var next = Continues(end, sentence, organisation);
            if (next == 0)
                break;

            end += next;
            organisation |= words.OrganisationWords.Contains(text.Words[end - 1].Lower);
        }

        return end;
    }

    // How many words at this index belong to the run: a capitalised word, or a particle or "of the" before one.
    private int Continues(int at, WordedSentence sentence, bool organisation)
    {
        if (IsName(at, sentence))
            return text.Words[at - 1].End == text.Words[at].Start && text.Words[at - 1].Kind != WordKind.Word ? 0 : 1;

        if (at + 1 >= sentence.End)
            return 0;

        if (words.Particles.Contains(text.Words[at].Lower) && IsName(at + 1, sentence))
            return 2;

        if (!organisation || !(text.Words[at].Is("of") || text.Words[at].Is("for")))
            return text.Words[at].Is("&") && IsName(at + 1, sentence) ? 2 : 0;

        if (text.Words[at + 1].Is("the") && at + 2 < sentence.End && IsName(at + 2, sentence))
            return 3;

        return IsName(at + 1, sentence) ? 2 : 0;
    }
}
