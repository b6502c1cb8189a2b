using System.Text;

namespace Assay.Trade.Formats;

/// <summary>Reads text files line by line.</summary>
internal static class TextFile
{
    /// <summary>The lines, without a byte order mark.</summary>
    public static IEnumerable<string> Lines(string path) => File.ReadLines(path);

    /// <summary>The first lines, each cut where it is longer than a line of a table can be; a file without line ends is not read
    /// on.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lines">Most lines.</param>
    /// <param name="longest">Most characters of a line.</param>
    public static IReadOnlyList<string> Head(string path, int lines, int longest)
    {
        using var reader = new StreamReader(path);
        var buffer = new char[lines * 1024 > longest ? lines * 1024 : longest];
        var text = new StringBuilder();
        var (found, left) = (new List<string>(), (long)lines * longest);
        for (int read; found.Count < lines && left > 0 && (read = reader.Read(buffer)) > 0; left -= read)
            foreach (var c in buffer.AsSpan(0, read))
            {
                if (c == '\n')
                {
                    found.Add(text.ToString().TrimEnd('\r'));
                    text.Clear();
                }
                else if (text.Length < longest)
                    text.Append(c);

                if (found.Count == lines)
                    break;
            }

        if (found.Count < lines && text.Length > 0)
            found.Add(text.ToString());
        return found;
    }
}
