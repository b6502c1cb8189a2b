using Assay.Cases.Report;

namespace Assay.Cases.Casework;

/// <summary>What an event tells that another source may tell too.</summary>
/// <param name="Event">The event.</param>
/// <param name="Sources">Ids of the sources that tell of it.</param>
/// <param name="Words">Its words by their stems, without those of its time.</param>
/// <param name="Names">The words that are names.</param>
/// <param name="Numbers">The words with numbers in them.</param>
internal sealed record ToldEvent(
    EventEntry Event,
    HashSet<string> Sources,
    Dictionary<string, string> Words,
    HashSet<string> Names,
    HashSet<string> Numbers
)
{
    private const int ShortestWord = 4;
    private const int Stem = 6;

    /// <summary>What an event of a report tells.</summary>
    public static ToldEvent Of(EventEntry made)
    {
        var quotes = made.Mentions.Prepend(made.Quote).ToList();
        var tokens = made.Quote.Exact.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);
        var words = tokens.Where(t => t.Length >= ShortestWord && t.All(char.IsLetter)).ToList();
        var times = made.Time.Words?.Split(Breaks, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        return new ToldEvent(
            made,
            [.. quotes.Select(q => q.Source)],
            words.Where(w => !times.Contains(w)).DistinctBy(Root).ToDictionary(Root, w => w, StringComparer.Ordinal),
            [.. words.Where(w => char.IsUpper(w[0]) && !times.Contains(w) && !IsFirst(w, made)).Select(w => w.ToUpperInvariant())],
            [.. tokens.Where(t => t.Any(char.IsDigit) && !times.Contains(t) && !t.Contains(':', StringComparison.Ordinal))]
        );
    }

    private static readonly char[] Breaks = [.. " \n\r\t,.;()“”\"'’!?—–"];

    private static string Root(string word) =>
        word.ToUpperInvariant() is { Length: > Stem } longer ? longer[..Stem] : word.ToUpperInvariant();

    // A word that begins the sentence is no name for its capital alone.
    private static bool IsFirst(string word, EventEntry made) =>
        made.Quote.Exact.StartsWith(word, StringComparison.Ordinal) && made.Quote.Prefix.TrimEnd() is "" or [.., '.' or '\n' or '!' or '?'];
}
