using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Reading.Routes;

/// <summary>A word of a sentence, a place or a word for the people of a country as one.</summary>
/// <param name="Lower">The word in lower case.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Country">ISO code of the country it names or belongs to; null where it is none.</param>
internal readonly record struct RouteWord(string Lower, TextSpan Span, string? Country);

/// <summary>A sentence as words and countries, in which phrases can be found.</summary>
internal sealed class RouteTokens
{
    private readonly List<RouteWord> words = [];

    /// <summary>Cuts a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The sentence.</param>
    /// <param name="places">The places of the text.</param>
    public RouteTokens(string text, TextSpan span, SpanIndex<PlaceMention> places)
    {
        var end = span.Start;
        foreach (var token in Tokenizer.Tokens(text, span))
        {
            if (token.Span.Start < end)
                continue;
            var place = places.Overlapping(token.Span).FirstOrDefault(p => p.Span.Start == token.Span.Start && Country(p) is not null);
            var word = place is null ? Word(text, token) : new RouteWord("", place.Span, Country(place));
            words.Add(word);
            end = word.Span.End;
        }
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<RouteWord> Words => words;

    /// <summary>The places where one of the phrases stands, as first word and one past the last.</summary>
    public IEnumerable<(int Start, int End)> Find(string[][] phrases)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var at = i;
            if (Array.Find(phrases, p => IsAt(p, at)) is { } found)
                yield return (i, i + found.Length);
        }
    }

    /// <summary>Countries named one after the other from a word on, words that may stand before a country left out.</summary>
    public IEnumerable<string> CountriesFrom(int at, HashSet<string> fillers)
    {
        for (; at < words.Count; at++)
        {
            if (words[at].Country is { } country)
                yield return country;
            else if (words[at].Lower != "," && !fillers.Contains(words[at].Lower))
                yield break;
        }
    }

    /// <summary>The country named at most so many words before a word, with no stop between; null where there is none.</summary>
    public string? CountryBefore(int at, int reach)
    {
        for (var i = at - 1; i >= Math.Max(0, at - reach); i--)
        {
            if (words[i].Country is { } country)
                return country;
            if (words[i].Lower.Length > 0 && !char.IsLetterOrDigit(words[i].Lower[0]))
                return null;
        }

        return null;
    }

    private static string? Named(string word) =>
        CountryNames.Shared.Named(word)?.Code ?? (CountryNames.Shared.OfDemonym(word) is [var country] ? country.Code : null);

    // Trade goes through countries: a name that a country has is that of the country.
    private static string? Country(PlaceMention place) => CountryNames.Shared.Named(place.Name)?.Code ?? place.Settled?.Country;

    private bool IsAt(string[] phrase, int at)
    {
        if (at + phrase.Length > words.Count)
            return false;
        for (var i = 0; i < phrase.Length; i++)
            if (words[at + i].Lower != phrase[i])
                return false;
        return true;
    }

    private static RouteWord Word(string text, Token token)
    {
        var word = token.Span.Of(text);
        var isNamed = token.Kind == TokenKind.Word && char.IsUpper(word[0]);
        return new RouteWord(word.ToLowerInvariant(), token.Span, isNamed ? Named(word) : null);
    }
}
