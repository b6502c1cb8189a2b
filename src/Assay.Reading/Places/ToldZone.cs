using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Time;
using Assay.Reading.Voices;

namespace Assay.Reading.Places;

/// <summary>What it means for the clocks of a text that somebody or something is said to be in a zone.</summary>
internal static partial class ToldZone
{
    private const int MostWords = 8;
    private static readonly ReferringWords Referring = ReferringWords.English;
    private static readonly HashSet<string> AnyTimes = ReadingFiles.Words("Places.Data.en.zonetalk.txt").Set("any-times");

    /// <summary>The statement, or null where it says nothing of clocks: a country keeps its own time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="owner">Whose clocks are said to be in it.</param>
    /// <param name="before">The sentence before in its paragraph, or null.</param>
    public static ZoneStatement? Of(string text, TextSpan sentence, ZoneMention zone, ZoneOwner owner, TextSpan? before)
    {
        var words = owner.Subject.Of(text);
        var said = new ZoneStatement(sentence, zone, null, new HashSet<string>()) { Subject = owner.Subject };
        if (AnyTimes.Contains(owner.Head))
            return OfTimes(said, text, sentence, owner);
        if (First().IsMatch(words) && !words.Contains(' '))
            return said with { Subject = null, IsOwn = true };
        if (Referring.Persons.Contains(owner.Head))
            return said with
            {
                Keeper = new HashSet<string>(owner.Kept is { } watch ? [watch] : []),
                Heads = owner.Kept is { } head ? [head] : [],
            };
        if (Referring.Bodies.Contains(owner.Head))
            return Antecedent(text, sentence, owner.Subject.Start, before) is { } meant
                ? Kept(said, ZoneStatements.Content(meant), [])
                : null;
        if (IsPlace(words))
            return null;
        var keeper = ZoneStatements.Content(words);
        List<string> heads = [owner.Head];
        if (owner.Kept is { } kept)
        {
            keeper.Add(kept);
            heads.Add(kept);
        }

        return Kept(said, keeper, heads);
    }

    /// <summary>True for "from Venezuelan bodies", "from Burma", "given to me in the south" beside the country's own time.</summary>
    /// <param name="words">The words that limit the times.</param>
    /// <param name="zone">The zone they are said to be in.</param>
    public static bool IsOfCountry(string words, ZoneMention zone) =>
        zone.Place is { } place && From().Matches(words).Any(m => IsOf(m.Groups[1].Value, place));

    private static bool IsOf(string told, string place) => CountryOf(told) is { } a && CountryOf(place) is { } b && a == b;

    private static string? CountryOf(string word) => (Seats.OfDemonym(word) ?? Seats.OfGovernment(word))?.Name;

    // "Whatever comes from our own machines is Georgetown time", "those from Burma are Burmese".
    private static ZoneStatement? OfTimes(ZoneStatement said, string text, TextSpan sentence, ZoneOwner owner)
    {
        if (ZoneStatements.IsQuoted(text[sentence.Start..owner.Subject.Start]) || Theirs().IsMatch(owner.Subject.Of(text)))
            return null;
        var limits = text[owner.Subject.Start..Math.Max(owner.Subject.End, said.Zone.Span.Start)];
        if (IsOfCountry(limits, said.Zone))
            return said with { Subject = null, IsOfCountry = true };
        if (Mine().IsMatch(limits))
            return said with { Subject = null, IsOwn = true, IsOfRecords = true };
        return Whole().IsMatch(owner.Subject.Of(text)) && !From().IsMatch(limits) && sentence.Contains(owner.Subject)
            ? said with
            {
                Subject = null,
                IsOfSection = Section().IsMatch(limits),
            }
            : null;
    }

    private static ZoneStatement? Kept(ZoneStatement said, HashSet<string> keeper, List<string> heads) =>
        keeper.Count is > 0 and <= MostWords ? said with { Keeper = keeper, Heads = heads } : null;

    // "It is kept in UTC": the record named before, in the sentence or the one before it; else what the sentence before is about.
    private static string? Antecedent(string text, TextSpan sentence, int at, TextSpan? before)
    {
        var own = new KeeperReader(text, sentence).Records().LastOrDefault(r => r.Span.End <= at);
        if (own is not null)
            return own.Span.Of(text);
        if (before is not { } last)
            return null;
        var reader = new KeeperReader(text, last);
        return (reader.Records().LastOrDefault(r => !r.IsMeans)?.Span ?? reader.Subject() ?? last).Of(text);
    }

    /// <summary>True for the name of a place alone: that a country keeps a zone says nothing of whose clocks are told.</summary>
    public static bool IsPlace(string words) =>
        Bare().Replace(words, "") is var bare
        && bare.Length > 0
        && (CountryOf(bare) is not null || char.IsUpper(bare[0]) && Gazetteer.Find(bare).Count > 0);

    [GeneratedRegex(@"^(?:I|we|our|my)\b", RegexOptions.IgnoreCase)]
    private static partial Regex First();

    [GeneratedRegex(@"\b(?:our|my|I|we)\b")]
    private static partial Regex Mine();

    // "All his hours are Jamaican": those of one of them.
    [GeneratedRegex(@"\b(?:his|her|its|their)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Theirs();

    [GeneratedRegex(@"\bin this (?:part|section|chapter)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Section();

    [GeneratedRegex(@"\b(?:all|every|the|each|everything)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(?:from|of)\s(?:the\s)?(\p{L}[\p{L}’'-]*)")]
    private static partial Regex From();

    [GeneratedRegex(@"^(?:the|a|an)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();
}
