using System.Collections.Frozen;
using System.Reflection;

namespace Assay.Reading.Text;

/// <summary>
/// Reads the language files under <c>Data/</c>: sections named <c>[so]</c>, comments from <c>#</c> at the beginning of a line. A second
/// language is a second file.
/// </summary>
internal static class WordList
{
    /// <summary>Reads the sections of an embedded file as their lines, trimmed, comments and empty lines left out.</summary>
    /// <param name="resource">End of the resource's name, such as <c>Text.Data.en.sentences.txt</c>.</param>
    /// <exception cref="InvalidOperationException">There is no such resource: the build is broken.</exception>
    public static Dictionary<string, List<string>> Sections(string resource)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        using var reader = Open(resource);
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[' && line[^1] == ']') sections[line[1..^1]] = current = [];
            else (current ?? throw new InvalidOperationException($"{resource}: '{line}' stands before any [section].")).Add(line);
        }
        return sections;
    }

    /// <summary>Splits the lines of a section at white space into a set.</summary>
    public static FrozenSet<string> Words(IReadOnlyDictionary<string, List<string>> sections, string name, StringComparer comparer) =>
        sections[name].SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(comparer);

    /// <summary>Opens an embedded file as UTF-8 text.</summary>
    public static StreamReader Open(string resource) => new(OpenBytes(resource));

    /// <summary>Opens an embedded file.</summary>
    public static Stream OpenBytes(string resource)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceStream($"{assembly.GetName().Name}.{resource}")
            ?? throw new InvalidOperationException($"The build lacks the embedded file {resource}.");
    }
}
