using System.Reflection;
using System.Text;

namespace Assay.Fuzzer;

/// <summary>Words that the formats turn on, from a file of data.</summary>
internal static class Tokens
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<byte[]> All { get; } = [.. Lines().Where(l => l is not "" && !l.StartsWith('#')).Select(Bytes)];

    private static IEnumerable<string> Lines()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("tokens.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static byte[] Bytes(string line)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\')
                bytes.Add((byte)line[i]);
            else
                bytes.Add(Escaped(line, ref i));
        }

        return [.. bytes];
    }

    private static byte Escaped(string line, ref int at)
    {
        switch (line[++at])
        {
            case 'n':
                return (byte)'\n';
            case 'r':
                return (byte)'\r';
            case 'x':
                at += 2;
                return Convert.ToByte(line[(at - 1)..(at + 1)], 16);
            default:
                return (byte)line[at];
        }
    }
}
