using Assay.Reading.Text;

namespace Assay.Reading.Actors;

/// <summary>Finds outlets by the nouns beside their names: "news outlet X", "the X newspaper", "X, a news agency".</summary>
internal sealed class OutletReader(WordedText text, ActorWords words)
{
    /// <summary>Adds evidence for outlets to the names beside outlet nouns.</summary>
    public void Gather(List<NameRun> runs, Func<NameRun, NameEvidence> evidenceOf)
    {
        var byFirst = runs.ToDictionary(r => r.First);
        var byEnd = runs.GroupBy(r => r.End).ToDictionary(g => g.Key, g => g.First());
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var length = words.OutletNouns.Match(text.Words, i, sentence.End);
                if (length == 0)
                    continue;

                if (Named(i, i + length, sentence, byFirst, byEnd) is { } run)
                {
                    var evidence = evidenceOf(run);
                    evidence.Outlet += 7;
                    evidence.Country ??= CountryBefore(i, sentence, run);
                }

                i += length - 1;
            }
        }
    }

    private NameRun? Named(int noun, int end, WordedSentence sentence, Dictionary<int, NameRun> byFirst, Dictionary<int, NameRun> byEnd)
    {
        if (byFirst.TryGetValue(end, out var after) && (!text.Words[noun].Capital || noun == sentence.First))
            return after;

        if (text.LowerAt(end) is "," or "called" or "named" && byFirst.TryGetValue(end + 1, out after) && text.LowerAt(end) != ",")
            return after;

        var weak = end == noun + 1 && words.OutletWeak.Contains(text.Words[noun].Lower);
        if (byEnd.TryGetValue(noun, out var before) && (!weak || text.LowerAt(before.First - 1) is "the"))
            return before.First > sentence.First && text.LowerAt(before.First - 1) is "the" or "daily" or "weekly" ? before : null;

        return Appositive(noun, sentence, byEnd);
    }

    // "X, a news agency": a determiner, at most three words, and a comma after the name.
    private NameRun? Appositive(int noun, WordedSentence sentence, Dictionary<int, NameRun> byEnd)
    {
        for (var i = noun - 1; i > sentence.First && i > noun - 6; i--)
        {
            if (text.Words[i].Is("'s"))
                continue;

            if (text.Words[i].Is(","))
            {
                return byEnd.TryGetValue(i, out var run) && (words.Determiners.Contains(text.LowerAt(i + 1)) || text.LowerAt(i + 2) is "'s")
                    ? run
                    : null;
            }

            if (text.Words[i].Kind != WordKind.Word)
                return null;
        }

        return null;
    }

    private string? CountryBefore(int noun, WordedSentence sentence, NameRun run)
    {
        for (var i = noun - 1; i >= sentence.First && i > noun - 5; i--)
        {
            if (run.First <= i && i < run.End)
                return null;

            if (text.Words[i].IsName && !words.NotNames.Contains(text.Words[i].Lower))
                return text.Text(i, i + 1);

            if (text.Words[i].Kind != WordKind.Word)
                return null;
        }

        return null;
    }
}
