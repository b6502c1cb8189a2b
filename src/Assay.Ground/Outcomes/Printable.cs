using System.Globalization;
using System.Text;

namespace Assay.Ground.Outcomes;

/// <summary>Shows text of unknown origin (a file name, an option) so that it can neither steer a terminal nor hide what it says.</summary>
public static class Printable
{
    private const char FirstRawByte = '\uDC80';
    private const char LastRawByte = '\uDCFF';

    /// <summary>
    /// The text with control characters, marks that turn the direction of writing, and halves of surrogate pairs written out, as in
    /// <c>\x1B</c>
    /// and <c>\u202E</c>. A half between U+DC80 and U+DCFF stands for a byte of a file name that is not UTF-8 and is written as that byte.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var shown = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                shown.Append(text, i++, 2);
            else if (IsUnsafe(text[i]))
                shown.Append(Written(text[i]));
            else
                shown.Append(text[i]);
        }

        return shown.ToString();
    }

    private static bool IsUnsafe(char c) => char.IsControl(c) || char.IsSurrogate(c) || IsTurn(c);

    // Marks and overrides of the direction of writing: "gpj.exe" shown as "exe.jpg".
    private static bool IsTurn(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static string Written(char c) =>
        c switch
        {
            >= FirstRawByte and <= LastRawByte => string.Create(CultureInfo.InvariantCulture, $"\\x{c - 0xDC00:X2}"),
            < '\u0100' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
        };
}
