using System.Text.RegularExpressions;

namespace Assay.Reading.Intake.Page;

/// <summary>
/// A table that is a list of what happened when: most of its rows have a clock in one column. Each row is one entry, "15:05 | rollout
/// begins",
/// as if it
/// stood in a list; a table of other things is laid out cell by cell.
/// </summary>
internal static partial class Timeline
{
    /// <summary>Why a block is an entry: the line of a list, whatever marks stand in it.</summary>
    public const string Reason = "row of a table of times";

    private const int FewestRows = 2;
    private const int MostRows = 2_000;
    private const int LongestCell = 1_000;

    /// <summary>The entries of a table, its heading first where it has one; null where it is no such list.</summary>
    /// <param name="rows">The words of its cells, row by row; empty cells included.</param>
    /// <param name="between">What stands between two cells, as in the source: words are quoted as they stand there.</param>
    public static IReadOnlyList<string>? Entries(IReadOnlyList<IReadOnlyList<string>> rows, string between)
    {
        var columns = rows.Select(r => r.Count).DefaultIfEmpty().Max();
        var clocked = Enumerable
            .Range(0, columns)
            .Select(c => IsMilitary(rows, c) ? rows.Count : rows.Count(r => IsClocked(r, c)))
            .DefaultIfEmpty()
            .Max();
        if (
            rows.Count is < FewestRows or > MostRows
            || clocked < FewestRows
            || clocked * 3 < (rows.Count - 1) * 2
            || rows.Any(r => r.Any(c => c.Length > LongestCell))
        )
            return null;
        return [.. rows.Select(r => string.Join(between, r.Where(c => c.Length > 0))).Where(e => e.Length > 0)];
    }

    /// <summary>The lines of preformatted text that is a log, most of them beginning with a clock; null where it is something
    /// else.</summary>
    /// <param name="words">The text with its line ends.</param>
    public static IReadOnlyList<string>? Entries(string words)
    {
        var lines = words.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        var clocked = lines.Count(l => Stamp().IsMatch(l));
        return lines.Count <= MostRows && clocked >= FewestRows && clocked * 3 >= (lines.Count - 1) * 2 ? lines : null;
    }

    // "1105Z  Alongside", "03:48 first call", "[10:22:04] link down".
    [GeneratedRegex(@"^\W{0,2}(?:\d{1,2}[:.h]\d{2}(?::\d{2})?|\d{4}\s?(?:Z|UTC|GMT|hrs|h)?)(?![\d.,:-])", RegexOptions.IgnoreCase)]
    private static partial Regex Stamp();

    private static bool IsClocked(IReadOnlyList<string> row, int column) =>
        row.Count > 1 && column < row.Count && Clock().IsMatch(row[column]);

    // "0412", "0419", "1215" below a head: figures of an hour and a minute throughout, of which one is neither a number nor a year.
    private static bool IsMilitary(IReadOnlyList<IReadOnlyList<string>> rows, int column) =>
        rows.Count > FewestRows
        && rows.Skip(1).All(r => column < r.Count && HourAndMinute().IsMatch(r[column]))
        && rows.Skip(1).Any(r => r[column][0] == '0');

    [GeneratedRegex(@"^(?:[01]\d|2[0-3])[0-5]\d$")]
    private static partial Regex HourAndMinute();

    // "15:05", "3.20 p.m.", "1 October, 03:35 UTC", "0312Z", "14:10: convoy enters the town".
    [GeneratedRegex(
        @"^.{0,20}?(?<!\d)(?:\d{1,2}[:.h]\d{2}|\d{1,2}\s?[ap]\.?m\b|\d{4}\s?(?:Z|UTC|GMT|h))(?!\d)(?:.{0,20}|\s?[A-Z]{0,4}[:,;–-]\s.*)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Clock();
}
