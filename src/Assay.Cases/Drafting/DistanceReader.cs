using System.Globalization;
using Assay.Cases.Accounts;
using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Cases.Drafting;

/// <summary>A distance claim as read: which places, and what is claimed of them.</summary>
/// <param name="Quote">The words.</param>
/// <param name="From">The place both distances are measured from.</param>
/// <param name="Far">The place said to be far.</param>
/// <param name="Near">The place compared with; null where the claim is in kilometres.</param>
/// <param name="Claimed">The claimed ratio, or kilometres.</param>
internal sealed record DistanceClaim(TextSpan Quote, PlaceMention From, PlaceMention Far, PlaceMention? Near, double Claimed);

/// <summary>
/// Reads comparisons of distance ("A is three times farther from B than C is") and plain distances ("A is 900 km from B").
/// </summary>
internal static class DistanceReader
{
    private static readonly Dictionary<string, double> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["twice"] = 2,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
    };

    /// <summary>The distance claims of a source, in the order of its text.</summary>
    public static IEnumerable<DistanceClaim> Read(SourceReading source)
    {
        foreach (var sentence in source.Sentences)
        {
            var places = source
                .PlacesAt.Inside(sentence.Span)
                .Select(i => source.Places[i])
                .Where(p => p.Settled is { IsLocated: true })
                .ToList();
            if (places.Count < 2)
                continue;
            var tokens = Tokenizer.Tokens(source.Text, sentence.Span);
            for (var i = 1; i < tokens.Count; i++)
                if (
                    (Ratio(source.Text, tokens, i) ?? Length(source.Text, tokens, i)) is { } found
                    && Make(source, places, tokens, i, found) is { } claim
                )
                    yield return claim;
        }
    }

    /// <summary>A distance in the shape of the account.</summary>
    public static DistanceItem Draft(SourceReading source, DistanceClaim claim, LedgerDrafter ledger, DraftIds ids) =>
        new()
        {
            Id = ids.Of("d", source, claim.Quote, claim.Far.Name),
            From = ledger.PlaceId(source, claim.From),
            Far = ledger.PlaceId(source, claim.Far),
            Near = claim.Near is null ? null : ledger.PlaceId(source, claim.Near),
            Claimed = claim.Claimed,
            Quote = source.Anchor(claim.Quote),
            Voice = LedgerDrafter.Chain(source.Voices.VoiceAt(claim.Quote.Start).Chain),
        };

    private static (double Value, bool IsRatio)? Ratio(string text, List<Token> tokens, int i)
    {
        if (
            !(
                tokens[i].Is(text, "farther")
                || tokens[i].Is(text, "further")
                || tokens[i].Is(text, "far")
                || tokens[i].Is(text, "distance")
                || tokens[i].Is(text, "closer")
            )
        )
            return null;
        for (var back = i - 1; back >= Math.Max(0, i - 4); back--)
        {
            if (tokens[back].Is(text, "twice"))
                return (2, true);
            if (tokens[back].Is(text, "times") && back > 0 && Number(text, tokens[back - 1]) is { } n)
                return (n, true);
        }

        return null;
    }

    private static (double Value, bool IsRatio)? Length(string text, List<Token> tokens, int i)
    {
        if (Number(text, tokens[i - 1]) is not { } n || i + 1 >= tokens.Count)
            return null;
        var unit = text[tokens[i].Span.Start..tokens[i].Span.End].ToLowerInvariant() switch
        {
            "km" or "kilometres" or "kilometers" or "kilometre" or "kilometer" => 1.0,
            "miles" or "mile" => 1.609344,
            _ => 0,
        };
        var away = Enumerable.Range(i + 1, Math.Min(6, tokens.Count - i - 1)).Any(j => tokens[j].Is(text, "from"));
        return unit > 0 && away ? (n * unit, false) : null;
    }

    private static double? Number(string text, Token token)
    {
        var word = token.Of(text).ToString();
        if (Numbers.TryGetValue(word, out var known))
            return known;
        return
            token.Kind == TokenKind.Number
            && double.TryParse(word.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var n)
            ? n
            : null;
    }

    // "A is N times farther from B than C (is)": A before the words, B after "from", C after "than".
    private static DistanceClaim? Make(
        SourceReading source,
        List<PlaceMention> places,
        List<Token> tokens,
        int at,
        (double Value, bool IsRatio) found
    )
    {
        var text = source.Text;
        var position = tokens[at].Span.Start;
        var far = places.LastOrDefault(p => p.Span.End <= position);
        var from = After(text, tokens, places, at, "from");
        if (far is null || from is null || from == far)
            return null;
        var near = found.IsRatio ? After(text, tokens, places, at, "than") ?? After(text, tokens, places, at, "to") : null;
        if (found.IsRatio && (near is null || Geodesic.Kilometres(near.Candidates[0], from.Candidates[0]) < 1))
            return null; // two names of one place
        var end = Math.Max(from.Span.End, near?.Span.End ?? 0);
        return new DistanceClaim(new TextSpan(far.Span.Start, end), from, far, near, found.Value);
    }

    private static PlaceMention? After(string text, List<Token> tokens, List<PlaceMention> places, int at, string word)
    {
        for (var i = at; i < tokens.Count; i++)
            if (tokens[i].Is(text, word))
                return places.FirstOrDefault(p => p.Span.Start >= tokens[i].Span.End && p.Span.Start - tokens[i].Span.End < 24);
        return null;
    }
}
