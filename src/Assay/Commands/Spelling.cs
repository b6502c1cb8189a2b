namespace Assay.Commands;

/// <summary>Finds the word that a misspelt one was meant to be.</summary>
internal static class Spelling
{
    private const int MostSlips = 3;

    /// <summary>The known word nearest to the one written, or null where none is within three letters put in, left out or
    /// changed.</summary>
    public static string? Meant(string written, IEnumerable<string> known) =>
        known
            .Select(k => (Word: k, Slips: Slips(written, k)))
            .Where(k => k.Slips <= Math.Min(MostSlips, written.Length / 2))
            .OrderBy(k => k.Slips)
            .ThenBy(k => k.Word, StringComparer.Ordinal)
            .Select(k => k.Word)
            .FirstOrDefault();

    // Letters to put in, leave out or change to make one word the other.
    private static int Slips(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[b.Length];
    }
}
