using System.Globalization;
using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Places;

namespace Assay.Cases.Drafting;

/// <summary>
/// The place of the body that a page is headed with ("AKERU CITY ASSEMBLY", "FIRE BRIGADE OF LANTO, NEPAL"): a guess, for texts that name no place
/// themselves.
/// </summary>
internal static class HeadSeats
{
    private const int Lines = 6;
    private const int LongestLine = 120;
    private const int LongestName = 3;
    private static readonly HashSet<string> Bodies =
    [
        .. ReferringWords.English.Institutions,
        .. ReferringWords.English.Crews,
        .. ReferringWords.English.Settlements,
        .. ReferringWords.English.Sites,
        .. ReferringWords.English.Offices,
    ];

    /// <summary>The seat, or null.</summary>
    /// <param name="layer">The text and its blocks.</param>
    public static Seat? Of(TextLayer layer)
    {
        foreach (var line in layer.Blocks.Take(Lines).TakeWhile(b => b.Kind != BlockKind.Paragraph).Select(b => b.Span.Of(layer.Text)))
            if (line.Length <= LongestLine && In(line) is { } place)
                return new Seat(place.Name, place, place.Zones, $"the head of the page: “{line.Trim()}”") { Evidence = Evidence.Guessed };
        return null;
    }

    private static PlaceCandidate? In(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var length = LongestName; length > 0; length--)
        for (var i = 0; i + length <= words.Length; i++)
            if (IsOfBody(words, i, length) && Find(words, i, length) is { } place)
                return place;
        return null;
    }

    // "Akeru City", "City of Akeru", "Brigade, Nepal".
    private static bool IsOfBody(string[] words, int from, int length) =>
        from + length < words.Length && IsBody(words[from + length])
        || from > 1 && words[from - 1].Equals("of", StringComparison.OrdinalIgnoreCase) && IsBody(words[from - 2])
        || from > 0 && words[from - 1].EndsWith(',') && IsBody(words[from - 1]);

    private static bool IsBody(string word) => Bodies.Contains(word.Trim(',', '.', ':').ToLowerInvariant());

    private static PlaceCandidate? Find(string[] words, int from, int length)
    {
        var name = string.Join(' ', words.AsSpan(from, length).ToArray()).Trim(',', '.', ':', ';', '(', ')');
        if (name.Length < 3 || !char.IsUpper(name[0]) || words[from..(from + length)].Any(IsBody))
            return null;
        var called = name.Any(char.IsLower) ? name : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());
        return Gazetteer.Find(called) is [var place, ..] ? place : null;
    }
}
