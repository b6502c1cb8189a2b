namespace Assay.Cases.Evaluation;

/// <summary>So many of so many.</summary>
/// <param name="Of">How many are right.</param>
/// <param name="All">Of how many.</param>
public readonly record struct Share(int Of, int All)
{
    /// <summary>The part that is right, 0 to 1; null where there are none.</summary>
    public double? Part => All == 0 ? null : (double)Of / All;

    /// <summary>Two together.</summary>
    public static Share operator +(Share a, Share b) => new(a.Of + b.Of, a.All + b.All);
}

/// <summary>How an account fares against its gold.</summary>
public sealed class Score
{
    private readonly Dictionary<string, Share> shares = new(StringComparer.Ordinal);

    /// <summary>The measures in the order in which they are told.</summary>
    public static IReadOnlyList<string> Measures { get; } =
    [
        "clocks",
        "precision",
        "roles",
        "voices",
        "zones",
        "claims found",
        "claims right",
        "accusations right",
        "gaps",
        "figures",
        "stances",
        "questions and forecasts",
        "metadata",
        "anchors",
    ];

    /// <summary>A measure.</summary>
    public Share this[string measure]
    {
        get => shares.GetValueOrDefault(measure);
        set => shares[measure] = value;
    }

    /// <summary>Claims with the verdict always or never where that is wrong.</summary>
    public int WrongVerdicts { get; set; }

    /// <summary>Quotes out of what is not the article.</summary>
    public int Leaks { get; set; }

    /// <summary>What is wrong, one line each.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>Adds one more right or wrong thing to a measure.</summary>
    public void Add(string measure, bool isRight) => this[measure] += new Share(isRight ? 1 : 0, 1);

    /// <summary>Several accounts together.</summary>
    public static Score Sum(IEnumerable<Score> scores)
    {
        var sum = new Score();
        foreach (var score in scores)
        {
            foreach (var (measure, share) in score.shares)
                sum[measure] += share;
            sum.WrongVerdicts += score.WrongVerdicts;
            sum.Leaks += score.Leaks;
        }

        return sum;
    }

    /// <summary>True where the marks of the project are reached: 9 of 10 clocks found, 7 of 10 claims right, no false accusation, no wrong
    /// "always" or "never", nothing quoted from outside the article.</summary>
    public bool IsGood =>
        (this["clocks"].Part ?? 1) >= 0.9
        && (this["claims right"].Part ?? 1) >= 0.7
        && this["accusations right"] is var accused
        && accused.Of == accused.All
        && WrongVerdicts == 0
        && Leaks == 0;
}
