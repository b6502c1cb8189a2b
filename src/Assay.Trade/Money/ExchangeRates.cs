using System.Collections.Frozen;
using System.Globalization;
using Assay.Trade.Codes;

namespace Assay.Trade.Money;

/// <summary>
/// Dated monthly exchange rates. A month without a rate is unknown: nothing is interpolated and no neighbouring month stands in.
/// Immutable
/// and safe
/// for use by several threads.
/// </summary>
public sealed class ExchangeRates
{
    /// <summary>The currency that every leg of the shipped table is told in.</summary>
    public const string Dollar = "USD";

    private const string Shipment = "Federal Reserve G.5, monthly means";
    private const int MonthsInYear = 12;
    private static readonly Lazy<ExchangeRates> Table = new(() => new(Read(), new Dictionary<(string, string, int), double>(), Shipment));
    private readonly FrozenDictionary<(string Currency, int Month), double> dollars;
    private readonly FrozenDictionary<(string From, string To, int Month), double> given;

    private ExchangeRates(
        IReadOnlyDictionary<(string, int), double> dollars,
        IReadOnlyDictionary<(string, string, int), double> given,
        string source
    ) => (this.dollars, this.given, Source) = (dollars.ToFrozenDictionary(), given.ToFrozenDictionary(), source);

    /// <summary>The table that ships: 22 currencies and the US dollar from January 1999.</summary>
    public static ExchangeRates Shipped => Table.Value;

    /// <summary>Where the rates come from, as it stands on a card.</summary>
    public string Source { get; }

    /// <summary>What one unit of a currency was worth in another, on the mean of a month; of a year, on the mean of its twelve
    /// months.</summary>
    /// <param name="from">ISO 4217 code.</param>
    /// <param name="to">ISO 4217 code.</param>
    /// <param name="period">yyyymm, or yyyy00 for a year.</param>
    /// <returns>The rate; 1 where both currencies are the same; NaN where there is none, or a month of the year has none.</returns>
    public double Factor(string from, string to, int period)
    {
        if (from == to)
            return 1;
        if (period % 100 != 0)
            return InMonth(from, to, period);
        return Enumerable.Range(1, MonthsInYear).Average(m => InMonth(from, to, period + m));
    }

    /// <summary>These rates beneath others that win wherever they say something.</summary>
    /// <param name="rates">From currency, to currency and month to a rate.</param>
    /// <param name="source">Where they come from.</param>
    internal ExchangeRates Below(IReadOnlyDictionary<(string From, string To, int Month), double> rates, string source) =>
        new(dollars, rates, $"{source}, else {Source}");

    private double InMonth(string from, string to, int month)
    {
        if (Pair(from, to, month) is var direct && double.IsFinite(direct))
            return direct;
        return Dollars(from, month) / Dollars(to, month);
    }

    private double Pair(string from, string to, int month) =>
        given.TryGetValue((from, to, month), out var rate) ? rate
        : given.TryGetValue((to, from, month), out var other) ? 1 / other
        : double.NaN;

    // A currency that the user's table tells in another than the dollar is worth what that one is.
    private double Dollars(string currency, int month)
    {
        if (currency == Dollar)
            return 1;
        if (Pair(currency, Dollar, month) is var said && double.IsFinite(said))
            return said;
        if (dollars.TryGetValue((currency, month), out var rate))
            return rate;
        foreach (var ((from, to, when), _) in given)
            if (when == month && (from == currency || to == currency))
            {
                var other = from == currency ? to : from;
                if (dollars.TryGetValue((other, month), out var leg))
                    return Pair(currency, other, month) * leg;
            }

        return double.NaN;
    }

    private static Dictionary<(string, int), double> Read()
    {
        var rates = new Dictionary<(string, int), double>();
        string[]? head = null;
        foreach (var line in DataText.All("Money.Data.exchange-rates.csv").Where(l => l.Length > 0 && l[0] != '#'))
        {
            var fields = line.Split(',');
            if (head is null)
            {
                head = fields;
                continue;
            }

            var month = int.Parse(fields[0].Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            for (var c = 1; c < fields.Length; c++)
                if (fields[c].Length > 0)
                    rates[(head[c], month)] = double.Parse(fields[c], CultureInfo.InvariantCulture);
        }

        return rates;
    }
}
