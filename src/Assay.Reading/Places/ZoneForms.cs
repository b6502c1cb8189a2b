using System.Text.RegularExpressions;
using Assay.Ground.Anchors;

namespace Assay.Reading.Places;

/// <summary>Statements of zones that a form of words makes: "local time, GMT+6", an answer that is a zone, "ship's time is".</summary>
internal static partial class ZoneForms
{
    private const int Longest = 60;
    private const int Closing = 3; // a full stop and quotation marks
    private static readonly HashSet<string> Aboard = ReadingFiles.Words("Places.Data.en.zonetalk.txt").Set("aboard");

    /// <summary>The statement that a sentence makes, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The sentence.</param>
    public static ZoneStatement? Of(string text, TextSpan span) =>
        OfLocal(text, span) ?? OfAnswer(text, span) ?? OfShip(text, span) ?? OfFragment(text, span) ?? OfBoth(text, span);

    // "Local time, GMT+6": all that a sentence of a page's head says.
    internal static ZoneStatement? OfLocal(string text, TextSpan span) =>
        Local().Match(span.Of(text)) is { Success: true } local
        && FreeZones.At(text, span.Start + local.Length) is { } zone
        && span.End - zone.Span.End <= Closing
            ? new ZoneStatement(span, zone, null, new HashSet<string>())
            : null;

    [GeneratedRegex(@"^(?:all\s+)?(?:local\s+times?|times?\s+local)\s*[,:(–-]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Local();

    // "On which clock is it? - Bougainville time, ma'am." The answer is of the clocks of whoever gives it.
    private static ZoneStatement? OfAnswer(string text, TextSpan span)
    {
        if (Turn().Match(span.Of(text)) is not { Success: true } turn)
            return null;
        var at = span.Start + turn.Length;
        return FreeZones.Named(text, at, span.End) is { } zone && zone.Span.Start == at && Answer().IsMatch(text[zone.Span.End..span.End])
            ? new ZoneStatement(span, zone, ZoneStatements.Content(turn.Groups[1].Value), new HashSet<string>())
            : null;
    }

    [GeneratedRegex(@"^(\p{Lu}[\p{L}.’' -]{1,40})(?:\s\([^()]{1,60}\))?:\s+(?:(?:in|on|by)\s)?", RegexOptions.IgnoreCase)]
    private static partial Regex Turn();

    [GeneratedRegex(@"^(?:,\s[\p{L}.’' ]{1,20})?[.!]?\s*$")]
    private static partial Regex Answer();

    // "Both keep island time, and the road takes twenty minutes": of whoever was named last.
    private static ZoneStatement? OfBoth(string text, TextSpan span)
    {
        var first = span.Of(text).Split(' ', 2)[0];
        return
            ReferringWords.English.Several.Contains(first.ToLowerInvariant())
            && FreeZones.In(text, span) is [var zone]
            && !text.AsSpan(span.Start..zone.Span.Start).ContainsAnyInRange('0', '9')
            ? new ZoneStatement(span, zone, new HashSet<string> { first.ToLowerInvariant() }, new HashSet<string>())
            {
                Subject = new TextSpan(span.Start, span.Start + first.Length),
            }
            : null;
    }

    // "(CAT, UTC+2) in this table", "throughout".
    [GeneratedRegex(@"^\s*(?:[(,]?[^().]{0,20}\)\s*)?(?:,?\s*(?:throughout|(?:in|for|on|to)\s(?:this|the|all)\s(?:\w+\s){0,2}\w+))?[.:]?$")]
    private static partial Regex Whole();

    // "Swedish time.", "Kigali time in this table.": a line of its own under a heading.
    private static ZoneStatement? OfFragment(string text, TextSpan span) =>
        span.Length <= Longest
        && span.Start > 0
        && text[span.Start - 1] == '\n'
        && FreeZones.Named(text, span.Start, span.End) is { } zone
        && zone.Span.Start == span.Start
        && Whole().IsMatch(text[zone.Span.End..span.End])
            ? new ZoneStatement(span, zone, null, new HashSet<string>()) { IsOfSection = true }
            : null;

    // "The log is kept in ship's time, and ship's time is Newfoundland time": all that is kept aboard.
    private static ZoneStatement? OfShip(string text, TextSpan span)
    {
        foreach (Match ship in Ships().Matches(span.Of(text)))
        {
            var at = span.Start + ship.Index + ship.Length;
            if (FreeZones.Named(text, at, span.End) is { } zone && zone.Span.Start == at)
                return new ZoneStatement(span, zone, Aboard, new HashSet<string>());
        }

        return null;
    }

    [GeneratedRegex(@"\bship(?:'s|’s|s)?[ -]time(?:,? which)?(?:\s(?:is|was|being|equals)\s|,\s|\s\()", RegexOptions.IgnoreCase)]
    private static partial Regex Ships();
}
