using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Voices;

namespace Assay.Reading.Places;

/// <summary>
/// Statements of the zone of a record that a heading names, or that is the account itself: "Log kept in Pacific Standard Time." above the
/// heading "Log, Thursday 9 March", "The police record is in Finnish time." of a page headed "LAPLAND POLICE DEPARTMENT".
/// </summary>
internal static partial class ZonesOfHeads
{
    /// <summary>What a statement says of the entries right below a heading that names its record, or of what who writes tells.</summary>
    /// <param name="layer">The text and its blocks.</param>
    /// <param name="said">The statement.</param>
    public static IEnumerable<ZoneStatement> Of(TextLayer layer, ZoneStatement said)
    {
        if (said is not { Keeper: { Count: > 0 } keeper, Part: null } || !keeper.Any(KeeperReader.IsRecordNoun))
            return [];
        var owners = keeper.Where(w => !KeeperReader.IsRecordNoun(w)).ToList();
        if (owners.Count > 0)
            return IsOfHead(layer, owners) ? [Bare(said) with { IsOwn = true, IsOfRecords = true }] : [];
        return layer
            .Blocks.Index()
            .Where(b => b.Item.Kind == BlockKind.Heading && Names(b.Item.Span.Of(layer.Text), keeper))
            .Select(b => Entries(layer, b.Index))
            .OfType<TextSpan>()
            .Select(part => Bare(said) with { Part = part });
    }

    private static ZoneStatement Bare(ZoneStatement said) => new(said.Span, said.Zone, null, new HashSet<string>());

    private static TextSpan? Entries(TextLayer layer, int heading)
    {
        var entries = layer.Blocks.Skip(heading + 1).TakeWhile(b => b.Kind == BlockKind.ListItem).ToList();
        return entries.Count == 0 ? null : new TextSpan(entries[0].Span.Start, entries[^1].Span.End);
    }

    // "Log, Thursday 9 March", "Control log (extract)": what stands before a mark ends with the record.
    private static bool Names(string heading, IReadOnlySet<string> record)
    {
        var name = Mark().Split(heading, 2)[0].Trim().ToLowerInvariant();
        return record.Contains(name[(name.LastIndexOf(' ') + 1)..]);
    }

    [GeneratedRegex(@"[,:;(–—-]")]
    private static partial Regex Mark();

    // A line in capitals above the text names who keeps it.
    private static bool IsOfHead(TextLayer layer, List<string> owners) =>
        layer
            .Blocks.TakeWhile(b => b.Kind != BlockKind.Paragraph)
            .Select(b => b.Span.Of(layer.Text))
            .Where(line => !line.Any(char.IsLower))
            .Select(ZoneStatements.Content)
            .Any(line => owners.TrueForAll(line.Contains));
}
