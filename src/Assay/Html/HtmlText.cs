using System.Text;

namespace Assay.Html;

/// <summary>
/// Text made safe for HTML content and quoted attributes. Beside the five characters of HTML it makes visible what could change how the
/// rest is read:
/// bidirectional embeddings, overrides and isolates, and control characters; a lone surrogate becomes the replacement character.
/// </summary>
internal static class HtmlText
{
    /// <summary>The escaped text.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
            i += Append(result, text, i);

        return result.ToString();
    }

    // Returns how many further code units were taken.
    private static int Append(StringBuilder result, string text, int i)
    {
        var c = text[i];
        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            result.Append(c).Append(text[i + 1]);
            return 1;
        }

        _ = c switch
        {
            '&' => result.Append("&amp;"),
            '<' => result.Append("&lt;"),
            '>' => result.Append("&gt;"),
            '"' => result.Append("&quot;"),
            '\'' => result.Append("&#39;"),
            '\n' or '\t' => result.Append(c),
            '\r' => result,
            >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => result.Append($"[U+{(int)c:X4}]"),
            _ when char.IsControl(c) => result.Append($"[U+{(int)c:X4}]"),
            _ when char.IsSurrogate(c) || c >= '\uFFFE' => result.Append('\uFFFD'),
            _ => result.Append(c),
        };
        return 0;
    }
}
