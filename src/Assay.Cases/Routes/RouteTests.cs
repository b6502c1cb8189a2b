using Assay.Cases.Accounts;
using Assay.Cases.Books;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Routes;

/// <summary>Puts the route claims of an account to the customs books.</summary>
internal static class RouteTests
{
    private const int Century = 100;

    /// <summary>What the books say of each claim, by its id; empty without books.</summary>
    /// <param name="account">The account.</param>
    /// <param name="lake">Directory of the books, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="currency">Currency of the amounts; null for the usual one.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<IReadOnlyDictionary<string, RouteVerdict>> Run(
        Account account,
        string? lake,
        CancellationToken cancellation,
        string? currency = null
    )
    {
        var verdicts = new Dictionary<string, RouteVerdict>(StringComparer.Ordinal);
        if (lake is null)
            return verdicts;
        var options = currency is null ? new BookOptions() : new BookOptions { Currency = currency };
        foreach (var route in account.Routes)
        {
            cancellation.ThrowIfCancellationRequested();
            var tested = TestRoute.Run(new RouteRequest(Claim(route), options), lake, cancellation);
            if (!tested.Succeeded)
                return tested.Error;
            verdicts[route.Id] = tested.Value;
        }

        return verdicts;
    }

    // Goods in words are in no tariff: the goods are those of the list, as where none are named.
    private static RouteClaim Claim(RouteItem route) =>
        new(route.Through, route.To)
        {
            Voice = route.Voice.Count > 0 ? route.Voice[^1] : null,
            Origin = route.From.Count > 0 ? string.Join(',', route.From) : null,
            Since = Month(route.Since),
            Forecast = route.Forecast,
        };

    // "2022-03" or "2022-03-05" as 202203; a year alone is no month.
    private static int? Month(string? since) =>
        since is { Length: >= 7 }
        && int.TryParse(since.AsSpan(0, 4), out var year)
        && int.TryParse(since.AsSpan(5, 2), out var month)
        && month is >= 1 and <= 12
            ? (year * Century) + month
            : null;
}
