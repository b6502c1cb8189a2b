using System.Globalization;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;

namespace Assay.Trade.Money;

/// <summary>A user's own table of rates: a CSV of <c>month,from,to,rate</c>, where one unit of FROM is worth RATE units of TO in that
/// month.</summary>
public static class RateFile
{
    private const string Head = "month,from,to,rate";
    private const string Hint = "Write lines such as 2022-03,KGS,USD,0.0105 below the header month,from,to,rate.";
    private const int CodeLength = 3;

    /// <summary>The shipped rates beneath those of a file, which win wherever they say something.</summary>
    /// <param name="path">The file; null for the shipped rates alone.</param>
    /// <returns>The rates, or the error with the line that is wrong.</returns>
    public static Result<ExchangeRates> Over(string? path)
    {
        if (path is null)
            return ExchangeRates.Shipped;
        try
        {
            return Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error(
                ErrorKind.Input,
                $"The table of rates cannot be read: {e.Message}",
                "Check the path of --rates.",
                new Location(path)
            );
        }
    }

    private static Result<ExchangeRates> Read(string path)
    {
        var rates = new Dictionary<(string, string, int), double>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var text = line.TrimStart('\uFEFF').Trim();
            if (text.Length == 0 || text[0] == '#')
                continue;
            if (text.Equals(Head, StringComparison.OrdinalIgnoreCase))
                continue;
            if (Row(DataText.SplitCsv(text)) is not { } row)
                return new Error(ErrorKind.Input, $"'{text}' is not a dated rate.", Hint, new Location(path, number));
            rates[row.Key] = row.Rate;
        }

        return rates.Count > 0
            ? ExchangeRates.Shipped.Below(rates, Path.GetFileName(path))
            : new Error(ErrorKind.Input, "The table of rates holds none.", Hint, new Location(path));
    }

    private static ((string, string, int) Key, double Rate)? Row(string[] fields)
    {
        if (fields.Length != 4 || PeriodText.Read(fields[0]) is not ('M', var month))
            return null;
        var (from, to) = (fields[1].Trim().ToUpperInvariant(), fields[2].Trim().ToUpperInvariant());
        if (from.Length != CodeLength || to.Length != CodeLength)
            return null;
        return double.TryParse(fields[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and < 1e300
            ? ((from, to, month), rate)
            : null;
    }
}
