using Assay.Ground.Outcomes;

namespace Assay.Chronology.Edtf;

/// <summary>
/// A date, date and time, interval or set of the Extended Date/Time Format, ISO 8601-2:2019, levels 0 to 2. Immutable; two values are equal
/// where they say the same. As text it has the canonical form, which parses back to an equal value.
/// </summary>
public abstract record EdtfValue
{
    private protected EdtfValue() { }

    /// <summary>The lowest conformance level, 0 to 2, that can write this value.</summary>
    public abstract int Level { get; }

    /// <summary>Reads an EDTF text. An error names the column at fault and what to write instead.</summary>
    public static Result<EdtfValue> Parse(string text) => EdtfParser.Parse(text);

    /// <summary>The earliest time this value allows, to the second.</summary>
    public EdtfBound Earliest() => EdtfBound.Of(EdtfPossibilities.Of(this, EdtfTolerance.None).Earliest);

    /// <summary>The latest time this value allows, to the second.</summary>
    public EdtfBound Latest() => EdtfBound.Of(EdtfPossibilities.Of(this, EdtfTolerance.None).Latest);

    /// <summary>Might, and must, all of this value lie before the first moment of the other?</summary>
    public EdtfAnswer Before(EdtfValue other, EdtfTolerance? tolerance = null) =>
        EdtfRelations.Before(this, other, tolerance ?? EdtfTolerance.Default);

    /// <summary>Might, and must, all of this value lie after the last moment of the other?</summary>
    public EdtfAnswer After(EdtfValue other, EdtfTolerance? tolerance = null) =>
        EdtfRelations.Before(other, this, tolerance ?? EdtfTolerance.Default);

    /// <summary>Might, and must, all of this value lie within the other? A value lies within itself.</summary>
    public EdtfAnswer During(EdtfValue other, EdtfTolerance? tolerance = null) =>
        EdtfRelations.During(this, other, tolerance ?? EdtfTolerance.Default);

    /// <summary>Might, and must, this value and the other share any time?</summary>
    public EdtfAnswer Overlaps(EdtfValue other, EdtfTolerance? tolerance = null) =>
        EdtfRelations.Overlaps(this, other, tolerance ?? EdtfTolerance.Default);
}

/// <summary>Answer to a question about two values.</summary>
/// <param name="Might">True where at least one way to read both makes it so.</param>
/// <param name="Must">True where every way to read both makes it so. Must implies might.</param>
public readonly record struct EdtfAnswer(bool Might, bool Must);

/// <summary>How far a qualified date may lie from what is written, in units of the part that is qualified (years, months or
/// days).</summary>
/// <param name="Uncertain">Units on either side for <c>?</c>.</param>
/// <param name="Approximate">Units on either side for <c>~</c>; <c>%</c> adds both.</param>
public sealed record EdtfTolerance(int Uncertain, int Approximate)
{
    /// <summary>One unit for each sign: <c>1984~</c> allows 1983 to 1985, <c>1984%</c> 1982 to 1986.</summary>
    public static EdtfTolerance Default { get; } = new(1, 1);

    /// <summary>Qualifiers are disregarded.</summary>
    public static EdtfTolerance None { get; } = new(0, 0);

    internal int Units(EdtfQualifier qualifier) =>
        (qualifier.HasFlag(EdtfQualifier.Uncertain) ? Uncertain : 0) + (qualifier.HasFlag(EdtfQualifier.Approximate) ? Approximate : 0);
}
