using System.Globalization;
using System.Text;
using Assay.Chronology.Model;
using Assay.Chronology.Zones;
using NodaTime;

namespace Assay.Chronology.Solving;

/// <summary>Tests claims about clocks whose day is unknown but shared: the clocks of one passage that names no day.</summary>
/// <remarks>
/// <para>The caller puts the clocks on any one day, a placeholder; a clock told to be after midnight goes on the day after it. The
/// verdict on the placeholder alone can be wrong, because zones do not keep their distance: Berlin and New York are five hours apart
/// for some weeks of the year and six for the rest, Tehran was behind Dubai in winter and ahead of it in summer, and in the night of a
/// clock change one clock alone runs an hour short or long. So every admissible day is decided. Days on which the clocks are equally
/// far apart, whatever zones they may have been on, give one answer: one day of each such kind is tested, and only days near a clock
/// change are looked at singly.</para>
/// <para>Clocks of the model that are not on the placeholder say nothing across an unknown day and are left out; relations stay. That
/// can only weaken a verdict. Two passages are two calls. Witnesses stand on a day of the kind they belong to: their dates are
/// examples, not findings. </para>
/// </remarks>
/// <param name="solver">Decides each kind of day.</param>
public sealed class UnknownDay(TemporalSolver solver)
{
    /// <summary>Tests claims on every day of a span.</summary>
    /// <param name="model">The premises, with the clocks of the passage on the placeholder day.</param>
    /// <param name="claims">The claims, between events of the passage.</param>
    /// <param name="passage">Ids of the statements whose day is unknown.</param>
    /// <param name="placeholder">The day they were put on.</param>
    /// <param name="days">The days it may stand for: as a rule the years before the publication of the text.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>A verdict per claim, in their order.</returns>
    /// <exception cref="ArgumentException">The model or a claim is invalid.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public IReadOnlyList<UnknownDayVerdict> Examine(
        TemporalModel model,
        IReadOnlyList<TimeClaim> claims,
        IReadOnlySet<string> passage,
        LocalDate placeholder,
        DateInterval days,
        CancellationToken cancellation = default
    )
    {
        ModelCheck.Require(model, claims);
        var left = model.Statements.Where(s => !passage.Contains(s.Id)).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var kept = model with { Statements = [.. model.Statements.Where(s => !left.Contains(s.Id))] };
        var most = solver.Affordable(kept.Statements.Count + kept.Relations.Count);
        var tested = claims.Take(most).Select(c => c with { Without = [.. (c.Without ?? []).Where(w => !left.Contains(w))] }).ToList();
        var kinds = tested.Count == 0 ? [] : Kinds(kept, tested, placeholder, days);
        var found = kinds.ConvertAll(k => solver.Examine(Moved(kept, Period.DaysBetween(placeholder, k.Day)), tested, cancellation));
        return
        [
            .. tested.Select(
                (_, c) => UnknownDayVerdict.Of([.. kinds.Select((k, i) => new DayKind(k.Day, k.Count, k.IsClockChange, found[i][c]))])
            ),
            .. claims.Skip(most).Select(TemporalSolver.Unexamined).Select(v => new UnknownDayVerdict(v, v, [])),
        ];
    }

    /// <summary>One day of each kind, the most frequent first.</summary>
    private static List<(LocalDate Day, int Count, bool IsClockChange)> Kinds(
        TemporalModel model,
        IReadOnlyList<TimeClaim> claims,
        LocalDate placeholder,
        DateInterval days
    )
    {
        var starts = NearChanges(model, placeholder, days);
        var kinds = new Dictionary<string, (LocalDate Day, int Count, bool IsClockChange)>(StringComparer.Ordinal);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : days.End.PlusDays(1);
            var moved = new CompiledModel(Moved(model, Period.DaysBetween(placeholder, starts[i])), claims);
            var key = Distances(moved);
            var (day, count, change) = kinds.TryGetValue(key, out var known) ? known : (starts[i], 0, IsClockChange(moved));
            kinds[key] = (day, count + Period.DaysBetween(starts[i], end), change);
        }

        return [.. kinds.Values.OrderByDescending(k => k.Count).ThenBy(k => k.Day)];
    }

    /// <summary>The first day, each on which a change of an admissible zone may touch the windows, each first one after such.</summary>
    private static List<LocalDate> NearChanges(TemporalModel model, LocalDate placeholder, DateInterval days)
    {
        var starts = new SortedSet<LocalDate> { days.Start };
        var touched = model
            .Statements.SelectMany(s => s.Windows)
            .SelectMany(w => new[] { w.From.Date, w.Until.Date })
            .DefaultIfEmpty(placeholder)
            .Select(d => Period.DaysBetween(placeholder, d))
            .ToList();
        var (before, after) = (touched.Min(), touched.Max());
        var (from, until) = (Noon(days.Start.PlusDays(before - 2)), Noon(days.End.PlusDays(after + 2)));
        var zones = model.Zones.SelectMany(z => z.Candidates.Select(c => c.Zone)).Concat(model.Globals.Select(g => g.Zone)).Distinct();
        foreach (var rule in zones.SelectMany(z => ZoneRules.Find(z)!.GetZoneIntervals(from, until)).Where(i => i.HasStart))
        {
            var change = rule.Start.InUtc().Date;
            // The last of them is the first that the change cannot touch: a local day is at most one off the UTC day.
            starts.UnionWith(Enumerable.Range(-after - 1, after - before + 4).Select(change.PlusDays).Where(days.Contains));
        }

        return [.. starts];
    }

    private static Instant Noon(LocalDate day) => day.At(LocalTime.Noon).InUtc().ToInstant();

    private static TemporalModel Moved(TemporalModel model, int days) =>
        model with
        {
            Statements =
            [
                .. model.Statements.Select(s =>
                    s with
                    {
                        Windows = [.. s.Windows.Select(w => new LocalWindow(w.From.PlusDays(days), w.Until.PlusDays(days)))],
                        StatedAt = [.. s.StatedAt.Select(m => new StatedMinutes(m.First.PlusDays(days), m.Last.PlusDays(days)))],
                    }
                ),
            ],
        };

    /// <summary>How far apart the windows are, mode by mode. Where two days agree in this, each reading of one is a reading of the
    /// other, all of it moved by one time.</summary>
    private static string Distances(CompiledModel model)
    {
        var key = new StringBuilder();
        foreach (var global in World.AllModes(model))
        {
            long? origin = null;
            foreach (var (s, zone) in model.Statements.SelectMany(s => Mode.Domain(model, global)(s.Variable).Select(z => (s, z))))
            {
                foreach (var p in model.Pieces(s.Index, zone))
                {
                    var start = origin ??= p.From;
                    key.Append(CultureInfo.InvariantCulture, $"{p.From - start} {p.Until - start} ");
                    key.Append(CultureInfo.InvariantCulture, $"{p.StatedFirst - start} {p.StatedLast - start} ");
                }

                key.Append('/');
            }
        }

        return key.ToString();
    }

    /// <summary>True where a clock is changed between the first and the last of the windows in an admissible zone.</summary>
    private static bool IsClockChange(CompiledModel model) =>
        World
            .AllModes(model)
            .SelectMany(g =>
                model.Statements.SelectMany(s => Mode.Domain(model, g)(s.Variable).SelectMany(z => Offsets(model, s.Index, z)))
            )
            .Distinct()
            .GroupBy(p => p.Zone)
            .Any(z => z.Count() > 1);

    /// <summary>The offsets of a zone while a statement's windows last; two that no zone has where a change skips a window.</summary>
    private static IEnumerable<(int Zone, int Offset)> Offsets(CompiledModel model, int statement, int zone)
    {
        var rules = ZoneRules.Find(model.ZoneId(zone))!;
        var pieces = model.Pieces(statement, zone);
        var offsets = pieces
            .SelectMany(p => new[] { p.From, p.Until - 1 })
            .Select(t => rules.GetUtcOffset(Instant.FromUnixTimeTicks(t)).Seconds);
        return (model.Skips(statement, zone) ? [int.MinValue, int.MaxValue] : offsets).Select(o => (zone, o));
    }
}

/// <summary>The days on which the clocks of a passage are equally far apart.</summary>
/// <param name="Day">The first of them.</param>
/// <param name="Count">How many they are.</param>
/// <param name="IsClockChange">True where a clock is changed in some admissible zone while the passage lasts.</param>
/// <param name="Verdict">The verdict on each of them.</param>
public sealed record DayKind(LocalDate Day, int Count, bool IsClockChange, ClaimVerdict Verdict);

/// <summary>The verdict on a claim whose day is unknown.</summary>
/// <param name="AnyDay">The verdict over all days, gaps included. Where days differ it is <see cref="Verdict.Sometimes"/> and depends on an
/// unstated time: it is the day that should be asked for. The table stays where its rows say the same on all days.</param>
/// <param name="OrdinaryDay">The same over the days on which no clock is changed; over all where there is no such day. A decided verdict
/// here beside <see cref="Verdict.Sometimes"/> in <paramref name="AnyDay"/> says "unless it was the night of a clock change".</param>
/// <param name="Kinds">The kinds of days, the most frequent first.</param>
public sealed record UnknownDayVerdict(ClaimVerdict AnyDay, ClaimVerdict OrdinaryDay, IReadOnlyList<DayKind> Kinds)
{
    /// <summary>Merges the verdicts of all kinds of days, at least one.</summary>
    internal static UnknownDayVerdict Of(IReadOnlyList<DayKind> kinds)
    {
        var ordinary = kinds.Where(k => !k.IsClockChange).ToList();
        return new UnknownDayVerdict(Merge(kinds), Merge(ordinary.Count > 0 ? ordinary : kinds), kinds);
    }

    private static ClaimVerdict Merge(IReadOnlyList<DayKind> kinds)
    {
        // A day on which the premises cannot hold is no possible day.
        var possible = kinds.Select(k => k.Verdict).Where(v => v.Verdict != Verdict.Contradictory).ToList();
        if (possible.Count == 0)
            return kinds[0].Verdict;

        var home = possible.FindAll(v => v.Home != HomeVerdict.Impossible);
        var differs = possible.Exists(v => v.Verdict != possible[0].Verdict);
        var table = possible.TrueForAll(v => HasSameRows(v, possible[0]));
        return possible[0] with
        {
            Verdict = Join(possible.ConvertAll(v => v.Verdict)),
            Home = Join(home.ConvertAll(v => v.Home)),
            GapMin = Least(possible.ConvertAll(v => v.GapMin)),
            GapMax = Greatest(possible.ConvertAll(v => v.GapMax)),
            HomeGapMin = Least(home.ConvertAll(v => v.HomeGapMin)),
            HomeGapMax = Greatest(home.ConvertAll(v => v.HomeGapMax)),
            DecidedBy = [.. possible.SelectMany(v => v.DecidedBy).Distinct()],
            DependsOnUnstatedTime = differs || possible.Exists(v => v.DependsOnUnstatedTime),
            Table = table ? [.. possible[0].Table.Select((r, i) => Join(r, possible.ConvertAll(v => v.Table[i])))] : [],
            Because = differs ? [] : [.. possible.SelectMany(v => v.Because).Distinct()],
            Flip = possible.TrueForAll(v => IsSame(v.Flip, possible[0].Flip)) ? possible[0].Flip : null,
            Ask = table ? possible[0].Ask : [],
            For = possible.Select(v => v.For).FirstOrDefault(r => r is not null),
            Against = possible.Select(v => v.Against).FirstOrDefault(r => r is not null),
            Skipped = [.. kinds.SelectMany(k => k.Verdict.Skipped).Distinct()],
        };
    }

    private static bool HasSameRows(ClaimVerdict a, ClaimVerdict b) =>
        a.DecidedBy.SequenceEqual(b.DecidedBy) && a.Table.Select(Key).SequenceEqual(b.Table.Select(Key));

    private static (string Zones, string? Global, Verdict Verdict) Key(CombinationRow row) =>
        (string.Join(' ', row.Zones), row.Global, row.Verdict);

    private static CombinationRow Join(CombinationRow row, List<CombinationRow> all) =>
        row with
        {
            GapMin = Least(all.ConvertAll(r => r.GapMin)),
            GapMax = Greatest(all.ConvertAll(r => r.GapMax)),
        };

    private static bool IsSame(Flip? a, Flip? b) =>
        (a, b) switch
        {
            ({ } x, { } y) => x.Clocks.SequenceEqual(y.Clocks) && x.NearestOffset == y.NearestOffset && x.Margin == y.Margin,
            _ => a is null && b is null,
        };

    private static Verdict Join(List<Verdict> all) =>
        all.Contains(Verdict.Sometimes) || (all.Contains(Verdict.Always) && all.Contains(Verdict.Never)) ? Verdict.Sometimes
        : all.Contains(Verdict.Unsettled) ? Verdict.Unsettled
        : all[0];

    private static HomeVerdict Join(List<HomeVerdict> all) =>
        all.Count == 0 ? HomeVerdict.Impossible
        : all.TrueForAll(h => h == all[0]) ? all[0]
        : HomeVerdict.Depends;

    private static Duration? Least(List<Duration?> all) => all.Count == 0 || all.Contains(null) ? null : all.Min();

    private static Duration? Greatest(List<Duration?> all) => all.Count == 0 || all.Contains(null) ? null : all.Max();
}
