using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Ground.Anchors;

namespace Assay.Wording;

/// <summary>Look-ups over one report. Unknown ids are shown as they stand rather than hidden. Safe for use by several threads.</summary>
internal sealed class ReportIndex(AuditReport report)
{
    private readonly Dictionary<string, EventEntry> events = Unique(report.Events, e => e.Id);
    private readonly Dictionary<string, SourceEntry> sources = Unique(report.Sources, s => s.Id);
    private readonly Dictionary<string, string> numbers = report
        .Sources.Select((s, i) => (s.Id, Name: $"s{i + 1}"))
        .DistinctBy(s => s.Id)
        .ToDictionary(s => s.Id, s => s.Name);
    private readonly Dictionary<string, ZoneVariableEntry> variables = Unique(report.ZoneVariables, z => z.Id);
    private readonly Dictionary<string, PlaceEntry> places = Unique(report.Places, p => p.Id);
    private readonly Dictionary<string, ActorEntry> actors = Unique(report.Actors, a => a.Id);
    private readonly ConcurrentDictionary<string, IReadOnlyList<BlockEntry>> blocks = new(StringComparer.Ordinal);
    private readonly ILookup<string, ClockEntry> clocks = report.Clocks.Concat(report.Dates).ToLookup(c => c.Event);

    private static readonly ConditionalWeakTable<AuditReport, ReportIndex> Known = [];

    /// <summary>The look-ups over a report, made once and kept with it.</summary>
    public static ReportIndex Of(AuditReport report) => Known.GetValue(report, static r => new ReportIndex(r));

    /// <summary>The report.</summary>
    public AuditReport Report => report;

    /// <summary>What the report has to tell, sorted.</summary>
    public Digest Digest => field ??= new Digest(this);

    /// <summary>The event of an id, or null.</summary>
    public EventEntry? Event(string? id) => id is not null && events.TryGetValue(id, out var e) ? e : null;

    /// <summary>The label of an event; its id where the report does not have it.</summary>
    public string Label(string? id) => Event(id)?.Label ?? id ?? "";

    /// <summary>The source of an id, or null.</summary>
    public SourceEntry? Source(string id) => sources.GetValueOrDefault(id);

    /// <summary>A short name of a source for people, by its place in the report: <c>s1</c>, <c>s2</c>.</summary>
    public string Short(string source) => numbers.GetValueOrDefault(source, source);

    /// <summary>The name of a place.</summary>
    public string? Place(string? id) =>
        id is null ? null
        : places.TryGetValue(id, out var p) ? p.Name
        : id;

    /// <summary>The name of an actor.</summary>
    public string Actor(string id) => actors.TryGetValue(id, out var a) ? a.Name : id;

    /// <summary>The label of a zone variable: "Riga radio's clock".</summary>
    public string Variable(string id) => variables.TryGetValue(id, out var v) ? v.Label : id;

    /// <summary>The figure of an id, or null.</summary>
    public FigureEntry? Figure(string id) => Counted.GetValueOrDefault(id);

    /// <summary>The clock statement of an id, or null.</summary>
    public ClockEntry? Clock(string id) => Stated.GetValueOrDefault(id);

    /// <summary>The clock statements for an event.</summary>
    public IEnumerable<ClockEntry> Clocks(string eventId) => clocks[eventId];

    /// <summary>A name a person would use for a zone, as some clock or global alternative of the report has it.</summary>
    public string Zone(string zone) => Names.GetValueOrDefault(zone, zone);

    /// <summary>True where the quote's words still stand at its place in the source.</summary>
    public bool Holds(Anchor quote) =>
        Source(quote.Source) is { } s
        && quote.Start >= 0
        && quote.End <= s.Text.Length
        && quote.Start <= quote.End
        && s.Text.AsSpan(quote.Start, quote.End - quote.Start).SequenceEqual(quote.Exact);

    /// <summary>The blocks of a source in the order of the text; one for the whole text where it has none.</summary>
    public static IReadOnlyList<BlockEntry> Blocks(SourceEntry source) =>
        source.Blocks.Count > 0
            ? [.. source.Blocks.Where(b => b.Start >= 0 && b.End <= source.Text.Length && b.End > b.Start).OrderBy(b => b.Start)]
            : [new BlockEntry(BlockKind.Paragraph, 0, source.Text.Length)];

    /// <summary>True where a place of the source lies in one of its blocks, so that the page has it to link to.</summary>
    public bool Shown(string source, int start) => Block(source, start) is not null;

    /// <summary>The number of the block of a source that holds a place of it, or null.</summary>
    public int? Block(string source, int start)
    {
        var list = blocks.GetOrAdd(source, id => Source(id) is { } s ? Blocks(s) : []);
        var at = Ordered.CountBefore(list, start, static (b, at) => b.Start <= at) - 1;
        return at >= 0 && start < list[at].End ? at : null;
    }

    private Dictionary<string, string> Names =>
        field ??= report
            .Clocks.SelectMany(c => c.Zones)
            .Select(z => (z.Zone, z.Name))
            .Concat(report.Globals.Select(g => (g.Zone, g.Name)))
            .DistinctBy(z => z.Zone)
            .ToDictionary(z => z.Zone, z => z.Name);

    private Dictionary<string, ClockEntry> Stated => field ??= Unique([.. report.Clocks, .. report.Dates], c => c.Id);

    private Dictionary<string, FigureEntry> Counted => field ??= Unique(report.Figures, f => f.Id);

    private static Dictionary<string, T> Unique<T>(IEnumerable<T> items, Func<T, string> id) => items.DistinctBy(id).ToDictionary(id);
}
