using System.Collections.Frozen;

namespace Assay.Reading.Intake.Html;

/// <summary>
/// Measures how deep a page nests its elements before it is parsed. The work of parser and readability library grows with the square of
/// that depth
/// and their calls go as deep, so a page beyond the limits is refused; browsers too stop at a depth of 512. It follows the parser's own
/// rules of
/// what closes what as far as the depth needs them, in one pass.
/// </summary>
internal sealed class HtmlNesting
{
    /// <summary>Most elements that may lie inside each other.</summary>
    public const int Deepest = 512;

    /// <summary>Most elements that a parser may make anew because formatting was left open across blocks.</summary>
    public const int MostReopened = 200_000;

    private const int MostAlike = 3;
    private static readonly FrozenSet<string> Void = Words(
        "area base br col embed frame hr img input keygen link meta param source track wbr"
    );
    private static readonly FrozenSet<string> Raw = Words("script style textarea title xmp iframe noembed noframes");
    private static readonly FrozenSet<string> Formatting = Words("a b big code em font i nobr s small strike strong tt u");
    private static readonly FrozenSet<string> Bounds = Words("table td th caption button object template marquee applet select");
    private static readonly FrozenSet<string> Items = Words("li dd dt option optgroup tr td th thead tbody tfoot rp rt");
    private static readonly FrozenSet<string> Lists = Words("ul ol dl table select ruby menu");
    private static readonly FrozenSet<string> Phrasing = Words(
        "abbr bdi bdo cite data del dfn ins kbd label mark math meter output progress q ruby samp span sub sup svg time var"
    );

    private readonly string html;
    private readonly List<string> open = [];
    private readonly List<string> formatting = [];
    private int reopened;

    private HtmlNesting(string html) => this.html = html;

    /// <summary>True where the page goes beyond a limit.</summary>
    public static bool IsTooDeep(string html) => new HtmlNesting(html).Measure();

    private bool Measure()
    {
        for (
            var at = html.IndexOf('<', StringComparison.Ordinal);
            at >= 0 && at + 1 < html.Length;
            at = at < html.Length ? html.IndexOf('<', at) : -1
        )
        {
            at = html[at + 1] switch
            {
                '!' or '?' => AfterComment(at),
                '/' => End(at + 2),
                var c when char.IsAsciiLetter(c) => Start(at + 1),
                _ => at + 1,
            };
            if (open.Count > Deepest || reopened > MostReopened)
                return true;
        }

        return false;
    }

    private int AfterComment(int at)
    {
        if (!html.AsSpan(at).StartsWith("<!--"))
            return at + 2;
        var end = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
        return end < 0 ? html.Length : end + 3;
    }

    private int Start(int at)
    {
        var (name, end) = NameAt(at);
        var close = html.IndexOf('>', end);
        if (close < 0)
            return html.Length;
        if (Raw.Contains(name))
            return AfterRaw(name, close + 1);
        var isForeign = html[close - 1] == '/' && open.Exists(o => o is "svg" or "math");
        if (Void.Contains(name) || isForeign)
            return end;
        if (Formatting.Contains(name))
            Format(name, html[(at - 1)..close]);
        else if (!Phrasing.Contains(name))
            Block(name);
        open.Add(name);
        return end;
    }

    private int End(int at)
    {
        var (name, end) = NameAt(at);
        var last = open.LastIndexOf(name);
        if (last >= 0)
            open.RemoveRange(last, open.Count - last);
        var format = formatting.FindLastIndex(f => IsOf(f, name));
        if (format >= 0)
            formatting.RemoveAt(format);
        return end;
    }

    // A block or an item closes the paragraph or item before it; formatting left open is opened anew in it.
    private void Block(string name)
    {
        reopened += formatting.Count;
        if (Items.Contains(name))
            CloseUpTo(name, Lists);
        else
            CloseUpTo("p", Bounds);
    }

    // Unless a boundary lies between.
    private void CloseUpTo(string name, FrozenSet<string> bounds)
    {
        for (var i = open.Count - 1; i >= 0 && !bounds.Contains(open[i]); i--)
        {
            if (open[i] != name)
                continue;
            open.RemoveRange(i, open.Count - i);
            return;
        }
    }

    // A link closes the link before it, and of tags written alike at most three stay open.
    private void Format(string name, string tag)
    {
        if (name == "a")
            formatting.RemoveAll(f => IsOf(f, "a"));
        if (name == "a" && open.LastIndexOf("a") is var link and >= 0)
            open.RemoveAt(link);
        if (formatting.Count(f => f == tag) >= MostAlike)
            formatting.Remove(tag);
        if (formatting.Count <= Deepest)
            formatting.Add(tag);
    }

    private static bool IsOf(string tag, string name) =>
        tag.AsSpan(1).StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (tag.Length == name.Length + 1 || !char.IsAsciiLetterOrDigit(tag[name.Length + 1]));

    private int AfterRaw(string name, int at)
    {
        var end = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : end + 2 + name.Length;
    }

    private (string Name, int End) NameAt(int at)
    {
        const int longest = 32;
        var end = at;
        while (end < html.Length && end - at < longest && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':'))
            end++;
        return (html[at..end].ToLowerInvariant(), end);
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
