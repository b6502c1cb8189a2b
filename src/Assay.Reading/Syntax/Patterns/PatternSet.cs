using Assay.Reading.Syntax.Trees;

namespace Assay.Reading.Syntax.Patterns;

/// <summary>The patterns of a file, in its order. A token anchors at most one match: that of the first pattern that fits.
/// Immutable.</summary>
/// <param name="patterns">The patterns.</param>
internal sealed class PatternSet(IReadOnlyList<SyntaxPattern> patterns)
{
    private static readonly Lazy<PatternSet> EnglishAttribution = new(() => Shipped("en.attribution"));
    private static readonly Lazy<PatternSet> EnglishRelations = new(() => Shipped("en.relations"));
    private static readonly Lazy<PatternSet> EnglishForms = new(() => Shipped("en.forms"));

    /// <summary>Who said what, in English: captures source, cue, content.</summary>
    public static PatternSet Attribution => EnglishAttribution.Value;

    /// <summary>What stands in which time to what, in English: captures event, relation, argument, measure.</summary>
    public static PatternSet Relations => EnglishRelations.Value;

    /// <summary>Lengths of time between two events, in English: nodes begun, earlier, later, last, link.</summary>
    public static PatternSet Forms => EnglishForms.Value;

    /// <summary>The patterns.</summary>
    public IReadOnlyList<SyntaxPattern> Patterns => patterns;

    /// <summary>The matches in a tree, in the order of their anchors.</summary>
    public IReadOnlyList<PatternMatch> Match(SyntaxTree tree)
    {
        var matches = new List<PatternMatch>();
        for (var token = 0; token < tree.Tokens.Count; token++)
            if (First(tree, token) is { } match)
                matches.Add(match);
        return matches;
    }

    private PatternMatch? First(SyntaxTree tree, int token)
    {
        foreach (var pattern in patterns)
            if (pattern.Match(tree, token) is { } match)
                return match;
        return null;
    }

    private static PatternSet Shipped(string name)
    {
        var lists = ReadingFiles.Words("Syntax.Patterns.Data.en.lists.txt");
        return new PatternSet(PatternFile.Read(name, ReadingFiles.All.AllLines($"Syntax.Patterns.Data.{name}.patterns"), lists));
    }
}
