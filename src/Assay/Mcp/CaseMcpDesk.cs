using Assay.Cases.Casework;
using Assay.Cases.Proposals;
using Assay.Cases.Report;
using Assay.Ground.Outcomes;
using ModelContextProtocol;

namespace Assay.Mcp;

/// <summary>What the tools of <c>assay serve</c> work on: a case of the workbench. What is asked is answered from the case as it is at that
/// moment; what is read of it is kept until it changes.</summary>
/// <param name="memory">What is kept of the case.</param>
/// <param name="desk">The case, and for whom it is asked.</param>
internal sealed class CaseMcpDesk(CaseMemory memory, Desk desk) : McpDesk
{
    /// <inheritdoc/>
    public override string? Lake => null;

    /// <inheritdoc/>
    public override string NoSource => "There is no source yet: a person adds sources to the case in the workbench.";

    /// <inheritdoc/>
    public override T Ask<T>(Func<ProposalDesk, T> question) => memory.Ask(desk.Case, question);

    /// <inheritdoc/>
    public override T AskReport<T>(Func<ProposalDesk, AuditReport, T> question, CancellationToken cancellation) =>
        memory.Ask(
            desk.Case,
            d =>
            {
                if (d.Sheets.Count == 0)
                    throw new McpException(NoSource);
                var tested = CheckCase.Run(desk.Case, null, cancellation);
                return question(d, Sound(tested).Report);
            }
        );

    /// <inheritdoc/>
    public override ProposalReply Propose(
        string drafter,
        string? client,
        IReadOnlyList<Proposal> proposals,
        CancellationToken cancellation
    ) => Sound(CaseDesk.Propose(desk, drafter, client, proposals, cancellation));

    /// <inheritdoc/>
    public override string Add(string name, string text) => throw new McpException(NoSource);

    private static T Sound<T>(Result<T> result) => result.Succeeded ? result.Value : throw new McpException(result.Error.ToString());
}

/// <summary>The desk of a case as it was last asked for. Safe for use by several threads: one is answered at a time.</summary>
internal sealed class CaseMemory
{
    private readonly Lock turn = new();
    private CaseDesk? last;

    /// <summary>Answers a question about the case as it is now.</summary>
    /// <exception cref="McpException">The case cannot be read.</exception>
    public T Ask<T>(OpenedCase opened, Func<ProposalDesk, T> question)
    {
        lock (turn)
        {
            var head = CaseDesk.HeadOf(opened);
            if (last is null || !head.Succeeded || last.Head != head.Value)
            {
                var read = CaseDesk.Open(opened);
                last = read.Succeeded ? read.Value : throw new McpException(read.Error.ToString());
            }

            return question(last.Desk);
        }
    }
}
