using Assay.Ground.Countries;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>A publisher's own table of countries, a CSV that lies beside the mapping.</summary>
internal sealed class CountryCodesSaid
{
    /// <summary>The CSV; its path is from the folder of the mapping.</summary>
    public string File { get; set; } = "";

    /// <summary>Heading of the column with the publisher's own codes.</summary>
    public string Code { get; set; } = "";

    /// <summary>Heading of the column with a code of ISO 3166 or a name.</summary>
    public string To { get; set; } = "";

    /// <summary>The publisher's code to ours; a country that is not known is left out and then refused row by row.</summary>
    /// <param name="folder">Folder of the mapping.</param>
    public Result<IReadOnlyDictionary<string, string>> Read(string folder)
    {
        var path = Path.Combine(folder, File);
        if (File.Length == 0 || !System.IO.File.Exists(path))
            return Problem($"\"countries\" names the file '{File}', which is not there.", "Put it beside the mapping.", path);
        var lines = System.IO.File.ReadLines(path).Where(l => l.Length > 0).ToList();
        var delimiter = lines.Count > 0 && lines[0].Count(c => c == ';') > lines[0].Count(c => c == ',') ? ';' : ',';
        string[] Split(string line) =>
            [.. (delimiter == ',' ? DataText.SplitCsv(line) : line.Split(delimiter)).Select(f => f.Trim('\uFEFF', ' ', '"'))];
        var header = lines.Count > 0 ? Split(lines[0]) : [];
        var (code, to) = (Array.IndexOf(header, Code), Array.IndexOf(header, To));
        if (code < 0 || to < 0)
            return Problem(
                $"The table of countries has no column '{(code < 0 ? Code : To)}'; its columns are: {string.Join(", ", header)}.",
                "Write \"countries\": { \"file\": ..., \"code\": ..., \"to\": ... } with its own headings.",
                path
            );
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fields in lines.Skip(1).Select(Split).Where(f => f.Length > Math.Max(code, to)))
            if (CountryTable.Shipped.Find(fields[to]) is { } country)
            {
                codes[fields[code]] = country.Code;
                codes.TryAdd(fields[code].TrimStart('0'), country.Code);
            }

        return codes;
    }

    private static Error Problem(string what, string then, string path) => new(ErrorKind.Input, what, then, new Location(path));
}
