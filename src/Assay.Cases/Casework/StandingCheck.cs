using Assay.Cases.Report;
using Assay.Cases.Store;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>The report to work on.</summary>
/// <param name="Report">The report.</param>
/// <param name="IsCurrent">False where decisions came after it: the case is being tested again.</param>
public sealed record StandingReply(AuditReport Report, bool IsCurrent);

/// <summary>What a test of a case said beside the one before it.</summary>
/// <param name="After">The last entry of the journal that the one before knew of.</param>
/// <param name="Until">The last entry that it knows of.</param>
/// <param name="Changed">The verdicts that are others now.</param>
public sealed record TestedSince(long After, long Until, IReadOnlyList<VerdictChange> Changed);

/// <summary>
/// Gives the report of a case to somebody who decides draft by draft, and who does not wait for the verdicts before the next draft. The
/// case
/// is tested beside the work: where that takes longer than the person is to wait, the report is the last there is, with the word that it
/// is
/// not current, and what the decisions changed is told when the test has ended.
/// </summary>
public sealed class StandingCheck
{
    /// <summary>The longest time that somebody waits for the verdicts after a key: what is left of 50 ms is for the page.</summary>
    public static readonly TimeSpan OfAKey = TimeSpan.FromMilliseconds(20);

    /// <summary>The report; of a case of usual size as it is now, however long the test takes.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="cancellation">Stops the test of a case of usual size.</param>
    public static Result<StandingReply> Run(OpenedCase opened, CancellationToken cancellation = default) =>
        Run(opened, Timeout.InfiniteTimeSpan, cancellation);

    /// <summary>The report that there is within a time.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="patience">The longest time to wait for a test, where a report from before it is at hand; for a large case none is
    /// waited, whatever is given here.</param>
    /// <param name="cancellation">Stops a test that is waited for without end; one beside the work goes on.</param>
    public static Result<StandingReply> Run(OpenedCase opened, TimeSpan patience, CancellationToken cancellation = default)
    {
        var content = opened.Content();
        if (!content.Succeeded)
            return content.Error;
        if (opened.IsLarge)
            patience = TimeSpan.Zero;
        if (patience != Timeout.InfiniteTimeSpan && Beside(opened, content.Value, patience) is { } standing)
            return standing;
        var reply = CheckCase.Run(opened, content.Value, null, cancellation);
        return reply.Succeeded ? new StandingReply(reply.Value.Report, true) : reply.Error;
    }

    /// <summary>What a test said that knew of an entry, beside the one before it, which did not; null where no such test has ended, and
    /// where it is no longer kept.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="entry">The entry of the journal.</param>
    public static TestedSince? Of(OpenedCase opened, long entry) => opened.Told.Of(entry);

    // The case is tested beside the work where decisions alone came after the last report.
    private static StandingReply? Beside(OpenedCase opened, CaseContent content, TimeSpan patience)
    {
        if (CheckCase.Known(opened, content) is not null || opened.Tested is not var (before, reply))
            return null;
        if (!Untouched.AreDrafts(before, content) || !opened.Retesting.Begin(opened))
            return null;
        if (opened.Retesting.EndsWithin(patience) && CheckCase.Known(opened, content) is { } now)
            return new StandingReply(now.Report, true);
        return new StandingReply(reply.Report, false);
    }
}
