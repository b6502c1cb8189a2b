using System.Text;
using Assay.Ground.Anchors;

namespace Assay.Cases.Evaluation;

/// <summary>A text in which quotes of a gold are looked for: blanks are one space, quotation marks and dashes are plain. Knows where
/// each of its
/// characters stood.</summary>
internal sealed class GoldText
{
    private readonly List<int> from = [];

    /// <summary>Normalises a text.</summary>
    public GoldText(string text)
    {
        var made = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = Plain(text[i]);
            if (IsMarkup(c) || c == ' ' && (made.Length == 0 || made[^1] == ' '))
                continue;
            made.Append(c);
            from.Add(i);
        }

        Text = made.ToString().TrimEnd();
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Words as this text would have them.</summary>
    public static string Of(string words) => new GoldText(words).Text;

    /// <summary>Where words stand, all places in order.</summary>
    public List<TextSpan> Places(string words)
    {
        var (plain, found) = (Of(words), new List<TextSpan>());
        if (plain.Length == 0)
            return found;
        for (
            var at = Text.IndexOf(plain, StringComparison.Ordinal);
            at >= 0;
            at = Text.IndexOf(plain, at + plain.Length, StringComparison.Ordinal)
        )
            found.Add(new TextSpan(at, at + plain.Length));
        return found;
    }

    /// <summary>Where words stand first, or null.</summary>
    public TextSpan? First(string words) => Places(words) is [var first, ..] ? first : null;

    /// <summary>Where a span of the original text stands in this one; null where it holds blanks alone.</summary>
    public TextSpan? Of(int start, int end)
    {
        var (first, last) = (At(start), Math.Min(At(end), Text.Length));
        return last > first ? new TextSpan(first, last) : null;
    }

    /// <summary>How many characters two places share; 0 where one is null.</summary>
    public static int Shared(TextSpan? a, TextSpan? b) =>
        a is { } x && b is { } y ? Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start)) : 0;

    private int At(int position) => Ordered.CountBefore(from, position, static (f, at) => f < at);

    // Golds of Markdown quote the file, and accounts what it shows.
    private static bool IsMarkup(char c) => c is '`' or '|' or '*' or '_';

    private static char Plain(char c) =>
        c switch
        {
            '\u2018' or '\u2019' or '\u02BC' => '\'',
            '\u201C' or '\u201D' or '\u00AB' or '\u00BB' => '"',
            >= '\u2010' and <= '\u2014' or '\u2212' => '-',
            _ => char.IsWhiteSpace(c) ? ' ' : c,
        };
}
