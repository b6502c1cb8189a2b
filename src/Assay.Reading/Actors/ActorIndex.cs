using Assay.Reading.Text;

namespace Assay.Reading.Actors;

/// <summary>A mention of an actor as a range of words.</summary>
/// <param name="Actor">Index of the actor.</param>
/// <param name="First">Index of its first word, offices before the name included.</param>
/// <param name="End">One past its last word.</param>
internal readonly record struct ActorMention(int Actor, int First, int End);

/// <summary>The actors of a text, found by word.</summary>
internal sealed class ActorIndex
{
    private readonly int[] owner;

    public ActorIndex(WordedText text, IReadOnlyList<Actor> actors, List<ActorMention> mentions)
    {
        (Actors, Mentions) = (actors, mentions);
        owner = new int[text.Words.Count];
        for (var m = 0; m < mentions.Count; m++)
        {
            for (var i = mentions[m].First; i < mentions[m].End; i++)
                owner[i] = m + 1;
        }
    }

    /// <summary>The actors, in the order of first mention.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>All mentions in the order of the text.</summary>
    public List<ActorMention> Mentions { get; }

    /// <summary>The mention that covers a word, or null.</summary>
    public ActorMention? At(int word) => word >= 0 && word < owner.Length && owner[word] > 0 ? Mentions[owner[word] - 1] : null;

    /// <summary>The actor of a mention.</summary>
    public Actor Of(ActorMention mention) => Actors[mention.Actor];
}
