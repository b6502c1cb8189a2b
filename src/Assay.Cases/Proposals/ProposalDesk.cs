using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Reading.Intake;

namespace Assay.Cases.Proposals;

/// <summary>What became of a list of proposals.</summary>
/// <param name="Outcomes">One for each, in the order given.</param>
/// <param name="Taken">How many became drafts.</param>
/// <param name="Refused">How many were refused, by reason.</param>
public sealed record ProposalReply(IReadOnlyList<ProposalOutcome> Outcomes, int Taken, IReadOnlyDictionary<string, int> Refused);

/// <summary>
/// Where drafters bring what they read, whoever they are: every proposal is held against the words of its source, and becomes an item
/// of an account
/// or is refused with the reason. Nothing is decided here. Not safe for use by several threads at once.
/// </summary>
public sealed class ProposalDesk
{
    private readonly Dictionary<string, SentenceSheet> sheets;
    private readonly List<ProposalOutcome> refused = [];
    private readonly List<ProvenanceItem> provenance;
    private ProposedItems items;

    /// <summary>Opens a desk for an account and its sources.</summary>
    /// <param name="account">The account; may have no items yet.</param>
    /// <param name="documents">Its sources that could be read, by id.</param>
    /// <param name="mayRepeat">True where a drafter may propose what the account has already: the proposal is taken beside it, and takes
    /// its
    /// place on this desk.</param>
    public ProposalDesk(Account account, IReadOnlyDictionary<string, SourceDocument> documents, bool mayRepeat = false)
    {
        sheets = documents.ToDictionary(d => d.Key, d => new SentenceSheet(d.Key, d.Value), StringComparer.Ordinal);
        provenance = [.. account.Provenance ?? []];
        items = new ProposedItems(account, mayRepeat);
    }

    /// <summary>The sources with their numbered sentences, by id.</summary>
    public IReadOnlyDictionary<string, SentenceSheet> Sheets => sheets;

    /// <summary>The sources as taken in, by id.</summary>
    public IReadOnlyDictionary<string, SourceDocument> Documents =>
        sheets.ToDictionary(s => s.Key, s => s.Value.Document, StringComparer.Ordinal);

    /// <summary>What was refused so far, in order.</summary>
    public IReadOnlyList<ProposalOutcome> Refused => refused;

    /// <summary>The account as it is now, with who drafted what.</summary>
    public Account Account => provenance.Count == 0 ? items.Account : items.Account with { Provenance = [.. provenance] };

    /// <summary>The id that a source of these bytes has.</summary>
    public static string SourceId(SourceDocument document) => new DraftIds().Of("s", document.Sha256);

    /// <summary>Adds a source.</summary>
    /// <param name="document">The source.</param>
    /// <param name="file">The file it is, or will be, kept in.</param>
    /// <returns>Its id; that of the one there already where it has the same bytes.</returns>
    public string Add(SourceDocument document, string file)
    {
        var id = SourceId(document);
        Add(new SentenceSheet(id, document with { File = file }));
        return id;
    }

    /// <summary>Adds a source that another desk has already, with all that was read in it.</summary>
    /// <param name="sheet">The source.</param>
    internal void Add(SentenceSheet sheet)
    {
        if (sheets.TryAdd(sheet.Id, sheet))
            Take(sheet);
    }

    /// <summary>The zones that a source was given part by part, in order.</summary>
    internal IEnumerable<ZoneItem> ZonesOf(string source) => items.ZonesOf(source);

    /// <summary>Says something of the whole in the account.</summary>
    public void Note(string note) => items.Change(a => a with { Notes = [.. a.Notes, note] });

    /// <summary>Takes proposals: in the order in which they refer to each other, whatever order they come in.</summary>
    /// <param name="by">The drafter's name.</param>
    /// <param name="kind">rules, model, agent or person.</param>
    /// <param name="run">SHA-256 of the run they come from, or null.</param>
    /// <param name="proposals">The proposals.</param>
    /// <param name="scope">Within what keys are unique, for a drafter that reads a source part by part; null for all that it proposes.</param>
    public ProposalReply Propose(string by, string kind, string? run, IReadOnlyList<Proposal> proposals, string? scope = null)
    {
        var outcomes = new ProposalOutcome[proposals.Count];
        var maker = new ProposalMaker(items, sheets, scope ?? by, scope is not null);
        foreach (var (proposal, index) in proposals.Select((p, i) => (p, i)).OrderBy(p => Rank(p.p.Kind)).ThenBy(p => p.i))
            outcomes[index] = maker.Take(proposal, index);
        refused.AddRange(outcomes.Where(o => !o.Taken));
        Tell(by, kind, run, outcomes.Where(o => o.Taken).Select(o => o.Id!));
        var reasons = outcomes
            .Where(o => !o.Taken)
            .GroupBy(o => Wording.EnumNames.Of(o.Reason!.Value))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count());
        return new ProposalReply(outcomes, outcomes.Count(o => o.Taken), reasons);
    }

    private void Take(SentenceSheet sheet)
    {
        var source = new SourceItem
        {
            Id = sheet.Id,
            File = sheet.Document.File,
            Title = sheet.Document.Metadata.Title?.Value,
            Sha256 = sheet.Document.Sha256,
        };
        items.Change(a => a with { Sources = [.. a.Sources, source] });
    }

    private static int Rank(string kind) => ProposalMaker.Kinds.ToList().IndexOf(kind) is var at and >= 0 ? at : int.MaxValue;

    private void Tell(string by, string kind, string? run, IEnumerable<string> ids)
    {
        var at = provenance.FindIndex(p => p.By == by && p.Kind == kind && p.Run == run);
        List<string> all = [.. (at < 0 ? [] : provenance[at].Items).Concat(ids).Distinct(StringComparer.Ordinal)];
        if (all.Count == 0)
            return;
        var told = new ProvenanceItem(by, kind, run, all);
        if (at < 0)
            provenance.Add(told);
        else
            provenance[at] = told;
    }
}
