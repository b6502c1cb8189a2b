using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Routes;

/// <summary>
/// Reads allegations that trade goes past sanctions through a third country: a sentence that speaks of getting round sanctions, or of
/// sending goods on
/// where sanctions are spoken of, and that tells both whom it is for and through which country. One that does not tell both alleges no
/// route that customs
/// books could show. Words: <c>Routes/Data/en.routes.txt</c>.
/// </summary>
public static class RouteReader
{
    private const int Near = 8;
    private const int Before = 4;
    private const int Clearly = 2;
    private const int MostGoods = 4;

    /// <summary>The allegations of a text, in its order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="places">Its places.</param>
    /// <param name="times">Its time expressions.</param>
    public static IEnumerable<RouteMention> Read(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<PlaceMention> places,
        IReadOnlyList<TimeExpression> times
    )
    {
        var words = RouteLexicon.English;
        if (!words.Measures.Any(m => text.Contains(m[0], StringComparison.OrdinalIgnoreCase)))
            yield break;
        var (index, when) = (
            new SpanIndex<PlaceMention>(places.Select(p => (p.Span, p))),
            new SpanIndex<TimeExpression>(times.Select(t => (t.Span, t)))
        );
        var isSpokenOf = false; // of sanctions, in the sentence before
        foreach (var sentence in sentences)
        {
            var cut = new RouteTokens(text, sentence.Span, index);
            var measures = cut.Find(words.Measures).ToList();
            if (Alleges(cut, measures, isSpokenOf, words) && Route(sentence.Span, cut, measures, places, when, words) is { } route)
                yield return route;
            isSpokenOf = measures.Count > 0;
        }
    }

    private static bool Alleges(RouteTokens sentence, List<(int Start, int End)> measures, bool isSpokenOf, RouteLexicon words)
    {
        if (sentence.Words.Any(w => words.Denials.Contains(w.Lower)) || sentence.Words is [.., { Lower: "?" }])
            return false;
        var evades = sentence.Find(words.Evading).Any(e => measures.Exists(m => Math.Abs(m.Start - e.Start) <= Near));
        var isTrade = !sentence.Words.Any(w => words.NoTrade.Contains(w.Lower));
        return evades || isTrade && (measures.Count > 0 || isSpokenOf) && sentence.Find(words.Rerouting).Any();
    }

    private static RouteMention? Route(
        TextSpan quote,
        RouteTokens sentence,
        List<(int Start, int End)> measures,
        IReadOnlyList<PlaceMention> places,
        SpanIndex<TimeExpression> when,
        RouteLexicon words
    )
    {
        var helped = sentence
            .Find(words.Helping)
            .Select(h => (h.Start, To: First(sentence, h.End, words)))
            .FirstOrDefault(h => h.To is not null);
        var to = helped.To ?? Against(sentence, measures, words) ?? Bound(sentence, words) ?? Evader(sentence, words);
        if (to is null)
            return null;
        var through = Named(sentence, words, helped.To is null ? null : helped.Start).Where(c => c != to).Distinct().ToList();
        var evidence = Evidence.Stated;
        if (through.Count == 0 && HasStandIn(sentence, words) && Main(places, to) is { } main)
            (through, evidence) = ([main], Evidence.Read);
        if (through.Count == 0)
            return null;
        var after = sentence
            .Find(words.Since)
            .Where(s => s.End < sentence.Words.Count)
            .Select(s => sentence.Words[s.End].Span.Start)
            .ToHashSet();
        var since = when.Inside(quote).FirstOrDefault(t => t.Type == TimexType.Date && after.Contains(t.Span.Start));
        return new RouteMention(quote, through, to, [], Goods(sentence, words), since, evidence);
    }

    private static string? First(RouteTokens sentence, int at, RouteLexicon words) =>
        sentence.CountriesFrom(at, words.Fillers).FirstOrDefault();

    // "Sanctions against Russia".
    private static string? Against(RouteTokens sentence, List<(int Start, int End)> measures, RouteLexicon words) =>
        sentence
            .Find(words.Against)
            .Where(a => measures.Exists(m => m.End == a.Start))
            .Select(a => First(sentence, a.End, words))
            .FirstOrDefault(c => c is not null);

    // "On to Russia".
    private static string? Bound(RouteTokens sentence, RouteLexicon words) =>
        sentence.Find(words.To).Select(t => First(sentence, t.End, words)).FirstOrDefault(c => c is not null);

    // "Russian firms dodge sanctions"; not where the country is what is gone through.
    private static string? Evader(RouteTokens sentence, RouteLexicon words) =>
        sentence
            .Find(words.Evading)
            .Select(e => sentence.CountryBefore(e.Start, Before))
            .FirstOrDefault(c => c is not null && !Named(sentence, words, null).Contains(c));

    // What stands after "via", before "as a hub", and who helps.
    private static IEnumerable<string> Named(RouteTokens sentence, RouteLexicon words, int? helps) =>
        sentence
            .Find(words.Through)
            .SelectMany(t => sentence.CountriesFrom(t.End, words.Fillers))
            .Concat(sentence.Find(words.Waypoint).Select(w => sentence.CountryBefore(w.Start, Before)).OfType<string>())
            .Concat(helps is { } verb && sentence.CountryBefore(verb, Before) is { } helper ? [helper] : []);

    // "Via his new satellite country in Central Asia".
    private static bool HasStandIn(RouteTokens sentence, RouteLexicon words) =>
        sentence
            .Find(words.Through)
            .Any(t => sentence.Words.Skip(t.End).Take(Before).TakeWhile(w => w.Country is null).Any(w => words.StandIns.Contains(w.Lower)));

    // The country a text is clearly about, besides the one the trade is for.
    private static string? Main(IReadOnlyList<PlaceMention> places, string to)
    {
        var counts = places
            .Select(p => p.Settled)
            .OfType<PlaceCandidate>()
            .Where(p => p.Country.Length > 0 && p.Country != to)
            .GroupBy(p => p.Country)
            .Select(g => (Country: g.Key, Times: g.Count()))
            .OrderByDescending(g => g.Times)
            .Take(2)
            .ToList();
        return counts.Count > 0 && (counts.Count == 1 || counts[0].Times >= counts[1].Times * Clearly) ? counts[0].Country : null;
    }

    // The words after the word of sending on: "re-exporting bearings and drones to ...".
    private static List<string> Goods(RouteTokens sentence, RouteLexicon words)
    {
        var sent = sentence.Find(words.Rerouting).Select(r => (int?)r.End).FirstOrDefault();
        if (sent is not { } at)
            return [];
        var named = sentence
            .Words.Skip(at)
            .Take(MostGoods)
            .TakeWhile(w => w.Country is null && char.IsLetter(w.Lower[0]) && !words.Through.Concat(words.To).Any(p => p[0] == w.Lower))
            .Select(w => w.Lower);
        return named.Where(w => !words.NoGoods.Contains(w) && !words.Fillers.Contains(w)).ToList();
    }
}
