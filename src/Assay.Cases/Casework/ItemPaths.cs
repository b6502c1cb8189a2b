using System.Globalization;
using Assay.Cases.Accounts;

namespace Assay.Cases.Casework;

/// <summary>Paths into an account, such as <c>clocks[2].zone</c>.</summary>
internal static class ItemPaths
{
    /// <summary>Id of the item that a path begins with; null where it is none with an id.</summary>
    public static string? IdAt(Account account, string path)
    {
        var (open, close) = (path.IndexOf('[', StringComparison.Ordinal), path.IndexOf(']', StringComparison.Ordinal));
        if (open < 0 || close < open || AccountLists.Named(path[..open]) is not { } list)
            return null;
        var at = int.Parse(path[(open + 1)..close], CultureInfo.InvariantCulture);
        return list.Items(account).Skip(at).FirstOrDefault()?.Id;
    }
}
