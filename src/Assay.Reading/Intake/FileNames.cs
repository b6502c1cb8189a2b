using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;

namespace Assay.Reading.Intake;

/// <summary>File names given on the command line, whose bytes need not be UTF-8.</summary>
public static class FileNames
{
    private const string AsGiven = "/proc/self/cmdline";

    /// <summary>The refusal of a name that leads to a pipe, a device or a socket, which may never end; null for any other name.</summary>
    /// <param name="path">The name.</param>
    public static Error? Endless(string path) =>
        SystemFiles.KindOf(path) is var kind and (FileKind.Pipe or FileKind.Device or FileKind.Socket) ? Endless(path, kind) : null;

    /// <summary>The refusal of what is no file: reading it may never end.</summary>
    internal static Error Endless(string path, FileKind kind) =>
        new(
            ErrorKind.Input,
            kind switch
            {
                FileKind.Pipe => "This is a pipe, not a file; it may never end.",
                FileKind.Device => "This is a device, not a file; it may never end.",
                FileKind.Socket => "This is a socket, not a file.",
                _ => "This is a link whose name is not UTF-8, and it is not followed.",
            },
            "Save what it gives to a file, and give that.",
            new Location(Printable.Of(path))
        );

    /// <summary>Opens a file to read it, whatever bytes its name has.</summary>
    /// <param name="path">The name.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path) => SystemFiles.Open(path);

    /// <summary>
    /// The words of the command line with every byte kept. The runtime puts U+FFFD in the place of a byte that is not UTF-8, and no file is
    /// found by
    /// such a name; where the system tells the bytes, the word is made anew from them, as names of files are inside this program.
    /// </summary>
    /// <param name="words">The words as the runtime gives them.</param>
    public static string[] Given(string[] words)
    {
        if (!Array.Exists(words, w => w.Contains('\uFFFD', StringComparison.Ordinal)) || !File.Exists(AsGiven))
            return words;
        var parts = new List<string>();
        var bytes = File.ReadAllBytes(AsGiven).AsSpan();
        for (var end = bytes.IndexOf((byte)0); end >= 0; end = bytes.IndexOf((byte)0))
        {
            parts.Add(SystemFiles.NameOf(bytes[..end]));
            bytes = bytes[(end + 1)..];
        }

        return parts.Count < words.Length
            ? words
            : parts.TakeLast(words.Length).Select((p, i) => SystemFiles.IsRaw(p) ? p : words[i]).ToArray();
    }
}
