using Assay.Trade.Codes;

namespace Assay.Trade.Simulation;

/// <summary>What a synthetic world looks like. The same options always give the same figures.</summary>
public sealed record SyntheticOptions
{
    /// <summary>Currency of the bloc's files.</summary>
    public const string Currency = "EUR";

    /// <summary>Seed of everything that is drawn.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Destinations, the target among them.</summary>
    public int Destinations { get; init; } = 60;

    /// <summary>HS6 products, restricted ones among them.</summary>
    public int Products { get; init; } = 400;

    /// <summary>Restricted products; the codes are those of the Common High Priority List as far as they go.</summary>
    public int Restricted { get; init; } = 50;

    /// <summary>Months.</summary>
    public int Months { get; init; } = 36;

    /// <summary>First month, yyyymm.</summary>
    public int FirstMonth { get; init; } = 202001;

    /// <summary>The month from which exports of restricted products to the target fall, yyyymm; 0 for a world in which nothing
    /// happens.</summary>
    public int Effective { get; init; } = 202203;

    /// <summary>The target, ISO alpha-2.</summary>
    public string Target { get; init; } = "RU";

    /// <summary>Reporting countries of the origin bloc.</summary>
    public IReadOnlyList<string> Origin { get; init; } =
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ];

    /// <summary>Diversions to plant; they take the sizes, lags and variants below in turn.</summary>
    public int Diversions { get; init; } = 24;

    /// <summary>Sizes of diversions as shares of what the destination would have bought anyway: 0.5 is half as much again.</summary>
    public IReadOnlyList<double> Sizes { get; init; } = [0.25, 0.5, 1, 2, 5];

    /// <summary>Months from the effective date to the start of a diversion.</summary>
    public IReadOnlyList<int> Lags { get; init; } = [0, 1, 3];

    /// <summary>Share of destinations with a diversion that report what they export to the target.</summary>
    public double OnwardReported { get; init; } = 0.5;

    /// <summary>Share of diverted goods that never show in the destination's own import statistics, where it does not report onward
    /// trade.</summary>
    public double NeverArrives { get; init; } = 0.6;

    /// <summary>Share of diversions declared under an unrestricted code of the same heading.</summary>
    public double Misdeclared { get; init; } = 0.1;

    /// <summary>Decoys: destinations whose demand for everything grows at the effective date.</summary>
    public int OwnDemandDecoys { get; init; } = 3;

    /// <summary>Decoys: restricted products whose price rises everywhere at the effective date while weights stay.</summary>
    public int PriceDecoys { get; init; } = 3;

    /// <summary>Decoys: destinations that register ships, in a few very large deliveries.</summary>
    public int ShipRegistries { get; init; } = 2;

    /// <summary>Standard deviation of the logarithm of a cell's monthly noise.</summary>
    public double Noise { get; init; } = 0.35;

    /// <summary>
    /// True to lay the partners' files out as offices do: chapters and headings beside six digits, national tables of ten digits, months
    /// that
    /// are missing.
    /// </summary>
    public bool Mixed { get; init; }

    /// <summary>What the files lack of the world; nothing unless said.</summary>
    public SyntheticGaps Gaps { get; init; } = new();

    /// <summary>Median EUR per month of the cell of an average product and destination; smaller worlds are sparser.</summary>
    public double MedianCell { get; init; } = 30_000;
}
