using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Assay.Reading.Intake.Markdown;

/// <summary>Reads YAML as pairs of keys and values. It goes event by event, so that nothing nests in the calls.</summary>
internal static partial class YamlPairs
{
    private const int Deepest = 12;
    private const string NameKey = "name";

    /// <summary>The pairs in order: a value inside a mapping goes by its own key, an item of a list by the list's, and a name inside a
    /// mapping by the key of that mapping. What comes before a mistake is kept.</summary>
    /// <param name="yaml">The text.</param>
    public static List<KeyValuePair<string, string>> Of(string yaml)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        try
        {
            Read(new Parser(new StringReader(yaml)), pairs);
        }
        catch (YamlException)
        {
            // A mistake ends the reading: what was read before it stands, and lines that are plain for themselves.
            pairs.AddRange(Plain(yaml).Where(l => pairs.TrueForAll(p => p.Key != l.Key)).ToList());
        }

        return pairs;
    }

    // "title: Nobody knew: how it began": not YAML, but said plainly enough.
    private static IEnumerable<KeyValuePair<string, string>> Plain(string yaml) =>
        PlainLine().Matches(yaml).Select(m => KeyValuePair.Create(m.Groups[1].Value, m.Groups[2].Value.Trim().Trim('"', '\'')));

    [GeneratedRegex(@"^([A-Za-z_][\w-]*):[ \t]+(\S[^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex PlainLine();

    private static void Read(Parser parser, List<KeyValuePair<string, string>> pairs)
    {
        // For each open mapping or list: the key it stands under, and the key that waits for its value in it.
        var open = new Stack<(bool IsMapping, string Under, string? Key)>();
        while (parser.MoveNext() && open.Count < Deepest)
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    var under = open.Count == 0 ? "" : open.Peek().Key ?? open.Peek().Under;
                    open.Push((parser.Current is MappingStart, under, null));
                    break;
                case MappingEnd or SequenceEnd:
                    open.Pop();
                    Answered(open);
                    break;
                case Scalar scalar when open.Count > 0:
                    Take(open, scalar.Value, pairs);
                    break;
            }
        }
    }

    private static void Take(
        Stack<(bool IsMapping, string Under, string? Key)> open,
        string value,
        List<KeyValuePair<string, string>> pairs
    )
    {
        var (isMapping, under, key) = open.Peek();
        if (isMapping && key is null)
        {
            open.Pop();
            open.Push((true, under, value));
            return;
        }

        var name = isMapping && !(key == NameKey && under.Length > 0) ? key! : under;
        pairs.Add(new(name, value));
        Answered(open);
    }

    private static void Answered(Stack<(bool IsMapping, string Under, string? Key)> open)
    {
        if (open.Count == 0 || !open.Peek().IsMapping)
            return;
        var top = open.Pop();
        open.Push(top with { Key = null });
    }
}
