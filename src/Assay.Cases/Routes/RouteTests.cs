using Assay.Cases.Accounts;
using Assay.Cases.Books;
using Assay.Cases.Wording;
using Assay.Chronology.Edtf;
using Assay.Ground.Outcomes;
using Assay.Trade.Findings;

namespace Assay.Cases.Routes;

/// <summary>Puts the route claims of an account to the customs books.</summary>
internal static class RouteTests
{
    private const int Century = 100;

    /// <summary>What the books say of each claim, by its id; empty without books.</summary>
    /// <param name="account">The account.</param>
    /// <param name="books">The books.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<IReadOnlyDictionary<string, RouteVerdict>> Run(Account account, RouteBooks books, CancellationToken cancellation)
    {
        var verdicts = new Dictionary<string, RouteVerdict>(StringComparer.Ordinal);
        if (books.Lake is null)
            return verdicts;
        var usual = books.Currency is { } currency ? new BookOptions { Currency = currency } : new BookOptions();
        foreach (var route in account.Routes)
        {
            cancellation.ThrowIfCancellationRequested();
            var tested = TestRoute.Put(Request(route, usual), books, cancellation);
            if (!tested.Succeeded)
                return tested.Error;
            verdicts[route.Id] = tested.Value;
        }

        return verdicts;
    }

    // What an attached finding was asked with stands in for what the claim does not say, where it is a question that can be asked.
    private static RouteRequest Request(RouteItem route, BookOptions usual)
    {
        var claim = Claim(route);
        if (route.Findings is not [.., var last] || !Goods.AreNamed(last.List))
            return new RouteRequest(claim, usual);
        var options = new BookOptions
        {
            List = last.List,
            Origin = last.Origin,
            Since = last.Since,
            Level = last.Level,
            Frequency = last.Since % Century == 0 ? 'A' : 'M',
            Side = last.Side == EnumNames.Of(OutcomeSide.Imports) ? OutcomeSide.Imports : OutcomeSide.Exports,
            Currency = last.Unit,
        };
        var isAsked = Inquiry.Of(claim.Target, RouteTerms.Of(claim, options).Options).Succeeded;
        return new RouteRequest(claim, isAsked ? options : usual);
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

    // 2022-03 or 2022-03-05 as 202203; a year alone, or a season, is no month.
    private static int? Month(EdtfValue? since) =>
        since switch
        {
            EdtfDate { Precision: EdtfPart.Year } or EdtfDate { Season: not null } or null => null,
            EdtfInterval { Start.Date: { } start } => Month(start),
            _ => since.Earliest() is { IsBounded: true } first ? ((int)first.Year * Century) + first.Month : null,
        };
}
