using System.Collections.Frozen;
using Assay.Ground.DataFiles;

namespace Assay.Reading.Syntax.Patterns;

/// <summary>Builds one pattern line by line.</summary>
/// <param name="name">The name of the pattern.</param>
/// <param name="lists">Lists of lemmas by name.</param>
internal sealed class PatternBuilder(string name, WordFile lists)
{
    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
    private readonly List<PatternNode> nodes = [];
    private readonly List<PatternTake> takes = [];
    private readonly List<PatternCase> cases = [];
    private readonly HashSet<PatternTrait> traits = [];

    /// <summary>Adds a line: a node, a capture, a trait or a case.</summary>
    /// <exception cref="FormatException">The line is none of them.</exception>
    public void Add(string line)
    {
        if (line.StartsWith("take ", StringComparison.Ordinal))
            takes.Add(Take(line["take ".Length..]));
        else if (line.StartsWith("trait ", StringComparison.Ordinal))
            traits.Add(Parse<PatternTrait>(line["trait ".Length..]));
        else if (line.StartsWith("case: ", StringComparison.Ordinal))
            cases.Add(Case(line["case: ".Length..]));
        else
            nodes.Add(Node(line));
    }

    /// <summary>The pattern.</summary>
    public SyntaxPattern Built() =>
        nodes.Count > 0 && takes.Count > 0
            ? new SyntaxPattern(name, nodes, takes, traits, cases)
            : throw new InvalidOperationException($"The pattern [{name}] needs a node and a 'take'.");

    // source = phrase who, token what - clause
    private PatternTake Take(string line)
    {
        var (capture, parts) = Halves(line, '=');
        return new PatternTake(capture, [.. parts.Split(',', Tidy).Select(Part)]);
    }

    private PatternPart Part(string part)
    {
        var words = part.Split((char[]?)null, Tidy);
        var kind = Parse<TakeKind>(words[0]);
        var node = kind == TakeKind.Sentence ? 0 : Index(words.ElementAtOrDefault(1) ?? "");
        var without = words.SkipWhile(w => w != "-").Where(w => w != "-").Select(Index);
        return new PatternPart(kind, node, [.. without]);
    }

    // The mayor left, she said. => source = she; cue = said
    private static PatternCase Case(string line)
    {
        var arrow = line.IndexOf("=>", StringComparison.Ordinal);
        if (arrow < 0)
            throw new FormatException($"A case is 'sentence => capture = words; ...' or 'sentence => nothing', not '{line}'.");
        var captures = line[(arrow + 2)..].Trim();
        return new PatternCase(
            line[..arrow].Trim(),
            captures == "nothing"
                ? []
                : [.. captures.Split(';', Tidy).Select(c => Halves(c, '=')).Select(h => KeyValuePair.Create(h.Left, h.Right))]
        );
    }

    // ? who : cue > nsubj upos=NOUN|PROPN before=cue
    private PatternNode Node(string line)
    {
        var need = line[0] switch
        {
            '?' => PatternNeed.Optional,
            '!' => PatternNeed.Absent,
            _ => PatternNeed.Required,
        };
        var (node, rest) = Halves(need == PatternNeed.Required ? line : line[1..], ':');
        var words = rest.Split((char[]?)null, Tidy);
        if (nodes.Count == 0)
            return new PatternNode(node, need, PatternEdge.None, 0, [], [.. words.Select(Test)]);
        if (words.Length < 2)
            throw new FormatException($"The node '{node}' needs another node and an edge: '{node} : cue > nsubj'.");
        var relations = words.Skip(2).TakeWhile(w => !w.Contains('=', StringComparison.Ordinal)).ToList();
        return new PatternNode(
            node,
            need,
            Edge(words[1]),
            Index(words[0]),
            [.. relations.SelectMany(r => r.Split('|', Tidy)).Where(r => r != "*")],
            [.. words.Skip(2 + relations.Count).Select(Test)]
        );
    }

    private static PatternEdge Edge(string sign) =>
        sign switch
        {
            ">" => PatternEdge.Child,
            "<" => PatternEdge.Parent,
            ">>" => PatternEdge.Descendant,
            "<<" => PatternEdge.Ancestor,
            "$" => PatternEdge.Sister,
            "+" => PatternEdge.Next,
            _ => throw new FormatException($"An edge is one of > < >> << $ +, not '{sign}'."),
        };

    private TokenTest Test(string word)
    {
        var isDenied = word.Contains("!=", StringComparison.Ordinal);
        var (left, right) = Halves(word.Replace("!=", "=", StringComparison.Ordinal), '=');
        var trait = Parse<TokenTrait>(left);
        var isOrder = trait is TokenTrait.Before or TokenTrait.After;
        return new TokenTest(trait, Values(isOrder ? "" : right), isOrder ? Index(right) : 0, isDenied);
    }

    private FrozenSet<string> Values(string values) =>
        values
            .Split('|', Tidy)
            .SelectMany(v => v[0] == '@' ? lists.Words(v[1..], StringComparer.OrdinalIgnoreCase) : [v])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private int Index(string node)
    {
        var index = nodes.FindIndex(n => n.Name == node);
        return index >= 0
            ? index
            : throw new FormatException($"There is no node '{node}' above; there are: {string.Join(", ", nodes.Select(n => n.Name))}.");
    }

    private static T Parse<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var value)
            ? value
            : throw new FormatException($"'{word}' is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");

    private static (string Left, string Right) Halves(string line, char sign)
    {
        var at = line.IndexOf(sign, StringComparison.Ordinal);
        return at > 0 ? (line[..at].Trim(), line[(at + 1)..].Trim()) : throw new FormatException($"'{line}' lacks its '{sign}'.");
    }
}
