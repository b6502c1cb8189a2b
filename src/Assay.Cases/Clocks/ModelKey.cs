using Assay.Chronology.Model;

namespace Assay.Cases.Clocks;

/// <summary>A question to the solver with all that goes into it. Two are one where all of it is the same, whatever objects it stands in;
/// most of it is the very same objects, and is not looked into.</summary>
/// <param name="question">Which question is put.</param>
/// <param name="model">The model.</param>
/// <param name="claims">The claims.</param>
internal sealed class ModelKey(string question, TemporalModel model, IReadOnlyList<TimeClaim> claims) : IEquatable<ModelKey>
{
    private readonly string question = question;
    private readonly TemporalModel model = model;
    private readonly IReadOnlyList<TimeClaim> claims = claims;
    private readonly int hash = HashOf(question, model, claims);

    /// <inheritdoc/>
    public bool Equals(ModelKey? other) =>
        other is not null
        && hash == other.hash
        && question == other.question
        && Are(model.Events, other.model.Events, string.Equals)
        && Are(model.Statements, other.model.Statements, AreOne)
        && Are(model.Zones, other.model.Zones, AreOne)
        && Are(model.Relations, other.model.Relations, (a, b) => a == b)
        && Are(model.Globals, other.model.Globals, (a, b) => a == b)
        && Are(claims, other.claims, AreOne);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ModelKey);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    private static int HashOf(string question, TemporalModel model, IReadOnlyList<TimeClaim> claims)
    {
        var hash = new HashCode();
        hash.Add(question);
        foreach (var statement in model.Statements)
            hash.Add(statement.Id);
        foreach (var claim in claims)
            hash.Add(claim.Id);
        return hash.ToHashCode();
    }

    private static bool AreOne(ClockStatement a, ClockStatement b) =>
        a with { Windows = b.Windows, StatedAt = b.StatedAt } == b
        && Are(a.Windows, b.Windows, (x, y) => x == y)
        && Are(a.StatedAt, b.StatedAt, (x, y) => x == y);

    private static bool AreOne(ZoneVariable a, ZoneVariable b) =>
        a with { Candidates = b.Candidates } == b && Are(a.Candidates, b.Candidates, (x, y) => x == y);

    private static bool AreOne(TimeClaim a, TimeClaim b) =>
        a with { Without = b.Without } == b && Are(a.Without ?? [], b.Without ?? [], string.Equals);

    private static bool Are<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, T, bool> areOne)
        where T : class
    {
        if (ReferenceEquals(a, b))
            return true;
        if (a.Count != b.Count)
            return false;
        for (var i = 0; i < a.Count; i++)
            if (!ReferenceEquals(a[i], b[i]) && !areOne(a[i], b[i]))
                return false;
        return true;
    }
}
