using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>The words by which a text tells a time from a record, from <c>Voices/Data/en.keepers.txt</c>.</summary>
internal sealed class KeeperWords
{
    private static readonly Lazy<KeeperWords> Shared = new(() => new KeeperWords());

    private KeeperWords()
    {
        var words = ReadingFiles.Words("Voices.Data.en.keepers.txt");
        (Records, Parts, Again, Own) = (words.Set("records"), words.Set("parts"), words.Set("again"), words.Set("own"));
        (Beginning, Keeping, Being) = (words.Set("beginning"), words.Set("keeping"), words.Set("being"));
        (Ending, Turning, Linking) = (words.Set("ending"), words.Set("turning"), words.Set("linking"));
        (Noting, Passive, Objects) = (words.Set("noting"), words.Set("passive"), words.Set("objects"));
        Entering = words.Set("entering");
        Telling = words.Set("telling");
        TellerColumns = words.Set("teller-columns");
        (Leading, Saying) = (Phrases(words.Entries("leading")), Phrases(words.Entries("saying")));
    }

    /// <summary>What somebody may have done: "it", "them".</summary>
    public HashSet<string> Objects { get; }

    /// <summary>English.</summary>
    public static KeeperWords English => Shared.Value;

    public HashSet<string> Records { get; }

    public HashSet<string> Parts { get; }

    public HashSet<string> Again { get; }

    public HashSet<string> Own { get; }

    public HashSet<string> Beginning { get; }

    public HashSet<string> Keeping { get; }

    public HashSet<string> Being { get; }

    public HashSet<string> Ending { get; }

    public HashSet<string> Turning { get; }

    public HashSet<string> Linking { get; }

    public HashSet<string> Noting { get; }

    public HashSet<string> Passive { get; }

    public HashSet<string> Telling { get; }

    public HashSet<string> Entering { get; }

    public HashSet<string> TellerColumns { get; }

    public IReadOnlyList<string[]> Leading { get; }

    public IReadOnlyList<string[]> Saying { get; }

    private static List<string[]> Phrases(IReadOnlyList<string> entries) =>
        [.. entries.Select(e => e.Split(' ')).OrderByDescending(e => e.Length)];
}
