using Assay.Reading.Intake.Page;

namespace Assay.Reading.Intake.Markdown;

/// <summary>Reads the plain part of YAML front matter: scalar keys, and authors as a scalar, a bracketed list or a dashed list.</summary>
internal static class FrontMatter
{
    /// <summary>The declared metadata.</summary>
    public static DeclaredMetadata Read(string yaml)
    {
        var values = Values(yaml);
        Declared? First(params string[] names) =>
            names
                .Where(values.ContainsKey)
                .Select(n => values[n].Count > 0 ? new Declared(values[n][0], $"front matter {n}") : null)
                .FirstOrDefault(d => d is not null);
        var author = Array.Find(["authors", "author", "byline", "by"], values.ContainsKey);
        return new DeclaredMetadata
        {
            Title = First("title", "headline"),
            Section = First("section", "category", "categories"),
            Published = First("published", "date", "publishdate", "pubdate", "datepublished"),
            Site = First("site", "publisher", "outlet", "publication", "site_name"),
            Language = First("lang", "language")?.Value,
            Authors = author is null
                ? []
                : values[author]
                    .SelectMany(a =>
                        Names
                            .Parts(a, new Assay.Ground.Anchors.TextSpan(0, a.Length))
                            .Select(p => new Declared(p.Of(a), $"front matter {author}"))
                    )
                    .ToList(),
        };
    }

    private static Dictionary<string, List<string>> Values(string yaml)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        List<string>? current = null;
        foreach (var raw in yaml.Split('\n'))
        {
            var line = raw.TrimEnd();
            if (line.Length == 0 || line[0] == '#' || line is "---" or "...")
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (!char.IsWhiteSpace(line[0]) && line[0] != '-' && colon > 0)
            {
                values[line[..colon].Trim()] = current = [];
                var value = line[(colon + 1)..].Trim();
                if (value.StartsWith('[') && value.EndsWith(']'))
                    current.AddRange(value[1..^1].Split(',').Select(Unquote).Where(v => v.Length > 0));
                else if (value.Length > 0)
                    current.Add(Unquote(value));
            }
            else if (line.TrimStart() is ['-', ' ', .. var item])
                current?.Add(Unquote(item.StartsWith("name:", StringComparison.Ordinal) ? item[5..] : item));
        }
        return values;
    }

    private static string Unquote(string value)
    {
        value = value.Trim();
        return value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;
    }
}
