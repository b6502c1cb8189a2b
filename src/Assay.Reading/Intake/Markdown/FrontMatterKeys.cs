using Assay.Ground.Anchors;
using Assay.Reading.Intake.Page;

namespace Assay.Reading.Intake.Markdown;

/// <summary>Tells by the names of its keys what front matter says: <c>Date-Published</c>, <c>pubDate</c> and <c>date_published</c> are
/// one.</summary>
internal static class FrontMatterKeys
{
    /// <summary>The metadata of the pairs.</summary>
    /// <param name="pairs">Keys and values, in order; lists as one pair for each item.</param>
    public static DeclaredMetadata Read(List<KeyValuePair<string, string>> pairs)
    {
        var words = PageWords.English;
        Declared? First(IReadOnlyList<string> names, Func<string, bool>? isGood = null) =>
            names
                .SelectMany(n => pairs.Where(p => Folded(p.Key) == n && p.Value.Trim().Length > 0 && (isGood is null || isGood(p.Value))))
                .Select(p => new Declared(p.Value.Trim(), $"front matter {p.Key}"))
                .FirstOrDefault();
        var author = words.AuthorKeys.FirstOrDefault(n => pairs.Exists(p => Folded(p.Key) == n && p.Value.Trim().Length > 0));
        return new DeclaredMetadata
        {
            Title = First(words.TitleKeys),
            Section = First(words.SectionKeys),
            Published = First(words.DateKeys, v => PageDates.Declared(v) is not null),
            Site = First(words.SiteKeys),
            Language = First(words.LanguageKeys)?.Value,
            Authors = [.. pairs.Where(p => Folded(p.Key) == author).SelectMany(p => Authors(p.Key, p.Value.Trim()))],
        };
    }

    private static IEnumerable<Declared> Authors(string key, string value)
    {
        if (value.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
            value = value[3..];
        return Names.Parts(value, new TextSpan(0, value.Length)).Select(p => new Declared(p.Of(value), $"front matter {key}"));
    }

    private static string Folded(string key) => string.Concat(key.Where(char.IsLetter)).ToLowerInvariant();
}
