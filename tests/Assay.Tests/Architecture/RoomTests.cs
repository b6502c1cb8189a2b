using System.Reflection;

namespace Assay.Tests.Architecture;

/// <summary>The rooms know each other only in the directions drawn in docs/adr/0001-rooms.md.</summary>
public sealed class RoomTests
{
    [Theory]
    [InlineData("Assay.Ground", "")]
    [InlineData("Assay.Chronology", "Assay.Ground")]
    [InlineData("Assay.Reading", "Assay.Ground Assay.Chronology")]
    [InlineData("Assay.Trade", "Assay.Ground")]
    [InlineData("Assay.Cases", "Assay.Ground Assay.Chronology Assay.Reading Assay.Trade")]
    public void A_room_uses_no_rooms_but_those_below_it(string room, string below) =>
        Assert.Empty(Rooms(Assembly.Load(room)).Except(below.Split(' ')));

    [Theory]
    [InlineData("Assay.Ground", "")]
    [InlineData("Assay.Chronology", "NodaTime")]
    public void The_lowest_rooms_use_hardly_a_library(string room, string libraries) =>
        Assert.Empty(Libraries(Assembly.Load(room)).Except(Rooms(Assembly.Load(room))).Except(libraries.Split(' ')));

    private static HashSet<string> Rooms(Assembly assembly) =>
        [.. Libraries(assembly).Where(n => n.StartsWith("assay", StringComparison.OrdinalIgnoreCase))];

    private static HashSet<string> Libraries(Assembly assembly) =>
        [
            .. assembly
                .GetReferencedAssemblies()
                .Select(n => n.Name!)
                .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n is not ("netstandard" or "mscorlib")),
        ];
}
