using System.Net;
using System.Text;

namespace Assay.Reading.Intake.Html;

/// <summary>Cuts the tags and comments out of markup, for what is too much to be parsed.</summary>
internal static class PlainHtml
{
    /// <summary>The words between the tags, entities read.</summary>
    /// <param name="markup">The markup.</param>
    public static string Words(string markup)
    {
        var words = new StringBuilder(markup.Length);
        for (var at = 0; at < markup.Length; )
        {
            var open = markup.IndexOf('<', at);
            words.Append(markup, at, (open < 0 ? markup.Length : open) - at);
            if (open < 0)
                break;
            var isComment = string.CompareOrdinal(markup, open, "<!--", 0, 4) == 0;
            var close = isComment ? markup.IndexOf("-->", open, StringComparison.Ordinal) : markup.IndexOf('>', open);
            if (close < 0)
                break;
            words.Append(' ');
            at = close + (isComment ? 3 : 1);
        }

        return WebUtility.HtmlDecode(words.ToString());
    }
}
