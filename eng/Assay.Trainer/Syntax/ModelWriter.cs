using System.Runtime.InteropServices;
using System.Text;
using Assay.Reading.Syntax.Network;

namespace Assay.Trainer.Syntax;

/// <summary>Writes what <see cref="ModelFile"/> reads.</summary>
internal static class ModelWriter
{
    /// <summary>Writes a model.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="header">Lines of the header after the version.</param>
    /// <param name="network">The trained network.</param>
    /// <param name="vocabulary">Its hashes and names.</param>
    /// <param name="lemmas">The rules of lemmas.</param>
    public static void Write(
        Stream stream,
        IEnumerable<KeyValuePair<string, string>> header,
        TrainingNetwork network,
        Vocabulary vocabulary,
        TrainedLemmas lemmas
    )
    {
        var lines = header.Select(h => $"{h.Key}: {h.Value}").Prepend(ModelFile.Version);
        stream.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n\n"));
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        Shape(writer, network.Weights.Shape);
        foreach (var names in new[] { vocabulary.Names.Upos, vocabulary.Names.Tags, vocabulary.Names.Relations })
            Words(writer, names);
        writer.Write(MemoryMarshal.AsBytes(vocabulary.Hashes.AsSpan()));
        Quantised(writer, network.Embeddings);
        foreach (var tensor in network.Weights.All)
            Tensor(writer, tensor);
        Lemmas(writer, lemmas);
    }

    private static void Shape(BinaryWriter writer, ParserShape shape)
    {
        foreach (var size in new[] { shape.Embedding, shape.Layers, shape.TagLayer, shape.Arc, shape.Label, shape.Rows })
            writer.Write(size);
    }

    private static void Words(BinaryWriter writer, string[] words)
    {
        writer.Write(words.Length);
        foreach (var word in words)
            writer.Write(word);
    }

    private static void Tensor(BinaryWriter writer, Tensor tensor)
    {
        if (tensor.Rows == 1)
            writer.Write(MemoryMarshal.AsBytes(tensor.Values.AsSpan()));
        else
            Quantised(writer, tensor);
    }

    // A byte for each cell; the largest of a row is 127.
    private static void Quantised(BinaryWriter writer, Tensor tensor)
    {
        var scales = new float[tensor.Rows];
        var cells = new sbyte[tensor.Values.Length];
        for (var row = 0; row < tensor.Rows; row++)
        {
            var values = tensor.Values.AsSpan(row * tensor.Columns, tensor.Columns);
            var largest = 0f;
            foreach (var value in values)
                largest = Math.Max(largest, Math.Abs(value));
            scales[row] = largest / 127;
            for (var i = 0; i < values.Length; i++)
                cells[row * tensor.Columns + i] = largest > 0 ? (sbyte)MathF.Round(values[i] / scales[row]) : (sbyte)0;
        }
        writer.Write(MemoryMarshal.AsBytes(scales.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(cells.AsSpan()));
    }

    private static void Lemmas(BinaryWriter writer, TrainedLemmas lemmas)
    {
        writer.Write(lemmas.Edits.Count);
        foreach (var edit in lemmas.Edits)
        {
            writer.Write((byte)edit.Strip);
            writer.Write(edit.Add);
        }
        foreach (var rules in lemmas.Rules)
        {
            writer.Write(rules.Count);
            foreach (var (ending, edit) in rules)
            {
                writer.Write(ending);
                writer.Write(edit);
            }
        }
    }
}
