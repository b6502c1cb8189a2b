using System.Globalization;
using Assay.Cases.Accounts;
using Assay.Cases.Books;
using Assay.Cases.Checking;
using Assay.Cases.Report;
using Assay.Cases.Routes;
using Assay.Cases.Store;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;

namespace Assay.Cases.Casework;

/// <summary>Puts a case to the test: the clocks of all its sources in one network, as what was drafted and decided has them.</summary>
public sealed class CheckCase
{
    /// <summary>Runs the check. The last one is remembered and given again as long as nothing in the case has changed.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="lake">Directory of the customs books that route claims are tested with; null for those that the case names.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What <see cref="CheckAccount"/> gives; or why the case cannot be tested.</returns>
    public static Result<AuditReply> Run(OpenedCase opened, string? lake = null, CancellationToken cancellation = default)
    {
        var content = opened.Content();
        return content.Succeeded ? Run(opened, content.Value, lake, cancellation) : content.Error;
    }

    /// <summary>The check of a case as it was read.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="content">The case as it was read.</param>
    /// <param name="lake">Directory of the customs books; null for those that the case names.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="prepare">Makes of a new report what those who wait for it will ask for, before it is given to any.</param>
    internal static Result<AuditReply> Run(
        OpenedCase opened,
        CaseContent content,
        string? lake,
        CancellationToken cancellation,
        Action<AuditReport>? prepare = null
    )
    {
        if (Known(opened, content, lake) is { } known)
            return known;
        var reply = Of(opened, content, content.Decisions, lake, cancellation);
        if (!reply.Succeeded)
            return reply;
        prepare?.Invoke(reply.Value.Report);
        opened.Remember(KeyOf(opened, content, lake, out var books), content, books, reply.Value);
        return reply;
    }

    /// <summary>The check of a case as it was read, where it is known without testing anything; else null.</summary>
    internal static AuditReply? Known(OpenedCase opened, CaseContent content, string? lake = null)
    {
        var key = KeyOf(opened, content, lake, out var books);
        if (opened.Remembered(key) is { } remembered)
            return remembered;
        if (opened.RememberedUntil(content, books) is not { } kept)
            return null;
        opened.Remember(key, content, books, kept);
        return kept;
    }

    private static string KeyOf(OpenedCase opened, CaseContent content, string? lake, out string books)
    {
        books = $"{OpenBooks.StampOf(lake ?? opened.Lake)} {opened.Currency}";
        return string.Create(CultureInfo.InvariantCulture, $"{content.Head.Sequence} {content.Head.Hash} {books}");
    }

    /// <summary>The check of a case with other decisions than it has.</summary>
    internal static Result<AuditReply> Of(
        OpenedCase opened,
        CaseContent content,
        IReadOnlyList<StoredDecision> decisions,
        string? lake,
        CancellationToken cancellation
    )
    {
        if (content.Sources.Count == 0)
            return new Error(
                ErrorKind.Input,
                "The case has no source yet.",
                "'assay case add' adds one.",
                new Location(opened.Store.Place)
            );
        var documents = opened.Documents(content.Sources, cancellation);
        if (!documents.Succeeded)
            return documents.Error;
        var (found, lost) = documents.Value;
        var held = Held(opened.Account(content with { Decisions = decisions }), found, opened.Checked);
        var errors = lost.Concat(
                held.Refused.Select(r => new Error(ErrorKind.Partial, $"{r.Path}: {r.Reason}", "", new Location(opened.Store.Place)))
            )
            .ToList();
        var account = held.Account with
        {
            Refused =
            [
                .. held.Account.Refused,
                .. lost.Select(e => new RefusedEntry(e.Where!.File, e.ToString())),
                .. held.Refused.Select(r => new RefusedEntry(opened.Store.Place, r.Reason, r.Item)),
            ],
        };
        var books = (lake is null ? new RouteBooks(opened.Lake, opened.Scans) : new RouteBooks(lake, null)) with
        {
            Currency = opened.Currency,
        };
        var tested = CaseTests.Report(account, found, books, cancellation, opened.Memo);
        if (!tested.Succeeded)
            return tested.Error;
        opened.Checked.Turn();
        var stamped = Stamped(opened, content, tested.Value.Report);
        if (!stamped.Succeeded)
            return stamped.Error;
        return new AuditReply(stamped.Value, errors, Originals(content, found.Values), tested.Value.Routes) { Title = opened.Title };
    }

    // The report with the time stamps beside its sources.
    private static Result<AuditReport> Stamped(OpenedCase opened, CaseContent content, AuditReport report)
    {
        if (content.Stamps.Count == 0)
            return report;
        var found = opened.Store.Read<Dictionary<string, IReadOnlyList<StampEntry>>>(r => opened.Stamps.Of(r, content.Stamps));
        return found.Succeeded
            ? report with
            {
                Sources = [.. report.Sources.Select(s => s with { Stamps = found.Value.GetValueOrDefault(s.Sha256) })],
            }
            : found.Error;
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Originals(CaseContent content, IEnumerable<SourceDocument> documents)
    {
        var originals = AuditAccount.Originals(documents);
        foreach (var stamp in content.Stamps)
            originals[stamp.Sha256] = stamp.Content;
        return originals;
    }

    /// <summary>What of an account holds against the sources.</summary>
    internal static CheckedAccount Held(Account account, IReadOnlyDictionary<string, SourceDocument> documents, CheckMemo? memo = null) =>
        AccountCheck.Of(new AccountFile(account, [], Nowhere, NoneLost), documents, memo);

    private static readonly Dictionary<string, (string Path, int Line)> Nowhere = [];
    private static readonly Dictionary<string, string> NoneLost = [];
}
