using Assay.Reading.Text;

namespace Assay.Reading.Voices.Words;

/// <summary>
/// A readable word list embedded in the assembly: sections in square brackets, entries separated by commas or line breaks, comments after
/// <c>#</c>. An entry may hold several words. An entry <c>key = a, b</c> gives a key its own list.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, List<string>> sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KeyValuePair<string, string[]>>> keyed = new(StringComparer.Ordinal);

    private Lexicon()
    {
    }

    /// <summary>Loads an embedded word list such as <c>Voices.Data.en.voices.txt</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such resource: a mistake in the build.</exception>
    public static Lexicon Load(string resource)
    {
        using var reader = WordList.Open(resource);
        var lexicon = new Lexicon();
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            section = lexicon.Take(line, section);
        }

        return lexicon;
    }

    /// <summary>The entries of a section, in the order of the file.</summary>
    public IReadOnlyList<string> Section(string name) => sections.TryGetValue(name, out var found) ? found : [];

    /// <summary>The single-word entries of a section as a set.</summary>
    public HashSet<string> Set(string name) => new(Section(name), StringComparer.Ordinal);

    /// <summary>The entries of a section as phrases.</summary>
    public PhraseSet Phrases(string name) => new(Section(name));

    /// <summary>The <c>key = a, b</c> entries of a section.</summary>
    public IReadOnlyList<KeyValuePair<string, string[]>> Keyed(string name) => keyed.TryGetValue(name, out var found) ? found : [];

    private string Take(string line, string section)
    {
        var hash = line.IndexOf('#', StringComparison.Ordinal);
        var body = (hash < 0 ? line : line[..hash]).Trim();
        if (body.Length == 0)
        {
            return section;
        }

        if (body[0] == '[')
        {
            return body.Trim('[', ']').Trim();
        }

        var equals = body.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            Of(keyed, section).Add(new(body[..equals].Trim(), Entries(body[(equals + 1)..])));
        }
        else
        {
            Of(sections, section).AddRange(Entries(body));
        }

        return section;
    }

    private static string[] Entries(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<T> Of<T>(Dictionary<string, List<T>> map, string key)
    {
        if (!map.TryGetValue(key, out var list))
        {
            map[key] = list = [];
        }

        return list;
    }
}
