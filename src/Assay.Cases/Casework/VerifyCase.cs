using System.Security.Cryptography;
using Assay.Cases.Journal;
using Assay.Cases.Report;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Stamps;

namespace Assay.Cases.Casework;

/// <summary>A place of a case that does not hold.</summary>
/// <param name="Where">Which entry, source, draft or decision.</param>
/// <param name="What">What is wrong with it, in a sentence.</param>
public sealed record Fault(string Where, string What);

/// <summary>What the check of a whole case found.</summary>
/// <param name="Head">Where its journal ends.</param>
/// <param name="Entries">Entries checked.</param>
/// <param name="Sources">Sources checked.</param>
/// <param name="Drafts">Drafts checked.</param>
/// <param name="Decisions">Decisions checked.</param>
/// <param name="Faults">What does not hold; empty where all does.</param>
public sealed record VerifyReply(CaseHead Head, long Entries, int Sources, int Drafts, int Decisions, IReadOnlyList<Fault> Faults)
{
    /// <summary>What the time stamps beside the sources show; null where that was not asked.</summary>
    public IReadOnlyList<StampedSource>? Stamps { get; init; }
}

/// <summary>A source with the time stamps beside it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Stamps">What each shows; empty where there is none.</param>
public sealed record StampedSource(StoredSource Source, IReadOnlyList<StampEntry> Stamps);

/// <summary>
/// Checks a whole case: the chain of its journal, the bytes of every source against their hash, and sources, drafts and decisions against
/// what the journal says happened. Whatever was changed by something else is found and named.
/// </summary>
public sealed class VerifyCase
{
    /// <summary>Checks the case in a place, even one that <see cref="OpenCase"/> refuses.</summary>
    /// <param name="place">A file, or a connection to PostgreSQL.</param>
    /// <param name="head">Hash that the journal had at its end some time ago, to be found in it; null for none.</param>
    /// <param name="trust">The roots that time stamps are trusted by; null for those of the system.</param>
    /// <returns>What was found; or why the store cannot be read at all.</returns>
    public static Result<VerifyReply> Run(string place, string? head = null, StampTrust? trust = null)
    {
        var opened = OpenCase.RunUnverified(place, trust: trust);
        if (!opened.Succeeded)
            return opened.Error;
        using var found = opened.Value;
        return found.Store.Read<VerifyReply>(reader =>
        {
            var reply = Run(reader, found.Store.Damage(reader), head);
            return reply.Succeeded ? reply.Value with { Stamps = Stamped(reader, found.Stamps) } : reply;
        });
    }

    /// <summary>Checks an open case.</summary>
    public static Result<VerifyReply> Run(CaseStore store, string? head = null) =>
        store.Read(reader => Run(reader, store.Damage(reader), head));

    internal static Result<VerifyReply> Run(CaseReader reader, IEnumerable<string> damage, string? head)
    {
        var faults = damage.Select(d => new Fault("the file", d)).ToList();
        var told = new ToldHistory(faults);
        var last = new CaseHead(0, JournalEntry.Nothing);
        var isKnown = head is null;
        reader.EachEntry(raw =>
        {
            last = Chained(raw, last, faults);
            isKnown |= raw.Hash.Equals(head, StringComparison.OrdinalIgnoreCase);
            if (raw.Read() is { } entry && entry.Hash == raw.Hash)
                told.Add(entry);
        });
        if (reader.Head() != last)
            faults.Add(
                new Fault(
                    "the head",
                    $"The case says that its journal ends with entry {reader.Head()?.Sequence ?? 0}; it ends with entry {last.Sequence}, or that entry is another."
                )
            );
        if (!isKnown)
            faults.Add(
                new Fault(
                    "the journal",
                    $"No entry has the hash {Printable.Of(head!)}: entries were taken away or written anew since that was noted."
                )
            );
        var sources = Sources(reader, told, faults);
        StampTable.Check(reader.Stamps(), told, faults);
        var drafts = new TableCheck(told, faults).Drafts(reader);
        var decisions = new TableCheck(told, faults).Decisions(reader);
        return new VerifyReply(last, last.Sequence, sources, drafts, decisions, faults);
    }

    // The entry as the one before the next: what it says of itself, so that one changed entry is one fault, or two with its neighbour.
    private static CaseHead Chained(RawEntry raw, CaseHead last, List<Fault> faults)
    {
        var where = $"entry {raw.Sequence}";
        if (raw.Sequence != last.Sequence + 1)
            faults.Add(new Fault(where, $"It comes after entry {last.Sequence}: what lay between is gone."));
        var entry = raw.Read();
        if (JournalEntry.HashOf(raw.Content) != raw.Hash)
            faults.Add(new Fault(where, "Its content is not the one that was written: the hash is another."));
        else if (entry is null || entry.Sequence != raw.Sequence)
            faults.Add(new Fault(where, "It is no entry that belongs in this place."));
        else if (entry.Previous != last.Hash)
            faults.Add(new Fault(where, $"It does not follow entry {last.Sequence} as that stands now."));
        else if (entry.Note.Item != raw.Item)
            faults.Add(
                new Fault(
                    where,
                    $"It is filed under “{Printable.Of(raw.Item ?? "")}” and speaks of “{Printable.Of(entry.Note.Item ?? "")}”."
                )
            );
        return new CaseHead(raw.Sequence, raw.Hash);
    }

    private static List<StampedSource> Stamped(CaseReader reader, CaseStamps stamps)
    {
        var found = stamps.Of(reader, reader.Stamps());
        return [.. reader.Sources().Select(s => new StampedSource(s, found.GetValueOrDefault(s.Sha256) ?? []))];
    }

    private static int Sources(CaseReader reader, ToldHistory told, List<Fault> faults)
    {
        var sources = reader.Sources();
        foreach (var source in sources)
        {
            var where = $"source {Printable.Of(source.Id)} ({Printable.Of(source.File)})";
            if (!told.Sources.Remove(source.Id, out var added) || !added.Matches(source))
                faults.Add(new Fault(where, "The journal tells another name, hash, size or date of it."));
            var bytes = reader.Bytes(source.Sha256);
            if (bytes is null)
                faults.Add(new Fault(where, "Its bytes are gone."));
            else if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != source.Sha256)
                faults.Add(new Fault(where, "Its bytes are not those that were received: the hash is another."));
        }

        faults.AddRange(
            told.Sources.Values.Select(s => new Fault(
                $"source {s.Id} ({Printable.Of(s.File)})",
                $"Entry {s.Sequence} added it, and it is gone."
            ))
        );
        return sources.Count;
    }
}
