namespace Assay.Mcp;

/// <summary>Drafts of the account.</summary>
internal sealed record DraftList(
    IReadOnlyList<DraftAnswer> Drafts,
    int Total,
    int? NextCursor,
    IReadOnlyList<RefusedDraft> Refused,
    IReadOnlyDictionary<string, string> Sources,
    string Notice
);

/// <summary>A draft.</summary>
internal sealed record DraftAnswer(string Id, string Kind, string Summary, string? Source, int? Sentence, string? Quote, string? DraftedBy);

/// <summary>A proposal that was refused.</summary>
internal sealed record RefusedDraft(string Kind, string? Key, string Reason, string Message);

/// <summary>What became of proposals.</summary>
internal sealed record ProposedDrafts(
    IReadOnlyList<ProposedDraft> Outcomes,
    int Taken,
    int Refused,
    IReadOnlyDictionary<string, int> RefusedByReason,
    IReadOnlyDictionary<string, string> Sources,
    string Next,
    string Notice
);

/// <summary>What became of one proposal.</summary>
internal sealed record ProposedDraft(
    int Index,
    string? Key,
    string Kind,
    bool Taken,
    string? Id,
    string? Reason,
    string Message,
    string? Words,
    string? Quote,
    IReadOnlyList<string> Differences
);
