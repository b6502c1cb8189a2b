namespace Assay.Cases.Clocks;

/// <summary>Things that are tied to one another, by their ids.</summary>
internal sealed class Joined
{
    private readonly Dictionary<string, string> parent = new(StringComparer.Ordinal);

    /// <summary>The things that were tied to any.</summary>
    public IEnumerable<string> Ids => parent.Keys;

    /// <summary>Ties two things.</summary>
    public void Join(string a, string b)
    {
        var (first, second) = (Root(a), Root(b));
        parent[first] = second;
        parent[second] = second;
        (parent[a], parent[b]) = (second, second); // so that no path grows long
    }

    /// <summary>The one that stands for all that a thing is tied to; itself where it is tied to none.</summary>
    public string Root(string id)
    {
        while (parent.TryGetValue(id, out var up) && up != id)
            id = up;
        return id;
    }
}
