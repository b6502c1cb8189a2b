using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Ground.Countries;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;

namespace Assay.Cases.Routes;

/// <summary>Reads a route claim out of one sentence that was written to be tested.</summary>
public static partial class RouteSentence
{
    private const int MostWords = 4;
    private const int ShortestName = 3;

    /// <summary>Reads a sentence that names a destination first, a target after "to" or "into", and a month and year after "since" or
    /// "from".</summary>
    /// <returns>The claim, or the error that says what the sentence does not name.</returns>
    public static Result<RouteClaim> Read(string sentence)
    {
        if (Since(sentence) is not { } since)
            return Wrong(sentence, "a month", "Write, for example, \"since March 2022\".");
        var names = Countries(sentence);
        var target = names.FirstOrDefault(n => TargetPattern().IsMatch(sentence[..n.Start])).Code;
        if (target is null)
            return Wrong(sentence, "a target", "Write, for example, \"to Russia\".");
        var destination = names.FirstOrDefault(n => n.Code != target).Code;
        return destination is null
            ? Wrong(sentence, "a destination", "Name the country through which the goods are said to go.")
            : new RouteClaim([destination], target) { Since = since };
    }

    private static int? Since(string sentence)
    {
        var named = MonthPattern().Match(sentence);
        var text = $"{named.Groups[1].Value} {named.Groups[2].Value}";
        return DateTime.TryParseExact(text, "MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? (month.Year * 100) + month.Month
            : null;
    }

    // The longest names first, from left to right, none inside another.
    private static List<(int Start, string Code)> Countries(string sentence)
    {
        var words = WordPattern().Matches(sentence);
        var found = new List<(int, string)>();
        for (var i = 0; i < words.Count; i++)
        for (var length = Math.Min(MostWords, words.Count - i); length >= 1; length--)
        {
            var last = words[i + length - 1];
            if (Country(sentence[words[i].Index..(last.Index + last.Length)]) is not { } code)
                continue;
            found.Add((words[i].Index, code));
            i += length - 1;
            break;
        }

        return found;
    }

    private static string? Country(string text) =>
        char.IsUpper(text[0]) && text.Length >= ShortestName && CountryTable.Shipped.Find(text) is { Kind: "country" } country
            ? country.Code
            : null;

    private static Error Wrong(string sentence, string what, string hint) =>
        new(ErrorKind.Usage, $"The claim \"{sentence}\" does not name {what}.", hint);

    [GeneratedRegex(@"\b(?:since|from)\s+(\p{L}+)\s+(\d{4})", RegexOptions.IgnoreCase)]
    private static partial Regex MonthPattern();

    [GeneratedRegex(@"\b(to|into|for)\s+(the\s+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex TargetPattern();

    [GeneratedRegex(@"[\p{L}'’.-]+")]
    private static partial Regex WordPattern();
}
