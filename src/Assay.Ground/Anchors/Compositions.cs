using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Assay.Ground.DataFiles;

namespace Assay.Ground.Anchors;

/// <summary>Composes letters with their marks (NFC). The runtime does not in its invariant mode, which needs no library of the system.
/// Thread-safe.</summary>
internal static class Compositions
{
    private const string Resource = "compositions.txt";
    private static readonly EmbeddedFiles Files = new(typeof(Compositions).Assembly, "Assay.Ground.Anchors.Data");
    private static readonly Lazy<FrozenDictionary<(char, char), char>> Table = new(Read);

    /// <summary>A letter and its marks as few characters as can be.</summary>
    /// <param name="cluster">The letter, then the marks.</param>
    public static string Compose(ReadOnlySpan<char> cluster)
    {
        var (letter, left) = (cluster[0], new StringBuilder());
        foreach (var mark in cluster[1..])
        {
            if (left.Length == 0 && Table.Value.TryGetValue((letter, mark), out var composed))
                letter = composed;
            else
                left.Append(mark);
        }

        return letter + left.ToString();
    }

    private static FrozenDictionary<(char, char), char> Read()
    {
        var pairs = new Dictionary<(char, char), char>();
        foreach (var line in Files.Lines(Resource))
        {
            var codes = line.Split(' ');
            pairs[(Code(codes[0]), Code(codes[1]))] = Code(codes[2]);
        }

        return pairs.ToFrozenDictionary();
    }

    private static char Code(string hex) => (char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
