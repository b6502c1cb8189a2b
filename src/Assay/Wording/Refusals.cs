using Assay.Cases.Accounts;

namespace Assay.Wording;

/// <summary>Says what became of an input, or of an item of an account, that was refused.</summary>
internal static class Refusals
{
    /// <summary>What stands between the name of the file and the message.</summary>
    public static string Fate(RefusedEntry refused) => refused.Item is null ? "was not read." : $"does not hold at {refused.Item}:";
}
