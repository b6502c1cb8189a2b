using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Places;

/// <summary>
/// The countries a text is about, and the places its names can mean in them. A text is about the countries it names, also by a word for
/// their people, that of its dateline, those of places that no other place rivals, and those in which several of its places agree. A name
/// of
/// a place anywhere else is not resolved: it is more often another thing of that name. Immutable.
/// </summary>
public sealed class Geography
{
    private const long WellKnown = 300_000;
    private const long Known = 100_000;
    private const long SmallCapital = 2_000;
    private const int Nickname = 4;
    private const int Agreeing = 2;
    private readonly HashSet<string> countries = new(StringComparer.Ordinal);

    private Geography(
        string text,
        IReadOnlyList<TextSpan> sentences,
        IReadOnlyList<PlaceMention> places,
        IEnumerable<string> about,
        PlaceMention? filed
    )
    {
        countries.UnionWith(about);
        var towns = new SmallTowns(text, countries);
        var known = places.Select(Within).OfType<PlaceMention>().Select(towns.Wider).ToList();
        var named = NearestPlaces.Of(Qualified(towns.Among(sentences, known), new PlaceContext(text)));
        Places = CountryClocks.Narrowed(named);
        Filed = filed is null ? null : CountryClocks.Narrowed(Within(filed), named);
    }

    /// <summary>The places named, each with the candidates in those countries alone, in the order of the text.</summary>
    public IReadOnlyList<PlaceMention> Places { get; }

    /// <summary>The place of the dateline, or null.</summary>
    public PlaceMention? Filed { get; }

    /// <summary>Reads the geography of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="mentions">The places that <see cref="Gazetteer.ScanAll"/> found in them, those in people's names left out.</param>
    /// <param name="dateline">The words of its dateline, or null.</param>
    public static Geography Of(string text, IReadOnlyList<TextSpan> sentences, IReadOnlyList<PlaceMention> mentions, string? dateline)
    {
        var context = new PlaceContext(text);
        var found = mentions.Where(m => !context.IsOtherName(m)).Select(m => context.IsStop(m) ? m with { IsInName = true } : m).ToList();
        Qualify(found, context);
        var located = found.Where(context.IsLocated).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        var named = found.Where(context.IsName).Select(m => m.Name).Concat(located).ToHashSet(StringComparer.Ordinal);
        var places = found.Where(m => named.Contains(m.Name) || IsNamedBySize(m) || m.Candidates[0].Kind != PlaceKind.City).ToList();
        var filed = dateline is null ? null : Gazetteer.Scan(dateline, new TextSpan(0, dateline.Length)).FirstOrDefault();
        var about = sentences
            .SelectMany(s => Demonyms(text, s))
            .Concat(Settled(places, located))
            .Concat(Agreed(places, located))
            .ToHashSet();
        if (filed?.Settled is { } home)
            about.Add(home.Country);
        if (about.Count == 0)
            about.UnionWith(
                Only([.. places.Where(m => !m.IsInName && located.Contains(m.Name)), .. new SmallTowns(text, null).Among(sentences, [])])
            );
        return new Geography(text, sentences, places, about, filed);
    }

    /// <summary>The place a name means in this text: in its countries, or anywhere where none of those has it; null where there is
    /// doubt.</summary>
    /// <param name="name">The name.</param>
    public PlaceCandidate? Find(string name)
    {
        if (Gazetteer.Find(name) is not { Count: > 0 } found)
            return null;
        var mention = new PlaceMention(new TextSpan(0, name.Length), name, found);
        return (Within(mention) ?? mention).Settled;
    }

    /// <summary>The place a name means in this text, where it is in one of the countries of the text or known the world over; else
    /// null.</summary>
    /// <param name="name">The name.</param>
    public PlaceCandidate? FindHere(string name)
    {
        if (Places.FirstOrDefault(p => p.Name == name)?.Settled is { } told)
            return told;
        if (Gazetteer.Find(name) is not { Count: > 0 } found)
            return null;
        var mention = new PlaceMention(new TextSpan(0, name.Length), name, found);
        return (Within(mention) ?? (found[0].Kind != PlaceKind.City || IsNamedBySize(mention) ? mention : null))?.Settled;
    }

    private PlaceMention? Within(PlaceMention mention)
    {
        var kept = mention.Candidates.Where(c => countries.Contains(c.Country)).ToList();
        return kept.Count == 0 ? null
            : kept.Count == mention.Candidates.Count ? mention
            : mention with { Candidates = kept };
    }

    // "Rome, New York": what the words say of one mention holds for every other of the name.
    private static void Qualify(List<PlaceMention> mentions, PlaceContext context)
    {
        var said = new Dictionary<string, PlaceMention>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            if (mentions[i].Candidates[0].Kind == PlaceKind.Country || !context.IsQualifiedBy(mentions[i], mentions[i + 1]))
                continue;
            var inside = mentions[i].Candidates.Where(c => mentions[i + 1].Candidates[0].Country == c.Country).ToList();
            if (inside.Count > 0)
                said.TryAdd(mentions[i].Name, mentions[i] with { Candidates = inside });
        }

        for (var i = 0; i < mentions.Count; i++)
            if (said.TryGetValue(mentions[i].Name, out var known))
                mentions[i] = mentions[i] with { Candidates = known.Candidates };
    }

    // "Casino, New South Wales, Australia": a town is in the region behind it, which says all that the country behind that says.
    private static List<PlaceMention> Qualified(IReadOnlyList<PlaceMention> places, PlaceContext context)
    {
        var kept = new List<PlaceMention>(places.Count);
        for (var i = 0; i < places.Count; i++)
        {
            var isLast = i + 1 == places.Count || !context.IsQualifiedBy(places[i], places[i + 1]);
            if (isLast || places[i + 1].Candidates[0] is not { Kind: PlaceKind.Region or PlaceKind.Country } around)
            {
                kept.Add(places[i]);
                continue;
            }

            var inside = places[i].Candidates.Where(c => c.Country == around.Country && c.Zones.Any(around.Zones.Contains)).ToList();
            if (inside.Count > 0)
                kept.Add(places[i] with { Candidates = inside });
            if (inside.Count > 0 && around.Kind == PlaceKind.Country && around.Zones.Count > 1)
                i++;
        }

        return kept;
    }

    // A name that is known the world over needs no word before it.
    private static bool IsNamedBySize(PlaceMention mention) =>
        mention.Candidates[0] is var first && (first.IsCapital || first.Population >= WellKnown);

    // Countries and regions that are named, and cities that no other country's rival.
    private static IEnumerable<string> Settled(List<PlaceMention> places, HashSet<string> located) =>
        places
            .Where(m =>
                !m.IsInName && m.Settled is { } place && (place.Kind != PlaceKind.City || IsUnrivalled(place, m, located.Contains(m.Name)))
            )
            .Select(m => m.Candidates[0].Country);

    private static bool IsUnrivalled(PlaceCandidate place, PlaceMention mention, bool isLocated)
    {
        // "Tana" is a river in Norway more often than it is Antananarivo, and few speak of the capital of a small island.
        var isOwnName = PlaceNames.Fold(place.Name) == PlaceNames.Fold(mention.Name);
        if (place.Population >= WellKnown || place.IsCapital && place.Population >= SmallCapital)
            return isOwnName || mention.Name.Length > Nickname;
        return isLocated && place.Population >= Known && isOwnName;
    }

    // Small places whose first candidates lie in one country vouch for one another.
    private static IEnumerable<string> Agreed(List<PlaceMention> places, HashSet<string> located) =>
        places
            .Where(m => !m.IsInName && located.Contains(m.Name))
            .DistinctBy(m => m.Name)
            .GroupBy(m => m.Candidates[0].Country)
            .Where(g => g.Count() >= Agreeing)
            .Select(g => g.Key);

    // Where nothing else tells: the one country of several towns that something is put in, each of them the only one of its name.
    private static IReadOnlyList<string> Only(IEnumerable<PlaceMention> places)
    {
        var told = places
            .Where(m => m.Name.Length > Nickname && m.Candidates.Count == 1)
            .DistinctBy(m => m.Name)
            .GroupBy(m => m.Candidates[0].Country)
            .ToList();
        return told is [var only] && (only.Count() >= Agreeing || only.Any(m => m.Name.Contains(' '))) ? [only.Key] : [];
    }

    private static IEnumerable<string> Demonyms(string text, TextSpan sentence) =>
        Tokenizer
            .Tokens(text, sentence)
            .Where(t => t.Kind == TokenKind.Word && char.IsUpper(text[t.Span.Start]))
            .Select(t => CountryNames.Shared.OfDemonym(t.Span.Of(text)) is [var one] ? one.Code : null)
            .OfType<string>();
}
