using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Ground.Countries;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;

namespace Assay.Commands.Trade;

/// <summary>A re-routing claim taken apart.</summary>
/// <param name="Destination">The country through which goods are said to go.</param>
/// <param name="Target">Where they are said to end up.</param>
/// <param name="Since">First month, yyyymm.</param>
internal sealed partial record TradeClaim(string Destination, string Target, int Since)
{
    /// <summary>Reads a sentence that names a destination first, a target after "to" or "into", and a month and year after "since" or "from".</summary>
    public static Result<TradeClaim> Parse(string sentence)
    {
        var month = MonthPattern().Match(sentence);
        if (!month.Success || !DateTime.TryParseExact($"{month.Groups[1].Value} {month.Groups[2].Value}", "MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since))
            return Wrong(sentence, "a month", "Write, for example, \"since March 2022\".");
        var names = Countries(sentence);
        var target = names.FirstOrDefault(n => Regex.IsMatch(sentence[..n.Start], @"\b(to|into|for)\s+(the\s+)?$", RegexOptions.IgnoreCase));
        if (target.Code is null) return Wrong(sentence, "a target", "Write, for example, \"to Russia\".");
        var destination = names.FirstOrDefault(n => n.Code != target.Code);
        return destination.Code is null
            ? Wrong(sentence, "a destination", "Name the country through which the goods are said to go.")
            : new TradeClaim(destination.Code, target.Code, (since.Year * 100) + since.Month);
    }

    private static List<(int Start, string Code)> Countries(string sentence)
    {
        var words = WordPattern().Matches(sentence);
        var found = new List<(int, string)>();
        for (var i = 0; i < words.Count; i++)
            for (var length = Math.Min(4, words.Count - i); length >= 1; length--)
            {
                var text = sentence[words[i].Index..(words[i + length - 1].Index + words[i + length - 1].Length)];
                if (!char.IsUpper(text[0]) || text.Length < 3 || CountryTable.Shipped.Find(text) is not { Kind: "country" } country) continue;
                found.Add((words[i].Index, country.Code));
                i += length - 1;
                break;
            }

        return found;
    }

    private static Error Wrong(string sentence, string what, string hint) =>
        new(ErrorKind.Usage, $"The claim \"{sentence}\" does not name {what}.", hint);

    [GeneratedRegex(@"\b(?:since|from)\s+(\p{L}+)\s+(\d{4})", RegexOptions.IgnoreCase)]
    private static partial Regex MonthPattern();

    [GeneratedRegex(@"[\p{L}'’.-]+")]
    private static partial Regex WordPattern();
}
