namespace Assay.Mcp;

/// <summary>The verdicts.</summary>
internal sealed record ClaimVerdicts(
    IReadOnlyList<ClaimVerdictAnswer> Claims,
    IReadOnlyList<string> Disagreements,
    IReadOnlyList<string> Refused,
    IReadOnlyList<string> Notes,
    IReadOnlyDictionary<string, string> Sources,
    string Meaning,
    string Notice
);

/// <summary>The verdict on a claim.</summary>
internal sealed record ClaimVerdictAnswer(
    string Id,
    string Kind,
    string Sentence,
    string Verdict,
    string Heading,
    string? NotTested,
    string? OnHomeClocks,
    string? HomeGapMin,
    string? HomeGapMax,
    string? GapMin,
    string? GapMax,
    string Finding,
    string Quote
);

/// <summary>A verdict explained.</summary>
internal sealed record ExplainedVerdict(
    ClaimVerdictAnswer Claim,
    string? MeaningOfWords,
    IReadOnlyList<string> Findings,
    IReadOnlyList<string> Because,
    IReadOnlyList<CombinationAnswer> Combinations,
    string? SmallestChangeThatFlipsIt,
    IReadOnlyList<string> AskFor,
    IReadOnlyList<string> RestsOn,
    IReadOnlyDictionary<string, string> Sources,
    string Notice
);

/// <summary>A combination of the deciding clocks.</summary>
internal sealed record CombinationAnswer(string Words, string Verdict, string? GapMin, string? GapMax, bool Home);

/// <summary>A chronology.</summary>
internal sealed record ChronologyAnswer(
    string Reading,
    IReadOnlyList<ChronologyEvent> Events,
    IReadOnlyDictionary<string, string> Sources,
    string Notice
);

/// <summary>An event of a chronology.</summary>
internal sealed record ChronologyEvent(
    string? Utc,
    string Event,
    string Label,
    string Local,
    string? Zone,
    bool ZoneStated,
    string Voice,
    string Role,
    string Clock
);

/// <summary>What the customs books say.</summary>
internal sealed record TradeAnswer(
    string Verdict,
    string ReadAs,
    string Assumed,
    string Meaning,
    IReadOnlyList<string> DataThatWouldSettleIt
);
