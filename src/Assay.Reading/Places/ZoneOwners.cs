using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Places;

/// <summary>Whose clocks a sentence says to be in a zone.</summary>
/// <param name="Subject">The words that say whose they are, clauses about them left out.</param>
/// <param name="Head">The word they are about, its lemma in small letters: "log", "they", "hour".</param>
/// <param name="Kept">What they keep in the zone, its lemma ("log" of "keeps its log in UTC"), or null.</param>
internal sealed record ZoneOwner(TextSpan Subject, string Head, string? Kept);

/// <summary>
/// Finds whose clocks a sentence says to be in a zone, by its tree: what is, keeps, shows or was set to the zone. Words:
/// <c>Places/Data/en.zonetalk.txt</c>.
/// </summary>
internal static class ZoneOwners
{
    private const int Apart = 30; // "in the trailer, or"
    private static readonly Ground.DataFiles.WordFile Words = ReadingFiles.Words("Places.Data.en.zonetalk.txt");
    private static readonly HashSet<string> Doubt = Words.Set("doubt");
    private static readonly HashSet<string> Showing = Words.Set("showing");
    private static readonly string[] Ways = ["in", "on", "to", "by", "with"];

    /// <summary>The owners of the zones that a sentence names apart from its clocks, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="zones">The zones it names.</param>
    public static IEnumerable<(ZoneMention Zone, ZoneOwner Owner)> In(string text, TextSpan sentence, IReadOnlyList<ZoneMention> zones)
    {
        if (zones.Count == 0)
            yield break;
        foreach (var tree in SyntaxParser.English.Parse(text, sentence))
        foreach (var zone in zones.Where(z => tree.Span.Contains(z.Span)))
            if (!IsAlternative(text, zone, zones) && Of(tree, zone.Span) is { } owner)
                yield return (zone, owner);
    }

    // "He keeps Page time in the trailer, or Nation time."
    private static bool IsAlternative(string text, ZoneMention zone, IReadOnlyList<ZoneMention> zones) =>
        zones.Any(z =>
        {
            var (first, second) = z.Span.Start < zone.Span.Start ? (z.Span, zone.Span) : (zone.Span, z.Span);
            return z != zone
                && second.Start - first.End is > 0 and < Apart
                && text[first.End..second.Start].Contains(" or ", StringComparison.Ordinal);
        });

    private static ZoneOwner? Of(SyntaxTree tree, TextSpan zone)
    {
        var (first, last) = (tree.IndexAt(zone.Start), tree.IndexAt(zone.End - 1));
        if (last >= tree.Tokens.Count)
            return null;
        var top = Enumerable.Range(first, last - first + 1).FirstOrDefault(i => tree[i].Head < first || tree[i].Head > last, -1);
        if (top < 0)
            return null;
        if (tree.Children(top, "cop").Any())
            return Owner(tree, top, top, first);
        var head = tree[top].Head;
        if (head < 0 || head > first)
            return null;
        // "Times from us are in ours and those from them in theirs": the second says its verb no more.
        var way = tree.Children(top, "case").Select(c => tree[c].Form.ToLowerInvariant()).FirstOrDefault();
        return tree[head].Upos switch
        {
            "VERB" or "ADJ" when way is not null && Ways.Contains(way) => Owner(tree, head, top, first),
            "VERB" when way is null && Showing.Contains(tree[head].Lemma) => Owner(tree, head, top, first),
            "NOUN" when way is "in" or "on" && tree[top].Kind is "nmod" => Noun(tree, head, top, first),
            _ => null,
        };
    }

    private static ZoneOwner? Noun(SyntaxTree tree, int noun, int zone, int first)
    {
        if (tree[noun] is { Kind: "obj", Head: >= 0 and var verb } && tree[verb].Upos == "VERB")
            return Owner(tree, verb, noun, first);
        return null;
    }

    private static ZoneOwner? Owner(SyntaxTree tree, int verb, int zone, int first)
    {
        var subject = SubjectOf(tree, verb) is >= 0 and var found ? found : BeforeCopula(tree, verb);
        if (subject < 0 || subject > first || IsDoubted(tree, verb, first))
            return null;
        var kept = tree.Children(verb, "obj").FirstOrDefault(o => o != zone && o < first, -1);
        if (tree[zone].Kind == "obj" && zone < first)
            kept = zone; // "stamps its bills in Saint-Pierre time", the zone hanging on the bills
        var span = Nominal(tree, subject);
        return new ZoneOwner(span, tree[subject].Lemma.ToLowerInvariant(), kept >= 0 ? tree[kept].Lemma.ToLowerInvariant() : null);
    }

    // "Her telephone being on Cairo time": the noun right before it.
    private static int BeforeCopula(SyntaxTree tree, int predicate) =>
        tree.Children(predicate, "cop").FirstOrDefault(-1) is > 0 and var cop && tree[cop - 1].Upos == "NOUN" ? cop - 1 : -1;

    private static int SubjectOf(SyntaxTree tree, int verb)
    {
        for (var (at, steps) = (verb, 0); at >= 0 && steps < 6; steps++)
        {
            var own = tree.Children(at, "nsubj").FirstOrDefault(-1);
            if (
                own >= 0
                && tree[own].Upos == "PRON"
                && tree[own].Tag is "WDT" or "WP"
                && tree[at] is { Kind: "acl", Head: >= 0 and var of }
            )
                return of;
            if (own >= 0)
                return own;
            if (tree[at] is { Kind: "acl", Head: >= 0 and var noun })
                return noun;
            // "Tracking data kept in UTC": what is kept is the object.
            if (
                tree[at] is { Kind: "xcomp", Head: >= 0 and var over }
                && tree.Children(over, "obj").FirstOrDefault(-1) is var thing and >= 0
            )
                return thing;
            if (tree[at].Kind is not ("conj" or "xcomp" or "advcl" or "ccomp"))
                return -1;
            at = tree[at].Head;
        }

        return -1;
    }

    // Whatever stands before the zone in its clause and takes it back, or says it of another case.
    private static bool IsDoubted(SyntaxTree tree, int verb, int zone)
    {
        for (var i = zone - 1; i >= 0 && tree[i].Form is not (";" or ":" or "(" or ")"); i--)
            if (Doubt.Contains(tree[i].Form.ToLowerInvariant()) && (i > 0 || tree[i].Form is not "Unless"))
                return true;
        return tree.Tokens[^1].Form == "?"
            || tree.Children(verb).Any(c => tree[c].Kind is "aux" && Doubt.Contains(tree[c].Form.ToLowerInvariant()))
            || tree.Children(verb).Any(c => c > verb && tree[c] is { Kind: "advcl" or "advmod" } child && IsCondition(tree, c, child));
    }

    // "Unless another is named" takes back nothing of the others.
    private static bool IsCondition(SyntaxTree tree, int child, SyntaxToken word) =>
        word.Kind == "advmod"
            ? Doubt.Contains(word.Form.ToLowerInvariant()) && word.Form.ToLowerInvariant() is not "not"
            : tree.Children(child, "mark").Any(m => tree[m].Form.ToLowerInvariant() is "if" or "when");

    // The subject with what belongs to it, without clauses about it and what is set beside it.
    private static TextSpan Nominal(SyntaxTree tree, int head)
    {
        var (first, last) = (head, head);
        void Take(int at)
        {
            foreach (var child in tree.Children(at))
            {
                if (tree[child].Relation is "acl:relcl" or "acl" or "appos" or "parataxis" or "punct" or "cop" or "case" && at == head)
                    continue;
                if (tree[child].Kind is "nsubj" or "advcl" or "aux" or "obl" or "advmod" or "cc" or "punct" or "mark")
                    continue;
                (first, last) = (Math.Min(first, child), Math.Max(last, child));
                Take(child);
            }
        }

        Take(head);
        return new TextSpan(tree[first].Span.Start, tree[last].Span.End);
    }
}
