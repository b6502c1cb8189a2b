using System.Globalization;
using System.Text;

namespace Assay.Bench.Growth;

/// <summary>A piece of text that is repeated to the size wanted.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Extension">Ending of the file it is written to: <c>.txt</c>, <c>.html</c> or <c>.md</c>.</param>
/// <param name="Text">The unit; <c>{n}</c> and <c>{w}</c> differ from one repetition to the next.</param>
internal sealed record GrowthUnit(string Name, string Extension, string Text)
{
    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        ["t"] = ".txt",
        ["h"] = ".html",
        ["m"] = ".md",
    };

    /// <summary>Reads the table of units.</summary>
    /// <param name="file">Path of <c>units.txt</c>.</param>
    public static List<GrowthUnit> Read(string file) =>
        [
            .. File.ReadLines(file)
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('\t', 3))
                .SelectMany(row => row[1].Split(' ').Select(format => new GrowthUnit(row[0], Extensions[format], Unescaped(row[2])))),
        ];

    /// <summary>The unit over and over, up to <paramref name="bytes"/> bytes of UTF-8.</summary>
    public byte[] Repeated(int bytes)
    {
        using var made = new MemoryStream(bytes);
        for (var n = 1; ; n++)
        {
            var next = Encoding.UTF8.GetBytes(At(n));
            if (made.Length + next.Length > bytes)
                return made.ToArray();
            made.Write(next);
        }
    }

    private string At(int n) =>
        Text.Contains('{', StringComparison.Ordinal)
            ? Text.Replace("{n}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{w}", Word(n), StringComparison.Ordinal)
            : Text;

    // 1 is Ba, 2 Ca; consonants and vowels in turn, so that it looks like a name.
    private static string Word(int n)
    {
        const string consonants = "bcdfghklmnprstvz";
        const string vowels = "aeiou";
        var word = new StringBuilder();
        for (; n > 0; n /= consonants.Length * vowels.Length)
            word.Append(consonants[n % consonants.Length]).Append(vowels[n / consonants.Length % vowels.Length]);
        word[0] = char.ToUpperInvariant(word[0]);
        return word.ToString();
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
                plain.Append(text[i]);
            else if (text[++i] == 'u')
                plain.Append(char.ConvertFromUtf32(int.Parse(text.AsSpan((i += 8) - 7, 8), NumberStyles.HexNumber)));
            else
                plain.Append(
                    text[i] switch
                    {
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        '0' => '\0',
                        's' => ' ',
                        var other => other,
                    }
                );
        }
        return plain.ToString();
    }
}
