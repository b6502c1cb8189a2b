using Assay.Ground.Outcomes;
using Assay.Trade.Findings;

namespace Assay.Cases.Books;

/// <summary>Whose balance is asked for.</summary>
/// <param name="Lake">The lake's directory.</param>
/// <param name="Country">The country, code or name.</param>
/// <param name="Target">Where the goods may go on to, code or name.</param>
/// <param name="Options">Goods, date, level, frequency, currency and rates; the origin plays no part.</param>
public sealed record BalanceRequest(string Lake, string Country, string Target, BookOptions Options);

/// <summary>What a country takes in and sends out.</summary>
/// <param name="Country">ISO alpha-2.</param>
/// <param name="Target">Where the goods may go on to, ISO alpha-2.</param>
/// <param name="List">The goods, as they were named.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Balance">By product.</param>
public sealed record BalanceReply(string Country, string Target, string List, string Currency, ReexportBalance Balance);

/// <summary>Sets a country's imports of restricted goods beside its exports of the same, as it reports them.</summary>
public sealed class AskBalance
{
    /// <summary>Adds up.</summary>
    /// <returns>The balance, or the error where the country reports none of it.</returns>
    public static Result<BalanceReply> Run(BalanceRequest request)
    {
        return Bloc.Code(request.Country) is { } country
            ? Inquiry.Ask(request.Lake, request.Target, request.Options, (inquiry, books) => Of(request, country, inquiry, books))
            : Bloc.NoCountry(request.Country);
    }

    private static Result<BalanceReply> Of(BalanceRequest request, string country, Inquiry inquiry, OpenBooks books)
    {
        var (panel, since, until) = inquiry;
        var balance = ReexportBalance.Of(books.Columns, panel, country, since, until);
        return balance.Lines.Count > 0
            ? new BalanceReply(country, panel.Target, request.Options.List, panel.Currency, balance)
            : new Error(
                ErrorKind.Input,
                $"{CountryLabels.Name(country)} reports no trade in these goods in the lake: unknown, not zero.",
                "Import what it reports, or check --list, --level, --since and --frequency."
            );
    }
}
