namespace Assay.Trade.Codes;

/// <summary>One line of a correlation table: goods of the new code were, in whole or in part, under the old one.</summary>
/// <param name="NewCode">Code in the newer nomenclature.</param>
/// <param name="NewFrom">First year of the newer nomenclature.</param>
/// <param name="OldCode">Code in the older nomenclature.</param>
/// <param name="OldFrom">First year of the older nomenclature.</param>
public readonly record struct CodeLink(string NewCode, int NewFrom, string OldCode, int OldFrom);

/// <summary>A member of a family: a code in the years in which it had one meaning.</summary>
/// <param name="Code">The code.</param>
/// <param name="From">First year, or 0 where the table does not go further back.</param>
/// <param name="Until">Last year, or 9999 where the code is still in use.</param>
public readonly record struct FamilyMember(string Code, int From, int Until);

/// <summary>Codes whose sum is comparable over time.</summary>
/// <param name="Id">Smallest code of the newest nomenclature in the family, with a + where there is more than one code.</param>
/// <param name="Members">The codes with their years.</param>
public sealed record CodeFamily(string Id, IReadOnlyList<FamilyMember> Members);
