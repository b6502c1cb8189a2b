using System.Text;

namespace Assay.Tests.Models;

/// <summary>
/// A language model of one layer with random weights, as a file of the GGUF format: real enough for the code that loads and asks models,
/// and no
/// more. It says one letter after another, with a bent to close what it has opened, so that it comes to an end.
/// </summary>
internal static class TinyModel
{
    private const int Width = 64;
    private const int Heads = 4;
    private const int Inner = 128;
    private const int Context = 32_768;
    private const int Alignment = 32;
    private const int FirstByte = 3;
    private const float Spread = 0.3f;
    private const float Small = 0.2f; // of what the layer adds, so that the constant stays the largest
    private const float Constant = 4;

    private static readonly (string Name, int[] Shape)[] Tensors =
    [
        ("token_embd.weight", [Width, FirstByte + 256]),
        ("output_norm.weight", [Width]),
        ("output.weight", [Width, FirstByte + 256]),
        ("blk.0.attn_norm.weight", [Width]),
        ("blk.0.attn_q.weight", [Width, Width]),
        ("blk.0.attn_k.weight", [Width, Width]),
        ("blk.0.attn_v.weight", [Width, Width]),
        ("blk.0.attn_output.weight", [Width, Width]),
        ("blk.0.ffn_norm.weight", [Width]),
        ("blk.0.ffn_gate.weight", [Width, Inner]),
        ("blk.0.ffn_up.weight", [Width, Inner]),
        ("blk.0.ffn_down.weight", [Inner, Width]),
    ];

    // How much sooner than by chance a letter is said.
    private static readonly Dictionary<char, float> Bent = new()
    {
        ['"'] = 5,
        [']'] = 4,
        ['{'] = 8,
    };

    /// <summary>Writes one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="seed">The same seed gives the same weights.</param>
    public static void Write(string file, int seed)
    {
        using var writer = new BinaryWriter(File.Create(file), Encoding.UTF8);
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write((ulong)Tensors.Length);
        new Facts(writer).Write();
        ulong offset = 0;
        foreach (var (name, shape) in Tensors)
        {
            Text(writer, name);
            writer.Write((uint)shape.Length);
            foreach (var size in shape)
                writer.Write((ulong)size);
            writer.Write(0u);
            writer.Write(offset);
            offset += (ulong)((Count(shape) * sizeof(float) + Alignment - 1) / Alignment * Alignment);
        }

        var random = new Random(seed);
        foreach (var (name, shape) in Tensors)
        {
            while (writer.BaseStream.Position % Alignment != 0)
                writer.Write((byte)0);
            for (var i = 0; i < Count(shape); i++)
                writer.Write(Weight(name, i % shape[0], i / shape[0], shape.Length, (float)(random.NextDouble() * 2 - 1) * Spread));
        }
    }

    // The first place of every state is a constant, by which letters are said more or less often whatever came before.
    private static float Weight(string name, int from, int to, int dimensions, float chance) =>
        (name, from, to) switch
        {
            _ when dimensions == 1 => 1,
            ("token_embd.weight", 0, _) => Constant,
            ("output.weight", 0, _) => to >= FirstByte && Bent.TryGetValue((char)(to - FirstByte), out var bent) ? bent / Constant : 0,
            ("blk.0.attn_output.weight" or "blk.0.ffn_down.weight", _, 0) => 0,
            ("blk.0.attn_output.weight" or "blk.0.ffn_down.weight", _, _) => chance * Small,
            _ => chance,
        };

    private static int Count(int[] shape) => shape.Aggregate(1, (a, b) => a * b);

    private static void Text(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    // What a model says of itself before its weights.
    private sealed class Facts(BinaryWriter writer)
    {
        private const uint Whole = 4;
        private const uint Signed = 5;
        private const uint Real = 6;
        private const uint Words = 8;
        private const uint List = 9;
        private const int Ordinary = 6;

        public void Write()
        {
            string[] tokens = ["<unk>", "<s>", "</s>", .. Enumerable.Range(0, 256).Select(b => $"<0x{b:X2}>")];
            int[] kinds = [2, 3, 3, .. Enumerable.Repeat(Ordinary, 256)];
            writer.Write(16ul);
            Word("general.architecture", "llama");
            Word("tokenizer.ggml.model", "llama");
            Number("general.alignment", Alignment);
            Number("llama.context_length", Context);
            Number("llama.embedding_length", Width);
            Number("llama.block_count", 1);
            Number("llama.feed_forward_length", Inner);
            Number("llama.attention.head_count", Heads);
            Number("llama.rope.dimension_count", Width / Heads);
            Number("tokenizer.ggml.unknown_token_id", 0);
            Number("tokenizer.ggml.bos_token_id", 1);
            Number("tokenizer.ggml.eos_token_id", 2);
            Name("llama.attention.layer_norm_rms_epsilon", Real);
            writer.Write(1e-5f);
            Many("tokenizer.ggml.tokens", Words, tokens.Length);
            foreach (var token in tokens)
                Text(writer, token);
            Many("tokenizer.ggml.scores", Real, tokens.Length);
            foreach (var _ in tokens)
                writer.Write(0f);
            Many("tokenizer.ggml.token_type", Signed, tokens.Length);
            foreach (var kind in kinds)
                writer.Write(kind);
        }

        private void Name(string name, uint type)
        {
            Text(writer, name);
            writer.Write(type);
        }

        private void Word(string name, string value)
        {
            Name(name, Words);
            Text(writer, value);
        }

        private void Number(string name, int value)
        {
            Name(name, Whole);
            writer.Write((uint)value);
        }

        private void Many(string name, uint type, int count)
        {
            Name(name, List);
            writer.Write(type);
            writer.Write((ulong)count);
        }
    }
}
