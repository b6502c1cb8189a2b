using Assay.Cases.Accounts;
using Assay.Cases.Wording;
using Assay.Reading.Figures;

namespace Assay.Cases.Report;

/// <summary>Sets figures on one subject against each other: they conflict where their intervals have no value in common.</summary>
internal static class FigureConflicts
{
    /// <summary>The conflicts and agreements of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="origins">Counts the origins of its sources.</param>
    public static List<ConflictEntry> Of(Account account, OriginCount origins)
    {
        var figures = account.Figures.ToDictionary(f => f.Id, StringComparer.Ordinal);
        return account.SameFigures.Select(s => Entry(s, [.. s.Figures.Select(f => figures[f])], origins)).ToList();
    }

    private static ConflictEntry Entry(SameFigureItem same, List<FigureEntry> figures, OriginCount origins)
    {
        var agree = figures.Max(f => f.Min ?? double.NegativeInfinity) <= figures.Min(f => f.Max ?? double.PositiveInfinity);
        var words = string.Join(" against ", figures.Select(f => $"“{f.Quote.Exact}” ({f.Voice[^1]}, {EnumNames.Of(f.Stance)})"));
        var outcome = agree ? "these can both be true." : "these cannot both be true of one thing.";
        return new ConflictEntry(
            same.Subject,
            same.Figures,
            agree ? ConflictKind.Agree : ConflictKind.Conflict,
            $"{same.Subject}: {words}: {outcome}"
        )
        {
            Told = origins.Of(figures.Select(f => f.Quote.Source)),
        };
    }
}
