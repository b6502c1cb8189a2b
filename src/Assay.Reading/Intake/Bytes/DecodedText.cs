namespace Assay.Reading.Intake.Bytes;

/// <summary>The characters of a file.</summary>
/// <param name="Text">The text without a byte order mark.</param>
/// <param name="Encoding">Name of the encoding.</param>
/// <param name="Notes">What had to be guessed, as sentences.</param>
internal sealed record DecodedText(string Text, string Encoding, IReadOnlyList<string> Notes);
