using Assay.Ground.Anchors;

namespace Assay.Reading.Voices;

/// <summary>A part of a transcript or an interview that one person speaks.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Speaker">Who speaks.</param>
internal readonly record struct Turn(TextSpan Span, Voice Speaker);
