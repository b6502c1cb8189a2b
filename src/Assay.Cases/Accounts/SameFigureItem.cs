namespace Assay.Cases.Accounts;

/// <summary>Figures that speak of the same thing.</summary>
/// <param name="Id">Id.</param>
/// <param name="Subject">What they speak of.</param>
/// <param name="Figures">Ids of two or more figures.</param>
public sealed record SameFigureItem(string Id, string Subject, IReadOnlyList<string> Figures);
