using Assay.Chronology.Model;

namespace Assay.Chronology.Solving;

/// <summary>Tests time claims against a temporal model, exactly.</summary>
/// <remarks>
/// <para>A claim is evaluated over every possible world of <see cref="TemporalModel"/>: each clock on one of its own zones, and besides,
/// every
/// unstated clock on one global zone. A local time that a clock change skips makes that reading impossible; a repeated one means both
/// instants.</para>
/// <para>Zones alone are decided by the least fixpoint of bounds (T. K. S. Kumar, AAAI 2005, on restricted disjunctive temporal problems);
/// ambiguous days and zone lists that change their order are searched with clause learning, within a budget, and then handed to the
/// fallback.
/// Where that gives up too the verdict is <see cref="Verdict.Unsettled"/>.</para>
/// <para>A contradiction taints only its own component: events connected by relations or by a clock of several admissible zones. A global
/// zone
/// that contradicts any other component is no possible reading for any claim, for it is one reading of all clocks.</para>
/// <para>Instances hold no state between calls and may be used from several threads if the fallback may.</para>
/// </remarks>
/// <param name="options">Budgets, or null for the defaults.</param>
/// <param name="fallback">A general solver for what exceeds the budget, or null.</param>
public sealed class TemporalSolver(SolverOptions? options = null, IComponentSolver? fallback = null)
{
    private const int KeptWorlds = 16;
    private readonly SolverOptions options = options ?? new SolverOptions();

    /// <summary>Tests the claims one by one and together, with everything that explains the verdicts.</summary>
    /// <param name="model">The premises.</param>
    /// <param name="claims">The claims. None is among its own premises: <see cref="TimeClaim.Without"/> says which are left out.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>A verdict per claim, and the joint one, for which the premises left out by any claim are left out.</returns>
    /// <exception cref="ArgumentException">The model or a claim is invalid: unknown or repeated ids, no candidates, an unknown zone, a
    /// window
    /// that ends before it starts, or times too fine to be exact.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public ModelVerdicts Evaluate(TemporalModel model, IReadOnlyList<TimeClaim> claims, CancellationToken cancellation = default)
    {
        ModelCheck.Require(model, claims);
        var compiled = new CompiledModel(model, claims);
        var asker = new Asker(options, fallback, cancellation);
        var worlds = new Dictionary<string, World>(StringComparer.Ordinal);
        var verdicts = Examine(compiled, claims, asker, worlds);
        var without = claims.SelectMany(c => c.Without ?? []).ToList();
        return new ModelVerdicts(
            verdicts,
            new JointExaminer(compiled, asker).Examine(WorldOf(compiled, without, worlds, asker, true), claims)
        );
    }

    /// <summary>Tests the claims together alone: the joint verdict of <see cref="Evaluate"/>, without those of each.</summary>
    /// <param name="model">The premises.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The joint verdict.</returns>
    /// <exception cref="ArgumentException">The model or a claim is invalid.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public JointVerdict EvaluateTogether(TemporalModel model, IReadOnlyList<TimeClaim> claims, CancellationToken cancellation = default)
    {
        var (compiled, asker, world) = Together(model, claims, true, cancellation);
        return new JointExaminer(compiled, asker).Examine(world, claims);
    }

    /// <summary>Tells in which ways the clocks may be read at all, whatever the claims say.</summary>
    /// <param name="model">The premises.</param>
    /// <param name="claims">The claims; the premises that any of them leaves out are left out.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The ways.</returns>
    /// <exception cref="ArgumentException">The model or a claim is invalid.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public PremiseModes Modes(TemporalModel model, IReadOnlyList<TimeClaim> claims, CancellationToken cancellation = default)
    {
        var (compiled, _, world) = Together(model, claims, false, cancellation);
        return new PremiseModes(
            world.IsDivided ? [] : world.Modes.ConvertAll(m => m.Global is { } zone ? compiled.ZoneId(zone) : null),
            [.. model.Events.Where(e => world.Dead[compiled.Component[compiled.EventOf(e)]])]
        );
    }

    /// <summary>Tests the claims one by one, with everything that explains the verdicts, and not together.</summary>
    /// <param name="model">The premises.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>A verdict per claim, in their order.</returns>
    /// <exception cref="ArgumentException">The model or a claim is invalid.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public IReadOnlyList<ClaimVerdict> Examine(
        TemporalModel model,
        IReadOnlyList<TimeClaim> claims,
        CancellationToken cancellation = default
    )
    {
        ModelCheck.Require(model, claims);
        return Examine(
            new CompiledModel(model, claims),
            claims,
            new Asker(options, fallback, cancellation),
            new Dictionary<string, World>(StringComparer.Ordinal)
        );
    }

    /// <summary>Tests the claims one by one for the verdict alone, which is much faster than explaining it.</summary>
    /// <param name="model">The premises.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>A verdict per claim, in their order.</returns>
    /// <exception cref="ArgumentException">The model or a claim is invalid.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public IReadOnlyList<Verdict> Judge(TemporalModel model, IReadOnlyList<TimeClaim> claims, CancellationToken cancellation = default)
    {
        ModelCheck.Require(model, claims);
        return Judge(new CompiledModel(model, claims), claims, cancellation);
    }

    /// <summary>Tests the claims of a model that is compiled already.</summary>
    internal IReadOnlyList<Verdict> Judge(CompiledModel compiled, IReadOnlyList<TimeClaim> claims, CancellationToken cancellation)
    {
        var asker = new Asker(options, fallback, cancellation);
        var tester = new Tester(compiled, asker);
        var worlds = new Dictionary<string, World>(StringComparer.Ordinal);
        return [.. claims.Select(c => tester.Judge(WorldOf(compiled, c.Without ?? [], worlds, asker, false), Question.Of(compiled, c)))];
    }

    /// <summary>How many claims are examined against so many premises before the budget is spent; none where they would be a few, since
    /// preparing
    /// so many premises costs as much.</summary>
    internal int Affordable(int premises)
    {
        const int few = 10;
        var most = options.MaxExaminedPremises / Math.Max(1, premises);
        return most < few ? 0 : most;
    }

    /// <summary>The verdict on a claim for which the budget did not suffice.</summary>
    internal static ClaimVerdict Unexamined(TimeClaim claim) =>
        new()
        {
            Claim = claim.Id,
            Verdict = Verdict.Unsettled,
            Home = HomeVerdict.Depends,
        };

    private List<ClaimVerdict> Examine(
        CompiledModel compiled,
        IReadOnlyList<TimeClaim> claims,
        Asker asker,
        Dictionary<string, World> worlds
    )
    {
        var most = Affordable(compiled.Premises);
        return claims
            .Take(most)
            .Select(c => new ClaimExaminer(compiled, WorldOf(compiled, c.Without ?? [], worlds, asker, true), asker).Examine(c))
            .Concat(claims.Skip(most).Select(Unexamined))
            .ToList();
    }

    // The world of all claims at once, without the premises that any of them leaves out.
    private (CompiledModel Model, Asker Asker, World World) Together(
        TemporalModel model,
        IReadOnlyList<TimeClaim> claims,
        bool withStated,
        CancellationToken cancellation
    )
    {
        ModelCheck.Require(model, claims);
        var compiled = new CompiledModel(model, claims);
        var asker = new Asker(options, fallback, cancellation);
        var without = claims.SelectMany(c => c.Without ?? []).ToList();
        return (compiled, asker, WorldOf(compiled, without, new Dictionary<string, World>(StringComparer.Ordinal), asker, withStated));
    }

    private static World WorldOf(
        CompiledModel model,
        IReadOnlyList<string> without,
        Dictionary<string, World> worlds,
        Asker asker,
        bool withStated
    )
    {
        var left = without.ToHashSet(StringComparer.Ordinal);
        var key = string.Join('\n', left.Order(StringComparer.Ordinal));
        if (!worlds.TryGetValue(key, out var world))
        {
            if (worlds.Count >= KeptWorlds)
                worlds.Clear(); // each holds its networks, and where every claim is a premise each claim has its own
            var premises = Enumerable.Range(0, model.Premises).Select(p => left.Count == 0 || !left.Contains(model.PremiseId(p))).ToArray();
            worlds.Add(key, world = new World(model, premises, asker, withStated));
        }

        return world;
    }
}
