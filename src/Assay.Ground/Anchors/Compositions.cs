using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Assay.Ground.Anchors;

/// <summary>Composes letters with their marks (NFC). The runtime does not in its invariant mode, which needs no library of the system. Thread-safe.</summary>
internal static class Compositions
{
    private const string Resource = "Assay.Ground.Anchors.Data.compositions.txt";
    private static readonly Lazy<FrozenDictionary<(char, char), char>> Table = new(Read);

    /// <summary>A letter and its marks as few characters as can be.</summary>
    /// <param name="cluster">The letter, then the marks.</param>
    public static string Compose(ReadOnlySpan<char> cluster)
    {
        var (letter, left) = (cluster[0], new StringBuilder());
        foreach (var mark in cluster[1..])
        {
            if (left.Length == 0 && Table.Value.TryGetValue((letter, mark), out var composed)) letter = composed;
            else left.Append(mark);
        }

        return letter + left.ToString();
    }

    private static FrozenDictionary<(char, char), char> Read()
    {
        using var stream = typeof(Compositions).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The build lacks the embedded file {Resource}.");
        using var reader = new StreamReader(stream);
        var pairs = new Dictionary<(char, char), char>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var codes = line.Split(' ');
            pairs[(Code(codes[0]), Code(codes[1]))] = Code(codes[2]);
        }

        return pairs.ToFrozenDictionary();
    }

    private static char Code(string hex) => (char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
