namespace Assay.Cases.Accounts;

/// <summary>A claim of distance: a ratio where a nearer place is named, kilometres where none is.</summary>
public sealed record DistanceItem
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the place both distances are measured from.</summary>
    public required string From { get; init; }

    /// <summary>Id of the place said to be far.</summary>
    public required string Far { get; init; }

    /// <summary>Id of the place compared with, or null.</summary>
    public string? Near { get; init; }

    /// <summary>The claimed ratio, or kilometres where <see cref="Near"/> is null.</summary>
    public double Claimed { get; init; }

    /// <summary>The words.</summary>
    public required Anchor Quote { get; init; }

    /// <summary>Who says so, outermost first.</summary>
    public IReadOnlyList<string> Voice { get; init; } = [];
}
