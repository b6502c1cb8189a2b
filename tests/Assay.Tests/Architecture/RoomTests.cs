using System.Reflection;

namespace Assay.Tests.Architecture;

/// <summary>The rooms know each other only in the directions drawn in docs/adr/0001-rooms.md.</summary>
public sealed class RoomTests
{
    private static readonly Assembly Chronology = typeof(Assay.Ground.Outcomes.Error).Assembly;
    private static readonly Assembly Reading = typeof(Assay.Ground.Anchors.TextSpan).Assembly;
    private static readonly Assembly Cases = typeof(Assay.Cases.Report.AuditReport).Assembly;

    [Fact]
    public void Chronology_uses_NodaTime_and_no_other_library() =>
        Assert.Subset(new HashSet<string> { "NodaTime" }, Libraries(Chronology));

    [Fact]
    public void Reading_uses_Chronology_alone() => Assert.Subset(new HashSet<string> { "Assay.Chronology" }, Rooms(Reading));

    [Fact]
    public void Trade_uses_Chronology_alone() =>
        Assert.Subset(new HashSet<string> { "Assay.Chronology" }, Rooms(Assembly.Load("Assay.Trade")));

    [Fact]
    public void Trade_takes_from_Chronology_outcomes_and_nothing_else()
    {
        // Referenced types are not listed by reflection; the trade room's own signatures show what it passes around.
        var used = Assembly.Load("Assay.Trade").GetTypes()
            .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .SelectMany(Signature).SelectMany(Parts)
            .Where(t => t.Assembly == Chronology).Select(t => t.Namespace).Distinct();
        Assert.All(used, n => Assert.Equal("Assay.Ground.Outcomes", n));
    }

    [Fact]
    public void Cases_uses_the_three_rooms_below_it() =>
        Assert.Subset(new HashSet<string> { "Assay.Chronology", "Assay.Reading", "Assay.Trade" }, Rooms(Cases));

    [Fact]
    public void No_room_uses_the_executable() =>
        Assert.All(new[] { Chronology, Reading, Assembly.Load("Assay.Trade"), Cases }, a => Assert.DoesNotContain("assay", Rooms(a)));

    private static HashSet<string> Rooms(Assembly assembly) =>
        [.. Libraries(assembly).Where(n => n.StartsWith("assay", StringComparison.OrdinalIgnoreCase))];

    private static HashSet<string> Libraries(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(n => n.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n is not ("netstandard" or "mscorlib"))];

    private static IEnumerable<Type> Signature(MemberInfo member) => member switch
    {
        MethodInfo m => [m.ReturnType, .. m.GetParameters().Select(p => p.ParameterType)],
        ConstructorInfo c => c.GetParameters().Select(p => p.ParameterType),
        FieldInfo f => [f.FieldType],
        PropertyInfo p => [p.PropertyType],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : type.HasElementType ? Parts(type.GetElementType()!) : [type];
}
