using System.Globalization;
using Assay.Cases.Accounts;
using Assay.Cases.Proposals;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Commands.Audit;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;
using ModelContextProtocol;

namespace Assay.Mcp;

/// <summary>What the tools of <c>assay mcp</c> work on: a desk for proposals, the file that is kept up to date, the customs books. Safe for
/// calls that overlap: one is answered at a time.</summary>
/// <param name="desk">The desk.</param>
/// <param name="outFile">File for the account, or null.</param>
/// <param name="lake">Directory of the customs books, or null.</param>
internal sealed class FileDesk(ProposalDesk desk, string? outFile, string? lake) : McpDesk
{
    private readonly Lock turn = new();
    private AuditReport? report;

    /// <inheritdoc/>
    public override string? Lake => lake;

    /// <inheritdoc/>
    public override string NoSource => "There is no source yet: add one with add_source, or start the server with a file.";

    /// <inheritdoc/>
    public override T Ask<T>(Func<ProposalDesk, T> question)
    {
        lock (turn)
            return question(desk);
    }

    /// <inheritdoc/>
    public override T AskReport<T>(Func<ProposalDesk, AuditReport, T> question, CancellationToken cancellation)
    {
        lock (turn)
            return question(desk, report ??= Check(cancellation));
    }

    /// <inheritdoc/>
    public override ProposalReply Propose(
        string drafter,
        string? client,
        IReadOnlyList<Proposal> proposals,
        CancellationToken cancellation
    ) => Change(d => d.Propose(drafter, "agent", null, proposals));

    private T Change<T>(Func<ProposalDesk, T> change)
    {
        lock (turn)
        {
            report = null;
            var answer = change(desk);
            Save();
            return answer;
        }
    }

    /// <inheritdoc/>
    public override string Add(string name, string text)
    {
        var kind = text.TrimStart().StartsWith('<') ? ".html" : ".txt";
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var taken = SourceIntake.Read(bytes, Printable.Of(name) + kind);
        if (!taken.Succeeded)
            throw new McpException(taken.Error.ToString());
        return Change(d => d.Add(taken.Value, Kept(taken.Value, kind, bytes)));
    }

    private string Kept(SourceDocument document, string kind, byte[] bytes)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"source-{document.Sha256.AsSpan(0, 12)}{kind}");
        if (outFile is null)
            return name;
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(outFile))!, name);
        return WholeFile.Write(path, s => s.Write(bytes)) is { } error ? throw new McpException(error.ToString()) : name;
    }

    private AuditReport Check(CancellationToken cancellation)
    {
        if (desk.Sheets.Count == 0)
            throw new McpException(NoSource);
        var checkedNow = CheckAccount.Run(desk.Account, desk.Documents, null, cancellation);
        return checkedNow.Succeeded ? checkedNow.Value.Report : throw new McpException(checkedNow.Error.ToString());
    }

    private void Save()
    {
        if (outFile is not null && WholeFile.Write(outFile, stream => ReadAccount.Write(stream, desk.Account)) is { } error)
            throw new McpException(error.ToString());
    }
}
