using System.Text;

namespace Assay.Reading.Intake.Pdf;

/// <summary>Letters as fonts name them, made those of a text: joined shapes taken apart, signs that are no letters left out.</summary>
internal static class PdfLetters
{
    private const char FirstJoined = '\uFB00';
    private const char LastJoined = '\uFB06';
    private static readonly string[] Joined = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    private const char FirstPrivate = '\uE000';
    private const char LastPrivate = '\uF8FF';

    /// <summary>The letters of a text.</summary>
    public static string Plain(string value)
    {
        if (!value.Any(NeedsWork))
            return value;
        var plain = new StringBuilder(value.Length + 2);
        foreach (var c in value)
            if (c is >= FirstJoined and <= LastJoined)
                plain.Append(Joined[c - FirstJoined]);
            else if (c is '\t' or '\n' or '\r' or '\u00a0')
                plain.Append(' ');
            else if (!char.IsControl(c))
                plain.Append(c);
        return plain.ToString();
    }

    /// <summary>True where nobody can say which letter it is.</summary>
    public static bool IsUnknown(string value) =>
        value.Length == 0
        || value.Any(c =>
            c == '\uFFFD' || c is >= FirstPrivate and <= LastPrivate || char.IsControl(c) && c > 0 && c != '\n' && c != '\t' && c != '\r'
        );

    private static bool NeedsWork(char c) => char.IsControl(c) || c is '\u00a0' or >= FirstJoined and <= LastJoined;
}
