namespace Assay.Chronology.Edtf;

/// <summary>Whether one member of a set is meant or all are.</summary>
public enum EdtfSetKind
{
    /// <summary><c>[..]</c>: one of the members, not known which.</summary>
    OneOf,

    /// <summary><c>{..}</c>: all of the members.</summary>
    AllOf,
}

/// <summary>A member of a set: one date, or consecutive dates from <see cref="First"/> to <see cref="Last"/>, either of which may be
/// missing.</summary>
public sealed record EdtfMember
{
    internal EdtfMember(EdtfDate? first, EdtfDate? last) => (First, Last) = (first, last);

    /// <summary>The first date; null for "that date or any earlier one".</summary>
    public EdtfDate? First { get; }

    /// <summary>The last date; null for "that date or any later one".</summary>
    public EdtfDate? Last { get; }

    /// <summary>True for a single date.</summary>
    public bool IsSingle => First is not null && First.Equals(Last);

    /// <summary>The member as EDTF writes it.</summary>
    public override string ToString() => IsSingle ? First!.ToString() : $"{First}..{Last}";
}

/// <summary>A set of dates. Level 2. Equal where kind and members are equal in their order.</summary>
public sealed record EdtfSet : EdtfValue
{
    internal EdtfSet(EdtfSetKind kind, IReadOnlyList<EdtfMember> members) => (Kind, Members) = (kind, members);

    /// <summary>Whether one or all members are meant.</summary>
    public EdtfSetKind Kind { get; }

    /// <summary>The members, at least one, as written.</summary>
    public IReadOnlyList<EdtfMember> Members { get; }

    /// <inheritdoc/>
    public override int Level => 2;

    /// <inheritdoc/>
    public bool Equals(EdtfSet? other) => other is not null && Kind == other.Kind && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Kind);
        foreach (var member in Members)
            hash.Add(member);
        return hash.ToHashCode();
    }

    /// <summary>The set as EDTF writes it.</summary>
    public override string ToString()
    {
        var members = string.Join(',', Members);
        return Kind == EdtfSetKind.OneOf ? $"[{members}]" : $"{{{members}}}";
    }
}
