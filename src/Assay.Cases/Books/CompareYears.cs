using Assay.Ground.Outcomes;
using Assay.Trade.Findings;
using Assay.Trade.Flows;
using Assay.Trade.Money;

namespace Assay.Cases.Books;

/// <summary>Which years to set side by side.</summary>
/// <param name="Lake">The lake's directory.</param>
/// <param name="Years">The years, ascending; at least one.</param>
public sealed record YearsRequest(string Lake, IReadOnlyList<int> Years)
{
    /// <summary>As in <see cref="BookOptions.Origin"/>.</summary>
    public string Origin { get; init; } = BookOptions.Union;

    /// <summary>Level of the products.</summary>
    public string Level { get; init; } = "CN8";

    /// <summary>Goods to keep, as in <see cref="BookOptions.List"/>; null for all of the level.</summary>
    public string? List { get; init; }

    /// <summary>First and last month.</summary>
    public (int First, int Last) Months { get; init; } = (1, 12);

    /// <summary>Whether only products traded in every one of the years count.</summary>
    public bool EveryYear { get; init; }

    /// <summary>Least value of a market that doubled.</summary>
    public double LeastMarket { get; init; }

    /// <summary>Currency of the sums; null for that of the bloc's exports where they are in one, else euros.</summary>
    public string? Currency { get; init; }

    /// <summary>As in <see cref="BookOptions.Rates"/>.</summary>
    public string? Rates { get; init; }

    /// <summary>Destinations to add up, codes or names.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];
}

/// <summary>Exports to one destination, per year.</summary>
/// <param name="Destination">ISO alpha-2.</param>
/// <param name="Sums">One sum per year asked for.</param>
public sealed record YearSums(string Destination, IReadOnlyList<double> Sums);

/// <summary>The years side by side.</summary>
/// <param name="Products">How many products were added up.</param>
/// <param name="Destinations">Every destination, that which grew most in the last year first.</param>
/// <param name="Together">Sums per year over the destinations that were to be added up and are in the data.</param>
/// <param name="Counted">How many those are.</param>
/// <param name="Absent">Those that are not in the data.</param>
/// <param name="Markets">Markets (reporter, destination, product) above the least value that more than doubled.</param>
/// <param name="MarketShare">Their share of the last year, 0 to 1; NaN where nothing was traded.</param>
public sealed record YearsReply(
    int Products,
    IReadOnlyList<YearSums> Destinations,
    IReadOnlyList<double> Together,
    int Counted,
    IReadOnlyList<string> Absent,
    int Markets,
    double MarketShare
)
{
    /// <summary>Currency of the sums.</summary>
    public string Currency { get; init; } = BookOptions.StandardCurrency;

    /// <summary>The rates that reports in other currencies were converted by.</summary>
    public IReadOnlyList<RateUsed> Rates { get; init; } = [];
}

/// <summary>Adds up exports over the same months of several years, without a model.</summary>
public sealed class CompareYears
{
    /// <summary>Adds up.</summary>
    /// <returns>The sums, or the error where the lake has none.</returns>
    public static Result<YearsReply> Run(YearsRequest request)
    {
        var opened = OpenBooks.In(request.Lake);
        if (!opened.Succeeded)
            return opened.Error;
        using var books = opened.Value;
        var (bloc, rates, together) = (
            Bloc.Of(request.Origin),
            RateFile.Over(request.Rates),
            Bloc.Codes(string.Join(',', request.Together))
        );
        if ((bloc.Error ?? rates.Error ?? together.Error) is { } wrong)
            return wrong;
        var codes = request.List is { } named ? Goods.Codes(named) : new Result<IReadOnlyList<string>>?();
        if (codes is { Succeeded: false } refused)
            return refused.Error;
        bool Keeps(string code) => codes is not { } kept || kept.Value.Any(k => code.StartsWith(k, StringComparison.Ordinal));
        var currency = request.Currency ?? books.Currency(bloc.Value.Reporters);
        var result = Comparison.Of(
            books.Columns,
            bloc.Value.Reporters,
            request.Level,
            Keeps,
            [.. request.Years],
            request.Months,
            request.EveryYear,
            request.LeastMarket,
            new FlowTerms('M', currency, rates.Value)
        );
        if (result.Sums.Count > 0)
            return Reply(result, request with { Together = together.Value }) with { Currency = currency };
        return new Error(
            ErrorKind.Input,
            $"The lake holds no monthly exports at level {request.Level} of these years and this bloc.",
            "Check --level, --years, --months, --list and --origin against what was imported."
        );
    }

    private static YearsReply Reply(Comparison result, YearsRequest request)
    {
        var ordered = result.Sums.OrderByDescending(s => s.Value[^1] / Math.Max(1, s.Value[Math.Max(0, s.Value.Length - 2)]));
        var named = request.Together.Where(result.Sums.ContainsKey).ToList();
        return new YearsReply(
            result.Products,
            [.. ordered.Select(s => new YearSums(s.Key, s.Value))],
            [.. Enumerable.Range(0, request.Years.Count).Select(y => named.Sum(d => result.Sums[d][y]))],
            named.Count,
            [.. request.Together.Except(named)],
            result.Markets,
            result.MarketShare
        )
        {
            Rates = result.Rates,
        };
    }
}
