using Assay.Ground.Outcomes;
using Assay.Trade.Lists;

namespace Assay.Cases.Books;

/// <summary>What a user names goods by: a list that ships, a CSV, or codes written out.</summary>
internal static class Goods
{
    private const string Total = "TOTAL";
    private const int ShortestCode = 2;
    private const int LongestCode = 10;
    private const int LongestNamed = 4000;

    /// <summary>The codes that a name of goods stands for, each once.</summary>
    /// <param name="named">Name of a list, path of a CSV, <c>TOTAL</c>, or codes with commas.</param>
    /// <returns>The codes, or the error where there is no such list or it cannot be read.</returns>
    public static Result<IReadOnlyList<string>> Codes(string named)
    {
        var written = named.Split(',');
        if (named == Total || written.All(c => c.Length >= ShortestCode && c.All(char.IsAsciiDigit)))
            return written;
        var loaded = ListCatalogue.Load(named);
        return loaded.Succeeded ? loaded.Value.Entries.Select(e => e.Code).Distinct().ToList() : loaded.Error;
    }

    /// <summary>True where goods are named by a list that ships or by codes, and not by a path.</summary>
    public static bool AreNamed(string named) =>
        ListCatalogue.Names.Contains(named, StringComparer.Ordinal)
        || named.Length <= LongestNamed
            && named.Split(',').All(c => c.Length is >= ShortestCode and <= LongestCode && c.All(char.IsAsciiDigit));

    /// <summary>
    /// The first period in which the goods of a list were restricted throughout, as the list says; for a list without a date, and for
    /// codes
    /// written out, as the standard list says.
    /// </summary>
    /// <param name="named">As for <see cref="Codes"/>.</param>
    /// <param name="frequency">M or A.</param>
    /// <returns>yyyymm, or yyyy00 where the frequency is A.</returns>
    public static int RestrictedSince(string named, char frequency)
    {
        var month = Since(named) ?? Since(BookOptions.StandardList) ?? 0;
        return frequency == 'A' ? month / 100 * 100 : month;
    }

    /// <summary>The codes of every list that ships.</summary>
    public static IReadOnlyList<string> Held { get; } =
    [.. ListCatalogue.Names.SelectMany(n => ListCatalogue.Load(n).Value.Entries).Select(e => e.Code).Distinct(StringComparer.Ordinal)];

    /// <summary>The first period in which a list says that its goods were restricted; null where it does not say, and for codes written
    /// out.</summary>
    /// <param name="named">As for <see cref="Codes"/>.</param>
    /// <param name="frequency">M or A.</param>
    public static int? InForce(string named, char frequency) =>
        Since(named) is { } month ? (frequency == 'A' ? month / 100 * 100 : month) : null;

    private static int? Since(string named) => ListCatalogue.Load(named) is { Succeeded: true } list ? list.Value.Since : null;
}
