using System.Collections.Frozen;

namespace Assay.Ground.DataFiles;

/// <summary>
/// A file of words that a linguist can read: sections named <c>[so]</c>, comments from # at the beginning of a line or after a blank. What
/// a
/// section's lines are is for its reader to say: lines, words, entries with commas, keyed entries, rows. Immutable.
/// </summary>
public sealed class WordFile
{
    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
    private readonly string file;
    private readonly Dictionary<string, List<string>> sections = new(StringComparer.Ordinal);

    /// <summary>Reads the lines of a file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="lines">Its lines.</param>
    /// <exception cref="InvalidOperationException">Something stands before the first section.</exception>
    public WordFile(string file, IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        this.file = file;
        List<string>? current = null;
        foreach (var line in lines.Select(Uncommented).Where(l => l.Length > 0))
        {
            if (line[0] == '[' && line[^1] == ']')
                current = Begun(line[1..^1]);
            else
                (current ?? throw new InvalidOperationException($"{file}: '{line}' stands before any [section].")).Add(line);
        }
    }

    /// <summary>Names of the sections, in the order of the file.</summary>
    public IEnumerable<string> Sections => sections.Keys;

    /// <summary>The lines of a section, trimmed, in the order of the file.</summary>
    /// <exception cref="InvalidOperationException">There is no such section: the file is broken.</exception>
    public IReadOnlyList<string> this[string section] =>
        sections.TryGetValue(section, out var lines)
            ? lines
            : throw new InvalidOperationException($"{file} has no section [{section}]; it has {string.Join(", ", sections.Keys)}.");

    /// <summary>The words of a section, parted by white space.</summary>
    public FrozenSet<string> Words(string section, StringComparer comparer) =>
        this[section].SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(comparer);

    /// <summary>The entries of a section, parted by commas and line ends, in the order of the file; keyed ones left out. An entry may hold
    /// several
    /// words.</summary>
    public IReadOnlyList<string> Entries(string section) =>
        [.. this[section].Where(line => !IsKeyed(line)).SelectMany(line => line.Split(',', Tidy))];

    /// <summary>The entries of a section as a set; exact letters.</summary>
    public HashSet<string> Set(string section) => new(Entries(section), StringComparer.Ordinal);

    /// <summary>The entries <c>key = a, b</c> of a section, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, string[]>> Keyed(string section) =>
        [
            .. this[section]
                .Where(IsKeyed)
                .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
                .Select(pair => new KeyValuePair<string, string[]>(pair[0], pair[1].Split(',', Tidy))),
        ];

    /// <summary>The rows of a section: fields parted by bars.</summary>
    public IEnumerable<string[]> Rows(string section) => this[section].Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    /// <summary>The parts of a field, parted by semicolons.</summary>
    public static string[] Parts(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Split(';', Tidy);
    }

    private static bool IsKeyed(string line) => line.IndexOf('=', StringComparison.Ordinal) > 0;

    private static string Uncommented(string line)
    {
        var hash = line.IndexOf('#', StringComparison.Ordinal);
        while (hash > 0 && !char.IsWhiteSpace(line[hash - 1]))
            hash = line.IndexOf('#', hash + 1);
        return (hash < 0 ? line : line[..hash]).Trim();
    }

    private List<string> Begun(string section)
    {
        if (!sections.TryGetValue(section, out var lines))
            sections[section] = lines = [];
        return lines;
    }
}
