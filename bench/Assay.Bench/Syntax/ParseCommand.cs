using System.Globalization;
using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Syntax.Patterns;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;

namespace Assay.Bench.Syntax;

/// <summary>Prints the trees of a text and the patterns that match in them, for who writes patterns.</summary>
internal static class ParseCommand
{
    public static int Run(string[] args)
    {
        var attribution = PatternFiles.Set(args, "en.attribution") ?? PatternSet.Attribution;
        var relations = PatternFiles.Set(args, "en.relations") ?? PatternSet.Relations;
        args = args is ["--patterns", _, .. var rest] ? rest : args;
        var text = args.Length > 0 ? string.Join(' ', args) : Console.In.ReadToEnd();
        foreach (var sentence in SentenceSplitter.Split(text, new TextSpan(0, text.Length)))
        foreach (var tree in SyntaxParser.English.Parse(text, sentence.Span))
        {
            foreach (var token in tree.Tokens)
                Console.WriteLine(Line(tree, token));
            foreach (var match in attribution.Match(tree).Concat(relations.Match(tree)))
                Console.WriteLine("  " + Match(text, match));
            Console.WriteLine();
        }
        return 0;
    }

    private static string Line(SyntaxTree tree, SyntaxToken token) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{token.Form}\t{token.Lemma}\t{token.Upos}\t{token.Tag}\t{token.Relation}\t{(token.Head < 0 ? "" : tree[token.Head].Form)}\t{token.Margin:0.0}"
        );

    private static string Match(string text, PatternMatch match) =>
        $"{match.Pattern}: "
        + string.Join("; ", match.Captures.Select(c => $"{c.Key} = {string.Join(" / ", c.Value.Select(s => s.Of(text)))}"));
}
