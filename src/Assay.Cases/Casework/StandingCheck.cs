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
/// Gives the report of a case to somebody who decides draft by draft. A case of usual size is tested anew after each decision. A large one
/// is tested beside the work: the report is the last there is, with the word that it is not current, and what the decisions changed is told
/// when the test has ended.
/// </summary>
public sealed class StandingCheck
{
    /// <summary>The report.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="cancellation">Stops the test of a case of usual size.</param>
    public static Result<StandingReply> Run(OpenedCase opened, CancellationToken cancellation = default)
    {
        var content = opened.Content();
        if (!content.Succeeded)
            return content.Error;
        if (opened.IsLarge && Behind(opened, content.Value) is { } report)
            return new StandingReply(report, false);
        var reply = CheckCase.Run(opened, content.Value, null, cancellation);
        return reply.Succeeded ? new StandingReply(reply.Value.Report, true) : reply.Error;
    }

    /// <summary>What the last test beside the work said, where it knew of an entry and the test before did not; null where there was no
    /// such test, or it has not ended.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="entry">The entry of the journal.</param>
    public static TestedSince? Of(OpenedCase opened, long entry) =>
        opened.Retesting.Last is { } last && last.After < entry && entry <= last.Until ? last : null;

    // The last report, where decisions alone came after it; the case is tested again meanwhile.
    private static AuditReport? Behind(OpenedCase opened, CaseContent content)
    {
        if (
            CheckCase.Known(opened, content) is not null
            || opened.Tested is not var (before, reply)
            || !Untouched.AreDrafts(before, content)
        )
            return null;
        return opened.Retesting.Begin(opened, before, reply) ? reply.Report : null;
    }
}
