namespace Assay.Cases.Accounts;

/// <summary>A finding of the customs books that somebody set beside a route claim: what was asked of which books, and the numbers as they
/// were then. The claim is put to the books with what was asked, where its own words do not say otherwise.</summary>
public sealed record RouteFinding
{
    /// <summary>The country of the finding, ISO 3166 two-letter code; one of those the claim goes through.</summary>
    public required string Through { get; init; }

    /// <summary>The product, an HS or CN code.</summary>
    public required string Product { get; init; }

    /// <summary>The goods that were scanned: name of a list that ships, or codes with commas. Never a path.</summary>
    public required string List { get; init; }

    /// <summary>The origin: a bloc, or codes of reporters with commas.</summary>
    public required string Origin { get; init; }

    /// <summary>First period after the effective date, yyyymm; or yyyy00 for a year.</summary>
    public int Since { get; init; }

    /// <summary>Length of the product codes: HS4, HS6 or CN8.</summary>
    public required string Level { get; init; }

    /// <summary>Whose reports are the outcome: exports, or imports.</summary>
    public required string Side { get; init; }

    /// <summary>Unit of the amounts, a currency.</summary>
    public required string Unit { get; init; }

    /// <summary>Trade before the effective date, over like months.</summary>
    public double Before { get; init; }

    /// <summary>Trade after it.</summary>
    public double After { get; init; }

    /// <summary>What was to be expected after it.</summary>
    public double Expected { get; init; }

    /// <summary>The floor of diverted value.</summary>
    public double Floor { get; init; }

    /// <summary>The q-value against placebo cells; null where there were too few.</summary>
    public double? Chance { get; init; }

    /// <summary>True where the cell stands out.</summary>
    public bool StandsOut { get; init; }

    /// <summary>The method, in words.</summary>
    public required string Method { get; init; }

    /// <summary>SHA-256 of the files of the books, in order of import.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>True where another finding is of the same country and product: a claim has one of each.</summary>
    public bool IsOfSame(RouteFinding other) => Through == other.Through && Product == other.Product;
}
