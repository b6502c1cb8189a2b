namespace Assay.Cases.Accounts;

/// <summary>Applies decisions to what was drafted.</summary>
internal static class Decisions
{
    /// <summary>The account that the decisions make of the drafts; those about items that are not there change nothing.</summary>
    public static Account Of(Account drafts, IReadOnlyList<Decision> decisions)
    {
        if (decisions.Count == 0)
            return drafts;
        var gone = decisions.OfType<Struck>().Select(s => s.Item).ToHashSet(StringComparer.Ordinal);
        var named = Last<Renamed>(decisions);
        var zoned = Last<ZoneSettled>(decisions);
        var clocks = drafts.Clocks.Where(c => !gone.Overlaps([c.Id, c.Event, c.Zone])).ToList();
        return drafts with
        {
            Events =
            [
                .. drafts
                    .Events.Where(e => !gone.Contains(e.Id))
                    .Select(e => named.GetValueOrDefault(e.Id) is { } n ? e with { Label = n.Label } : e),
            ],
            Zones = [.. drafts.Zones.Where(z => !gone.Contains(z.Id)).Select(z => zoned.GetValueOrDefault(z.Id)?.Of(z) ?? z)],
            Clocks = clocks,
            Claims = [.. drafts.Claims.Where(c => !gone.Overlaps([c.Id, c.Earlier, c.Later])).Select(c => Without(c, gone))],
            Counts = [.. drafts.Counts.Where(c => !gone.Overlaps([c.Id, c.Figure]))],
            Distances = [.. drafts.Distances.Where(d => !gone.Overlaps([d.Id, d.From, d.Far, d.Near ?? ""]))],
            Routes = [.. drafts.Routes.Where(r => !gone.Contains(r.Id))],
            Statements = [.. drafts.Statements.Where(s => !gone.Contains(s.Id))],
            Figures = [.. drafts.Figures.Where(f => !gone.Contains(f.Id))],
            SameFigures = [.. drafts.SameFigures.Where(s => !gone.Contains(s.Id) && !gone.Overlaps(s.Figures))],
            Questions = [.. drafts.Questions.Where(q => !gone.Contains(q.Id))],
            Forecasts = [.. drafts.Forecasts.Where(f => !gone.Contains(f.Id))],
        };
    }

    // Of several about one item the last counts.
    private static Dictionary<string, T> Last<T>(IReadOnlyList<Decision> decisions)
        where T : Decision => decisions.OfType<T>().GroupBy(d => d.Item).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    private static ClaimItem Without(ClaimItem claim, HashSet<string> gone) =>
        claim with
        {
            EarlierTie = Without(claim.EarlierTie, gone),
            LaterTie = Without(claim.LaterTie, gone),
        };

    private static TieItem? Without(TieItem? tie, HashSet<string> gone) =>
        tie is null ? null : tie with { Candidates = [.. tie.Candidates.Where(c => !gone.Contains(c))] };
}
