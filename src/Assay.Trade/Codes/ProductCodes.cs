using System.Text.RegularExpressions;

namespace Assay.Trade.Codes;

/// <summary>A product code as found in a file, brought to the lake's form.</summary>
/// <param name="Code">Digits with leading zeros, or TOTAL, or a confidential code as published.</param>
/// <param name="Level">CN8, HS6, HS4, HS2, TOTAL or OTHER.</param>
/// <param name="Repaired">What was repaired, or null.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
public sealed record ProductReading(string Code, string Level, string? Repaired, string? Refusal);

/// <summary>Reads product codes of one file. A leading zero that a spreadsheet took away is put back only where nothing else
/// fits.</summary>
/// <param name="zerosKept">True where the file has codes that start with 0, so that zeros were not taken away and an odd length is an
/// error.</param>
public sealed partial class ProductCodes(bool zerosKept)
{
    private const int LongestNational = 12;
    private const string Zero = "a lost leading zero of the product code was put back";

    /// <summary>What is said of a national code that was cut.</summary>
    public const string Cut = "a national code was cut to its first six digits (HS6)";

    /// <summary>Reporters whose eight digits are those of the Combined Nomenclature.</summary>
    public static IReadOnlyList<string> CombinedNomenclature { get; } =
    [.. DataText.Rows("Codes.Data.combined-nomenclature.csv").Select(r => r[0])];

    /// <summary>Length of the longest code of the file.</summary>
    public int LongestSeen { get; init; }

    /// <summary>A code without its label, and without the points, blanks and the apostrophe that keeps a spreadsheet from taking it for a
    /// number.</summary>
    public static string Bare(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var labelled = raw.IndexOf(": ", StringComparison.Ordinal);
        var text = (labelled > 0 ? raw[..labelled] : raw).Trim().Trim('\'');
        // "8471 Automatic data processing machines": a label behind a code.
        if (Labelled().Match(text) is { Success: true } match)
            text = match.Groups["code"].Value;
        // "SI3_AGG - TO - Total merchandise", as the World Trade Organization writes all goods.
        if (AllGoods().IsMatch(text))
            return "TO";
        // "WA84713000", as the German office writes the numbers of its list of goods.
        if (text.StartsWith("WA", StringComparison.Ordinal) && text.Length > 3 && text.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0)
            text = text[2..];
        // "HS17_8703", as the OECD writes codes of a revision.
        if (Revision().Match(text) is { Success: true } revision)
            text = text[revision.Length..];
        return Unlabelled(text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>What publishers write for all goods together, whatever the classification.</summary>
    internal static readonly string[] Totals = ["TOTAL", "TO", "AG0", "TOT", "_T"];

    /// <summary>Reads a code.</summary>
    /// <param name="raw">The code, or a label that ends in <c>[code]</c>.</param>
    /// <param name="hint">Digits the code should have where the file says so (2, 4, 6, 8), or empty.</param>
    public ProductReading Read(string raw, string hint)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var code = Bare(raw);
        if (code is "0" or "AllProducts" || Totals.Contains(code, StringComparer.OrdinalIgnoreCase))
            return new ProductReading("TOTAL", "TOTAL", null, null);

        if (
            code.Length < 2
                ? !char.IsAsciiDigit(code.FirstOrDefault())
                : !(char.IsAsciiDigit(code[0]) && code.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
        )
            return new ProductReading(raw, "OTHER", null, "the product code is not one of CN or HS");

        if (!code.All(char.IsAsciiDigit))
            return code.Length == 8 ? new ProductReading(code, "CN8", null, null) : new ProductReading(code, "OTHER", null, null);

        return int.TryParse(hint, out var digits) && digits is 2 or 4 or 6 or 8 ? ReadHinted(code, digits) : ReadUnhinted(code);
    }

    private static ProductReading ReadHinted(string code, int digits) =>
        code.Length == digits ? new ProductReading(code, Level(digits), null, null)
        : code.Length == digits - 1 ? new ProductReading("0" + code, Level(digits), Zero, null)
        : new ProductReading(code, "OTHER", null, "the product code does not have the length that its row states");

    private ProductReading ReadUnhinted(string code) =>
        code.Length is 2 or 4 or 6 or 8 ? new ProductReading(code, Level(code.Length), null, null)
        : code.Length is >= 9 and <= LongestNational ? new ProductReading(National(code)[..6], "HS6", Cut, null)
        : code.Length > 8 ? new ProductReading(code, "OTHER", null, null)
        : zerosKept || code[0] == '0' ? new ProductReading(code, "OTHER", null, "the product code has a length that CN and HS do not have")
        : new ProductReading("0" + code, Level(code.Length + 1), Zero, null);

    // Ten digits that all lost their zero are nine; an office that uses nine, such as Japan's, has none of ten.
    private string National(string code) => code.Length == LongestSeen - 1 && !zerosKept && LongestSeen == 10 ? "0" + code : code;

    [GeneratedRegex(@"^(?<code>\d{2,12}) +-? *\p{L}{2}")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^[A-Z0-9_]+ - TO - ")]
    private static partial Regex AllGoods();

    [GeneratedRegex(@"^HS\d\d_(?=\d)")]
    private static partial Regex Revision();

    private static string Unlabelled(string text)
    {
        var open = text.LastIndexOf('[');
        return open >= 0 && text.EndsWith(']') ? text[(open + 1)..^1] : text;
    }

    private static string Level(int digits) => digits == 8 ? "CN8" : $"HS{digits}";
}
