namespace Assay.Reading.Intake;

/// <summary>Thrown inside a library's call-backs where a file unpacks to more than may be; the file is refused.</summary>
internal sealed class TooMuchUnpackedException() : Exception("The file unpacks to more than the limits allow.");
