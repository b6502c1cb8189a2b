using Assay.Reading.Text;

namespace Assay.Reading.Actors;

/// <summary>Takes one common-noun actor: its name, kind, country word and range of words.</summary>
internal delegate void CommonActor(string name, ActorKind kind, string? country, int first, int end);

/// <summary>Finds governments ("the government of X", "X authorities", seats that stand for one) and groups ("X troops",
/// "witnesses").</summary>
internal sealed class GroupReader(WordedText text, ActorWords words)
{
    private readonly Dictionary<string, int> governments = new(StringComparer.Ordinal);
    private readonly List<(int First, int End)> bare = [];

    /// <summary>Reports every government and group outside the words already taken.</summary>
    public void Read(bool[] taken, CommonActor add)
    {
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var length = words.Metonyms.Match(text.Words, i, sentence.End);
                if (length > 0 && text.Words[i].Capital)
                {
                    add(text.Text(i, i + length), ActorKind.Government, null, i, i + length);
                    i += length - 1;
                }
                else if (!taken[i] && words.GovernmentNouns.Contains(text.Words[i].Lower))
                    Government(i, sentence, add);
                else if (!taken[i] && words.GroupNouns.Contains(text.Words[i].Lower))
                    Group(i, sentence, taken, add);
            }
        }

        // "the government" alone means the only one the text names; where it names several, it is left as it stands.
        var only = governments.Count == 1 ? governments.Keys.First() : "the government";
        foreach (var (first, end) in bare)
            add(only, ActorKind.Government, null, first, end);
    }

    private void Government(int noun, WordedSentence sentence, CommonActor add)
    {
        var first = Modifiers(noun, sentence);
        var country = Country(first, noun);
        var end = noun + 1;
        if (country is null && text.LowerAt(end) is "of" && end + 1 < sentence.End)
        {
            var at = text.Words[end + 1].Is("the") ? end + 2 : end + 1;
            var stop = at;
            while (stop < sentence.End && text.Words[stop].IsName && !text.Words[stop].Is("'s"))
                stop++;

            if (stop > at)
            {
                country = text.Text(at, stop);
                end = stop;
            }
        }

        if (country is not null)
        {
            var name = end > noun + 1 ? text.Text(noun, end) : text.Text(first, end);
            if (text.Words[noun].Is("government"))
                governments[name] = noun;

            add(name, ActorKind.Government, country, first, end);
        }
        else if (text.LowerAt(noun - 1) is "the" && text.Words[noun].Is("government"))
            bare.Add((noun - 1, end));
        else if (text.Words[noun].Is("authorities"))
            add("authorities", ActorKind.Government, null, first, end);
    }

    private void Group(int noun, WordedSentence sentence, bool[] taken, CommonActor add)
    {
        var first = Modifiers(noun, sentence);
        for (var i = first; i < noun; i++)
        {
            if (taken[i])
                first = i + 1;
        }

        if (text.LowerAt(first) == "'s")
            first++;

        if (
            noun == first
            && !(
                text.LowerAt(noun).EndsWith('s')
                || text.LowerAt(noun) is "police" or "troops" or "servicemen" or "gunmen" or "fishermen" or "media"
            )
        )
            return;

        var name = text.Text(first, noun + 1);
        if (
            !text.Words[first].IsName
            || words.GroupNouns.Contains(text.Words[first].Lower)
            || words.GroupModifiers.Contains(text.Words[first].Lower)
        )
            name = char.ToLowerInvariant(name[0]) + name[1..];

        add(name, ActorKind.Group, Country(first, noun), first, noun + 1);
    }

    private int Modifiers(int noun, WordedSentence sentence)
    {
        var first = noun;
        while (first > sentence.First && noun - first < 4)
        {
            var word = text.Words[first - 1];
            var name = word.IsName && !words.NotNames.Contains(word.Lower);
            if (!name && !words.GroupModifiers.Contains(word.Lower))
                break;

            first--;
        }

        return first;
    }

    private string? Country(int first, int noun)
    {
        for (var i = first; i < noun; i++)
        {
            if (text.Words[i].IsName && !text.Words[i].Is("'s") && !words.GroupModifiers.Contains(text.Words[i].Lower))
                return text.Text(i, i + 1);
        }

        return null;
    }
}
