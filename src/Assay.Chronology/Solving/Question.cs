using Assay.Chronology.Model;

namespace Assay.Chronology.Solving;

/// <summary>One claim, or several tested as one, as differences.</summary>
internal sealed class Question
{
    private Question(List<Difference> holds, List<Difference> breaks, int[] events) => (Holds, Breaks, Events) = (holds, breaks, events);

    /// <summary>Differences that hold together where the claims hold.</summary>
    public List<Difference> Holds { get; }

    /// <summary>Differences of which one holds where a claim does not.</summary>
    public List<Difference> Breaks { get; }

    /// <summary>The events that the claims speak of.</summary>
    public int[] Events { get; }

    /// <summary>The question whether all the claims hold.</summary>
    public static Question Of(CompiledModel model, params IEnumerable<TimeClaim> claims)
    {
        var (holds, breaks, events) = (new List<Difference>(), new List<Difference>(), new HashSet<int>());
        foreach (var c in claims)
        {
            var (earlier, later) = (model.EventOf(c.Earlier), model.EventOf(c.Later));
            events.Add(earlier);
            events.Add(later);
            if (c.Min is { } min)
            {
                holds.Add(new Difference(earlier, later, model.Scale.AtLeast(min)));
                breaks.Add(new Difference(later, earlier, model.Scale.AtMost(min with { Strict = !min.Strict })));
            }

            if (c.Max is { } max)
            {
                holds.Add(new Difference(later, earlier, model.Scale.AtMost(max)));
                breaks.Add(new Difference(earlier, later, model.Scale.AtLeast(max with { Strict = !max.Strict })));
            }
        }

        return new Question(holds, breaks, [.. events]);
    }
}
