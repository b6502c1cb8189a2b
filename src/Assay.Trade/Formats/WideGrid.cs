using Assay.Trade.Codes;

namespace Assay.Trade.Formats;

/// <summary>
/// Turns a sheet with months as columns into long rows. Above the row of months may stand lines such as <c>FLOW | | EXPORT</c> that hold
/// for the whole sheet; to the left of the months stand the columns that name each row. Empty cells and ":" are not reported and yield no
/// row.
/// </summary>
/// <param name="dimension">The standard name (reporter, partner, flow, product, indicator) of a label in the sheet, or null.</param>
internal sealed class WideGrid(Func<string, string?> dimension)
{
    /// <summary>The standard dimensions in the order in which <see cref="Read"/> yields them, followed by period and value.</summary>
    public static readonly IReadOnlyList<string> Dimensions = ["reporter", "partner", "flow", "product", "indicator"];

    /// <summary>Cells that were not reported, so far.</summary>
    public long Missing { get; private set; }

    /// <summary>The date in a line "Data extracted on 21/01/2023", where there was one.</summary>
    public DateOnly? Extracted { get; private set; }

    /// <summary>Long rows: the five dimensions (null where the sheet does not say), period as text, value as text.</summary>
    public IEnumerable<string?[]> Read(IEnumerable<IReadOnlyList<string>> rows)
    {
        var fixedValues = new string?[Dimensions.Count];
        int[]? periods = null;
        IReadOnlyList<string> head = [];
        int[]? keys = null;
        foreach (var row in rows)
        {
            if (periods is null)
            {
                periods = Periods(row);
                head = row;
                keys = periods is null ? null : Keys(row, periods[0]);
                ReadAbove(row, fixedValues);
            }
            else if (keys is null)
                keys = Keys(row, periods[0]);
            else if (row.Count > 0 && row[0].Length > 0 && row.Count > periods[0])
            {
                foreach (var cell in Cells(row, head, periods, keys, fixedValues))
                    yield return cell;
            }
        }
    }

    private IEnumerable<string?[]> Cells(
        IReadOnlyList<string> row,
        IReadOnlyList<string> head,
        int[] periods,
        int[] keys,
        string?[] fixedValues
    )
    {
        foreach (var column in periods)
        {
            var value = column < row.Count ? row[column].Trim() : "";
            if (value.Length == 0 || value[0] == ':')
            {
                Missing++;
                continue;
            }

            var cell = new string?[Dimensions.Count + 2];
            for (var d = 0; d < Dimensions.Count; d++)
                cell[d] = keys[d] >= 0 ? row[keys[d]] : fixedValues[d];

            cell[^2] = head[column];
            cell[^1] = value;
            yield return cell;
        }
    }

    private void ReadAbove(IReadOnlyList<string> row, string?[] fixedValues)
    {
        if (row.Count == 0)
            return;

        const string Marker = "Data extracted on ";
        if (
            row[0].StartsWith(Marker, StringComparison.Ordinal)
            && row[0].Length >= Marker.Length + 10
            && DateOnly.TryParseExact(
                row[0].AsSpan(Marker.Length, 10),
                "dd/MM/yyyy",
                null,
                System.Globalization.DateTimeStyles.None,
                out var date
            )
        )
            Extracted = date;

        if (dimension(row[0]) is { } name && Dimensions.ToList().IndexOf(name) is >= 0 and var at)
            fixedValues[at] = row.Skip(1).FirstOrDefault(c => c.Length > 0) ?? fixedValues[at];
    }

    // The columns whose heads are periods: at least two, or one in a row that begins with TIME.
    private static int[]? Periods(IReadOnlyList<string> row)
    {
        var found = Enumerable.Range(0, row.Count).Where(i => PeriodText.Read(row[i]) is not null).ToArray();
        return found.Length >= 2 || (found.Length == 1 && row[0].StartsWith("TIME", StringComparison.OrdinalIgnoreCase)) ? found : null;
    }

    // Where each dimension stands to the left of the months; null where this row names none.
    private int[]? Keys(IReadOnlyList<string> row, int before)
    {
        var names = row.Take(before).Select(dimension).ToList();
        return names.Exists(n => n is not null && Dimensions.Contains(n)) ? [.. Dimensions.Select(d => names.IndexOf(d))] : null;
    }
}
