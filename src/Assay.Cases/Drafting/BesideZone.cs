using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Actors;
using Assay.Reading.Events;
using Assay.Reading.Places;
using Assay.Reading.Time;
using Assay.Reading.Voices;

namespace Assay.Cases.Drafting;

/// <summary>
/// What the sentences around a clock say of its zone: what is set off beside its keeper, what is said of the other time of the same doing,
/// and what was said just before or after it of whose clocks these are.
/// </summary>
internal static class BesideZone
{
    /// <summary>What the clause itself says of another clock of it, or beside the keeper; else null.</summary>
    /// <param name="telling">The clock and its sentence.</param>
    public static ZoneStatement? OfClause(Telling telling)
    {
        var (source, mention) = telling;
        var sentence = source.Sentences[mention.Sentence].Span;
        return (Shared(telling) ?? ZonesBeside.SetOff(source.Text, sentence, mention.Time!.Span)) is { } own
            ? new ZoneStatement(sentence, own, new HashSet<string>(), new HashSet<string>())
            : null;
    }

    /// <summary>What was said just before the clock, or just after it, of whose clocks are in a zone; else null.</summary>
    /// <param name="telling">The clock and its sentence.</param>
    /// <param name="finder">Seats of the source.</param>
    /// <param name="speaker">Who tells it, if it is a known actor.</param>
    /// <param name="voice">Who tells it in the words of the text.</param>
    /// <param name="isIn">True for a seat that keeps the zone of a statement.</param>
    public static ZoneStatement? OfParagraph(
        Telling telling,
        SeatFinder finder,
        Actor? speaker,
        Voice? voice,
        Func<Seat, ZoneStatement, bool> isIn
    )
    {
        var (source, mention) = telling;
        var said =
            Before(telling, speaker, voice)
            ?? (
                source.IsQuoted(mention.Time!.Span)
                    ? null
                    : ZonesBeside.Behind(source.ZoneStatements, source.Text, source.Sentences, mention.Sentence)
            );
        return said is not null && Seats(telling, finder).All(s => isIn(s, said)) ? said : null;
    }

    // Said by whoever tells the clock as well: the author, or who speaks.
    private static ZoneStatement? Before(Telling telling, Actor? speaker, Voice? voice)
    {
        var (source, mention) = telling;
        if (ZonesBeside.Before(source.ZoneStatements, source.Text, mention.Time!.Span.Start) is not { } said)
            return null;
        if (speaker is null && voice is null)
            return said;
        var (told, tells) = (source.Voices.VoiceAt(said.Zone.Span.Start).Chain[^1], source.Voices.VoiceAt(mention.Trigger.Start).Chain[^1]);
        return tells.IsSpeaker && told.Name == tells.Name && mention.Source is null ? said : null;
    }

    // "The school opened its gate at 9.18 a.m. and closed it at 9.57 a.m., Queensland time": both by one subject.
    private static ZoneMention? Shared(Telling telling)
    {
        var (source, mention) = telling;
        if (mention.Subject is not { } subject || mention.Source is not null)
            return null;
        return source
            .EventsAt[mention.Sentence]
            .Where(e => e.Subject == subject && e.Source is null && e.Trigger != mention.Trigger)
            .Select(e =>
                e.Time is { Clock: { } other } time && time.Span != mention.Time!.Span
                    ? other.Zone ?? ZoneLookup.After(source.Text, time.Span.End)
                    : null
            )
            .FirstOrDefault(z => z is not null);
    }

    // Where it is told to have happened, and where whoever did it sits.
    private static IEnumerable<Seat> Seats(Telling telling, SeatFinder finder) =>
        finder
            .PlacesOf(telling.Mention)
            .Concat(
                (telling.Mention.Doer ?? telling.Mention.Subject) is { } doer
                    ? finder.SeatsOf(new Voice(doer.Of(telling.Source.Text), null, doer))
                    : []
            );
}
