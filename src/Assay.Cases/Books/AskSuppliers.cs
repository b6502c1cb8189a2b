using Assay.Ground.Outcomes;
using Assay.Trade.Findings;

namespace Assay.Cases.Books;

/// <summary>Whose suppliers are asked for.</summary>
/// <param name="Lake">The lake's directory.</param>
/// <param name="Target">The restricted destination, code or name.</param>
/// <param name="Options">Goods, date, level, frequency, currency and rates; the origin plays no part.</param>
public sealed record SuppliersRequest(string Lake, string Target, BookOptions Options);

/// <summary>Who supplies a target.</summary>
/// <param name="Target">ISO alpha-2.</param>
/// <param name="List">The goods, as they were named.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Suppliers">Every supplier.</param>
public sealed record SuppliersReply(string Target, string List, string Currency, Suppliers Suppliers);

/// <summary>Sets every origin's deliveries of restricted goods to a target side by side, before and after a date.</summary>
public sealed class AskSuppliers
{
    /// <summary>Adds up.</summary>
    /// <returns>The suppliers, or the error where the lake knows of none.</returns>
    public static Result<SuppliersReply> Run(SuppliersRequest request) =>
        Inquiry.Ask(request.Lake, request.Target, request.Options, (inquiry, books) => Of(request, inquiry, books));

    private static Result<SuppliersReply> Of(SuppliersRequest request, Inquiry inquiry, OpenBooks books)
    {
        var (panel, since, until) = inquiry;
        var suppliers = Suppliers.Of(books.Columns, panel, since, until);
        return suppliers.Countries.Count > 0
            ? new SuppliersReply(panel.Target, request.Options.List, panel.Currency, suppliers)
            : new Error(
                ErrorKind.Input,
                $"No one in the lake reports trade in these goods with {CountryLabels.Name(panel.Target)} both before and after.",
                "Check --list, --level, --since and --frequency against what was imported."
            );
    }
}
