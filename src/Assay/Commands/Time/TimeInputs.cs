using System.Text;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;

namespace Assay.Commands.Time;

/// <summary>Opens what the command line names. Texts are UTF-8, with or without a byte order mark, or UTF-16 with one.</summary>
internal sealed class TimeInputs(Stream? standardInput)
{
    /// <summary>Name of standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a whole text.</summary>
    public Result<string> ReadText(string name)
    {
        var opened = Open(name);
        if (!opened.Succeeded)
            return opened.Error;
        using var stream = opened.Value;
        var bytes = new MemoryStream();
        try
        {
            stream.CopyTo(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unreadable(name, e.Message);
        }
        return Decode(name, bytes.ToArray());
    }

    /// <summary>Opens a file or standard input.</summary>
    public Result<Stream> Open(string name)
    {
        if (name == StandardInput)
            return standardInput ?? Console.OpenStandardInput();
        if (FileNames.Endless(name) is { } endless)
            return endless;
        try
        {
            return Directory.Exists(name)
                ? new Error(ErrorKind.Input, "This is a folder.", "Name the files in it.", new Location(name))
                : FileNames.Open(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return e is FileNotFoundException or DirectoryNotFoundException
                ? new Error(ErrorKind.Input, "There is no such file.", "Check the name; - is standard input.", new Location(name))
                : Unreadable(name, e.Message);
        }
    }

    private static Error Unreadable(string name, string why) =>
        new(ErrorKind.Input, $"The file cannot be read: {why}", "Check that you may read it.", new Location(name));

    private static Result<string> Decode(string name, byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes.AsSpan(2));
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2));
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(start));
        }
        catch (DecoderFallbackException e)
        {
            return new Error(
                ErrorKind.Input,
                "The file is not UTF-8 text.",
                "Save it as UTF-8, or convert a page or PDF to text first.",
                new Location(name, Offset: start + Math.Max(0, e.Index))
            );
        }
    }
}
