using System.Globalization;

namespace Assay.Trade.Codes;

/// <summary>Names of months in the languages that tables of trade are published in.</summary>
internal static class MonthNames
{
    private static readonly Dictionary<string, int> Words = DataText
        .Rows("Codes.Data.months.csv")
        .ToDictionary(r => r[0], r => int.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>The month 1 to 12 of a name such as <c>January</c>, <c>Sept.</c>, <c>март</c>, <c>03. Março</c> or <c>3月</c>, or
    /// null.</summary>
    public static int? Read(string text)
    {
        var word = text.Trim().TrimEnd('.');
        if (Words.TryGetValue(word, out var month))
            return month;
        // "03. Março": the number says it again.
        if (
            word.IndexOfAny(['.', ' ']) is > 0 and <= 2 and var end
            && int.TryParse(word.AsSpan(0, end), NumberStyles.None, null, out var told)
        )
            return Words.TryGetValue(word[end..].Trim('.', ' '), out var same) && same == told ? told : null;
        return
            word.Length is 2 or 3
            && word[^1] is '月' or '월'
            && int.TryParse(word.AsSpan(0, word.Length - 1), NumberStyles.None, null, out var number)
            && number is >= 1 and <= 12
            ? number
            : null;
    }
}
