using System.Collections.Concurrent;
using Assay.Cases.Accounts;
using Assay.Cases.Checking;
using Assay.Cases.Keeping;
using Assay.Cases.Routes;
using Assay.Cases.Store;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Stamps;
using NodaTime;

namespace Assay.Cases.Casework;

/// <summary>A case that was opened and whose journal's end was verified, with what is worth keeping between two questions to it: the text
/// layers of its sources, and the last report. Safe for use by several threads.</summary>
public sealed class OpenedCase : IDisposable
{
    private readonly ConcurrentDictionary<string, SourceDocument> documents = new(StringComparer.Ordinal);
    private volatile CaseContent? content;
    private volatile CaseItems? items;
    private volatile DraftedAccount? drafted;
    private volatile LastCheck? last;

    internal OpenedCase(CaseStore store) => Store = store;

    /// <summary>Where the case lies.</summary>
    public CaseStore Store { get; }

    /// <summary>Directory of the customs books that the case names: its route claims are put to them in every check that names no others.
    /// Null for none. Books that cannot be opened make a claim unknown there, and the case stays open.</summary>
    public string? Lake { get; init; }

    /// <summary>Currency of the amounts of customs books, of whichever; null for the usual one.</summary>
    public string? Currency { get; init; }

    /// <summary>The roots that time stamps are trusted by.</summary>
    public StampTrust Trust
    {
        get;
        init
        {
            field = value;
            Stamps = new CaseStamps(value);
        }
    } = StampTrust.System;

    /// <summary>What the case is about, as the first entry of its journal says; null where that says nothing or cannot be read.</summary>
    internal string? Title =>
        title ??= Store.Read<string?>(r => r.Entry(1)?.Read() is { } first ? ShowCase.Title(first) : null).Match(t => t, _ => null);

    private volatile string? title;

    /// <summary>What the time stamps of this case show.</summary>
    internal CaseStamps Stamps { get; private init; } = new(StampTrust.System);

    /// <summary>What the customs books said of the questions that were put to them.</summary>
    internal RouteMemo Scans { get; } = new();

    /// <summary>What the tests of this case made and found.</summary>
    internal TestMemo Memo { get; } = new();

    /// <summary>What the events of this case tell.</summary>
    internal Kept<ToldEvent> Events { get; } = new();

    /// <summary>What of this case was held against its sources.</summary>
    internal CheckMemo Checked { get; } = new();

    /// <summary>The number of drafts from which on a case is large: nobody waits for its test.</summary>
    public int LargeFrom { get; init; } = UsuallyLarge;

    /// <summary>Told of each test beside the work before it begins, on its thread, which goes on when it returns: so a test can be held.
    /// Null
    /// for nobody.</summary>
    internal Action? BeforeTest { get; init; }

    /// <summary>The usual number of drafts from which on a case is large.</summary>
    public const int UsuallyLarge = 20_000;

    /// <summary>True for a large case, as it was last read.</summary>
    public bool IsLarge => content is { } read && read.Drafts.Count >= LargeFrom;

    /// <summary>Tests beside the work.</summary>
    internal Retesting Retesting { get; } = new();

    /// <summary>What the last tests changed.</summary>
    internal ToldTests Told { get; } = new();

    /// <summary>The last report, with the case as it knows it; null where there is none.</summary>
    internal (CaseContent Content, AuditReply Reply)? Tested => last is { } kept ? (kept.Content, kept.Reply) : null;

    /// <summary>Ends the test that is under way, and closes the store.</summary>
    public void Dispose()
    {
        Retesting.Dispose();
        Store.Dispose();
    }

    /// <summary>The sources of a case as documents, by id; those that cannot be read any more are told.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal Result<(Dictionary<string, SourceDocument> Documents, List<Error> Errors)> Documents(
        IReadOnlyList<StoredSource> sources,
        CancellationToken cancellation = default
    )
    {
        var missing = sources.Where(s => !documents.ContainsKey(Key(s))).ToList();
        foreach (var chunk in missing.Chunk(SourcesAtOnce))
        {
            var bytes = Store.Read<Dictionary<string, byte[]?>>(r => chunk.ToDictionary(s => s.Sha256, s => r.Bytes(s.Sha256)));
            if (!bytes.Succeeded)
                return bytes.Error;
            var parallel = new ParallelOptions { CancellationToken = cancellation };
            var errors = new ConcurrentBag<Error>();
            Parallel.ForEach(
                chunk,
                parallel,
                source =>
                {
                    var taken = CaseTexts.Of(source, bytes.Value[source.Sha256]);
                    if (taken.Succeeded)
                        documents[Key(source)] = taken.Value;
                    else
                        errors.Add(taken.Error);
                }
            );
            if (errors.Count == chunk.Length && documents.IsEmpty)
                return errors.First();
        }

        var found = new Dictionary<string, SourceDocument>(StringComparer.Ordinal);
        var lost = new List<Error>();
        foreach (var source in sources)
        {
            if (documents.TryGetValue(Key(source), out var document))
                found[source.Id] = document;
            else
                lost.Add(new Error(ErrorKind.Input, "The source can no longer be read.", "", new Location(source.File)));
        }

        return (found, lost);
    }

    /// <summary>The case as it is now. What was read before is read anew only where it changed.</summary>
    internal Result<CaseContent> Content()
    {
        var before = content;
        var read = Store.Read<CaseContent>(r => r.Content(before));
        if (read.Succeeded)
            content = read.Value;
        return read;
    }

    /// <summary>The case as it was last read, or null.</summary>
    internal CaseContent? Known => content;

    /// <summary>Keeps the case as it was read.</summary>
    internal void Know(CaseContent read) => content = read;

    /// <summary>The account of the case as it was read.</summary>
    internal Account Account(CaseContent of) => CaseAccount.Of(of, drafted = DraftedAccount.Of(of, drafted));

    /// <summary>The items of the case as it was read.</summary>
    internal CaseItems Items(CaseContent of) => items = CaseItems.Of(of, items);

    /// <summary>The items of a source in the order of consequence.</summary>
    internal SourceOrder Order(CaseItems of, Consequences consequences, string source)
    {
        if (orders.Count >= OrdersKept && !orders.ContainsKey(source))
            orders.Clear();
        return orders[source] = SourceOrder.Of(of, consequences, source, orders.GetValueOrDefault(source));
    }

    private readonly ConcurrentDictionary<string, SourceOrder> orders = new(StringComparer.Ordinal);
    private const int OrdersKept = 16;

    /// <summary>The last report, where the journal still ends as it did then.</summary>
    internal AuditReply? Remembered(string key) => last is { } kept && kept.Key == key ? kept.Reply : null;

    /// <summary>The last report, where nothing came after it but decisions that leave every item as it was.</summary>
    internal AuditReply? RememberedUntil(CaseContent now, string books) =>
        last is { } kept && kept.Books == books && Untouched.Is(kept.Content, now, Items(now)) ? kept.Reply : null;

    /// <summary>Remembers a report, and what is another in it than in the one before.</summary>
    internal void Remember(string key, CaseContent content, string books, AuditReply reply)
    {
        lock (remembering)
        {
            if (last is { } before && before.Books == books && before.Content.Head.Sequence < content.Head.Sequence)
                Told.Keep(new TestedSince(before.Content.Head.Sequence, content.Head.Sequence, Changes(before.Reply, reply)));
            last = new(key, content, books, reply);
        }
    }

    private readonly Lock remembering = new();

    private static IReadOnlyList<VerdictChange> Changes(AuditReply before, AuditReply now) =>
        ReferenceEquals(before, now) ? [] : VerdictChanges.Between(before.Report, now.Report);

    private sealed record LastCheck(string Key, CaseContent Content, string Books, AuditReply Reply);

    private const int SourcesAtOnce = 256;

    private static string Key(StoredSource source) => $"{source.Sha256} {source.File} {source.Published}";
}

/// <summary>Who works on which case, by which clock.</summary>
/// <param name="Case">The case.</param>
/// <param name="Who">The person, or what works in a person's place; goes into the journal as it is.</param>
/// <param name="Clock">The clock that entries are dated by.</param>
public sealed record Desk(OpenedCase Case, string Who, IClock Clock)
{
    /// <summary>The store of the case.</summary>
    internal CaseStore Store => Case.Store;
}
