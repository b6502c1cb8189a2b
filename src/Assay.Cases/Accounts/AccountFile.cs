namespace Assay.Cases.Accounts;

/// <summary>An account as it stands in a file: what could be read, and what could not, each with its place.</summary>
/// <param name="Account">What could be read.</param>
/// <param name="Refused">What could not.</param>
/// <param name="Paths">Where each item of the account stands in the file, by its list and its place in the account: <c>clocks[2]</c> may be
/// the third of those read.</param>
/// <param name="Lost">Where the items stand that could not be read, by id.</param>
internal sealed record AccountFile(
    Account Account,
    IReadOnlyList<Refusal> Refused,
    IReadOnlyDictionary<string, (string Path, int Line)> Paths,
    IReadOnlyDictionary<string, string> Lost
)
{
    /// <summary>Where an item stands in the file.</summary>
    public Refusal Refuse(string path, string reason)
    {
        if (Paths.Count == 0)
            return new Refusal(path, 0, reason);
        var end = path.IndexOf(']', StringComparison.Ordinal) + 1;
        var (own, line) = Paths.GetValueOrDefault(path[..end], (path[..end], 0));
        return new Refusal(own + path[end..], line, reason);
    }
}
