using System.Globalization;
using Assay.Trade.Import;
using Assay.Trade.Lake;

namespace Assay.Commands.Trade;

/// <summary>Tells in words what came of an import.</summary>
internal static class ImportText
{
    /// <summary>Writes one file's account.</summary>
    public static void Write(ImportReply reply, TextWriter output)
    {
        var file = reply.Provenance;
        if (reply.AlreadyThere)
        {
            output.WriteLine($"{file.OriginalName}: already in the lake since {file.ImportedAt}; nothing changed.");
            return;
        }

        output.WriteLine(
            $"{file.OriginalName}: {file.Format} ({file.Publisher}), extract of {file.ExtractDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} (from {file.ExtractDateFrom})"
        );
        output.WriteLine(
            $"  {Count(file.RowsIn)} rows in, {Count(file.RowsKept)} kept, {Count(file.RowsRefused)} refused, {Count(file.RowsLeftOut)} left out by rule"
        );
        Reasons("refused", file.Refused, output);
        Reasons("left out", file.LeftOut, output);
        Reasons("repaired", file.Repaired, output);
        foreach (var overlap in file.Overlaps)
        {
            output.WriteLine(
                $"  also in {overlap.WithName}: {Count(overlap.Cells)} cells, {Count(overlap.Differing)} differ "
                    + $"({overlap.ValueHere.ToString("N0", CultureInfo.InvariantCulture)} here, {overlap.ValueThere.ToString("N0", CultureInfo.InvariantCulture)} there); the {overlap.Used} extract is used"
            );
        }

        foreach (var note in file.Notes)
            output.WriteLine($"  note: {note}");
    }

    private static void Reasons(string what, IReadOnlyList<RowCount> counts, TextWriter output)
    {
        foreach (var count in counts)
        {
            output.WriteLine($"  {what}: {Count(count.Rows)} x {count.Reason}");
            if (what == "refused" && count.Examples.Count > 0)
                output.WriteLine($"    for example {count.Examples[0]}");
        }
    }

    private static string Count(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);
}
