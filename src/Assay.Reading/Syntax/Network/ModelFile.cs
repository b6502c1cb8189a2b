using System.Runtime.InteropServices;
using System.Text;

namespace Assay.Reading.Syntax.Network;

/// <summary>
/// The file of a model: lines <c>name: value</c> that a person can read, a blank line, then the shape, the names, the
/// embeddings and weights as bytes with a scale for each row, and the rules of lemmas; little-endian. Nothing is compressed: weights hardly
/// get smaller by it, and loading would take several times as long.
/// </summary>
internal static class ModelFile
{
    /// <summary>The first line of the header.</summary>
    public const string Version = "assay-syntax: 1";

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model of this version.</exception>
    public static ParserModel Read(Stream stream)
    {
        var header = Header(stream);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var sizes = Enumerable.Range(0, 6).Select(_ => reader.ReadInt32()).ToArray();
        var names = new ParserNames(Words(reader), Words(reader), Words(reader));
        var shape = new ParserShape(
            sizes[0],
            sizes[1],
            sizes[2],
            sizes[3],
            sizes[4],
            sizes[5],
            names.Upos.Length,
            names.Tags.Length,
            names.Relations.Length
        );
        var hashes = Numbers<uint>(reader, shape.Rows);
        var scales = Numbers<float>(reader, shape.Rows);
        var cells = Numbers<sbyte>(reader, shape.Rows * shape.Embedding);
        var weights = ParserWeights.Read(shape, (name, rows, columns) => Dense(reader, name, rows, columns));
        return new ParserModel(
            header,
            weights,
            new EmbeddingTable(hashes, scales, cells, shape.Embedding),
            names,
            Lemmas(reader, names.Upos)
        );
    }

    private static List<KeyValuePair<string, string>> Header(Stream stream)
    {
        var lines = new List<KeyValuePair<string, string>>();
        for (var line = Line(stream); line.Length > 0; line = Line(stream))
        {
            if (lines.Count == 0 && line != Version)
                throw new InvalidDataException($"A model begins with '{Version}'; this file begins with '{line}'.");
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            lines.Add(new(line[..Math.Max(0, colon)], line[(colon + 2)..]));
        }
        return lines;
    }

    private static string Line(Stream stream)
    {
        var bytes = new List<byte>();
        for (var b = stream.ReadByte(); b > 0 && b != '\n' && bytes.Count < 1_000; b = stream.ReadByte())
            bytes.Add((byte)b);
        return Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(bytes));
    }

    private static string[] Words(BinaryReader reader)
    {
        var words = new string[reader.ReadInt32()];
        for (var i = 0; i < words.Length; i++)
            words[i] = reader.ReadString();
        return words;
    }

    private static T[] Numbers<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var numbers = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    private static Tensor Dense(BinaryReader reader, string name, int rows, int columns)
    {
        if (rows == 1)
            return new Tensor(name, rows, columns, Numbers<float>(reader, columns));
        var scales = Numbers<float>(reader, rows);
        var cells = Numbers<sbyte>(reader, rows * columns);
        var tensor = Tensor.Zeros(name, rows, columns);
        for (var row = 0; row < rows; row++)
            Scale(cells.AsSpan(row * columns, columns), scales[row], tensor.Values.AsSpan(row * columns, columns));
        return tensor;
    }

    private static void Scale(ReadOnlySpan<sbyte> cells, float scale, Span<float> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = cells[i] * scale;
    }

    private static LemmaRules Lemmas(BinaryReader reader, string[] upos)
    {
        var edits = new LemmaEdit[reader.ReadInt32()];
        for (var i = 0; i < edits.Length; i++)
            edits[i] = new LemmaEdit(reader.ReadByte(), reader.ReadString());
        var rules = new Dictionary<string, ushort>[upos.Length];
        for (var i = 0; i < rules.Length; i++)
            rules[i] = Rules(reader);
        return new LemmaRules(rules, edits, Array.IndexOf(upos, "PROPN"));
    }

    private static Dictionary<string, ushort> Rules(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var rules = new Dictionary<string, ushort>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var ending = reader.ReadString();
            rules[ending] = reader.ReadUInt16();
        }
        return rules;
    }
}
