namespace Assay.Mcp;

/// <summary>The sources.</summary>
internal sealed record SourceList(IReadOnlyList<SourceAnswer> Sources, string Notice);

/// <summary>A source.</summary>
internal sealed record SourceAnswer(
    string Id,
    string File,
    string Sha256,
    string? Title,
    string? Published,
    IReadOnlyList<string> Authors,
    string? Dateline,
    int Sentences,
    int Words
);

/// <summary>A stretch of a source.</summary>
internal sealed record SourcePage(
    string Source,
    string Sha256,
    IReadOnlyList<SentenceAnswer> Sentences,
    int Total,
    int? NextCursor,
    string Notice
);

/// <summary>A sentence.</summary>
internal sealed record SentenceAnswer(int Number, int Paragraph, string Kind, string Text);

/// <summary>What came of holding words against a source.</summary>
internal sealed record QuoteAnswer(
    string Source,
    string Sha256,
    bool Holds,
    string Outcome,
    string Message,
    string? Quote,
    int? Start,
    int? End,
    int? Sentence,
    string Notice
);

/// <summary>A source that was added.</summary>
internal sealed record AddedSource(string Id, string File, string Sha256, int Sentences, string Next);

/// <summary>Times in a phrase.</summary>
internal sealed record TimesAnswer(IReadOnlyList<TimeAnswer> Times, string Message);

/// <summary>A time in a phrase.</summary>
internal sealed record TimeAnswer(
    string Words,
    string Type,
    string Value,
    string? Edtf,
    string? ClockTime,
    string? Date,
    string? StatedZone,
    string Reason,
    IReadOnlyList<string> Alternatives
);
