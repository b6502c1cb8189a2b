using System.Collections.Frozen;
using System.Globalization;
using Assay.Ground.Anchors;
using Assay.Ground.DataFiles;
using Assay.Reading.Text;

namespace Assay.Reading.Places;

/// <summary>Resolves names to places: countries, regions, cities. Several candidates stay several. Loads its tables on first use;
/// thread-safe.</summary>
public static class Gazetteer
{
    private const int MostWords = 5;
    private const long WellKnown = 300_000;
    private const long Known = 100_000;
    private static readonly Lazy<FrozenDictionary<string, PlaceCandidate[]>> Regions = new(ReadRegions);
    private static readonly Lazy<FrozenSet<string>> NotPlaces = new(() =>
        ReadingFiles.Words("Places.Data.en.notplaces.txt").Words("words", StringComparer.Ordinal)
    );

    private static readonly Lazy<FrozenSet<string>> Persons = new(() =>
        ReadingFiles.Words("Places.Data.en.notplaces.txt").Words("persons", StringComparer.Ordinal)
    );
    private static readonly Lazy<FrozenSet<string>> Bearings = new(() =>
        ReadingFiles.Words("Places.Data.en.notplaces.txt").Words("bearings", StringComparer.Ordinal)
    );
    private static readonly Lazy<FrozenSet<string>> Articles = new(() =>
        ReadingFiles.Words("Places.Data.en.notplaces.txt").Words("article", StringComparer.OrdinalIgnoreCase)
    );
    private const long Great = 1_000_000;
    private static readonly Lazy<FrozenSet<string>> Prepositions = new(() =>
        ReadingFiles.Words("Places.Data.en.notplaces.txt").Words("prepositions", StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>True for a name that is a word of the language first of all: "August".</summary>
    /// <param name="name">The name.</param>
    public static bool IsWord(string name) => NotPlaces.Value.Contains(PlaceNames.Fold(name));

    /// <summary>Every place of a name, likeliest first: countries, regions, cities called so (capitals first) by population. Marks are
    /// ignored.</summary>
    /// <param name="name">The name, such as "Aarhus" or "Kiev".</param>
    public static IReadOnlyList<PlaceCandidate> Find(string name)
    {
        var folded = PlaceNames.Fold(name);
        if (folded.Length == 0)
            return [];
        var found = new List<PlaceCandidate>();
        if (CountryNames.Shared.Named(name) is { } country)
            found.Add(CountryPlaces.Place(country));
        if (Regions.Value.TryGetValue(folded, out var regions))
            found.AddRange(regions);
        found.AddRange(
            CalledSo(folded)
                .OrderByDescending(c => IsCalled(c, folded))
                .ThenByDescending(c => c.IsCapital)
                .ThenByDescending(c => c.Population)
        );
        return found;
    }

    // A city that only bears the name by the side yields to one of its country that is called so.
    private static IEnumerable<PlaceCandidate> CalledSo(string folded)
    {
        var found = CityTable
            .Shared.Find(folded)
            .GroupBy(c => c.Country)
            .SelectMany(g => g.Any(c => IsCalled(c, folded)) ? g.Where(c => IsCalled(c, folded)) : g)
            .ToList();
        // Broken Hill is in Australia, though a town of another country was once called so.
        return found.Exists(c => IsCalled(c, folded))
            ? found.Where(c => IsCalled(c, folded) || c.IsCapital || c.Population >= Great)
            : found;
    }

    // Up to a comma: "Washington, D.C.".
    private static bool IsCalled(PlaceCandidate city, string folded) => PlaceNames.Fold(city.Name.Split(',')[0]) == folded;

    /// <summary>
    /// The places named in a span. A name is taken where it is capitalised and not a common word; a longer name before a shorter one in it,
    /// and
    /// none in the name of a known organisation. Inside a run of other capitalised words (a person's name) only well-known places are
    /// taken.
    /// </summary>
    /// <param name="text">The text layer's text.</param>
    /// <param name="span">The part to scan, usually a sentence.</param>
    public static IEnumerable<PlaceMention> Scan(string text, TextSpan span) => Scan(text, span, FrozenSet<string>.Empty);

    /// <summary>
    /// The places named in the sentences of a text. A name of people that something is put in once ("the coastguard at Bari") is that town
    /// before a noun as well ("the Bari file").
    /// </summary>
    /// <param name="text">The text layer's text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    public static IReadOnlyList<PlaceMention> ScanAll(string text, IEnumerable<TextSpan> sentences)
    {
        var spans = sentences.ToList();
        var found = spans.SelectMany(s => Scan(text, s)).ToList();
        var towns = found
            .Where(m => Persons.Value.Contains(PlaceNames.Fold(m.Name)))
            .Select(m => m.Name)
            .ToFrozenSet(StringComparer.Ordinal);
        return towns.Count == 0 ? found : [.. spans.SelectMany(s => Scan(text, s, towns))];
    }

    private static IEnumerable<PlaceMention> Scan(string text, TextSpan span, FrozenSet<string> towns)
    {
        var tokens = Tokenizer.Tokens(text, span);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || !char.IsUpper(text[tokens[i].Span.Start]))
                continue;
            if (MentionAt(text, tokens, i, towns, out var used) is { } mention)
                yield return mention;
            i += Math.Max(used - 1, 0);
        }
    }

    private static PlaceMention? MentionAt(string text, List<Token> tokens, int i, FrozenSet<string> towns, out int used)
    {
        for (used = Math.Min(MostWords, tokens.Count - i); used > 0; used--)
        {
            var last = tokens[i + used - 1];
            if (last.Kind != TokenKind.Word || !IsCapital(text, last) || !Contiguous(text, tokens, i, used))
                continue;
            var span = new TextSpan(tokens[i].Span.Start, last.Span.End);
            if (span.End < text.Length && char.GetUnicodeCategory(text[span.End]) == UnicodeCategory.CurrencySymbol)
                continue; // US$25,000
            var words = span.Of(text);
            if (words.Length < 2 || words.Length <= 3 && !words.All(c => char.IsUpper(c) || c == '.'))
                continue;
            if (used > 1 && Seats.OfOrganisation(words) is not null)
                return null; // the White House is no place called so, nor Lloyd's of London a town
            var isInName = IsInsideName(text, tokens, i, used);
            var isPut = IsPut(text, tokens, i);
            var isTown =
                used == 1
                && Persons.Value.Contains(PlaceNames.Fold(words))
                && (isPut && !IsOwner(tokens, i) || towns.Contains(words) && IsAdjunct(text, tokens, i));
            var candidates = Candidates(words, used, isInName, isPut, isTown);
            if (candidates.Count > 0)
                return new PlaceMention(span, words, candidates) { IsInName = isInName };
        }
        return null;
    }

    // "Ivoire", "d'Ivoire".
    private static bool IsCapital(string text, Token word) =>
        char.IsUpper(text[word.Span.Start])
        || word.Span.Length > 3 && Tokenizer.IsApostrophe(text[word.Span.Start + 1]) && char.IsUpper(text[word.Span.Start + 2]);

    // "At Bari": a name that is more often something else is a town where something is put there.
    private static bool IsPut(string text, List<Token> tokens, int i) =>
        i > 0 && tokens[i - 1].Span.Of(text) is "in" or "at" or "near" && tokens[i].Span.Start - tokens[i - 1].Span.End == 1;

    // "In Ali's words".
    private static bool IsOwner(List<Token> tokens, int i) => i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Possessive;

    // "The Bari coastguard": an article before, a noun in small letters behind.
    private static bool IsAdjunct(string text, List<Token> tokens, int i) =>
        i > 0
        && Articles.Value.Contains(tokens[i - 1].Span.Of(text))
        && i + 1 < tokens.Count
        && tokens[i + 1].Kind == TokenKind.Word
        && char.IsLower(text[tokens[i + 1].Span.Start]);

    private static List<PlaceCandidate> Candidates(string words, int count, bool insideName, bool isPut, bool isTown)
    {
        var folded = PlaceNames.Fold(words);
        var found = Find(words);
        if (found.Count == 0)
            return [];
        var common = count == 1 && !isTown && (NotPlaces.Value.Contains(folded) || Persons.Value.Contains(folded));
        // Short capitals are countries or nothing: MI, LA, IN are rarely places where they stand in running text.
        if (words.Length <= 3)
            return
            [
                .. found.Where(c =>
                    c.Kind == PlaceKind.Country
                    && words
                        is not (
                            "IN"
                            or "IT"
                            or "IS"
                            or "AM"
                            or "AT"
                            or "NO"
                            or "SO"
                            or "TO"
                            or "ME"
                            or "MY"
                            or "BE"
                            or "BY"
                            or "DO"
                            or "PM"
                            or "TV"
                        )
                ),
            ];
        return
        [
            .. found.Where(c =>
                c.Kind switch
                {
                    PlaceKind.City => (!common || isPut && c.Population >= WellKnown)
                        && (!isTown || c.Population >= Known)
                        && (!insideName || c.IsCapital || c.Population >= WellKnown),
                    PlaceKind.Region => (!insideName || !common) && !Bearings.Value.Contains(folded),
                    _ => true,
                }
            ),
        ];
    }

    // Nothing but one space, a hyphen or a small joining word between the parts.
    private static bool Contiguous(string text, List<Token> tokens, int first, int count)
    {
        for (var k = first + 1; k < first + count; k++)
        {
            // "Cox's Bazar": the clitic belongs to the name.
            if (tokens[k].Kind == TokenKind.Possessive && k + 1 < first + count)
                continue;
            if (tokens[k].Kind != TokenKind.Word)
                return false;
            if (text.AsSpan(tokens[k - 1].Span.End, tokens[k].Span.Start - tokens[k - 1].Span.End) is not " ")
                return false;
        }
        return true;
    }

    // A capitalised word directly before, not at the head of the sentence, and no country or place itself: "Jack London".
    private static bool IsInsideName(string text, List<Token> tokens, int i, int used)
    {
        if (
            i > 0
            && tokens[i - 1].Kind == TokenKind.Word
            && char.IsUpper(text[tokens[i - 1].Span.Start])
            && tokens[i].Span.Start == tokens[i - 1].Span.End + 1
        )
            return CountryNames.Shared.OfDemonym(tokens[i - 1].Span.Of(text)).Count == 0 && i > 1;
        var after = i + used;
        var goesOn =
            after < tokens.Count
            && tokens[after].Kind == TokenKind.Word
            && char.IsUpper(text[tokens[after].Span.Start])
            && tokens[after].Span.Start == tokens[after - 1].Span.End + 1;
        return goesOn && (i == 0 || !Prepositions.Value.Contains(text.Substring(tokens[i - 1].Span.Start, tokens[i - 1].Span.Length)));
    }

    private static FrozenDictionary<string, PlaceCandidate[]> ReadRegions()
    {
        var regions = new List<(string Name, PlaceCandidate Place)>();
        foreach (var fields in ReadingFiles.Words("Places.Data.en.regions.txt").Rows("regions"))
        {
            var names = WordFile.Parts(fields[0]);
            var capital = CityTable.Shared.Find(PlaceNames.Fold(fields[2])).FirstOrDefault(c => c.Country == fields[1]);
            var place = new PlaceCandidate(
                names[0],
                PlaceKind.Region,
                fields[1],
                capital?.Latitude ?? double.NaN,
                capital?.Longitude ?? double.NaN,
                0,
                false,
                fields[3].Split(' ')
            );
            regions.AddRange(names.Select(n => (PlaceNames.Fold(n), place)));
        }
        return regions.GroupBy(r => r.Name, r => r.Place).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }
}
