using System.Globalization;

namespace Assay.Reading.Time.Reader;

/// <summary>Chooses the language of a text by the script of its letters. The scripts are data: <c>Data/scripts.txt</c>.</summary>
public static class ScriptLanguage
{
    private const string Resource = "Time.Data.scripts.txt";

    /// <summary>Letters looked at before deciding; enough for a clear majority, and long texts cost no more than short ones.</summary>
    private const int Enough = 4096;

    private static readonly List<(string Language, List<(char First, char Last)> Ranges)> Scripts = Load();

    /// <summary>The language whose script has most of the first letters of the text; the first of the file where there are none.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var counts = new int[Scripts.Count];
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            for (var i = 0; i < counts.Length; i++)
                if (Scripts[i].Ranges.Exists(r => c >= r.First && c <= r.Last))
                    counts[i]++;
            if (++letters == Enough)
                break;
        }
        return Scripts[Array.IndexOf(counts, counts.Max())].Language;
    }

    private static List<(string Language, List<(char First, char Last)> Ranges)> Load()
    {
        var scripts = new List<(string, List<(char, char)>)>();
        foreach (var parts in ReadingFiles.All.Lines(Resource).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (TimeReader.Languages.Contains(parts[0]))
                scripts.Add((parts[0], [.. parts.Skip(1).Select(Range)]));
        }
        return scripts;
    }

    private static (char First, char Last) Range(string text)
    {
        var ends = text.Split('-');
        return (
            (char)ushort.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            (char)ushort.Parse(ends[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        );
    }
}
