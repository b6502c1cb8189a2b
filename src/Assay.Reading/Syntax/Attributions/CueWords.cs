using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Patterns;
using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Syntax.Attributions;

/// <summary>The words that say that something is said: with how it is said, and where it is said and when where that ends the
/// sentence.</summary>
internal static class CueWords
{
    /// <summary>Where the cue of a match stands.</summary>
    /// <param name="match">The match.</param>
    /// <param name="content">What is said.</param>
    public static IReadOnlyList<TextSpan> Of(PatternMatch match, IReadOnlyList<TextSpan> content)
    {
        var (tree, says) = (match.Tree, match.Nodes["cue"]);
        var cue = match.Spans("cue");
        if (cue.Count == 0 || tree[says].Upos != "VERB")
            return cue;
        var tokens = cue.SelectMany(s => Enumerable.Range(tree.IndexAt(s.Start), tree.IndexAt(s.End - 1) - tree.IndexAt(s.Start) + 1))
            .Concat(tree.Children(says, "advmod").Where(a => tree.Subtree(a).Last < says && Reaches(tree, a, says)))
            .Concat(content.All(c => c.End <= cue[^1].Start) ? Adjuncts(tree, says) : [])
            .Distinct()
            .Order()
            .ToList();
        return Runs(tree, tokens);
    }

    // Nothing but what belongs to the verb stands between.
    private static bool Reaches(SyntaxTree tree, int adverb, int verb) =>
        Enumerable
            .Range(adverb, verb - adverb)
            .All(i => tree[i].Head == verb && tree[i].Kind is "advmod" or "aux" || tree.IsUnder(i, adverb));

    // "She said on Friday in a letter": what follows without a mark.
    private static IEnumerable<int> Adjuncts(SyntaxTree tree, int verb)
    {
        var end = verb + 1;
        foreach (var child in tree.Children(verb).Where(c => c > verb))
            if (tree.Subtree(child).First == end && tree[child].Kind is "obl" or "advmod")
                end = tree.Subtree(child).Last + 1;
            else
                break;
        return Enumerable.Range(verb, end - verb);
    }

    private static List<TextSpan> Runs(SyntaxTree tree, List<int> tokens)
    {
        var runs = new List<TextSpan>();
        for (var i = 0; i < tokens.Count; i++)
            if (i > 0 && tokens[i] == tokens[i - 1] + 1)
                runs[^1] = new TextSpan(runs[^1].Start, tree[tokens[i]].Span.End);
            else
                runs.Add(tree[tokens[i]].Span);
        return runs;
    }
}
