using System.Xml;
using System.Xml.Linq;
using Assay.Ground.Outcomes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>XML as the interfaces of some offices give it, as a CSV: the elements of one name that hold fields and nothing deeper are its
/// rows.</summary>
internal static class XmlTable
{
    private const long Largest = 128L << 20;
    private const int FewestFields = 3;
    private const int LongestSaying = 120;

    /// <summary>The file as a CSV in the workspace.</summary>
    public static Result<FormatInput> Csv(FormatInput input)
    {
        if (new FileInfo(input.Path).Length > Largest)
            return Wrong(input, $"The XML is larger than {Largest >> 20} MB.", "Ask for fewer rows at a time, or for CSV.");
        XElement root;
        try
        {
            using var reader = XmlReader.Create(
                input.Path,
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            root = XElement.Load(reader);
        }
        catch (XmlException e)
        {
            return new Error(
                ErrorKind.Input,
                $"The file is a web page or XML that breaks off or is wrong: {e.Message}",
                "Some sites give a page the name of a workbook: open it in a spreadsheet and save it as .xlsx, or ask the site for CSV.",
                new Location(input.OriginalName, e.LineNumber)
            );
        }

        var rows = root.Descendants()
            .Where(e => e.Elements().Skip(FewestFields - 1).Any() && e.Elements().All(c => !c.HasElements))
            .Where(e => e.Elements().Select(c => c.Name).Distinct().Count() == e.Elements().Count())
            .GroupBy(e => (e.Parent, e.Name))
            .Select(g => g.ToList())
            .MaxBy(g => g.Count * g[0].Elements().Count());
        if (rows is null)
            return Wrong(input, "The file is a web page or XML, not a table." + Saying(root), "Ask the site for CSV, or for other rows.");
        string[] header = [.. rows.SelectMany(r => r.Elements()).Select(c => c.Name.LocalName).Distinct(StringComparer.Ordinal)];
        return TableRows.AsCsv(input, "xml.csv", rows.Select(row => Fields(row, header)).Prepend(header));
    }

    private static IEnumerable<string?> Fields(XElement row, string[] header)
    {
        var fields = row.Elements().GroupBy(c => c.Name.LocalName).ToDictionary(c => c.Key, c => c.First().Value.Trim());
        return header.Select(fields.GetValueOrDefault);
    }

    // What an interface says instead of rows: that a key is not registered, or a parameter is missing.
    private static string Saying(XElement root)
    {
        var text = string.Join(
            ' ',
            root.DescendantsAndSelf().Where(e => !e.HasElements).Select(e => e.Value.Trim()).Where(v => v.Length > 0)
        );
        return text.Length is 0 or > LongestSaying ? "" : $" It says: {text}";
    }

    private static Error Wrong(FormatInput input, string what, string then) =>
        new(ErrorKind.Input, what, then, new Location(input.OriginalName));
}
