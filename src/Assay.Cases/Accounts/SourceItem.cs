using System.Text.Json.Serialization;

namespace Assay.Cases.Accounts;

/// <summary>A source of an account.</summary>
public sealed record SourceItem
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>The file, as given; looked for where the check runs, then beside the account.</summary>
    public required string File { get; init; }

    /// <summary>Its place in the file, where the file is an archive or a mail that holds several sources; left out where it is the
    /// file itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Entry { get; init; }

    /// <summary>Its headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>SHA-256 of the bytes as received (of the entry, where it is one), lower-case hexadecimal; null where the drafter did not
    /// say.</summary>
    public string? Sha256 { get; init; }

    /// <summary>
    /// True where the text speaks of the zone of its clocks apart from the clocks ("all times in the log are UTC"): then no two of its
    /// unstated clocks
    /// are set against each other for certain.
    /// </summary>
    public bool SpeaksOfZones { get; init; }

    /// <summary>What the drafter has to say of this source.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
