using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Chronology.Solving;

/// <summary>The grid on which gaps of stated minutes are computed, and how far an instant lies from the minute stated for it.</summary>
/// <remarks>All windows and bounds of a component are whole units of its grid, so its instants may be rounded down to the grid: the rounded
/// instants satisfy the same bounds, strictness dropped, and whatever satisfies those is the rounding of some world. Where a clock's grain
/// is the unit itself, as with minutes among minutes, the rounded instant is the stated minute. A clock that is coarser, or approximate
/// beyond what it states, keeps its minute within its own slack of the rounded instant: exactly, unless its windows are not all of one
/// length, as where a clock change lies in them in one zone. The range can then be too wide by that much, never too narrow.</remarks>
internal sealed class StatedGrid
{
    private readonly CompiledModel model;
    private readonly (long Before, long After)[] slack;
    private readonly long[] units;

    /// <summary>Computes the grid of a model.</summary>
    public StatedGrid(CompiledModel model)
    {
        this.model = model;
        slack = new (long, long)[model.Statements.Length];
        var (ticks, origin) = (new long[model.Components], new long?[model.Components]);
        Array.Fill(ticks, NodaConstants.TicksPerMinute);
        foreach (var clock in model.Statements)
        {
            var c = model.Component[clock.Event];
            foreach (var p in Zones(clock.Variable).SelectMany(z => model.Pieces(clock.Index, z)))
            {
                var start = origin[c] ??= p.From;
                ticks[c] = TickScale.Gcd(TickScale.Gcd(ticks[c], p.From - start), p.Until - p.From);
                ticks[c] = TickScale.Gcd(TickScale.Gcd(ticks[c], p.StatedFirst - start), p.StatedLast - start);
                ref var s = ref slack[clock.Index];
                s = (Math.Max(s.Before, p.StatedFirst - p.From), Math.Max(s.After, p.Until - p.StatedLast));
            }
        }

        foreach (var r in model.Relations)
        {
            ref var unit = ref ticks[model.Component[r.From]];
            unit = TickScale.Gcd(TickScale.Gcd(unit, TicksOf(r.Source.Lower)), TicksOf(r.Source.Upper));
        }

        units = [.. ticks.Select(model.Scale.Length)];
        slack = [.. slack.Select(s => (model.Scale.Length(s.Before), model.Scale.Length(s.After)))];
    }

    /// <summary>The unit of the grid of an event, scaled; a minute at most.</summary>
    public long Unit(int e) => units[model.Component[e]];

    /// <summary>By how much the instant may precede the minute stated by a clock, and how far after it the instant stays, scaled.</summary>
    public (long Before, long After) SlackOf(int statement) => slack[statement];

    /// <summary>Per event the clock that says its stated minute, or -1: events before reports, then the narrower, then by id, so that the
    /// order of the statements does not matter.</summary>
    /// <param name="included">Which premises hold.</param>
    public int[] Finest(bool[] included)
    {
        var finest = new int[model.Component.Length];
        Array.Fill(finest, -1);
        foreach (var clock in model.Statements.Where(s => included[s.Index]))
        {
            ref var best = ref finest[clock.Event];
            best = best < 0 || IsFiner(clock.Index, best) ? clock.Index : best;
        }

        return finest;
    }

    /// <summary>True where the minute stated by a clock is the instant rounded down to the grid.</summary>
    public bool IsOnGrid(int statement) => slack[statement] == (0, Unit(model.Statements[statement].Event));

    private bool IsFiner(int s, int than)
    {
        var byPrecision = Rank(s).CompareTo(Rank(than));
        return byPrecision < 0
            || (byPrecision == 0 && string.CompareOrdinal(model.Statements[s].Source.Id, model.Statements[than].Source.Id) < 0);
    }

    private (bool, long) Rank(int s) => (model.Statements[s].Source.Role == ClockRole.Report, slack[s].Before + slack[s].After);

    private IEnumerable<int> Zones(int variable) => World.AllModes(model).SelectMany(g => Mode.Domain(model, g)(variable)).Distinct();

    private static long TicksOf(Bound? bound) => bound is { } b ? Math.Abs(TickScale.TicksOf(b)) : 0;
}
