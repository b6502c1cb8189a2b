using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Journal;
using Assay.Cases.Report;
using Assay.Cases.Store;
using Assay.Cases.Team;
using NodaTime;

namespace Assay.Workbench.Api;

/// <summary>Whose token it is.</summary>
/// <param name="Name">The person, as the journal names them.</param>
/// <param name="Scope">What the token is good for.</param>
/// <param name="Cases">The cases that the person is a member of.</param>
internal sealed record WhoInfo(string Name, TokenScope Scope, IReadOnlyList<RoleInfo> Cases);

/// <summary>What somebody is in a case.</summary>
/// <param name="Case">Name of the case.</param>
/// <param name="Role">The role.</param>
internal sealed record RoleInfo(string Case, CaseRole Role);

/// <summary>A case to make.</summary>
/// <param name="Title">What it is about, in a line of 1 to 300 characters.</param>
internal sealed record NewCase(string Title);

/// <summary>A case at a glance.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">What it is about, or null.</param>
/// <param name="Role">What the caller is in it.</param>
/// <param name="Created">When it was made.</param>
/// <param name="By">Who made it.</param>
/// <param name="Head">Where its journal ends.</param>
/// <param name="Sources">Its sources.</param>
/// <param name="States">How many items are in each state.</param>
internal sealed record CaseInfo(
    string Name,
    string? Title,
    CaseRole Role,
    Instant Created,
    string By,
    CaseHead Head,
    IReadOnlyList<SourceInfo> Sources,
    IReadOnlyDictionary<string, int> States
);

/// <summary>A source of a case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="File">Its name as given.</param>
/// <param name="Sha256">SHA-256 of its bytes as received.</param>
/// <param name="Bytes">How many bytes it has.</param>
/// <param name="Published">The day of publication that was given with it, or null.</param>
/// <param name="Entry">The entry of the journal that added it.</param>
/// <param name="Origin">The file it lay in, or null.</param>
internal sealed record SourceInfo(string Id, string File, string Sha256, long Bytes, string? Published, long Entry, StoredOrigin? Origin)
{
    /// <summary>A source as the API gives it.</summary>
    public static SourceInfo Of(StoredSource s) =>
        new(
            s.Id,
            s.File,
            s.Sha256,
            s.Bytes,
            s.Published is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null,
            s.Sequence,
            s.Origin
        );
}

/// <summary>What came of adding sources.</summary>
/// <param name="Added">Those that are new.</param>
/// <param name="Known">Those that the case had already.</param>
/// <param name="Refused">Those that cannot be read, a sentence each.</param>
/// <param name="Read">What the reading of the case changed; null where it could not be read.</param>
internal sealed record AddedInfo(
    IReadOnlyList<SourceInfo> Added,
    IReadOnlyList<SourceInfo> Known,
    IReadOnlyList<string> Refused,
    ReadInfo? Read
);

/// <summary>What a reading changed.</summary>
/// <param name="New">Drafts that are new.</param>
/// <param name="Changed">Drafts that are others now.</param>
/// <param name="Gone">Drafts that are no longer proposed.</param>
/// <param name="Same">Drafts that are as they were.</param>
internal sealed record ReadInfo(int New, int Changed, int Gone, int Same);

/// <summary>An item to decide about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The list of the account it belongs to.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Its version, to be named with a decision about it.</param>
/// <param name="Need">Why a person is needed.</param>
/// <param name="Claims">Ids of the claims that hang on it.</param>
/// <param name="Drafters">Who drafted it.</param>
/// <param name="Source">Id of the source of its words, or null.</param>
/// <param name="Start">First UTF-16 code unit of its words.</param>
/// <param name="End">One past the last.</param>
/// <param name="Label">A line for a person.</param>
/// <param name="Item">The item, in the form of docs/account.schema.json.</param>
internal sealed record DraftInfo(
    string Id,
    string Kind,
    ItemState State,
    long Version,
    Need Need,
    IReadOnlyList<string> Claims,
    IReadOnlyList<string> Drafters,
    string? Source,
    int Start,
    int End,
    string Label,
    JsonElement Item
)
{
    /// <summary>An item as the API gives it.</summary>
    public static DraftInfo Of(DraftEntry e)
    {
        using var body = JsonDocument.Parse(e.Body);
        return new(
            e.Id,
            e.Kind,
            e.State,
            e.Version,
            e.Need,
            e.Claims,
            e.Drafters,
            e.Source,
            e.Start,
            e.End,
            e.Label,
            body.RootElement.Clone()
        );
    }
}

/// <summary>Items, in the order of consequence.</summary>
/// <param name="Total">How many were asked for, before any was passed over.</param>
/// <param name="States">How many items the whole case has in each state.</param>
/// <param name="Entries">The items.</param>
internal sealed record DraftList(int Total, IReadOnlyDictionary<string, int> States, IReadOnlyList<DraftInfo> Entries);

/// <summary>A decision to make.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Version">The version of the item that was looked at; without it, the one it has now.</param>
/// <param name="Why">Why, for the journal.</param>
/// <param name="Milliseconds">How long somebody looked, for the journal.</param>
internal sealed record DecideInfo(Decision Decision, long? Version = null, string? Why = null, long? Milliseconds = null);

/// <summary>A decision to take back.</summary>
/// <param name="Entry">The entry of the journal that made it; without it, the caller's last that stands.</param>
/// <param name="Why">Why, for the journal.</param>
internal sealed record UndoInfo(long? Entry = null, string? Why = null);

/// <summary>What came of a decision.</summary>
/// <param name="Entry">The entry of the journal.</param>
/// <param name="State">Where the item stands now.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Changed">The verdicts that are others now.</param>
internal sealed record DecidedInfo(long Entry, ItemState State, long Version, IReadOnlyList<VerdictChange> Changed)
{
    /// <summary>A reply as the API gives it.</summary>
    public static DecidedInfo Of(DecideReply r) => new(r.Entry.Sequence, r.State, r.Version, r.Changed);
}

/// <summary>Entries of a journal, oldest first.</summary>
/// <param name="Entries">The entries.</param>
internal sealed record JournalInfo(IReadOnlyList<EntryInfo> Entries);

/// <summary>An entry of a journal.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Hash">The SHA-256 of its content.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who.</param>
/// <param name="Did">What was done, in words.</param>
/// <param name="Why">Why, or null.</param>
/// <param name="Content">The line that the hash is of.</param>
internal sealed record EntryInfo(long Sequence, string Hash, Instant At, string Who, string Did, string? Why, string Content)
{
    /// <summary>An entry as the API gives it.</summary>
    public static EntryInfo Of(JournalEntry e) => new(e.Sequence, e.Hash, e.Note.At, e.Note.Who, EntryWords.Did(e), e.Note.Why, e.Content);
}

/// <summary>A member to make, or a role to give.</summary>
/// <param name="Role">The role.</param>
internal sealed record NewRole(CaseRole Role);

/// <summary>What a case says of its clocks.</summary>
/// <param name="Disagreements">Events that voices or sources time differently.</param>
/// <param name="Claims">The claims with their verdicts.</param>
/// <param name="Joint">The claims tested together, or null.</param>
/// <param name="Notes">What a reader must know of the whole.</param>
internal sealed record VerdictsInfo(
    IReadOnlyList<DisagreementEntry> Disagreements,
    IReadOnlyList<ClaimEntry> Claims,
    JointEntry? Joint,
    IReadOnlyList<string> Notes
);

/// <summary>When what happened.</summary>
/// <param name="Events">The events.</param>
/// <param name="Clocks">What clocks say of them.</param>
/// <param name="Dates">Days and months of claims of which no hour is told.</param>
/// <param name="ZoneVariables">Whose clocks they are.</param>
/// <param name="Orders">Orders that only the clocks imply.</param>
internal sealed record ChronologyInfo(
    IReadOnlyList<EventEntry> Events,
    IReadOnlyList<ClockEntry> Clocks,
    IReadOnlyList<ClockEntry> Dates,
    IReadOnlyList<ZoneVariableEntry> ZoneVariables,
    IReadOnlyList<OrderEntry> Orders
);

/// <summary>Who says what.</summary>
/// <param name="Statements">Statements with voice and stance.</param>
/// <param name="Figures">Figures.</param>
/// <param name="Conflicts">Figures on one subject set against each other.</param>
/// <param name="Questions">Questions.</param>
/// <param name="Forecasts">Forecasts.</param>
/// <param name="Places">Places.</param>
/// <param name="Actors">Persons, organisations, outlets and governments.</param>
internal sealed record LedgerInfo(
    IReadOnlyList<StatementEntry> Statements,
    IReadOnlyList<FigureEntry> Figures,
    IReadOnlyList<ConflictEntry> Conflicts,
    IReadOnlyList<QuestionEntry> Questions,
    IReadOnlyList<ForecastEntry> Forecasts,
    IReadOnlyList<PlaceEntry> Places,
    IReadOnlyList<ActorEntry> Actors
);
