using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Places;

namespace Assay.Cases.Drafting;

/// <summary>
/// Where a text says that the zone of a clock is not known: "their log gives no zone", "it does not say by whose clock". No other
/// statement
/// of the text then holds for it, and the zones of all places of the account may be meant. Words:
/// <c>Places/Data/en.zonetalk.txt</c>.
/// </summary>
internal static class NoZone
{
    private static readonly Regex Said = new(
        @"\b(?:" + string.Join('|', ZoneTalk.NoZone.Select(w => Regex.Escape(w).Replace(@"\ ", @"\s+"))) + @")\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    /// <summary>Where a text says it.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<TextSpan> In(string text) => [.. Said.Matches(text).Select(m => new TextSpan(m.Index, m.Index + m.Length))];

    /// <summary>True where the paragraph of a clock says so, or another one of the paper or whoever the clock is told by.</summary>
    /// <param name="telling">The clock and its sentence.</param>
    /// <param name="voice">Who tells it, in the words of the text, or null.</param>
    public static bool IsSaid(Telling telling, string? voice)
    {
        var (source, at) = (telling.Source, telling.Mention.Time!.Span.Start);
        var own = source.Document.Layer.Blocks[source.Sentences[source.SentenceAt(at)].Block].Span;
        foreach (var said in source.SilentOnZones)
        {
            if (own.Contains(said))
                return true;
            var sentence = source.Sentences[source.SentenceAt(said.Start)].Span;
            var before = source.Text.AsSpan(sentence.Start, Math.Max(0, said.Start - sentence.Start));
            if (voice is not null && LastWord(voice) is { Length: > 3 } word && before.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string LastWord(string voice) => voice[(voice.LastIndexOf(' ') + 1)..];
}
