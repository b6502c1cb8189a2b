using System.Globalization;
using Assay.Trade.Lake;
using Assay.Trade.Sql;

namespace Assay.Trade.Lists;

/// <summary>A code of a list that does not exist in a year's nomenclature as the lake shows it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Year">The year.</param>
/// <param name="Problem">What is wrong, in words.</param>
public sealed record ListProblem(string Code, int Year, string Problem);

/// <summary>Checks a list against the codes that were in use in a year.</summary>
public static class ListProblems
{
    /// <summary>
    /// The list's codes under which nobody traded in the year although their heading (HS4) was in use: they are not in that year's
    /// nomenclature,
    /// or nobody traded in them. Codes whose heading is not in the lake at all are not judged.
    /// </summary>
    public static IReadOnlyList<ListProblem> In(RestrictedList list, TradeLake lake, int year)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(lake);
        var used = Used(lake, year);
        var headings = used.Where(c => c.Length >= 4).Select(c => c[..4]).ToHashSet(StringComparer.Ordinal);
        var prefixes = used.SelectMany(c => Enumerable.Range(2, c.Length - 1).Select(n => c[..n])).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. list
                .Entries.Select(e => e.Code)
                .Distinct(StringComparer.Ordinal)
                .Where(c => c.Length >= 6 && headings.Contains(c[..4]) && !prefixes.Contains(c))
                .Where(c => used.Any(u => u.Length >= c.Length && u.StartsWith(c[..4], StringComparison.Ordinal)))
                .Select(c => new ListProblem(
                    c,
                    year,
                    $"{c} does not occur in {year.ToString(CultureInfo.InvariantCulture)}, though other codes of heading {c[..4]} do."
                )),
        ];
    }

    private static HashSet<string> Used(TradeLake lake, int year)
    {
        using var command = lake.Connection.CreateCommand();
        command.CommandText = SqlText.Load("Lists.used-codes.sql", ("year", SqlText.Number(year)));
        using var reader = command.ExecuteReader();
        var used = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
            used.Add(reader.GetString(0));

        return used;
    }
}
