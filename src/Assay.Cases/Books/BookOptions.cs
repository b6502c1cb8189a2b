using Assay.Trade.Findings;

namespace Assay.Cases.Books;

/// <summary>What of the customs books is looked at, and how. The defaults are those of every question that does not say
/// otherwise.</summary>
public sealed record BookOptions
{
    /// <summary>Name of the origin that stands for the 27 member states of the European Union.</summary>
    public const string Union = "EU27";

    /// <summary>Origin that stands for every reporter.</summary>
    public const string Everybody = "all";

    /// <summary>The currency of amounts where none is named.</summary>
    public const string StandardCurrency = "EUR";

    /// <summary>The list whose goods are meant where no goods are named.</summary>
    public const string StandardList = "chpl";

    /// <summary>Origin bloc: <see cref="Union"/>, <see cref="Everybody"/>, or codes of reporters with commas.</summary>
    public string Origin { get; init; } = Union;

    /// <summary>Restricted goods: name of a list that ships, path of a CSV, or codes with commas.</summary>
    public string List { get; init; } = StandardList;

    /// <summary>Whether goods on other lists than the one scanned may be controls.</summary>
    public bool ListedControls { get; init; }

    /// <summary>Whose reports are the outcome.</summary>
    public OutcomeSide Side { get; init; }

    /// <summary>First period after the effective date, yyyymm or yyyy00; null for that of the list.</summary>
    public int? Since { get; init; }

    /// <summary>Last period used; 0 for the last of the lake.</summary>
    public int Until { get; init; }

    /// <summary>Product families: HS4, HS6 or CN8.</summary>
    public string Level { get; init; } = "HS6";

    /// <summary>M (months) or A (years).</summary>
    public char Frequency { get; init; } = 'M';

    /// <summary>Currency of the amounts; reports in another are converted month by month.</summary>
    public string Currency { get; init; } = StandardCurrency;

    /// <summary>Path of a table of the user's own rates, which win over the shipped ones; null for those alone.</summary>
    public string? Rates { get; init; }

    /// <summary>Whether codes that a revision split or joined count as one family.</summary>
    public bool Families { get; init; }

    /// <summary>Whether kilograms are measured in place of value.</summary>
    public bool Weight { get; init; }
}
