using Assay.Cases.Casework;
using Assay.Cases.Drafting;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Tests.Casework;

/// <summary>The use cases of a case, each stopped where the tests are.</summary>
internal static class Work
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Result<AddReply> Add(Desk desk, AddRequest request) => AddSources.Run(desk, request, Stop);

    public static Result<ReadCaseReply> Read(Desk desk, ReadCaseRequest request) => ReadCase.Run(desk, request, null, Stop);

    public static Result<AuditReply> Check(OpenedCase opened) => CheckCase.Run(opened, null, Stop);

    public static Result<DecideReply> Decide(Desk desk, DecideRequest request) => DecideItem.Run(desk, request, Stop);

    public static Result<DecideReply> Undo(Desk desk, UndoRequest request) => UndoDecision.Run(desk, request, Stop);

    public static Result<DraftsReply> List(OpenedCase opened, DraftsRequest request) => ListDrafts.Run(opened, request, Stop);

    public static Result<ProposeReply> Propose(Desk desk, ProposeRequest request) => ProposeDrafts.Run(desk, request, Stop);

    public static Result<AuditReply> Audit(AuditRequest request) => AuditAccount.Run(request, null, Stop);
}
