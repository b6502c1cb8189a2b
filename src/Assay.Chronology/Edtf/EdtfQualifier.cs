namespace Assay.Chronology.Edtf;

/// <summary>What a source says about how far a part of a date can be trusted (ISO 8601-2:2019, 8.4 and 9.2). Flags combine.</summary>
[Flags]
public enum EdtfQualifier
{
    /// <summary>Stated plainly.</summary>
    None = 0,

    /// <summary><c>?</c>: the source may be wrong about it.</summary>
    Uncertain = 1,

    /// <summary><c>~</c>: it is an estimate that is meant to be near.</summary>
    Approximate = 2,

    /// <summary><c>%</c>: both uncertain and approximate.</summary>
    UncertainAndApproximate = Uncertain | Approximate,
}

/// <summary>Signs of the qualifiers.</summary>
internal static class EdtfQualifierSigns
{
    /// <summary>The qualifier a sign stands for, or null where the character is no such sign.</summary>
    public static EdtfQualifier? Of(char sign) =>
        sign switch
        {
            '?' => EdtfQualifier.Uncertain,
            '~' => EdtfQualifier.Approximate,
            '%' => EdtfQualifier.UncertainAndApproximate,
            _ => null,
        };

    /// <summary>The sign of a qualifier; empty for <see cref="EdtfQualifier.None"/>.</summary>
    public static string Sign(this EdtfQualifier qualifier) =>
        qualifier switch
        {
            EdtfQualifier.Uncertain => "?",
            EdtfQualifier.Approximate => "~",
            EdtfQualifier.UncertainAndApproximate => "%",
            _ => "",
        };
}
