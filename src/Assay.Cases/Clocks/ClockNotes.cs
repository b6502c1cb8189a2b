namespace Assay.Cases.Clocks;

/// <summary>What a reader has to know of the clocks of a case: days and zones that nothing tells.</summary>
internal static class ClockNotes
{
    /// <summary>The notes, in the order of the clocks, each once.</summary>
    public static IEnumerable<string> Of(ClockBook book)
    {
        var passages = new HashSet<string>(StringComparer.Ordinal);
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var clock in book.Clocks)
        {
            if (clock.Item.Passage is not null && passages.Add(clock.Item.Quote.Source))
            {
                yield return $"The day of some clock times of {book.Sources[clock.Item.Quote.Source].File} is unknown, such as “{clock.Words}”: "
                    + "they are compared with the clocks of their own passage only.";
            }

            if (book.ZoneOf(clock) is { IsUnknown: true } zone && unknown.Add(zone.Item.Voice))
            {
                yield return $"“{zone.Item.Voice}” is not a zone Assay knows: clocks on it are not tested across zones. "
                    + "Give an offset in its place, such as UTC+06:00.";
            }
        }

        foreach (var zone in book.Zones.Where(z => z.IsOpen))
            yield return $"Nothing tells which zone {zone.Label} was in: it is read as UTC, and marked so.";
    }
}
