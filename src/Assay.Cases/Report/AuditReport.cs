using System.Text.Json.Serialization;
using Assay.Cases.Accounts;
using Assay.Ground.Anchors;

namespace Assay.Cases.Report;

/// <summary>
/// What an audit says: the whole content of <c>--format json</c> and of the dossier. Ids are unique within a report; every item with a
/// quote
/// can be opened down to the words of its source. Times are ISO 8601, durations ISO 8601 durations with a leading minus where negative.
/// </summary>
public sealed record AuditReport
{
    /// <summary>Version of this shape; see <c>docs/audit.schema.json</c>.</summary>
    public string Schema { get; init; } = "assay-audit/1";

    /// <summary>Version of the program that made the report.</summary>
    public required string Version { get; init; }

    /// <summary>The sources that were read, in the order given.</summary>
    public required IReadOnlyList<SourceEntry> Sources { get; init; }

    /// <summary>The inputs that were refused, each with what was wrong and what to do.</summary>
    public IReadOnlyList<RefusedEntry> Refused { get; init; } = [];

    /// <summary>Time expressions of the articles (not of their furniture), in the order of the text.</summary>
    public IReadOnlyList<TimeExpressionEntry> TimeExpressions { get; init; } = [];

    /// <summary>Events, in the order of their home-clock time, undated ones last.</summary>
    public IReadOnlyList<EventEntry> Events { get; init; } = [];

    /// <summary>Clock statements.</summary>
    public IReadOnlyList<ClockEntry> Clocks { get; init; } = [];

    /// <summary>Days and months that time events of claims of which no hour is told: local is a date, or a year and month.</summary>
    public IReadOnlyList<ClockEntry> Dates { get; init; } = [];

    /// <summary>The zone variables: one per voice and kind of clock.</summary>
    public IReadOnlyList<ZoneVariableEntry> ZoneVariables { get; init; } = [];

    /// <summary>The zones that the author may have converted every unstated clock to.</summary>
    public IReadOnlyList<GlobalEntry> Globals { get; init; } = [];

    /// <summary>Relations between events that are used as premises.</summary>
    public IReadOnlyList<RelationEntry> Relations { get; init; } = [];

    /// <summary>Events that voices or sources time differently: what a reader came for, so they come before the claims.</summary>
    public IReadOnlyList<DisagreementEntry> Disagreements { get; init; } = [];

    /// <summary>The claims that words of the sources make, the most telling first. What only the order of the clocks implies is no
    /// claim.</summary>
    public IReadOnlyList<ClaimEntry> Claims { get; init; } = [];

    /// <summary>The orders that only the clocks imply, pair by pair: nobody claims them; the chronology is drawn with them.</summary>
    public IReadOnlyList<OrderEntry> Orders { get; init; } = [];

    /// <summary>The textual order and gap claims tested together; null where there are fewer than two.</summary>
    public JointEntry? Joint { get; init; }

    /// <summary>Statements with voice and stance.</summary>
    public IReadOnlyList<StatementEntry> Statements { get; init; } = [];

    /// <summary>Figures.</summary>
    public IReadOnlyList<FigureEntry> Figures { get; init; } = [];

    /// <summary>Figures on one subject set against each other.</summary>
    public IReadOnlyList<ConflictEntry> Conflicts { get; init; } = [];

    /// <summary>Sources that have one origin, or look as if they had: proposals until somebody confirms them. Left out where there are
    /// none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SameOriginEntry>? SameOrigins { get; init; }

    /// <summary>Questions the text asks.</summary>
    public IReadOnlyList<QuestionEntry> Questions { get; init; } = [];

    /// <summary>Forecasts the text makes.</summary>
    public IReadOnlyList<ForecastEntry> Forecasts { get; init; } = [];

    /// <summary>Places named.</summary>
    public IReadOnlyList<PlaceEntry> Places { get; init; } = [];

    /// <summary>Persons, organisations, outlets and governments named.</summary>
    public IReadOnlyList<ActorEntry> Actors { get; init; } = [];

    /// <summary>The meaning given to words of time in this run: shown, adjustable.</summary>
    public IReadOnlyList<MeaningEntry> Meanings { get; init; } = [];

    /// <summary>What a reader must know of the whole: no time found, a skipped local time, a budget that ran out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A source as received.</summary>
/// <param name="Id">Id, <c>s1</c>, <c>s2</c>, ...</param>
/// <param name="File">File name as given.</param>
/// <param name="Sha256">SHA-256 of the bytes as received, lower-case hexadecimal.</param>
/// <param name="Bytes">Number of bytes.</param>
/// <param name="Format">Name of the format.</param>
/// <param name="Title">Headline, or null.</param>
/// <param name="Section">Section, or null.</param>
/// <param name="Published">Day of publication, its month (2017-03) where no day is given, or null.</param>
/// <param name="Authors">Authors, in order.</param>
/// <param name="Site">Site or outlet, or null.</param>
/// <param name="Bio">About the author, or null.</param>
/// <param name="Disclaimer">Disclaimer, or null.</param>
/// <param name="Captions">Picture captions.</param>
/// <param name="Credits">Picture credits.</param>
/// <param name="Furniture">Blocks set aside.</param>
/// <param name="Text">The text layer that all offsets point into.</param>
/// <param name="Blocks">The blocks of the text layer.</param>
public sealed record SourceEntry(
    string Id,
    string File,
    string Sha256,
    long Bytes,
    string Format,
    string? Title,
    string? Section,
    LocalMoment? Published,
    IReadOnlyList<string> Authors,
    string? Site,
    string? Bio,
    string? Disclaimer,
    IReadOnlyList<string> Captions,
    IReadOnlyList<string> Credits,
    IReadOnlyList<FurnitureEntry> Furniture,
    string Text,
    IReadOnlyList<BlockEntry> Blocks
)
{
    /// <summary>Where the pages of the file begin in the text; left out where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PageEntry>? Pages { get; init; }

    /// <summary>Where and when it comes from, by what came with it; left out where nothing did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OriginEntry? Origin { get; init; }

    /// <summary>Time stamps that stood beside it in a case; left out where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StampEntry>? Stamps { get; init; }
}

/// <summary>A block set aside.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Reason">Why.</param>
public sealed record FurnitureEntry(int Start, int End, string Reason);

/// <summary>A block of the text layer.</summary>
/// <param name="Kind">title, heading, byline, dateline, caption, paragraph, listItem, bio, disclaimer, furniture.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
public sealed record BlockEntry(BlockKind Kind, int Start, int End);

/// <summary>A meaning given to words of time.</summary>
/// <param name="Words">The words, such as "well in advance of".</param>
/// <param name="Meaning">What they are read as, such as "at least 1 h".</param>
public sealed record MeaningEntry(string Words, string Meaning);
