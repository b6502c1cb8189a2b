using System.Buffers.Binary;

namespace Assay.Fuzzer;

/// <summary>Breaks files: the same ones in the same order for the same seed.</summary>
/// <param name="random">Where chance comes from.</param>
/// <param name="other">Another file, to splice with.</param>
internal sealed class Mutator(Random random, Func<byte[]> other)
{
    private const int Largest = 1 << 18;
    private const int MostAtOnce = 6;
    private static readonly uint[] Lengths =
    [
        0,
        1,
        0x7f,
        0x80,
        0xff,
        0x100,
        0x7fff,
        0x8000,
        0xffff,
        0x10000,
        0x7fffffff,
        0x80000000,
        0xfffffffe,
        0xffffffff,
    ];

    /// <summary>A broken copy.</summary>
    /// <param name="bytes">The file.</param>
    public byte[] Broken(byte[] bytes)
    {
        var broken = new List<byte>(bytes);
        for (var left = 1 + random.Next(MostAtOnce); left > 0; left--)
            Once(broken);
        if (broken.Count > Largest)
            broken.RemoveRange(Largest, broken.Count - Largest);
        return [.. broken];
    }

    private void Once(List<byte> bytes)
    {
        if (bytes.Count == 0)
            bytes.AddRange(Token());
        switch (random.Next(12))
        {
            case 0:
                Flip(bytes);
                break;
            case 1:
                bytes[At(bytes)] = (byte)random.Next(256);
                break;
            case 2:
                Cut(bytes, At(bytes), bytes.Count);
                break;
            case 3:
                Cut(bytes, At(bytes), Stretch());
                break;
            case 4:
                Repeat(bytes);
                break;
            case 5:
                bytes.InsertRange(At(bytes), Token());
                break;
            case 6:
                Over(bytes, At(bytes), Token());
                break;
            case 7:
                Over(bytes, At(bytes), Length());
                break;
            case 8:
                Number(bytes);
                break;
            case 9:
                Splice(bytes);
                break;
            case 10:
                Move(bytes);
                break;
            default:
                Over(bytes, At(bytes), new byte[Stretch()]);
                break;
        }
    }

    private int At(List<byte> bytes) => random.Next(bytes.Count);

    // Mostly short, at times long.
    private int Stretch() => 1 + random.Next(1 << (1 + random.Next(12)));

    private byte[] Token() => Tokens.All[random.Next(Tokens.All.Count)];

    private void Flip(List<byte> bytes)
    {
        for (var left = 1 + random.Next(8); left > 0; left--)
            bytes[At(bytes)] ^= (byte)(1 << random.Next(8));
    }

    private static void Cut(List<byte> bytes, int at, int length) => bytes.RemoveRange(at, Math.Min(length, bytes.Count - at));

    private static void Over(List<byte> bytes, int at, byte[] with)
    {
        Cut(bytes, at, with.Length);
        bytes.InsertRange(at, with);
    }

    private void Repeat(List<byte> bytes)
    {
        var at = At(bytes);
        var part = bytes.GetRange(at, Math.Min(Stretch(), bytes.Count - at));
        var times = 1 + random.Next(1 << random.Next(11));
        for (; times > 0 && bytes.Count < Largest; times--)
            bytes.InsertRange(at, part);
    }

    private byte[] Length()
    {
        var value = Lengths[random.Next(Lengths.Length)];
        var field = new byte[random.Next(2) == 0 ? 4 : 2];
        if (field.Length == 2)
            BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(field, value);
        if (random.Next(2) == 0)
            Array.Reverse(field);
        return field;
    }

    // A number in letters becomes another.
    private void Number(List<byte> bytes)
    {
        var at = bytes.FindIndex(At(bytes), b => b is >= (byte)'0' and <= (byte)'9');
        if (at < 0)
            return;
        var end = at;
        while (end < bytes.Count && bytes[end] is >= (byte)'0' and <= (byte)'9')
            end++;
        Cut(bytes, at, end - at);
        string[] numbers =
        [
            "0",
            "-1",
            "1",
            "99",
            "2147483647",
            "2147483648",
            "4294967296",
            "99999999999999999999",
            $"{random.Next(1 << 20)}",
        ];
        bytes.InsertRange(at, numbers[random.Next(numbers.Length)].Select(c => (byte)c));
    }

    private void Splice(List<byte> bytes)
    {
        var from = other();
        if (from.Length == 0)
            return;
        var start = random.Next(from.Length);
        var part = from.AsSpan(start, Math.Min(Stretch(), from.Length - start)).ToArray();
        if (random.Next(2) == 0)
            bytes.InsertRange(At(bytes), part);
        else
            Over(bytes, At(bytes), part);
    }

    private void Move(List<byte> bytes)
    {
        var at = At(bytes);
        var part = bytes.GetRange(at, Math.Min(Stretch(), bytes.Count - at));
        bytes.RemoveRange(at, part.Count);
        bytes.InsertRange(random.Next(bytes.Count + 1), part);
    }
}
