namespace Assay.Trade.Formats;

/// <summary>A file to import, unpacked as far as the reader needs, with its first lines.</summary>
/// <param name="Path">The file to read: the original, or what came out of its archive, text in UTF-8.</param>
/// <param name="OriginalName">Name of the file as given, without folders.</param>
/// <param name="Kind">text, json or xlsx.</param>
/// <param name="Head">The first lines of a text file; for others empty.</param>
/// <param name="Workspace">Folder for intermediate files; removed after the import.</param>
public sealed record FormatInput(string Path, string OriginalName, string Kind, IReadOnlyList<string> Head, string Workspace)
{
    /// <summary>The encoding the text was brought to UTF-8 from; null where it is UTF-8.</summary>
    public string? Encoding { get; init; }

    /// <summary>The field separator of a text file: the commonest of comma, semicolon and tab in its first lines.</summary>
    public char Delimiter { get; } = Separator(Head);

    /// <summary>The fields of the first line.</summary>
    public IReadOnlyList<string> Header { get; } = Head.Count == 0 ? [] : Fields(Head, Separator(Head));

    /// <summary>True where the file says that its figures are simulated.</summary>
    public bool Synthetic =>
        OriginalName.Contains("SYNTHETIC", StringComparison.OrdinalIgnoreCase)
        || Head.Any(l => l.Contains("SYNTHETIC", StringComparison.Ordinal));

    /// <summary>True where the first line has exactly these fields, whatever their case.</summary>
    public bool HasHeader(params ReadOnlySpan<string> names) => Header.Count == names.Length && Has(names);

    /// <summary>True where the first line has at least these fields, whatever their case.</summary>
    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!Header.Contains(name, StringComparer.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    /// <summary>The header's own spelling of a field, or null.</summary>
    public string? Field(string name) => Header.FirstOrDefault(h => h.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The header's own spelling of a field, whatever its case, blanks and underscores; or null.</summary>
    public string? Loosely(string name)
    {
        var folded = Fold(name);
        return Header.FirstOrDefault(h => Fold(h) == folded);
    }

    private static string Fold(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    // Some publishers end every row but the header with a separator: then there is one more column, without a name.
    private static string[] Fields(IReadOnlyList<string> head, char common)
    {
        var separator = common == '\t' ? common : Commonest(head[0]);
        var first = Split(head[0], separator);
        return
            head.Count > 1
            && Split(head[1], common == '\t' ? common : Commonest(head[1])) is { Length: > 1 } row
            && row.Length == first.Length + 1
            && row[^1].Length == 0
            ? [.. first, ""]
            : first;
    }

    private static string[] Split(string line, char delimiter)
    {
        var text = line.TrimStart('\uFEFF').TrimEnd('\r');
        string[] fields = delimiter == ',' ? Codes.DataText.SplitCsv(text) : text.Split(delimiter);
        return [.. fields.Select(f => f.Trim().Trim('"'))];
    }

    // A tab in every line parts fields, whatever else stands in them.
    private static char Separator(IReadOnlyList<string> head) =>
        head.Count == 0 ? ','
        : head.All(l => l.Contains('\t', StringComparison.Ordinal) || l.Length == 0) ? '\t'
        : Commonest(string.Concat(head));

    // What stands in quotes parts nothing.
    private static char Commonest(string line)
    {
        Span<int> counts = stackalloc int[Separators.Length];
        var quoted = false;
        foreach (var c in line)
        {
            quoted ^= c == '"';
            if (!quoted && Separators.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at)
                counts[at]++;
        }

        return counts.ContainsAnyExcept(0) ? Separators[counts.IndexOf(Most(counts))] : Separators.MaxBy(d => line.Count(c => c == d));
    }

    private static int Most(ReadOnlySpan<int> counts)
    {
        var most = 0;
        foreach (var count in counts)
            most = Math.Max(most, count);
        return most;
    }

    private const string Separators = ",;\t|";
}
