using Assay.Cases.Accounts;

namespace Assay.Cases.Drafting;

/// <summary>
/// Who tells two times in one breath tells them by one clock: a time that nobody is quoted for is on the clock of its neighbour in the
/// paragraph, where both are at home in one zone.
/// </summary>
/// <param name="textOf">The text of a source.</param>
/// <param name="homeOf">The home zone of a variable that stands by itself or for a voice; null where its zone is stated or unknown.</param>
/// <param name="isLoose">True for a variable that nobody is quoted for.</param>
internal sealed class OneBreath(Func<string, string> textOf, Func<string, string?> homeOf, Func<string, bool> isLoose)
{
    /// <summary>The clocks, in their order, each on the variable it is told by.</summary>
    public List<ClockItem> Of(IReadOnlyList<ClockItem> clocks)
    {
        var told = clocks.ToList();
        var order = Enumerable
            .Range(0, told.Count)
            .OrderBy(i => told[i].Quote.Source, StringComparer.Ordinal)
            .ThenBy(i => told[i].Quote.Start)
            .ToList();
        foreach (var (before, at) in order.Zip(order.Skip(1)))
        {
            var (a, b) = (told[before], told[at]);
            if (a.Zone == b.Zone || a.Local != b.Local || homeOf(a.Zone) is not { } home || homeOf(b.Zone) != home || !IsOneParagraph(a, b))
                continue;
            if (isLoose(b.Zone))
                told[at] = b with { Zone = a.Zone };
            else if (isLoose(a.Zone))
                told[before] = a with { Zone = b.Zone };
        }

        return told;
    }

    private bool IsOneParagraph(ClockItem a, ClockItem b) =>
        a.Quote.Source == b.Quote.Source
        && a.Quote.End <= b.Quote.Start
        && !textOf(a.Quote.Source).AsSpan(a.Quote.End..b.Quote.Start).Contains('\n');
}
