using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading.Events;
using NodaTime;

namespace Assay.Cases.Counts;

/// <summary>A count as claimed, set against what the sources themselves list.</summary>
/// <param name="Item">The claim.</param>
/// <param name="Figure">The figure claimed.</param>
/// <param name="Listed">How many such events the sources date inside the window.</param>
/// <param name="Verdict">Always where the list bears it out, never where more are listed than claimed; unsettled where fewer are: absence
/// is unknown.</param>
internal sealed record CountVerdict(CountItem Item, FigureEntry Figure, int Listed, Verdict Verdict)
{
    /// <summary>The verdicts on the counts of an account.</summary>
    public static IEnumerable<CountVerdict> Of(Account account)
    {
        if (account.Counts.Count == 0)
            return [];
        var figures = account.Figures.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var times = account.Times.ToDictionary(t => t.Id, t => t.Value.FirstDay, StringComparer.Ordinal);
        var dated = account
            .Events.Where(e => e.Verb is not null && e.Time is not null)
            .Select(e => (Verb: e.Verb!, Day: times[e.Time!]))
            .ToList();
        return account.Counts.Select(c => Test(c, figures[c.Figure], dated));
    }

    private static CountVerdict Test(CountItem claim, FigureEntry figure, List<(string Verb, LocalDate? Day)> dated)
    {
        var listed = dated.Count(e => IsWithin(e.Day, claim) && EventWords.IsSameKind(figure.Subject, e.Verb));
        var isBorneOut = figure.Min is { } least && listed >= least && (figure.Max is null || listed <= figure.Max);
        var verdict =
            isBorneOut ? Verdict.Always
            : figure.Max is { } most && listed > most ? Verdict.Never
            : Verdict.Unsettled;
        return new CountVerdict(claim, figure, listed, verdict);
    }

    // A month is where its first day is; an end that nothing bounds bounds nothing.
    private static bool IsWithin(LocalDate? day, CountItem window) =>
        day >= (window.From.Earliest().ToLocalDate() ?? LocalDate.MinIsoValue)
        && day <= (window.Until.Latest().ToLocalDate() ?? LocalDate.MaxIsoValue);
}
