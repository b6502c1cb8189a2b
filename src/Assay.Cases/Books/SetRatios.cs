using Assay.Ground.Outcomes;
using Assay.Trade.Findings;
using Assay.Trade.Flows;
using Assay.Trade.Money;

namespace Assay.Cases.Books;

/// <summary>What to set against what.</summary>
/// <param name="Lake">The lake's directory.</param>
/// <param name="Years">The year compared, last of them; with <paramref name="Mirror"/> all of them.</param>
/// <param name="Mirror">Whether what is sent is set against what is received, in place of base years.</param>
public sealed record RatiosRequest(string Lake, IReadOnlyList<int> Years, bool Mirror)
{
    /// <summary>The base years; needed where there is no mirror.</summary>
    public IReadOnlyList<int> Base { get; init; } = [];

    /// <summary>As in <see cref="BookOptions.Origin"/>, but not every reporter.</summary>
    public string Origin { get; init; } = BookOptions.Union;

    /// <summary>Level of the products.</summary>
    public string Level { get; init; } = "TOTAL";

    /// <summary>A (years) or M (months, summed to years).</summary>
    public char Frequency { get; init; } = 'A';

    /// <summary>Currency of the amounts; null for that of the bloc's exports where they are in one, else euros.</summary>
    public string? Currency { get; init; }

    /// <summary>As in <see cref="BookOptions.Rates"/>.</summary>
    public string? Rates { get; init; }

    /// <summary>Least mean of the base years, in that currency.</summary>
    public double Least { get; init; }
}

/// <summary>A destination with one ratio per year, sent over received; NaN where either side does not report.</summary>
/// <param name="Destination">ISO alpha-2.</param>
/// <param name="Ratios">One per year asked for.</param>
public sealed record MirrorRatio(string Destination, IReadOnlyList<double> Ratios);

/// <summary>The ratios; one of the lists is empty.</summary>
/// <param name="Based">Against the base years, highest first.</param>
/// <param name="Mirrored">Sent over received, highest in the last year first.</param>
public sealed record RatiosReply(IReadOnlyList<BaseRatio> Based, IReadOnlyList<MirrorRatio> Mirrored)
{
    /// <summary>Currency of the amounts.</summary>
    public string Currency { get; init; } = BookOptions.StandardCurrency;
}

/// <summary>Sets a year against base years by destination, or what was sent against what was received. No model.</summary>
public sealed class SetRatios
{
    /// <summary>Sets them.</summary>
    /// <returns>The ratios, or the error where there is nothing to compare.</returns>
    public static Result<RatiosReply> Run(RatiosRequest request)
    {
        if (!request.Mirror && request.Base.Count == 0)
            return new Error(
                ErrorKind.Usage,
                "There is nothing to compare with.",
                "Give base years, as in --base 2019,2020,2021, or --mirror."
            );
        var (origin, rates) = (Bloc.Of(request.Origin), RateFile.Over(request.Rates));
        if ((origin.Error ?? rates.Error) is { } wrong)
            return wrong;
        if (origin.Value.Reporters is not { } bloc)
            return new Error(ErrorKind.Usage, "A ratio needs a bloc.", "Give --origin EU27 or reporters with commas.");
        var opened = OpenBooks.In(request.Lake);
        if (!opened.Succeeded)
            return opened.Error;
        using var books = opened.Value;
        var terms = new FlowTerms(request.Frequency, request.Currency ?? books.Currency(bloc), rates.Value);
        var reply = request.Mirror
            ? new RatiosReply([], Mirrored(books, bloc, request, terms))
            : new RatiosReply(Based(books, bloc, request, terms), []);
        reply = reply with { Currency = terms.Currency };
        if (reply.Based.Count + reply.Mirrored.Count > 0)
            return reply;
        return new Error(
            ErrorKind.Input,
            $"The lake holds no {request.Level} trade of these years to compare.",
            "Check --level, --frequency, --years and --base against what was imported."
        );
    }

    private static IReadOnlyList<BaseRatio> Based(
        OpenBooks books,
        IReadOnlyCollection<string> bloc,
        RatiosRequest request,
        FlowTerms terms
    ) => BaseRatios.Of(books.Columns, bloc, request.Level, terms, request.Base, request.Years[^1], request.Least);

    private static IReadOnlyList<MirrorRatio> Mirrored(
        OpenBooks books,
        IReadOnlyCollection<string> bloc,
        RatiosRequest request,
        FlowTerms terms
    ) =>
        [
            .. BaseRatios
                .Mirror(books.Columns, bloc, request.Level, terms, request.Years)
                .OrderByDescending(r => double.IsFinite(r.Value[^1]) ? r.Value[^1] : -1)
                .Select(r => new MirrorRatio(r.Key, r.Value)),
        ];
}
