using System.Reflection;

namespace Assay.Tests.Architecture;

/// <summary>
/// Commands and pages ask Cases; they do not put Trade to work themselves. They may show what a reply carries: read its properties, name
/// its types and
/// the values of its enums.
/// </summary>
public sealed class WayToTradeTests
{
    private static readonly string[] Faces =
    [
        "Assay.Commands",
        "Assay.TradePages",
        "Assay.Wording",
        "Assay.Dossier",
        "Assay.Terminal",
        "Assay.Markdown",
        "Assay.Mcp",
        "Assay.Workbench",
    ];

    [Fact]
    public void A_command_or_page_reaches_Trade_through_Cases()
    {
        var ways = Assembly
            .Load("assay")
            .GetTypes()
            .Where(t => Faces.Any(f => IsIn(t, f)))
            .SelectMany(t => Work(t).Select(m => $"{t.FullName} -> {m.DeclaringType!.Name}.{m.Name}"));
        Assert.Empty(ways.Distinct());
    }

    [Fact]
    public void Work_asked_of_Trade_is_seen_when_it_stands_in_a_lambda()
    {
        var found = Work(typeof(Probe)).Concat(typeof(Probe).GetNestedTypes(BindingFlags.NonPublic).SelectMany(Work)).Select(m => m.Name);
        Assert.Equal(["Add"], found.Distinct());
    }

    private static bool IsIn(Type type, string room) =>
        type.Namespace == room || type.Namespace?.StartsWith(room + '.', StringComparison.Ordinal) == true;

    private static IEnumerable<MethodBase> Work(Type type) =>
        TypeUses.Calls(type).Where(m => IsIn(m.DeclaringType!, "Assay.Trade") && !Reads(m));

    private static bool Reads(MethodBase method) => !method.IsStatic && method.Name.StartsWith("get_", StringComparison.Ordinal);

    private static class Probe
    {
        public static Func<int, int> Next => month => Assay.Trade.Codes.Months.Add(month, 1);
    }
}
