namespace Assay.Cases.Routes;

/// <summary>What a text claims of goods that reach a country through others. What it does not say is null or empty.</summary>
/// <param name="Through">Countries through which the goods are said to go, ISO alpha-2; at least one, none of them the target.</param>
/// <param name="Target">Where they are said to end up, ISO alpha-2.</param>
public sealed record RouteClaim(IReadOnlyList<string> Through, string Target)
{
    /// <summary>Who claims it, in the words of the text; null where nobody is named.</summary>
    public string? Voice { get; init; }

    /// <summary>Where the goods are said to come from: reporters with commas, or EU27; null where that is not said.</summary>
    public string? Origin { get; init; }

    /// <summary>HS or CN codes of the goods; empty where none are named.</summary>
    public IReadOnlyList<string> Goods { get; init; } = [];

    /// <summary>First month, yyyymm; null where none is named.</summary>
    public int? Since { get; init; }

    /// <summary>Whether it is said of the future.</summary>
    public bool Forecast { get; init; }
}
