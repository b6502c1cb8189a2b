namespace Assay.Trade.Findings;

/// <summary>Which periods one destination reports of one flow, and in what.</summary>
internal sealed class LegReports(int periods)
{
    // A destination that reports so many partners would report the target too; one with fewer may have been asked for others alone.
    private const int ManyPartners = 10;
    private readonly bool[] counterpart = new bool[periods];
    private readonly int[] partners = new int[periods];
    private bool[]? known;

    /// <summary>Currency of its reports; empty before any was read.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Currency of reports that could not be read for want of a rate; null where there are none.</summary>
    public string? Lacking { get; private set; }

    /// <summary>Whether reports were left out since they hold no weights.</summary>
    public bool Weightless { get; private set; }

    /// <summary>
    /// The periods in which trade with the counterpart is known. A period that names others and not the counterpart is a report of zero,
    /// where the counterpart is named in another period or many others are in this one.
    /// </summary>
    public bool[] Known => known ??= Find();

    /// <summary>Takes down a report.</summary>
    /// <param name="t">Index of the period.</param>
    /// <param name="others">How many partners it names.</param>
    /// <param name="named">Whether it names the counterpart.</param>
    /// <param name="currency">Currency it is in.</param>
    public void Add(int t, int others, bool named, string currency)
    {
        counterpart[t] |= named;
        partners[t] += others;
        if (Currency.Length == 0)
            Currency = currency;
    }

    /// <summary>Takes down that a report could not be read for want of a rate.</summary>
    public void Lacks(string currency) => Lacking ??= currency;

    /// <summary>Takes down that a report holds no weights.</summary>
    public void LacksWeights() => Weightless = true;

    private bool[] Find()
    {
        var ever = counterpart.Contains(true);
        return [.. counterpart.Select((named, t) => named || (partners[t] > 0 && (ever || partners[t] >= ManyPartners)))];
    }
}
