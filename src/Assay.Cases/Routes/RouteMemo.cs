using Assay.Cases.Books;
using Assay.Ground.Outcomes;
using Assay.Trade.Lake;

namespace Assay.Cases.Routes;

/// <summary>The customs books that route claims are put to.</summary>
/// <param name="Lake">Their directory; null for none.</param>
/// <param name="Memo">What they said before, for a case that stays open: it is asked again only where books or question are others, and
/// books
/// that cannot be opened leave a claim unknown. Null where books that cannot be opened are an error.</param>
internal sealed record RouteBooks(string? Lake, RouteMemo? Memo)
{
    /// <summary>Currency of the amounts; null for the usual one.</summary>
    public string? Currency { get; init; }
}

/// <summary>The scans of one question to books: what was found under each specification, or why nothing was.</summary>
/// <param name="Scans">One for each specification that the data allow.</param>
/// <param name="Cause">Why there is none.</param>
/// <param name="Files">The files of the books.</param>
internal sealed record RouteScans(IReadOnlyList<RouteScan> Scans, Error? Cause, IReadOnlyList<FileProvenance> Files);

/// <summary>Remembers the last scans: several claims may ask one question, and a case asks it at each check. Safe for use by several
/// threads.</summary>
internal sealed class RouteMemo
{
    private const int Most = 6;
    private readonly Lock gate = new();
    private readonly LinkedList<(string Key, RouteScans Scans)> kept = [];

    /// <summary>The scans of a question; made where they are not remembered.</summary>
    /// <param name="key">The books as they are, and the question.</param>
    /// <param name="make">Makes them.</param>
    public Result<RouteScans> Of(string key, Func<Result<RouteScans>> make)
    {
        lock (gate)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key)
                    continue;
                kept.Remove(node);
                kept.AddFirst(node);
                return node.Value.Scans;
            }

            var made = make();
            if (!made.Succeeded || made.Value.Cause is { Kind: ErrorKind.Cancelled })
                return made;
            kept.AddFirst((key, made.Value));
            if (kept.Count > Most)
                kept.RemoveLast();
            return made;
        }
    }
}
