using Assay.Ground.Anchors;
using Assay.Reading.Voices;

namespace Assay.Reading.Places;

/// <summary>
/// Statements of the zone of a record that are said of the entries of a list: "Our sheet is kept in Polish time. It shows this:", "The
/// hotline's log is in Italian time." and the list below it.
/// </summary>
internal static class ZonesOfLists
{
    /// <summary>What a statement says of the list below its block, or null.</summary>
    /// <param name="layer">The text and its blocks.</param>
    /// <param name="at">Index of the block of the statement.</param>
    /// <param name="said">The statement.</param>
    public static ZoneStatement? Of(TextLayer layer, int at, ZoneStatement said)
    {
        if (said.Keeper is null || !Introduces(layer, layer.Blocks[at].Span, said))
            return null;
        var entries = layer.Blocks.Skip(at + 1).TakeWhile(b => b.Kind == BlockKind.ListItem).ToList();
        return entries.Count == 0
            ? null
            : new ZoneStatement(said.Span, said.Zone, null, new HashSet<string>())
            {
                Part = new TextSpan(entries[0].Span.Start, entries[^1].Span.End),
            };
    }

    // "It shows this:", or what a record is kept in, said last before its entries.
    private static bool Introduces(TextLayer layer, TextSpan block, ZoneStatement said) =>
        block.Of(layer.Text).AsSpan().TrimEnd().EndsWith(":")
        || layer.Text.AsSpan(said.Span.End..block.End).IsWhiteSpace() && said.Keeper!.Any(KeeperReader.IsRecordNoun);
}
