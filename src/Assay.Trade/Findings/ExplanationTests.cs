using System.Globalization;

namespace Assay.Trade.Findings;

/// <summary>What the tests of innocent explanations look at.</summary>
/// <param name="Cell">The finding without explanations.</param>
/// <param name="MassRatio">Weight after / before; NaN where weights are not given.</param>
/// <param name="Limit">Ratio to the counterfactual that placebo cells of this size stay below.</param>
/// <param name="CodeTraded">Whether the family was traded by the bloc in every year before.</param>
/// <param name="OthersUp">Share of other destinations whose trade in the product stands out too; NaN below five others.</param>
/// <param name="Coverage">Least share of the bloc's reporters in the periods used; where imports are the outcome, share of the
/// periods that the destination reports.</param>
/// <param name="Side">Whose reports are the outcome.</param>
/// <param name="OpenRegister">Whether the destination keeps an open register of ships.</param>
internal sealed record ExplanationFacts(
    Finding Cell,
    double MassRatio,
    double Limit,
    bool CodeTraded,
    double OthersUp,
    double Coverage,
    OutcomeSide Side,
    bool OpenRegister
);

/// <summary>Tests each innocent explanation of a rise.</summary>
internal static class ExplanationTests
{
    /// <summary>Name of the explanation by registers of ships and aircraft.</summary>
    public const string Registration = "ship or aircraft registration";

    // Headings of whole craft, which enter a register; parts do not.
    private static readonly HashSet<string> Craft = ["8801", "8802", "8806", "8901", "8902", "8903", "8904", "8905", "8906", "8907"];

    // Chapters whose goods people buy for themselves: food and drink, clothing and shoes, perfumery, furs, jewellery, toys; passenger cars
    // and motorcycles.
    private static readonly HashSet<string> Consumer =
    [
        "02",
        "03",
        "04",
        "08",
        "09",
        "16",
        "17",
        "18",
        "19",
        "20",
        "21",
        "22",
        "24",
        "33",
        "42",
        "43",
        "57",
        "61",
        "62",
        "63",
        "64",
        "65",
        "66",
        "67",
        "71",
        "91",
        "94",
        "95",
        "8703",
        "8711",
    ];

    /// <summary>All explanations of a cell.</summary>
    public static IReadOnlyList<Explanation> Run(ExplanationFacts f) =>
        [OwnDemand(f), Price(f), Recoding(f), Entrepot(f), Register(f), People(f), Reporting(f)];

    private static Explanation OwnDemand(ExplanationFacts f)
    {
        const string name = "own demand";
        if (f.Cell.Method == CounterfactualMethod.SameAsBefore)
            return new(name, ExplanationState.Unknown, "The data hold no unrestricted goods to measure the destination's own growth by.");
        if (f.Cell.SiblingGrowth > 0.5 * (f.Cell.After / Math.Max(1, f.Cell.Counterfactual) - 1))
            return new(
                name,
                ExplanationState.Possible,
                $"Unrestricted goods of the same heading rose by {Percent(f.Cell.SiblingGrowth)} too."
            );
        return f.Cell.ExcessLow > 0
            ? new(
                name,
                ExplanationState.RuledOut,
                "The rise exceeds the growth of the destination's unrestricted trade by more than placebo cells do."
            )
            : new(name, ExplanationState.Possible, "Growth of this size is seen where nothing was restricted.");
    }

    private static Explanation Price(ExplanationFacts f)
    {
        if (double.IsNaN(f.MassRatio))
            return new("price", ExplanationState.Unknown, "Weights are not given.");
        var needed = f.Limit * f.Cell.Counterfactual / Math.Max(1, f.Cell.Before);
        return f.MassRatio > needed
            ? new("price", ExplanationState.RuledOut, $"Weight rose {Times(f.MassRatio)}.")
            : new("price", ExplanationState.Possible, $"Weight rose only {Times(f.MassRatio)}.");
    }

    private static Explanation Recoding(ExplanationFacts f) =>
        f.CodeTraded
            ? new("re-coding", ExplanationState.RuledOut, "The family was traded in every year before.")
            : new("re-coding", ExplanationState.Possible, "The family was not traded in every year before: the code may be new.");

    private static Explanation Entrepot(ExplanationFacts f) =>
        double.IsNaN(f.OthersUp) ? new("entrepot", ExplanationState.Unknown, "There are too few other destinations to compare with.")
        : f.OthersUp > 0.2 ? new("entrepot", ExplanationState.Possible, $"{Percent(f.OthersUp)} of other destinations rose alike.")
        : new("entrepot", ExplanationState.RuledOut, $"Only {Percent(f.OthersUp)} of other destinations rose alike.");

    private static Explanation Register(ExplanationFacts f)
    {
        var product = f.Cell.Product;
        if (product.Length >= 4 && Craft.Contains(product[..4]))
            return new(Registration, ExplanationState.Possible, "The goods are ships or aircraft, which trade by registration.");
        return product == "TOTAL" && f.OpenRegister
                ? new(
                    Registration,
                    ExplanationState.Possible,
                    "The destination keeps an open register of ships, and totals do not show whether ships were sold."
                )
            : product == "TOTAL" ? new(Registration, ExplanationState.Unknown, "Totals do not show whether ships were sold.")
            : new(Registration, ExplanationState.RuledOut, "The goods are neither ships nor aircraft.");
    }

    private static Explanation People(ExplanationFacts f) =>
        f.Cell.Product.Length >= 4 && (Consumer.Contains(f.Cell.Product[..2]) || Consumer.Contains(f.Cell.Product[..4]))
            ? new("relocated people and firms", ExplanationState.Possible, "The goods are consumer goods.")
            : new("relocated people and firms", ExplanationState.RuledOut, "The goods are not consumer goods.");

    private static Explanation Reporting(ExplanationFacts f) =>
        f.Side == OutcomeSide.Imports ? OwnReports(f)
        : f.Coverage >= 1 ? new("reporting gap", ExplanationState.RuledOut, "Every reporter that is compared reported every period used.")
        : new("reporting gap", ExplanationState.Possible, $"In the worst period only {Percent(f.Coverage)} of reporters reported.");

    private static Explanation OwnReports(ExplanationFacts f) =>
        f.Coverage >= 1
            ? new("reporting gap", ExplanationState.RuledOut, "The destination reported every period used.")
            : new(
                "reporting gap",
                ExplanationState.Possible,
                $"The destination reported {Percent(f.Coverage)} of the periods, compared alone."
            );

    private static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Times(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture) + "-fold";
}
