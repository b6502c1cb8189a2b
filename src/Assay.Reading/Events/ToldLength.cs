using Assay.Ground.Anchors;

namespace Assay.Reading.Events;

/// <summary>A length of time that a sentence tells without words of relation: "she was silent for seven hours and 35 minutes".</summary>
/// <param name="Quote">The clause that tells it.</param>
/// <param name="At">Where the length stands.</param>
/// <param name="Meaning">What it means for later minus earlier.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Mood">How the clause stands to the world.</param>
public sealed record ToldLength(TextSpan Quote, TextSpan At, RelationMeaning Meaning, int Sentence, EventMood Mood);
