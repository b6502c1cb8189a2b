using Assay.Chronology.Model;
using Assay.Chronology.Solving;
using CsCheck;
using NodaTime;

namespace Assay.Chronology.Tests.Solving;

/// <summary>What must be true of any model.</summary>
public class PropertyTests
{
    private static readonly TemporalSolver Solver = new();
    private static readonly Gen<(TemporalModel Model, List<TimeClaim> Claims)> Models = Gen.Int.Select(seed =>
        RandomModels.Draw(new Random(seed), 3)
    );

    [Fact]
    public void Does_not_change_when_the_model_is_written_in_another_order() =>
        Models.Sample(
            m =>
            {
                var turned = new TemporalModel(
                    [.. m.Model.Events.Reverse()],
                    [.. m.Model.Zones.Reverse()],
                    [.. m.Model.Statements.Reverse()],
                    [.. m.Model.Relations.Reverse()],
                    [.. m.Model.Globals.Reverse()]
                );
                var (a, b) = (Solver.Evaluate(m.Model, m.Claims), Solver.Evaluate(turned, m.Claims));
                return a.Joint.Verdict == b.Joint.Verdict
                    && a.Claims.Zip(b.Claims)
                        .All(p =>
                            (p.First.Verdict, p.First.Home, p.First.GapMin, p.First.GapMax)
                            == (p.Second.Verdict, p.Second.Home, p.Second.GapMin, p.Second.GapMax)
                        );
            },
            iter: 80
        );

    [Fact]
    public void Moves_from_always_to_sometimes_at_most_when_a_zone_is_added() =>
        Models.Sample(
            m =>
            {
                var wider = m.Model with
                {
                    Zones =
                    [
                        .. m.Model.Zones.Select((z, i) => i > 0 ? z : z with { Candidates = [.. z.Candidates, new("Asia/Tokyo", "test")] }),
                    ],
                };
                // A component that is brought back to life may rule out global zones for the others, so models without any world say
                // nothing here.
                return !new Enumeration(m.Model).Consistent
                    || Solver
                        .Judge(m.Model, m.Claims)
                        .Zip(Solver.Judge(wider, m.Claims))
                        .All(p => p.First == p.Second || p.Second == Verdict.Sometimes);
            },
            iter: 500
        );

    [Fact]
    public void Shows_readings_that_do_what_they_are_shown_for() =>
        Models.Sample(
            m =>
            {
                foreach (var (claim, verdict) in m.Claims.Zip(Solver.Evaluate(m.Model, m.Claims).Claims))
                {
                    var (some, not) = verdict.Verdict switch
                    {
                        Verdict.Sometimes => (true, true),
                        Verdict.Always => (true, false),
                        Verdict.Never => (false, true),
                        _ => (false, false),
                    };
                    if (
                        (verdict.For is not null, verdict.Against is not null) != (some, not)
                        || (some && !Holds(claim, verdict.For!))
                        || (not && Holds(claim, verdict.Against!))
                        || !Premises(m.Model, verdict.For)
                        || !Premises(m.Model, verdict.Against)
                    )
                        return false;
                }

                return true;
            },
            iter: 150
        );

    [Fact]
    public void Follows_from_the_named_premises_alone_and_from_no_fewer() =>
        Models.Sample(
            m =>
            {
                foreach (var (claim, verdict) in m.Claims.Zip(Solver.Evaluate(m.Model, m.Claims).Claims))
                {
                    if (verdict.Verdict is not (Verdict.Always or Verdict.Never))
                        continue;

                    var without = verdict.Because.Select(left => verdict.Because.Where(b => b != left).ToList());
                    if (
                        Judge(m.Model, claim, verdict.Because) != verdict.Verdict
                        || without.Any(few => Judge(m.Model, claim, few) == verdict.Verdict)
                    )
                        return false;
                }

                return true;
            },
            iter: 80
        );

    private static Verdict Judge(TemporalModel model, TimeClaim claim, IReadOnlyList<string> premises) =>
        Solver.Judge(
            model with
            {
                Statements = [.. model.Statements.Where(s => premises.Contains(s.Id))],
                Relations = [.. model.Relations.Where(r => premises.Contains(r.Id))],
            },
            [claim]
        )[0];

    private static bool Holds(TimeClaim claim, Reading reading) =>
        Within(reading.Instants[claim.Later] - reading.Instants[claim.Earlier], claim.Min, claim.Max);

    private static bool Within(Duration gap, Bound? min, Bound? max) =>
        (min is not { } a || gap > a.Value || (gap == a.Value && !a.Strict))
        && (max is not { } b || gap < b.Value || (gap == b.Value && !b.Strict));

    private static bool Premises(TemporalModel model, Reading? reading)
    {
        if (reading is null)
            return true;

        bool Known(string e) => reading.Instants.ContainsKey(e);
        return model
                .Statements.Where(s => Known(s.Event))
                .All(s =>
                {
                    var local = reading.Instants[s.Event].InZone(DateTimeZoneProviders.Tzdb[reading.Zones[s.Zone]]).LocalDateTime;
                    return s.Role == ClockRole.Report || s.Windows.Any(w => w.From <= local && local < w.Until);
                })
            && model
                .Relations.Where(r => Known(r.From) && Known(r.To))
                .All(r => Within(reading.Instants[r.To] - reading.Instants[r.From], r.Lower, r.Upper));
    }
}
