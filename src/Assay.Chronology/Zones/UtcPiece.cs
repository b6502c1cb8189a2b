namespace Assay.Chronology.Zones;

/// <summary>One stretch of UTC time that a local window stands for in a zone, in 100 ns ticks since the Unix epoch.</summary>
/// <param name="From">First tick.</param>
/// <param name="Until">First tick after the stretch.</param>
/// <param name="StatedFirst">The first stated minute on this stretch.</param>
/// <param name="StatedLast">The last stated minute on this stretch.</param>
internal readonly record struct UtcPiece(long From, long Until, long StatedFirst, long StatedLast);
