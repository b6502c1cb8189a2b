namespace Assay.Cases.Accounts;

/// <summary>Who drafted items of an account. Items that no entry names were drafted by whoever wrote the account.</summary>
/// <param name="By">The drafter's name: a model, an agent, a person.</param>
/// <param name="Kind">rules, model, agent or person.</param>
/// <param name="Run">SHA-256 of the run that they come from, or null where no run was kept.</param>
/// <param name="Items">Ids of the items.</param>
public sealed record ProvenanceItem(string By, string Kind, string? Run, IReadOnlyList<string> Items);
