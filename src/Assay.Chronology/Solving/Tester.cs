using Assay.Chronology.Model;

namespace Assay.Chronology.Solving;

/// <summary>Tests a question in the modes of a world.</summary>
internal sealed class Tester(CompiledModel model, Asker asker)
{
    private static readonly Difference[] None = [];

    /// <summary>The model.</summary>
    public CompiledModel Model => model;

    /// <summary>Puts questions.</summary>
    public Asker Asker => asker;

    /// <summary>Tests a question in one mode under some literals. Solutions are kept where asked for.</summary>
    public Outcome Test(Mode mode, Question question, IReadOnlyList<int> assumptions, bool capture = false)
    {
        var outcome = new Outcome { For = asker.Ask(mode.Search, question.Holds, assumptions, capture) };
        if (outcome.For == ComponentStatus.Satisfiable && capture)
            outcome.ForZones = mode.Assignment();

        outcome.Against = ComponentStatus.Unsatisfiable;
        foreach (var broken in question.Breaks)
        {
            var status = asker.Ask(mode.Search, [broken], assumptions, capture);
            if (status == ComponentStatus.Unsatisfiable)
                continue;

            outcome.Against = status;
            if (status == ComponentStatus.Satisfiable)
            {
                outcome.AgainstZones = capture ? mode.Assignment() : null;
                break;
            }
        }

        return outcome;
    }

    /// <summary>The verdict over all modes of a world.</summary>
    public Verdict Judge(World world, Question question)
    {
        if (question.Events.Any(e => world.Dead[model.Component[e]]))
            return Verdict.Contradictory;

        var total = new Outcome { For = ComponentStatus.Unsatisfiable, Against = ComponentStatus.Unsatisfiable };
        foreach (var mode in world.Modes)
        {
            total.Add(Test(mode, question, []));
            if (total is { For: ComponentStatus.Satisfiable, Against: ComponentStatus.Satisfiable })
                break;
        }

        return total.Verdict;
    }
}

/// <summary>Whether a question can hold and whether it can fail.</summary>
internal sealed class Outcome
{
    /// <summary>Whether some reading satisfies the claims.</summary>
    public ComponentStatus For { get; set; }

    /// <summary>Whether some reading does not.</summary>
    public ComponentStatus Against { get; set; }

    /// <summary>Zone per variable in the reading for.</summary>
    public int[]? ForZones { get; set; }

    /// <summary>Zone per variable in the reading against.</summary>
    public int[]? AgainstZones { get; set; }

    /// <summary>The verdict. Neither for nor against: contradictory.</summary>
    public Verdict Verdict =>
        (For, Against) switch
        {
            (ComponentStatus.Satisfiable, ComponentStatus.Satisfiable) => Verdict.Sometimes,
            (ComponentStatus.Unknown, _) or (_, ComponentStatus.Unknown) => Verdict.Unsettled,
            (ComponentStatus.Satisfiable, _) => Verdict.Always,
            (_, ComponentStatus.Satisfiable) => Verdict.Never,
            _ => Verdict.Contradictory,
        };

    /// <summary>Takes in another mode.</summary>
    public void Add(Outcome other)
    {
        For = Join(For, other.For);
        Against = Join(Against, other.Against);
    }

    private static ComponentStatus Join(ComponentStatus a, ComponentStatus b) =>
        (a, b) switch
        {
            (ComponentStatus.Satisfiable, _) or (_, ComponentStatus.Satisfiable) => ComponentStatus.Satisfiable,
            (ComponentStatus.Unknown, _) or (_, ComponentStatus.Unknown) => ComponentStatus.Unknown,
            _ => ComponentStatus.Unsatisfiable,
        };
}
