using System.Reflection;

namespace Assay.Tests.Architecture;

/// <summary>The folders of a room use each other one way: none is reached again from what it uses. A folder is a namespace.</summary>
public sealed class CircleTests
{
    private static readonly string[] Rooms = ["Assay.Ground", "Assay.Chronology", "Assay.Reading", "Assay.Trade", "Assay.Cases", "assay"];

    [Fact]
    public void No_folders_go_in_a_circle() => Assert.Empty(Rooms.SelectMany(room => Circles(Arrows(Assembly.Load(room)))));

    [Fact]
    public void A_circle_is_found_when_it_goes_through_a_body_alone()
    {
        var arrows = Arrows(typeof(CircleTests).Assembly);
        Assert.Contains("Assay.Tests.Architecture.Circle.Left, Assay.Tests.Architecture.Circle.Right", Circles(arrows));
    }

    // From each namespace to the others of its assembly that its types mention.
    private static Dictionary<string, HashSet<string>> Arrows(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(t => InRoom(t.Namespace))
            .GroupBy(t => t.Namespace!, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g =>
                    g.SelectMany(TypeUses.Of)
                        .Where(t => t.Assembly == assembly && InRoom(t.Namespace))
                        .Select(t => t.Namespace!)
                        .Where(n => n != g.Key)
                        .ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );

    private static bool InRoom(string? name) => name?.StartsWith("Assay", StringComparison.Ordinal) == true;

    // Namespaces that reach each other, one line for each such group.
    private static IEnumerable<string> Circles(Dictionary<string, HashSet<string>> arrows)
    {
        var reached = arrows.Keys.ToDictionary(n => n, n => Reached(arrows, n), StringComparer.Ordinal);
        return arrows
            .Keys.Where(n => reached[n].Contains(n))
            .Select(n => string.Join(", ", reached[n].Where(other => reached[other].Contains(n)).Order(StringComparer.Ordinal)))
            .Distinct();
    }

    private static HashSet<string> Reached(Dictionary<string, HashSet<string>> arrows, string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(arrows[from]);
        while (open.TryPop(out var next))
        {
            if (!reached.Add(next))
                continue;
            foreach (var further in arrows[next])
                open.Push(further);
        }
        return reached;
    }
}
