namespace Assay.Cases.Accounts;

/// <summary>Where an item stands with the people who decide.</summary>
public enum ItemState
{
    /// <summary>Nobody has decided; the item is in the account as the drafter has it.</summary>
    Open,

    /// <summary>It stays as it is.</summary>
    Accepted,

    /// <summary>It stays, with changes, or was written by hand.</summary>
    Edited,

    /// <summary>It is not in the account, nor is what rests on it.</summary>
    Rejected,

    /// <summary>Somebody looked and left it open; it is in the account as the drafter has it.</summary>
    Skipped,

    /// <summary>It is an event that is one with another.</summary>
    Merged,

    /// <summary>Nobody decided, and the last reading no longer proposes it; it is not in the account.</summary>
    Gone,
}
