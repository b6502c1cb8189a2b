namespace Assay.Trade.Simulation;

/// <summary>What the files of a synthetic world lack of it. The world itself, and its truth, stay as they are.</summary>
public sealed record SyntheticGaps
{
    /// <summary>True where the files hold restricted goods alone.</summary>
    public bool RestrictedAlone { get; init; }

    /// <summary>Share of months that a reporter lacks, each drawn apart, members of the bloc and destinations alike.</summary>
    public double Months { get; init; }

    /// <summary>Share of reporters that are missing: destinations for good, members of the bloc before the middle of the months or
    /// after it.</summary>
    public double Reporters { get; init; }
}

/// <summary>Whose report of which month is missing.</summary>
/// <param name="world">The world.</param>
internal sealed class MissingReports(SyntheticWorld world)
{
    private const uint OfMonth = 44;
    private const uint OfReporter = 45;
    private const uint Half = 46;
    private const int Members = 1000;
    private readonly SyntheticGaps gaps = world.Options.Gaps;

    /// <summary>Whether the files hold a product.</summary>
    public bool Holds(int product) => !gaps.RestrictedAlone || world.Products[product].Restricted;

    /// <summary>Whether a destination's report of a month is missing.</summary>
    public bool Destination(int destination, int t) =>
        Below(gaps.Reporters, OfReporter, destination) || Below(gaps.Months, OfMonth, destination, t);

    /// <summary>Whether the report of a member of the bloc is missing.</summary>
    public bool Member(string member, int t) => Of(Members + Number(member), t);

    private static int Number(string member) => (member[0] * 256) + member[1];

    private bool Of(int member, int t) =>
        Below(gaps.Months, OfMonth, member, t)
        || (
            Below(gaps.Reporters, OfReporter, member)
            && (Below(0.5, Half, member) ? t < world.MonthList.Count / 2 : t >= world.MonthList.Count / 2)
        );

    private bool Below(double share, uint kind, int a, int b = 0) =>
        share > 0 && Draws.Uniform(Draws.Hash(world.Options.Seed, kind, a, b)) < share;
}
