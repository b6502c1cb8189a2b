using Assay.Ground.Outcomes;
using Assay.Trade.Findings;

namespace Assay.Cases.Books;

/// <summary>What a scan lists.</summary>
public enum ScanOrder
{
    /// <summary>Cells of destination and product.</summary>
    Cells,

    /// <summary>Destinations, by the floor of diverted value.</summary>
    Floor,

    /// <summary>Destinations, by the growth of restricted goods.</summary>
    Growth,

    /// <summary>Destinations, by that growth over the growth of all their other goods.</summary>
    AgainstRest,
}

/// <summary>What to scan.</summary>
/// <param name="Lake">The lake's directory.</param>
/// <param name="Target">The restricted destination, code or name.</param>
/// <param name="Options">How to look.</param>
public sealed record ScanRequest(string Lake, string Target, BookOptions Options)
{
    /// <summary>What is listed.</summary>
    public ScanOrder Order { get; init; }

    /// <summary>Least trade before for growth to count, in the unit of the scan.</summary>
    public double Least { get; init; }
}

/// <summary>What a scan found.</summary>
/// <param name="List">The goods, as they were named.</param>
/// <param name="Report">The scan.</param>
/// <param name="ByFloor">Every destination, highest floor first.</param>
/// <param name="Destinations">Every destination in the order asked for; null where cells were.</param>
public sealed record ScanReply(
    string List,
    ScanReport Report,
    IReadOnlyList<DestinationTotal> ByFloor,
    IReadOnlyList<DestinationTotal>? Destinations
);

/// <summary>Ranks every destination and restricted product of a lake by the floor of diverted value.</summary>
public sealed class ScanBooks
{
    /// <summary>Runs the scan.</summary>
    /// <returns>What was found, or the error where the request or the lake does not allow it.</returns>
    public static Result<ScanReply> Run(ScanRequest request) =>
        Inquiry.Ask(request.Lake, request.Target, request.Options, (inquiry, books) => Of(request, inquiry, books));

    private static Result<ScanReply> Of(ScanRequest request, Inquiry inquiry, OpenBooks books)
    {
        var scanned = inquiry.Scan(books);
        if (!scanned.Succeeded)
            return scanned.Error;
        var report = scanned.Value;
        return new ScanReply(request.Options.List, report, report.ByDestination(), Ordered(report, request));
    }

    private static IReadOnlyList<DestinationTotal>? Ordered(ScanReport report, ScanRequest request) =>
        request.Order switch
        {
            ScanOrder.Growth => report.ByGrowth(request.Least),
            ScanOrder.AgainstRest => report.ByGrowth(request.Least, againstRest: true),
            ScanOrder.Floor => report.ByDestination(),
            _ => null,
        };
}
