namespace Assay.Cases.Report;

/// <summary>How many sources tell something, and how many origins they have.</summary>
/// <param name="Sources">How many sources tell it.</param>
/// <param name="Origins">How many count, sources of one origin counted once.</param>
/// <param name="Confirmed">True where a person said of each of those that count once that they have one origin; false where it is a
/// proposal.</param>
/// <param name="Sentence">It in one sentence, with the names of those that count once.</param>
public sealed record ToldEntry(int Sources, int Origins, bool Confirmed, string Sentence);
