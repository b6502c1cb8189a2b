using System.Text;
using System.Text.RegularExpressions;
using Assay.Ground.Outcomes;

namespace Assay.Reading.Intake.Bytes;

/// <summary>
/// Turns bytes into characters: byte order mark first, then a declared charset (HTML), then strict UTF-8, then detection. Bytes that stay
/// invalid refuse the file with their offset; nothing is replaced silently.
/// </summary>
internal static partial class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>Decodes a whole file.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="file">Name for messages.</param>
    /// <param name="outer">The encoding that what came with the file declares, which goes before what stands in it; null for none.</param>
    public static Result<DecodedText> Decode(byte[] bytes, string file, string? outer = null)
    {
        var mark = FromMark(bytes);
        var zero = bytes.AsSpan().IndexOf((byte)0);
        if (mark is null && zero >= 0)
        {
            if (FromNuls(bytes) is not { } wide)
                return NulByte(bytes, zero, file);
            mark = (wide, 0);
        }
        if (mark is { } m)
            return Strictly(bytes.AsSpan(m.Skip), m.Encoding, file, m.Skip, []);
        var invalid = FirstInvalidUtf8(bytes);
        var (declared, name) = outer is null ? Declared(bytes) : Named(outer);
        string[] unknown =
            name is not null && declared is null ? [$"The page declares the character encoding {name}, which cannot be read."] : [];
        if (invalid < 0)
            return new DecodedText(StrictUtf8.GetString(bytes), "utf-8", unknown.Select(n => n + " It was read as utf-8.").ToList());
        return declared is null || declared.CodePage == 65001
            ? Detected(bytes, file, invalid, unknown)
            : Strictly(bytes, declared, file, 0, []);
    }

    private static Result<DecodedText> Detected(byte[] bytes, string file, int invalid, IReadOnlyList<string> notes)
    {
        if (CharsetDetector.Detect(bytes, invalid) is not { } encoding)
            return Invalid(bytes, invalid, file, "it is not UTF-8, and its encoding could not be told");
        var note =
            $"The bytes are not UTF-8 (first at byte {invalid}); read as {encoding.WebName}, in which their letters are those of a text.";
        return Strictly(bytes, encoding, file, 0, [.. notes, note]);
    }

    private static Result<DecodedText> Strictly(
        ReadOnlySpan<byte> bytes,
        Encoding encoding,
        string file,
        int skip,
        IReadOnlyList<string> notes
    )
    {
        var strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        try
        {
            var text = strict.GetString(bytes);
            var nul = text.IndexOf('\0', StringComparison.Ordinal);
            if (nul >= 0)
                return new Error(
                    ErrorKind.Input,
                    $"The text has a NUL character at character {nul}.",
                    "Remove it, or give the text itself.",
                    new Location(file, Offset: skip)
                );
            return new DecodedText(text, encoding.WebName, notes);
        }
        catch (DecoderFallbackException e)
        {
            var at = skip + Math.Max(0, e.Index);
            return new Error(
                ErrorKind.Input,
                $"The bytes from byte {at} are not valid {encoding.WebName}.",
                "Save the file as UTF-8 and try again.",
                new Location(file, Offset: at)
            );
        }
    }

    private static (Encoding Encoding, int Skip)? FromMark(byte[] b) =>
        b switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (StrictUtf8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (Encoding.GetEncoding(12001), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => null,
        };

    // UTF-16 without a mark: nearly every other byte of Latin text is zero.
    private static Encoding? FromNuls(byte[] bytes)
    {
        var pairs = Math.Min(bytes.Length, 4096) / 2;
        var (even, odd) = (0, 0);
        for (var i = 0; i < pairs; i++)
        {
            if (bytes[2 * i] == 0)
                even++;
            if (bytes[2 * i + 1] == 0)
                odd++;
        }
        return pairs < 4 || bytes.Length % 2 != 0 ? null
            : odd > pairs * 0.7 && even == 0 ? Encoding.Unicode
            : even > pairs * 0.7 && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    private static int FirstInvalidUtf8(byte[] bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (bytes[at] < 0x80)
            {
                var run = bytes.AsSpan(at).IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                if (run < 0)
                    return -1;
                at += run;
            }
            if (Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var used) != System.Buffers.OperationStatus.Done)
                return at;
            at += used;
        }
        return -1;
    }

    // The encoding that the head of the page declares, and its name there; null where it declares none, or one that nobody can read.
    private static (Encoding? Encoding, string? Name) Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 4096));
        if (CharsetOf().Match(head) is not { Success: true } match)
            return (null, null);
        return Named(match.Groups[1].Value);
    }

    private static (Encoding? Encoding, string? Name) Named(string declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            // As browsers do: Latin-1 means windows-1252.
            var name = declared.ToLowerInvariant();
            return (Encoding.GetEncoding(name is "iso-8859-1" or "latin1" or "us-ascii" ? "windows-1252" : name), declared);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return (null, declared);
        }
    }

    private static Error NulByte(byte[] bytes, int at, string file)
    {
        var controls = bytes.AsSpan(0, Math.Min(bytes.Length, 8192)).ToArray().Count(b => b < 9 || b is > 13 and < 32);
        var message =
            controls > 3 + Math.Min(bytes.Length, 8192) / 20
                ? $"This is not text: it is binary data (a NUL at byte {at}, {controls} control bytes at its beginning)."
                : $"The text has a NUL byte at byte {at}.";
        return new Error(
            ErrorKind.Input,
            message,
            "Give a text, HTML or Markdown file; if this is one, remove the NUL.",
            Where(bytes, at, file)
        );
    }

    private static Error Invalid(byte[] bytes, int at, string file, string why) =>
        new(
            ErrorKind.Input,
            $"The byte 0x{bytes[at]:X2} at byte {at} cannot be read: {why}.",
            "Save the file as UTF-8 and try again.",
            Where(bytes, at, file)
        );

    private static Location Where(byte[] bytes, int at, string file)
    {
        var before = bytes.AsSpan(0, at);
        var line = before.Count((byte)'\n') + 1;
        return new Location(file, line, at - before.LastIndexOf((byte)'\n'), at);
    }

    [GeneratedRegex(
        """<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex CharsetOf();
}
