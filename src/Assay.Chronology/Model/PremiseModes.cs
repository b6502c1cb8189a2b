namespace Assay.Chronology.Model;

/// <summary>In which ways the clocks of a model may be read at all.</summary>
/// <param name="Modes">The ways in which every premise holds but those about the contradictory events: null for each clock on a zone of its
/// own, then global zones by their ids. Empty where no way serves all parts of the model.</param>
/// <param name="Contradictory">The events whose premises contradict one another whichever way the clocks are read.</param>
public sealed record PremiseModes(IReadOnlyList<string?> Modes, IReadOnlyList<string> Contradictory);
