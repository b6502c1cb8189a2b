using Assay.Ground.Outcomes;
using Assay.Trade.Findings;
using Assay.Trade.Lake;

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

    /// <summary>True where goods may be named by a list that ships or by codes alone: whoever asks must not name files of this
    /// machine.</summary>
    public bool NamesNoFiles { get; init; }
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
)
{
    /// <summary>What was asked.</summary>
    public required ScanRequest Request { get; init; }

    /// <summary>First period after the effective date, yyyymm or yyyy00.</summary>
    public required int Since { get; init; }

    /// <summary>The files of the books.</summary>
    public required IReadOnlyList<FileProvenance> Files { get; init; }
}

/// <summary>Ranks every destination and restricted product of a lake by the floor of diverted value.</summary>
public sealed class ScanBooks
{
    /// <summary>Runs the scan.</summary>
    /// <param name="request">What to scan.</param>
    /// <param name="progress">Told of each stage, in words; may be null.</param>
    /// <param name="cancellation">Stops the work wherever it is.</param>
    /// <returns>What was found, or the error where the request or the lake does not allow it.</returns>
    public static Result<ScanReply> Run(ScanRequest request, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        if (request.NamesNoFiles && !Goods.AreNamed(request.Options.List))
            return new Error(
                ErrorKind.Usage,
                $"“{Printable.Of(request.Options.List)}” names no goods.",
                "Choose a list, or write codes of 2 to 10 digits with commas between them."
            );
        try
        {
            return Asked(request, progress, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Stopped;
        }
    }

    private static Result<ScanReply> Asked(ScanRequest request, Action<string>? progress, CancellationToken cancellation)
    {
        progress?.Invoke("Opening the customs books");
        return Inquiry.Ask(
            request.Lake,
            request.Target,
            request.Options,
            (inquiry, books) =>
            {
                if (cancellation.IsCancellationRequested)
                    return Stopped;
                progress?.Invoke("Setting trade after beside trade before");
                var found = Of(request, inquiry, books);
                return cancellation.IsCancellationRequested ? Stopped : found;
            },
            cancellation
        );
    }

    private static Error Stopped { get; } = new(ErrorKind.Cancelled, "The scan was stopped.");

    private static Result<ScanReply> Of(ScanRequest request, Inquiry inquiry, OpenBooks books)
    {
        var scanned = inquiry.Scan(books);
        if (!scanned.Succeeded)
            return scanned.Error;
        var report = scanned.Value;
        return new ScanReply(request.Options.List, report, report.ByDestination(), Ordered(report, request))
        {
            Request = request,
            Since = inquiry.Since,
            Files = books.Files,
        };
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
