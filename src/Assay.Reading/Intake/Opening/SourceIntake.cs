using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;

namespace Assay.Reading.Intake.Opening;

/// <summary>Reads a saved page into a <see cref="SourceDocument"/>. Thread-safe; keeps nothing between calls.</summary>
public static class SourceIntake
{
    /// <summary>Reads a file from disk. Its size is checked before it is read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Limits; the defaults where null.</param>
    public static Result<SourceDocument> ReadFile(string path, IntakeOptions? options = null)
    {
        var bytes = ReadBytes(path, options);
        return bytes.Succeeded ? Read(bytes.Value, Printable.Of(path), options) : bytes.Error;
    }

    /// <summary>Takes in the bytes of a file, whatever they are. Its size is checked before it is read; a folder, a pipe or a device is
    /// refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Limits; the defaults where null.</param>
    public static Result<byte[]> ReadBytes(string path, IntakeOptions? options = null)
    {
        try
        {
            var kind = SystemFiles.KindOf(path);
            if (kind == FileKind.Folder)
                return Fail(path, "This is a folder, not a file.", "Give the files in it.");
            if (kind == FileKind.None)
                return Fail(path, "There is no such file.", "Check the name.");
            if (kind != FileKind.File)
                return FileNames.Endless(path, kind);
            using var stream = SystemFiles.Open(path);
            return ReadBytes(stream, Printable.Of(path), options);
        }
        catch (UnauthorizedAccessException)
        {
            return Fail(path, "The file may not be read.", "Change its permissions and try again.");
        }
        catch (IOException e)
        {
            return Fail(path, $"The file could not be read: {e.Message}", "Check the disk and try again.");
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The bytes; read from the current position, not closed.</param>
    /// <param name="fileName">Name for messages, and for telling the format.</param>
    /// <param name="options">Limits; the defaults where null.</param>
    public static Result<SourceDocument> Read(Stream stream, string fileName, IntakeOptions? options = null)
    {
        var bytes = ReadBytes(stream, fileName, options);
        return bytes.Succeeded ? Read(bytes.Value, fileName, options) : bytes.Error;
    }

    /// <summary>Takes in a stream to its end.</summary>
    /// <param name="stream">The bytes; read from the current position, not closed.</param>
    /// <param name="fileName">Name for messages.</param>
    /// <param name="options">Limits; the defaults where null.</param>
    public static Result<byte[]> ReadBytes(Stream stream, string fileName, IntakeOptions? options = null)
    {
        var limit = (options ?? IntakeOptions.Default).MaxBytes;
        if (stream.CanSeek && stream.Length - stream.Position > limit)
            return TooLarge(fileName, stream.Length - stream.Position, limit);
        using var buffer = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length - stream.Position, int.MaxValue) : 0);
        var chunk = new byte[81920];
        for (int read; (read = stream.Read(chunk)) > 0; )
        {
            if (buffer.Length + read > limit)
                return TooLarge(fileName, null, limit);
            buffer.Write(chunk, 0, read);
        }

        return buffer.Capacity == buffer.Length ? buffer.GetBuffer() : buffer.ToArray();
    }

    /// <summary>Reads the bytes of a file; the first source of it where it holds several.</summary>
    /// <param name="bytes">The bytes as received.</param>
    /// <param name="fileName">Name for messages, and for telling the format.</param>
    /// <param name="options">Limits; the defaults where null.</param>
    public static Result<SourceDocument> Read(byte[] bytes, string fileName, IntakeOptions? options = null)
    {
        var limit = (options ?? IntakeOptions.Default).MaxBytes;
        if (bytes.LongLength > limit)
            return TooLarge(fileName, bytes.LongLength, limit);
        var opened = new SourceOpening(fileName, options ?? IntakeOptions.Default).Open(bytes);
        return opened.Documents.Count > 0 ? opened.Documents[0] : opened.Errors[0];
    }

    /// <summary>Reads all sources that a file holds: one where it is a document, several where it is an archive or a mail.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Limits; the defaults where null.</param>
    public static OpenedFile OpenFile(string path, IntakeOptions? options = null)
    {
        var bytes = ReadBytes(path, options);
        return bytes.Succeeded ? Open(bytes.Value, Printable.Of(path), options) : new OpenedFile([], [bytes.Error]);
    }

    /// <summary>Reads all sources that the bytes of a file hold.</summary>
    /// <param name="bytes">The bytes as received.</param>
    /// <param name="fileName">Name for messages, and for telling the format.</param>
    /// <param name="options">Limits; the defaults where null.</param>
    /// <param name="stamps">Time stamps that stood beside the file.</param>
    public static OpenedFile Open(byte[] bytes, string fileName, IntakeOptions? options = null, IReadOnlyList<SourceStamp>? stamps = null)
    {
        var limit = (options ?? IntakeOptions.Default).MaxBytes;
        return bytes.LongLength > limit
            ? new OpenedFile([], [TooLarge(fileName, bytes.LongLength, limit)])
            : new SourceOpening(fileName, options ?? IntakeOptions.Default).Open(bytes, stamps);
    }

    /// <summary>Reads a document that lay in a file, with what came with it there.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="container">The file, and the place of the document in it.</param>
    /// <param name="origin">Where and when it comes from.</param>
    /// <param name="options">Limits; the defaults where null.</param>
    public static Result<SourceDocument> ReadPart(
        byte[] bytes,
        string fileName,
        SourceContainer container,
        SourceOrigin origin,
        IntakeOptions? options = null
    )
    {
        var opened = new SourceOpening(fileName, options ?? IntakeOptions.Default).OpenPart(bytes, container, origin);
        return opened.Documents.Count > 0 ? opened.Documents[0] : opened.Errors[0];
    }

    private static Error TooLarge(string file, long? bytes, long limit) =>
        Fail(
            file,
            bytes is { } size
                ? $"The file has {Megabytes(size)} MB; the limit is {Megabytes(limit)} MB."
                : $"The input has more than {Megabytes(limit)} MB, the limit.",
            "Cut it into parts, or raise the limit."
        );

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static Error Fail(string file, string message, string hint) =>
        new(ErrorKind.Input, message, hint, new Location(Printable.Of(file)));
}
