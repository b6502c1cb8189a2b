namespace Assay.Trade.Findings;

/// <summary>Why a leg of a route is known or not.</summary>
public enum LegState
{
    /// <summary>The destination reports it, for at least half of the periods compared.</summary>
    Known,

    /// <summary>The destination does not report it: unknown, not zero.</summary>
    NotReported,

    /// <summary>It is reported in a currency for which there is no rate.</summary>
    NoRate,

    /// <summary>Kilograms are asked for and its reports hold no weights.</summary>
    NoWeights,
}

/// <summary>What a destination reports of one leg: of what it takes in from the bloc, or of what it sends on to the target.</summary>
/// <param name="State">Whether it is known.</param>
/// <param name="Currency">Currency of the reports; empty where there are none.</param>
/// <param name="Compared">Periods after the effective date for which it is known, as is the like period before.</param>
/// <param name="Absent">Periods after that are left out of the comparison, since they or their like before are not reported.</param>
public sealed record Leg(LegState State, string Currency, IReadOnlyList<int> Compared, IReadOnlyList<int> Absent)
{
    /// <summary>A leg that nobody reports.</summary>
    public static Leg None { get; } = new(LegState.NotReported, "", [], []);
}
