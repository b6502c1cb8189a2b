using Assay.Ground.Outcomes;

namespace Assay.Reading.Intake;

/// <summary>
/// What one file given by a person may still unpack to, over all that lies inside it. Not thread-safe: a file is opened by one thread.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="opens">True for bytes of a name that are of a format which is not text and is read.</param>
internal sealed class IntakeBudget(IntakeOptions options, Func<byte[], string, bool>? opens = null)
{
    private long unpacked;
    private int parts;

    /// <summary>Largest single part, in bytes.</summary>
    public long MostOfOne => options.MaxBytes;

    /// <summary>Bytes that may still be unpacked into one part.</summary>
    public long Left => Math.Min(options.MaxBytes, options.MaxUnpackedBytes - unpacked);

    /// <summary>Most parts.</summary>
    public int MostParts => options.MaxParts;

    /// <summary>True once more was unpacked than may be.</summary>
    public bool IsSpent => unpacked > options.MaxUnpackedBytes;

    /// <summary>Counts bytes that were unpacked; false where they were too many.</summary>
    public bool Spend(long bytes) => (unpacked += bytes) <= options.MaxUnpackedBytes;

    /// <summary>True for bytes of a format that is not text and is read.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="fileName">Their name.</param>
    public bool Opens(byte[] bytes, string fileName) => opens?.Invoke(bytes, fileName) == true;

    /// <summary>Counts a part; false where there are too many.</summary>
    public bool TakePart() => ++parts <= options.MaxParts;

    /// <summary>Unpacks a stream to its end; null where it is longer than may still be unpacked.</summary>
    /// <param name="stream">The stream; not closed.</param>
    /// <exception cref="IOException">The data are broken.</exception>
    public byte[]? Unpack(Stream stream)
    {
        var left = Left;
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        for (int read; (read = stream.Read(chunk)) > 0; )
        {
            if (buffer.Length + read > left)
                return null;
            buffer.Write(chunk, 0, read);
        }

        Spend(buffer.Length);
        return buffer.ToArray();
    }

    /// <summary>The refusal of what unpacks to too much.</summary>
    /// <param name="file">The file, or a part of it.</param>
    public static Error TooMuch(string file) =>
        new(
            ErrorKind.Input,
            "It unpacks to more than the limits allow.",
            "If it is sound, unpack it yourself and give what is in it, or raise the limit (--max-size).",
            new Location(file)
        );
}
