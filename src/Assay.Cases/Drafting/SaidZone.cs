using Assay.Ground.Anchors;
using Assay.Reading.Actors;
using Assay.Reading.Places;
using Assay.Reading.Time;
using Assay.Reading.Voices;

namespace Assay.Cases.Drafting;

/// <summary>
/// What a text says of the zone of a clock apart from it: "all times are UTC", "the log is kept in UTC", "whatever comes from our machines
/// is Tokyo time".
/// </summary>
internal static class SaidZone
{
    /// <summary>The statement, or null. Whoever is quoted from a seat with other clocks may keep their own.</summary>
    /// <param name="telling">The clock and its sentence.</param>
    /// <param name="finder">Seats of the source.</param>
    /// <param name="speaker">Who tells it, if it is a known actor.</param>
    /// <param name="voice">Who tells it in the words of the text.</param>
    /// <param name="clock">The clock.</param>
    public static ZoneStatement? Of(Telling telling, SeatFinder finder, Actor? speaker, Voice? voice, ClockTime clock)
    {
        var source = telling.Source;
        var doer = (telling.Mention.Doer ?? telling.Mention.Subject)?.Of(source.Text);
        var at = telling.Mention.Time!.Span.Start;
        var said = ZoneLookup.For(source.ZoneStatements, source.Text, at, voice?.Name ?? speaker?.Name ?? doer);
        said ??= speaker is null ? null : source.ZoneStatements.FirstOrDefault(s => IsOf(s, speaker, finder, source.Text));
        if (said?.Keeper is not null)
            return said;
        if (BesideZone.OfClause(telling) is { } own)
            return own;
        if (said is null || said.IsOwn && !IsWriters(telling, finder, speaker, voice, said))
            return BesideZone.OfParagraph(telling, finder, speaker, voice, (seat, told) => IsIn(seat, told, source, clock));
        var seats = (voice is null ? [] : finder.SeatsOf(voice)).Concat(speaker is null ? [] : finder.SeatsOf(speaker));
        return LocalClock.In(telling) is not null || seats.Any(s => !IsIn(s, said, source, clock)) ? null : said;
    }

    // "He had set his watch to Sydney time": the clocks of whom the pronoun stands for.
    private static bool IsOf(ZoneStatement statement, Actor speaker, SeatFinder finder, string text) =>
        statement is { Keeper: not null, Subject: { } subject }
        && SeatFinder.IsPronoun(subject.Of(text))
        && finder.Antecedent(subject.Of(text), subject.Start) == speaker;

    private static bool IsIn(Seat seat, ZoneStatement said, SourceReading source, ClockTime clock) =>
        ZonesStated.Of(source, said.Zone, clock) is [var zone]
        && ZonesAt.Distinct([zone, seat.Home], clock.Date ?? Clocks.ClockWindows.Placeholder).Count == 1;

    // What nobody else tells or does, and where the records are spoken of one that nobody else is said to keep.
    private static bool IsWriters(Telling telling, SeatFinder finder, Actor? speaker, Voice? voice, ZoneStatement said)
    {
        var source = telling.Source;
        if (speaker is not null || source.IsQuoted(telling.Mention.Time!.Span))
            return false;
        if (voice is not null && KeeperReader.IsOwn(voice.Name))
            return true;
        if (voice is not null)
            return said.IsOfRecords && IsThing(voice, source) && !finder.SeatsOf(voice).Any() && !finder.SeatsElsewhere(voice, null).Any();
        // "She saw our volume double": what somebody notices or says is told by them.
        return !telling.Mention.IsSpeechAct
            && !KeeperReader.IsNoting(source.Text, telling.Mention.Trigger)
            && ((telling.Mention.Doer ?? telling.Mention.Subject) is not { } doer || !finder.ActorsIn(doer).Any());
    }

    // "The deploy tool", and neither "her log" nor "the ministry".
    private static bool IsThing(Voice voice, SourceReading source) =>
        voice.Mention is { } words
        && !SeatFinder.IsTheirs(words.Of(source.Text))
        && !SeatFinder.IsPronoun(voice.Name)
        && !ReferringWords.English.Institutions.Any(i => voice.Name.Contains(i, StringComparison.OrdinalIgnoreCase));
}
