using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Ground.Outcomes;

namespace Assay.Workbench;

/// <summary>The drafts of one source in the order of consequence, as far as a filter shows them, and the one that is in hand.</summary>
internal sealed class Queue
{
    private readonly DraftBook book;

    private Queue(DraftBook book, IReadOnlyList<DraftEntry> ofSource, string show, string? item)
    {
        this.book = book;
        OfSource = ofSource;
        Show = show is "needed" or "all" ? show : "open";
        Shown = [.. ofSource.Where(e => IsShown(e, Show))];
        InHand = (item is null ? null : book.One(item)) ?? Shown.FirstOrDefault(e => e.State == ItemState.Open) ?? First;
    }

    /// <summary>The items of the source, zones of its clocks among them.</summary>
    public IReadOnlyList<DraftEntry> OfSource { get; }

    /// <summary>The filter: <c>needed</c>, <c>open</c> or <c>all</c>.</summary>
    public string Show { get; }

    /// <summary>The items that the filter shows.</summary>
    public IReadOnlyList<DraftEntry> Shown { get; }

    /// <summary>The item in hand; null where there is none.</summary>
    public DraftEntry? InHand { get; }

    private DraftEntry? First => Shown.Count > 0 ? Shown[0] : null;

    /// <summary>The item of an id, or null.</summary>
    public DraftEntry? Item(string? id) => id is not null ? book.One(id) : null;

    /// <summary>The items of a kind that are in the account: those of the source, then, where the whole case has few of them, the
    /// others.</summary>
    public IEnumerable<DraftEntry> Standing(string kind) =>
        OfSource
            .Where(e => e.Kind == kind && e.State is not (ItemState.Rejected or ItemState.Gone or ItemState.Merged))
            .Concat(book.Standing(kind, MostOffered))
            .DistinctBy(e => e.Id);

    /// <summary>The item before or after the one in hand, or null.</summary>
    public DraftEntry? Beside(int step)
    {
        var at = Shown.ToList().FindIndex(e => e.Id == InHand?.Id);
        if (at < 0)
            return First;
        return at + step >= 0 && at + step < Shown.Count ? Shown[at + step] : null;
    }

    /// <summary>How many items a filter shows.</summary>
    public int Count(string show) => OfSource.Count(e => IsShown(e, show));

    /// <summary>The queue of a source.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="report">The report by which the drafts are ordered.</param>
    /// <param name="source">Id of the source.</param>
    /// <param name="show">The filter.</param>
    /// <param name="item">Id of the item to take in hand; null for the first that is open.</param>
    public static Result<Queue> Of(OpenedCase opened, AuditReport report, string source, string show, string? item)
    {
        var book = DraftBook.Of(opened, report);
        return book.Succeeded ? new Queue(book.Value, book.Value.OfSource(source), show, item) : book.Error;
    }

    private const int MostOffered = 500;

    private static bool IsShown(DraftEntry entry, string show) =>
        show switch
        {
            "needed" => entry.State == ItemState.Open && entry.Need != Need.None,
            "open" => entry.State == ItemState.Open,
            _ => true,
        };
}
