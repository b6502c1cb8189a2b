using System.Globalization;
using Tomlyn;
using Tomlyn.Model;

namespace Assay.Reading.Intake.Markdown;

/// <summary>Reads TOML as pairs of keys and values.</summary>
internal static class TomlPairs
{
    private const int MostBrackets = 40;
    private const string NameKey = "name";

    /// <summary>The pairs in order, as in <see cref="YamlPairs"/>; none where the text is broken.</summary>
    /// <param name="toml">The text.</param>
    public static List<KeyValuePair<string, string>> Of(string toml)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        // The library goes into itself at every bracket.
        if (toml.Split('\n').Any(l => l.Count(c => c is '[' or '{') > MostBrackets))
            return pairs;
        try
        {
            if (TomlSerializer.Deserialize<TomlTable>(toml) is { } table)
                Add("", table, pairs);
        }
        catch (TomlException)
        {
            // Broken front matter says nothing.
        }

        return pairs;
    }

    private static void Add(string key, object? value, List<KeyValuePair<string, string>> pairs)
    {
        switch (value)
        {
            case TomlTable table:
                foreach (var (name, inner) in table)
                    Add(name == NameKey && key.Length > 0 ? key : name, inner, pairs);
                break;
            case TomlArray items:
                foreach (var item in items)
                    Add(key, item, pairs);
                break;
            case TomlTableArray tables:
                foreach (var table in tables)
                    Add(key, table, pairs);
                break;
            case not null:
                pairs.Add(new(key, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
                break;
        }
    }
}
