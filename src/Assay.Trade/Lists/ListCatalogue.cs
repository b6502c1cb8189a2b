using System.Globalization;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;

namespace Assay.Trade.Lists;

/// <summary>The lists that ship, and lists of the user's own from CSV.</summary>
/// <remarks>
/// A list is CSV with a header; <c>code</c> (or hs6, cn8, product) is required, <c>measure, tier, from, known_by, until, partial,
/// condition</c> may
/// follow in any order. Lines that begin with # before the header may give <c>title, source, as-of, since, complete, note</c>; since is the
/// first
/// month (2022-03) in which the goods were restricted throughout.
/// </remarks>
public static class ListCatalogue
{
    private const string Folder = "Lists.Data.";
    private static readonly string[] CodeColumns = ["code", "hs6", "cn8", "product", "hs_code"];

    /// <summary>Names of the lists that ship.</summary>
    public static IReadOnlyList<string> Names => [.. DataText.Names(Folder).Select(n => n[Folder.Length..^4])];

    /// <summary>A list that ships, by name, or one of the user's, by path.</summary>
    public static Result<RestrictedList> Load(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (Names.Contains(nameOrPath, StringComparer.OrdinalIgnoreCase))
            return Parse(nameOrPath.ToLowerInvariant(), DataText.All(Folder + nameOrPath.ToLowerInvariant() + ".csv"), nameOrPath);

        return File.Exists(nameOrPath)
            ? Parse(Path.GetFileNameWithoutExtension(nameOrPath), File.ReadLines(nameOrPath), nameOrPath)
            : new Error(
                ErrorKind.Input,
                $"There is no list '{nameOrPath}'.",
                $"Use one of {string.Join(", ", Names)}, or the path of a CSV file with a column 'code'."
            );
    }

    private static Result<RestrictedList> Parse(string name, IEnumerable<string> lines, string path)
    {
        var about = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var entries = new List<ListEntry>();
        Dictionary<string, int>? columns = null;
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.StartsWith('#') && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                about[line[1..colon].Trim()] = line[(colon + 1)..].Trim();
            else if (line.Length > 0 && columns is null)
            {
                columns = Columns(line);
                if (!columns.ContainsKey("code"))
                {
                    return new Error(
                        ErrorKind.Input,
                        $"The header '{line}' has no column of codes.",
                        "Name it 'code'.",
                        new Location(path, number)
                    );
                }
            }
            else if (line.Length > 0)
            {
                var entry = Entry(DataText.SplitCsv(line), columns!, new Location(path, number), about.GetValueOrDefault("title") ?? name);
                if (!entry.Succeeded)
                    return entry.Error;

                entries.Add(entry.Value);
            }
        }

        return entries.Count == 0
            ? new Error(ErrorKind.Input, "The list has no codes.", "Give at least one.", new Location(path))
            : new RestrictedList(
                name,
                about.GetValueOrDefault("title") ?? name,
                about.GetValueOrDefault("source") ?? "",
                Date(about.GetValueOrDefault("as-of")),
                about.GetValueOrDefault("complete") is null or "yes",
                about.GetValueOrDefault("note") ?? "",
                entries
            )
            {
                Since = Date(about.GetValueOrDefault("since") + "-01") is { } month ? (month.Year * 100) + month.Month : null,
            };
    }

    private static Result<ListEntry> Entry(string[] fields, Dictionary<string, int> columns, Location where, string title)
    {
        string Field(string column) => columns.TryGetValue(column, out var at) && at < fields.Length ? fields[at].Trim() : "";
        var code = Field("code").Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        if (code.Length is not (2 or 4 or 6 or 8) || !code.All(char.IsAsciiDigit))
        {
            return new Error(
                ErrorKind.Input,
                $"'{Field("code")}' is not a code of 2, 4, 6 or 8 digits.",
                code.Length is 5 or 7 ? "Perhaps it has lost its leading zero: put it back." : "Correct it.",
                where
            );
        }

        foreach (var column in (string[])["from", "known_by", "until"])
        {
            if (Field(column).Length > 0 && Date(Field(column)) is null)
                return new Error(ErrorKind.Input, $"'{Field(column)}' in column {column} is not a date.", "Write it as 2022-04-08.", where);
        }

        return new ListEntry(
            code,
            Field("measure").Length > 0 ? Field("measure") : title,
            Field("tier"),
            Date(Field("from")),
            Date(Field("known_by")),
            Date(Field("until")),
            Field("partial") is "1" or "yes" or "true",
            Field("condition")
        );
    }

    private static Dictionary<string, int> Columns(string header)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, at) in DataText.SplitCsv(header.TrimStart('\uFEFF')).Select((n, i) => (n.Trim(), i)))
            columns.TryAdd(CodeColumns.Contains(name, StringComparer.OrdinalIgnoreCase) ? "code" : name, at);

        return columns;
    }

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
