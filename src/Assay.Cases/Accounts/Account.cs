using System.Text.Json.Serialization;

namespace Assay.Cases.Accounts;

/// <summary>
/// The waist of the house: what a text tells, as plain data, whoever drafted it (the rules, a person, another program). Everything behind
/// it is reading,
/// everything in front of it is checking. Ids are any strings that are unique within the account; every item with a quote is anchored to
/// exact words of a
/// source. The JSON form is described in <c>docs/account.md</c> and <c>docs/account.schema.json</c>.
/// </summary>
public sealed record Account
{
    /// <summary>Version of this shape.</summary>
    public const string Version = "assay-account/1";

    /// <summary>Version of this shape; anything else is refused.</summary>
    public string Schema { get; init; } = Version;

    /// <summary>What round words of time mean.</summary>
    public AccountMeanings Meanings { get; init; } = new();

    /// <summary>The sources the anchors point into.</summary>
    public IReadOnlyList<SourceItem> Sources { get; init; } = [];

    /// <summary>Time expressions.</summary>
    public IReadOnlyList<TimeExpressionEntry> Times { get; init; } = [];

    /// <summary>What happened.</summary>
    public IReadOnlyList<EventItem> Events { get; init; } = [];

    /// <summary>Whose clocks there are, and which zones each may have been in.</summary>
    public IReadOnlyList<ZoneItem> Zones { get; init; } = [];

    /// <summary>Zones the author may have converted every unstated clock to.</summary>
    public IReadOnlyList<GlobalItem> Globals { get; init; } = [];

    /// <summary>Local times that voices give for events.</summary>
    public IReadOnlyList<ClockItem> Clocks { get; init; } = [];

    /// <summary>Claims of order, gap and simultaneity.</summary>
    public IReadOnlyList<ClaimItem> Claims { get; init; } = [];

    /// <summary>Claims that so many things happened in a window of time.</summary>
    public IReadOnlyList<CountItem> Counts { get; init; } = [];

    /// <summary>Claims of distance.</summary>
    public IReadOnlyList<DistanceItem> Distances { get; init; } = [];

    /// <summary>Claims that goods are or will be re-routed through a country.</summary>
    public IReadOnlyList<RouteItem> Routes { get; init; } = [];

    /// <summary>Statements with voice and stance.</summary>
    public IReadOnlyList<StatementEntry> Statements { get; init; } = [];

    /// <summary>Figures.</summary>
    public IReadOnlyList<FigureEntry> Figures { get; init; } = [];

    /// <summary>Figures that speak of the same thing and can be set against each other.</summary>
    public IReadOnlyList<SameFigureItem> SameFigures { get; init; } = [];

    /// <summary>Sources that have one origin, or look as if they had; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SameOriginEntry>? SameOrigins { get; init; }

    /// <summary>Questions.</summary>
    public IReadOnlyList<QuestionEntry> Questions { get; init; } = [];

    /// <summary>Forecasts.</summary>
    public IReadOnlyList<ForecastEntry> Forecasts { get; init; } = [];

    /// <summary>Places named.</summary>
    public IReadOnlyList<PlaceEntry> Places { get; init; } = [];

    /// <summary>Persons, organisations, outlets and governments named.</summary>
    public IReadOnlyList<ActorEntry> Actors { get; init; } = [];

    /// <summary>Inputs that the drafter could not read.</summary>
    public IReadOnlyList<RefusedEntry> Refused { get; init; } = [];

    /// <summary>Who drafted which items, where that is worth telling; null where nobody said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProvenanceItem>? Provenance { get; init; }

    /// <summary>What the drafter has to say of the whole.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What decisions make of what was drafted; without decisions the drafts themselves. Pure: the same of both
    /// give the same account.</summary>
    /// <param name="drafts">What was drafted.</param>
    /// <param name="decisions">What was decided, in order; of several about one item the last counts.</param>
    public static Account Of(Account drafts, IReadOnlyList<Decision> decisions) => Decisions.Of(drafts, decisions);
}
