using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Journal;
using Assay.Cases.Models;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Casework;

/// <summary>A run of a model or an agent in a case.</summary>
/// <param name="Entry">The entry of the journal that tells of it.</param>
/// <param name="At">When it was.</param>
/// <param name="Who">For whom it was.</param>
/// <param name="Drafter">The name of the model or the agent.</param>
/// <param name="Run">What is kept of it.</param>
/// <param name="Drafts">What was taken, each as it is now.</param>
public sealed record CaseRun(long Entry, Instant At, string Who, string Drafter, DraftRun Run, IReadOnlyList<RunDraft> Drafts)
{
    /// <summary>How many of the drafts somebody accepted as they are or corrected.</summary>
    public int Accepted => Drafts.Count(d => d.State is ItemState.Accepted or ItemState.Edited);

    /// <summary>How many were refused, by reason.</summary>
    public IReadOnlyDictionary<string, int> Reasons =>
        Run.Refused.GroupBy(r => r.Reason).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count());
}

/// <summary>A draft of a run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind; empty where the case has it no longer.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Label">A line for a person.</param>
/// <param name="Drafters">Who proposes it now.</param>
public sealed record RunDraft(string Id, string Kind, ItemState State, string Label, IReadOnlyList<string> Drafters);

/// <summary>A run beside what the rules draft.</summary>
/// <param name="Run">The run.</param>
/// <param name="Agreement">What both found, the rules alone, the drafter alone, kind by kind, in the words of the sources.</param>
public sealed record RunBesideRules(CaseRun Run, IReadOnlyList<Agreement> Agreement);

/// <summary>Lists the runs of models and agents in a case, as its journal tells of them.</summary>
public sealed class ListRuns
{
    private const int Most = 200;

    /// <summary>The last two hundred runs, the newest first.</summary>
    /// <param name="opened">The case.</param>
    public static Result<IReadOnlyList<CaseRun>> Of(OpenedCase opened) =>
        opened.Store.Read<IReadOnlyList<CaseRun>>(reader =>
        {
            var entries = new Queue<JournalEntry>();
            reader.EachEntry(raw =>
            {
                if (Told(raw) is not { } entry)
                    return;
                entries.Enqueue(entry);
                if (entries.Count > Most)
                    entries.Dequeue();
            });
            var items = Items(reader.Content());
            return entries.Reverse().Select(e => Read(e, items)).OfType<CaseRun>().ToList();
        });

    /// <summary>One run, beside what the rules draft.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="entry">Number of the entry of the journal.</param>
    /// <returns>The run; or that there is none of that number.</returns>
    public static Result<RunBesideRules> One(OpenedCase opened, long entry)
    {
        var found = opened.Store.Read<RunBesideRules?>(reader =>
        {
            var content = reader.Content();
            return reader.Entry(entry) is { } raw && Told(raw) is { } told && Read(told, Items(content)) is { } run
                ? new RunBesideRules(run, Beside(content, run))
                : null;
        });
        if (!found.Succeeded)
            return found.Error;
        return found.Value is { } one
            ? one
            : new Error(ErrorKind.Input, "There is no such run.", "The list of runs shows those there are.");
    }

    private static JournalEntry? Told(RawEntry raw) =>
        raw.Content.Contains("\"act\":\"draftsRead\"", StringComparison.Ordinal)
        && raw.Content.Contains("\"run\":{", StringComparison.Ordinal)
            ? raw.Read()
            : null;

    private static Dictionary<string, CaseItem> Items(CaseContent content) =>
        CaseItems.Of(content).All.ToDictionary(i => i.Now.Basis.Id, StringComparer.Ordinal);

    // An entry that tells of no run that this program writes is passed over; the check of the case finds what was changed.
    private static CaseRun? Read(JournalEntry entry, Dictionary<string, CaseItem> items)
    {
        try
        {
            using var document = JsonDocument.Parse(entry.Note.After ?? "{}");
            var run = DraftRun.Read(document.RootElement.GetProperty("run"));
            var drafter = document.RootElement.GetProperty("drafter").GetString()!;
            return new CaseRun(entry.Sequence, entry.Note.At, entry.Note.Who, drafter, run, [.. run.Taken.Select(id => Draft(id, items))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static RunDraft Draft(string id, Dictionary<string, CaseItem> items)
    {
        if (!items.TryGetValue(id, out var item))
            return new RunDraft(id, "", ItemState.Gone, id, []);
        using var body = JsonDocument.Parse(item.Now.Body);
        return new RunDraft(id, item.Now.Basis.Kind, item.Now.State, ItemWords.Of(body.RootElement).Label, item.Drafters);
    }

    private static IReadOnlyList<Agreement> Beside(CaseContent content, CaseRun run)
    {
        var taken = run.Run.Taken.ToHashSet(StringComparer.Ordinal);
        var rules = content.Drafts.Where(d => d.Drafter == CaseAccount.Rules && !d.IsGone).Select(d => d.Item);
        var own = content.Drafts.Where(d => d.Drafter == run.Drafter && taken.Contains(d.Item.Id)).Select(d => d.Item);
        return RulesComparison.Of(AccountLists.Of(new Account(), rules), AccountLists.Of(new Account(), own));
    }
}
