using System.Text;

namespace Assay.Reading.Intake.Bytes;

/// <summary>Formats that are recognised by their first bytes and are not read.</summary>
internal static class KnownFormats
{
    private static readonly (byte[] Magic, int At, string Name, string Hint)[] Table =
    [
        (Ascii("{\\rtf"), 0, "an RTF document", "RTF is not read; save it from the word processor as .docx or .txt and give that."),
        (
            Ascii("PK\u0003\u0004"),
            0,
            "a ZIP container (ODT, EPUB, a spreadsheet or a program)",
            "It is not read; save an ODT as .docx, a book as .txt or .html, a spreadsheet as .txt, and give that."
        ),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, "an old Office document", "It is not read; save it from the word processor as .docx and give that."),
        ([0x1F, 0x8B], 0, "gzip-compressed data", "Unpack it and give the file inside."),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "zstd-compressed data", "Unpack it and give the file inside."),
        (Ascii("BZh"), 0, "bzip2-compressed data", "Unpack it and give the file inside."),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], 0, "xz-compressed data", "Unpack it and give the file inside."),
        (Ascii("7z\u00bc\u00af"), 0, "a 7-Zip archive", "Unpack it and give the files inside."),
        (Ascii("Rar!"), 0, "a RAR archive", "Unpack it and give the files inside."),
        ([0x89, 0x50, 0x4E, 0x47], 0, "a PNG picture", "Pictures are not read; give the text."),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG picture", "Pictures are not read; give the text."),
        (Ascii("GIF8"), 0, "a GIF picture", "Pictures are not read; give the text."),
        (Ascii("WEBP"), 8, "a WebP picture", "Pictures are not read; give the text."),
        (Ascii("ftyp"), 4, "a video or HEIC picture", "Recordings and pictures are not read; give a transcript."),
        (Ascii("ID3"), 0, "an MP3 recording", "Recordings are not read; give a transcript."),
        (Ascii("OggS"), 0, "an Ogg recording", "Recordings are not read; give a transcript."),
        (Ascii("SQLite format 3"), 0, "an SQLite database", "Databases are not read; give the text."),
        ([0x7F, 0x45, 0x4C, 0x46], 0, "a program", "Programs are not read; give the text."),
        (Ascii("II*\0"), 0, "a TIFF picture", "Pictures are not read; run text recognition (OCR) over it and give the text."),
        (Ascii("MM\0*"), 0, "a TIFF picture", "Pictures are not read; run text recognition (OCR) over it and give the text."),
    ];

    /// <summary>The format and what to do about it, or null where the bytes are not of a known other format.</summary>
    public static (string Name, string Hint)? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, at, name, hint) in Table)
            if (head.Length >= at + magic.Length && head.Slice(at, magic.Length).SequenceEqual(magic))
                return (name, hint);
        return null;
    }

    private static byte[] Ascii(string magic) => Encoding.Latin1.GetBytes(magic);
}
