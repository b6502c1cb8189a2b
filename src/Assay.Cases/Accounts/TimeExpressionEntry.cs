using Assay.Reading.Time;

namespace Assay.Cases.Accounts;

/// <summary>A time expression.</summary>
/// <param name="Id">Id, <c>t1</c>, ...</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The words.</param>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="Mod">TIMEX3 mod, or null.</param>
/// <param name="Edtf">EDTF form, or null where EDTF cannot hold it.</param>
/// <param name="Alternatives">Other values the words allow.</param>
/// <param name="Reason">Why the value was chosen.</param>
public sealed record TimeExpressionEntry(
    string Id,
    string Source,
    int Start,
    int End,
    string Text,
    TimexType Type,
    TimexText Value,
    string? Mod,
    string? Edtf,
    IReadOnlyList<AlternativeEntry> Alternatives,
    string Reason
);

/// <summary>Another value a time expression may have.</summary>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="Reason">Why.</param>
public sealed record AlternativeEntry(TimexText Value, string Reason);
