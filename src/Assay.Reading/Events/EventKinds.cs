using System.Collections.Frozen;
using Assay.Ground.DataFiles;

namespace Assay.Reading.Events;

/// <summary>Which words may tell the same kind of event ("sank", "went down"), from <c>Events/Data/en.likes.txt</c>. Immutable.</summary>
internal sealed class EventKinds
{
    private static readonly Lazy<EventKinds> Shared = new(() => new EventKinds(ReadingFiles.Words("Events.Data.en.likes.txt")));
    private readonly FrozenDictionary<string, int[]> kinds;

    private EventKinds(WordFile words)
    {
        (Having, Noting, Ordinals) = (words.Set("having"), words.Set("noting"), words.Set("ordinals"));
        (Particles, Halting) = (words.Set("particles"), words.Set("halting"));
        States = words.Set("states");
        Numbered = words
            .Keyed("numbered")
            .SelectMany(o => o.Value.Select(number => (number, o.Key)))
            .ToFrozenDictionary(o => o.number, o => o.Key);
        (Stating, Scenes) = (words.Set("stating"), words.Set("scenes"));
        kinds = words["kinds"]
            .SelectMany((line, i) => line.Split(',', StringSplitOptions.TrimEntries).Select(word => (word, i)))
            .GroupBy(w => w.word, w => w.i)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray());
        Arriving = KindsOf(words.Set("arriving"));
        (Once, Often, Leaving) = (KindsOf(words.Set("once")), KindsOf(words.Set("often")), KindsOf(words.Set("leaving")));
    }

    /// <summary>The English kinds.</summary>
    public static EventKinds English => Shared.Value;

    /// <summary>Verbs whose object is what is recorded.</summary>
    public IReadOnlySet<string> Having { get; }

    /// <summary>Verbs that record what is an event.</summary>
    public IReadOnlySet<string> Noting { get; }

    /// <summary>Words that tell which of several is meant.</summary>
    public IReadOnlySet<string> Ordinals { get; }

    /// <summary>The ordinal of a number behind a noun: "first" of gate one.</summary>
    public IReadOnlyDictionary<string, string> Numbered { get; }

    /// <summary>Kinds of what happens to a thing once.</summary>
    public IReadOnlySet<int> Once { get; }

    /// <summary>Kinds of what is done often.</summary>
    public IReadOnlySet<int> Often { get; }

    /// <summary>Kinds of what takes something from where it is.</summary>
    public IReadOnlySet<int> Leaving { get; }

    /// <summary>Kinds of what brings something to a place.</summary>
    public IReadOnlySet<int> Arriving { get; }

    private HashSet<int> KindsOf(IEnumerable<string> words) => [.. words.SelectMany(w => kinds.GetValueOrDefault(w, []))];

    /// <summary>Particles that a noun may have of its verb: "off" of "take-off".</summary>
    public IReadOnlySet<string> Particles { get; }

    /// <summary>Verbs that say that something does no longer what it did: "stopped answering".</summary>
    public IReadOnlySet<string> Halting { get; }

    /// <summary>out, off: what a thing is that has failed or ended.</summary>
    public IReadOnlySet<string> States { get; }

    /// <summary>Verbs that say what something has come to: "declared over".</summary>
    public IReadOnlySet<string> Stating { get; }

    /// <summary>Words for the place where it happened: "on the spot".</summary>
    public IReadOnlySet<string> Scenes { get; }

    /// <summary>The kinds of a verb, with its particle where it has one, or of a noun.</summary>
    public int[] Of(string lemma, string? particle) =>
        particle is not null ? kinds.GetValueOrDefault($"{lemma} {particle}", []) : kinds.GetValueOrDefault(lemma, []);
}
