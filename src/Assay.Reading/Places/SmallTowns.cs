using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Places;

/// <summary>
/// Finds the towns too small to be looked for everywhere: those of the countries a text is about that something is put in ("at Lubec"), or
/// that the words behind place in a region ("Lubec, Maine"). They say nothing of which countries it is about. Immutable.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="countries">ISO 3166-1 alpha-2 codes of the countries it is about; null for those anywhere.</param>
internal sealed class SmallTowns(string text, IReadOnlySet<string>? countries)
{
    private const long WellKnown = 300_000;
    private const int MostWords = 4;
    private static readonly PlaceCandidate Nowhere = new("", PlaceKind.City, "", double.NaN, double.NaN, 0, false, []);
    private readonly PlaceContext context = new(text);

    /// <summary>The towns of the text's countries that a name may be, with those cities that it may be.</summary>
    /// <param name="mention">The name and its cities.</param>
    public PlaceMention Wider(PlaceMention mention)
    {
        if (mention.Candidates[0].Kind != PlaceKind.City)
            return mention;
        var more = Called(mention.Name).ToList();
        return more.Count == 0 ? mention : mention with { Candidates = [.. mention.Candidates, .. more] };
    }

    /// <summary>The places named with the small towns among them, in the order of the text.</summary>
    /// <param name="sentences">The sentences, in order.</param>
    /// <param name="found">The places found, in the order of the text.</param>
    public IReadOnlyList<PlaceMention> Among(IReadOnlyList<TextSpan> sentences, IReadOnlyList<PlaceMention> found)
    {
        if (countries is { Count: 0 })
            return found;
        var taken = new SpanIndex<PlaceMention>(found.Select(m => (m.Span, m)));
        var towns = sentences.SelectMany(s => In(s, taken)).ToList();
        return towns.Count == 0 ? found : [.. found.Concat(towns).OrderBy(m => m.Span.Start)];
    }

    private IEnumerable<PlaceMention> In(TextSpan sentence, SpanIndex<PlaceMention> taken)
    {
        var tokens = Tokenizer.Tokens(text, sentence);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!IsCapital(tokens[i]) || i > 0 && IsCapital(tokens[i - 1]) && IsNext(tokens, i))
                continue;
            var last = i;
            while (last + 1 < tokens.Count && last - i + 1 < MostWords && IsCapital(tokens[last + 1]) && IsNext(tokens, last + 1))
                last++;
            if (At(new TextSpan(tokens[i].Span.Start, tokens[last].Span.End), taken) is { } town)
                yield return town;
        }
    }

    // The whole run of capitals is the name: "Bluff" is no town in "Bluff Harbour Board".
    private PlaceMention? At(TextSpan span, SpanIndex<PlaceMention> taken)
    {
        var name = span.Of(text);
        var mention = new PlaceMention(span, name, [Nowhere]);
        if (taken.Overlapping(span).Any())
            return null;
        var isQualified = taken.Overlapping(new TextSpan(span.End + 2, span.End + 3)).Any(next => context.IsQualifiedBy(mention, next));
        if (
            (name.Length < 4 || Gazetteer.IsWord(name)) && !isQualified
            || !isQualified && !context.IsLocated(mention)
            || context.IsOtherName(mention)
        )
            return null;
        var towns = Called(name).ToList();
        return towns.Count == 0 ? null : mention with { Candidates = towns, IsInName = context.IsStop(mention) };
    }

    private IEnumerable<PlaceCandidate> Called(string name) =>
        IsKnown(name) ? [] : CityTable.Towns.Find(PlaceNames.Fold(name)).Where(c => countries?.Contains(c.Country) != false);

    // "London time" is not that of a London somewhere in the countries of the text.
    private static bool IsKnown(string name) =>
        Gazetteer.Find(name).Any(c => c.Kind != PlaceKind.City || c.IsCapital || c.Population >= WellKnown);

    private bool IsCapital(Token token) => token.Kind == TokenKind.Word && char.IsUpper(text[token.Span.Start]);

    private bool IsNext(List<Token> tokens, int i) =>
        tokens[i].Span.Start == tokens[i - 1].Span.End + 1 && text[tokens[i - 1].Span.End] is ' ' or '-';
}
