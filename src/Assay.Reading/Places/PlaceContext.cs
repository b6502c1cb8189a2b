using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Places;

/// <summary>What the words around a name say of it: that it is a place, part of another name, in which country.</summary>
/// <param name="text">The text.</param>
internal sealed class PlaceContext(string text)
{
    private const int ShortLine = 60;
    private readonly PlaceWords words = PlaceWords.English;

    /// <summary>True after "in", "near", "from" and their like, and where a short line ends in it behind a comma.</summary>
    public bool IsLocated(PlaceMention mention) =>
        (words.Locative.Contains(Before(mention.Span)) || IsEndOfLine(mention.Span)) && !IsNumbered(mention);

    /// <summary>True where only a name is written with a capital: in mid-sentence, without an article, and in no other name.</summary>
    public bool IsName(PlaceMention mention) =>
        !mention.IsInName
        && !IsNumbered(mention)
        && Before(mention.Span) is { Length: > 0 } before
        && char.IsLetterOrDigit(before[0])
        && char.IsLetterOrDigit(before[^1])
        && !words.Article.Contains(before);

    /// <summary>True for the name of a vessel or a firm: "the tanker Lisbon", "Perth Holdings".</summary>
    public bool IsOtherName(PlaceMention mention) =>
        words.Vessel.Contains(Before(mention.Span))
        || After(mention.Span) is { Length: > 0 } after && char.IsUpper(after[0]) && words.Firm.Contains(after);

    /// <summary>True for a stop or a street called after a place: "Stalingrad station".</summary>
    public bool IsStop(PlaceMention mention) => words.Stop.Contains(After(mention.Span));

    /// <summary>True where the next mention says which country this one is in: "Rome, New York", "Paris (Texas)".</summary>
    public bool IsQualifiedBy(PlaceMention mention, PlaceMention next) =>
        next.Span.Start == mention.Span.End + 2
        && text.AsSpan(mention.Span.End, 2) is ", " or " ("
        && (next.Candidates[0].Kind != PlaceKind.City || words.State.Contains(PlaceNames.Fold(next.Name)));

    // "CORONER'S COURT, OAMARU": the line of a head.
    private bool IsEndOfLine(TextSpan span)
    {
        if (span.Start < 2 || text.AsSpan(span.Start - 2, 2) is not ", " || span.End < text.Length && text[span.End] != '\n')
            return false;
        var start = text.LastIndexOf('\n', span.Start - 1) + 1;
        return span.End - start <= ShortLine && text.AsSpan(start, span.Start - 2 - start).IndexOfAny(",.;:") < 0;
    }

    // "Delta 1989" is a flight, a unit, a number of a series.
    private bool IsNumbered(PlaceMention mention) => After(mention.Span) is { Length: > 0 } after && char.IsAsciiDigit(after[0]);

    // The word one space before, or "".
    private string Before(TextSpan span)
    {
        if (span.Start < 2 || text[span.Start - 1] != ' ')
            return "";
        var at = span.Start - 1;
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
            at--;
        return text[at..(span.Start - 1)];
    }

    // The word one space after, without the mark behind it, or "".
    private string After(TextSpan span)
    {
        if (span.End + 1 >= text.Length || text[span.End] != ' ')
            return "";
        var end = span.End + 1;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text[(span.End + 1)..end];
    }
}
