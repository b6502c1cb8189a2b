namespace Assay.Reading.Intake;

/// <summary>A time stamp as it stood beside a source, sound or not.</summary>
/// <param name="Name">Its name, as given.</param>
/// <param name="Bytes">Its bytes as received.</param>
public sealed record SourceStamp(string Name, byte[] Bytes);
