using Assay.Chronology.Edtf;

namespace Assay.Cases.Accounts;

/// <summary>A claim that so many things happened in a window of time.</summary>
public sealed record CountItem
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the figure.</summary>
    public required string Figure { get; init; }

    /// <summary>First day of the window, EDTF: a day, or a month or year as far as stated.</summary>
    public required EdtfValue From { get; init; }

    /// <summary>Last day of the window, EDTF: a day, or a month or year as far as stated.</summary>
    public required EdtfValue Until { get; init; }
}
