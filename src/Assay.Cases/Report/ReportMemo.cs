using Assay.Cases.Keeping;

namespace Assay.Cases.Report;

/// <summary>What was made of the parts of a case for its report before. Safe for use by several threads.</summary>
internal sealed class ReportMemo
{
    /// <summary>Events, by their items.</summary>
    public Kept<TimedEvent> Events { get; } = new();

    /// <summary>Clock statements, by their clocks.</summary>
    public Kept<ClockEntry> Clocks { get; } = new();

    /// <summary>What the zones for all make of clocks, by the clocks.</summary>
    public Kept<IReadOnlyList<ZoneEntry>> OnGlobals { get; } = new();

    /// <summary>Sources, by their documents.</summary>
    public Kept<SourceEntry> Sources { get; } = new();

    /// <summary>Ends a report.</summary>
    public void Turn()
    {
        Events.Turn();
        Clocks.Turn();
        OnGlobals.Turn();
        Sources.Turn();
    }
}

/// <summary>An event of the report, and where it stands among the others.</summary>
/// <param name="Entry">The event.</param>
/// <param name="Order">By this the events are in order.</param>
internal sealed record TimedEvent(EventEntry Entry, string Order);
