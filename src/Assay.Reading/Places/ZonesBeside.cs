using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Places;

/// <summary>What the words around a clock say of its zone, where it states none and no statement names its keeper.</summary>
public static partial class ZonesBeside
{
    private const int Further = 2;

    /// <summary>The zone that commas or brackets set off before a clock in its sentence ("the handling sheet, in East Africa Time, has the
    /// doors open at 04:50"), or that stands behind it as that of the clock named before ("on the same Newfoundland clock"); else
    /// null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="clock">The clock.</param>
    public static ZoneMention? SetOff(string text, TextSpan sentence, TextSpan clock)
    {
        var zones = FreeZones.In(text, sentence);
        if (zones.LastOrDefault(z => z.Span.End <= clock.Start) is { } before)
            return IsSetOff(text, sentence, before.Span, clock.Start) ? before : null;
        return zones.FirstOrDefault(z => z.Span.Start >= clock.End) is { } behind && Same().IsMatch(text[clock.End..behind.Span.Start])
            ? behind
            : null;
    }

    private static bool IsSetOff(string text, TextSpan sentence, TextSpan zone, int clock) =>
        Opening().IsMatch(text[sentence.Start..zone.Start])
        && Closing().IsMatch(text[zone.End..clock])
        && !text.AsSpan(zone.End..clock).ContainsAnyInRange('0', '9');

    /// <summary>What was said last in the paragraph of whose clocks are in a zone ("The log is kept in Finnish time. ... The drencher was
    /// opened at 01.58"), or null.</summary>
    /// <param name="statements">The statements of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the clock stands.</param>
    public static ZoneStatement? Before(IReadOnlyList<ZoneStatement> statements, string text, int at) =>
        statements.Where(s => s.Span.End <= at && text.AsSpan(s.Span.End..at).IndexOf('\n') < 0).MaxBy(s => s.Zone.Span.Start)
            is { Keeper: not null } said
            ? said
            : null;

    /// <summary>What the next sentences of the paragraph say of the clocks of whoever was told of ("She was woken at 1:05. Her notes give
    /// Kabul time."), or null.</summary>
    /// <param name="statements">The statements of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="sentence">Index of the sentence of the clock.</param>
    public static ZoneStatement? Behind(
        IReadOnlyList<ZoneStatement> statements,
        string text,
        IReadOnlyList<Sentence> sentences,
        int sentence
    )
    {
        for (var i = sentence + 1; i <= sentence + Further && i < sentences.Count && sentences[i].Block == sentences[sentence].Block; i++)
            if (statements.FirstOrDefault(s => s.Span == sentences[i].Span) is { } said)
                return said is { Keeper: not null, Subject: { } subject } && IsTheirs(subject.Of(text)) ? said : null;
        return null;
    }

    // "Her notes", "both".
    private static bool IsTheirs(string words) =>
        words.Split(' ')[0].ToLowerInvariant() is var first
        && (ReferringWords.English.Owners.Contains(first) || ReferringWords.English.Several.Contains(first));

    [GeneratedRegex(@"[,(|\t]\s*[^,.;:()\d|\t]{0,40}$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*(?:[,)|\t\n]|like\b)")]
    private static partial Regex Closing();

    // "On the same Newfoundland clock", "at 05.10, likewise Swedish time".
    [GeneratedRegex(@"\b(?:on|by|in)\sthe\ssame\s$|^,\s(?:likewise|again|also|still),?\s(?:(?:on|by|in)\s)?(?:the\s)?$")]
    private static partial Regex Same();
}
