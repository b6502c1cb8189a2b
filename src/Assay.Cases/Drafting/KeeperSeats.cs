using Assay.Chronology.Model;
using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Places;
using Assay.Reading.Voices;

namespace Assay.Cases.Drafting;

/// <summary>
/// Where a record is kept: by its own words ("the log of the port of Apia"), by whose it is ("the gendarmes' book"), by the sentence before
/// for "its log", or by the words that name it elsewhere.
/// </summary>
/// <param name="source">The source.</param>
/// <param name="finder">Finds the seats of those who are named.</param>
internal sealed class KeeperSeats(SourceReading source, SeatFinder finder)
{
    private const int LongestName = 50;
    private const int LongestBefore = 90;

    /// <summary>The record with its owner's name for a pronoun: "his watch" is "Rojas's watch".</summary>
    public RecordVoice Named(RecordVoice record)
    {
        if (!record.IsTheirs || OwnerOf(record.Voice) is not { Name.Length: <= LongestName } owner)
            return record;
        // "It keeps UTC" is said of the body itself, "its record is in UTC" of its record.
        var name = record.Voice.Name.IndexOf(' ') is var end and >= 0 ? $"{owner.Name}'s {record.Voice.Name[(end + 1)..]}" : owner.Name;
        return record with { Voice = record.Voice with { Name = name }, Owner = owner };
    }

    /// <summary>The seats that the text gives the record, the likeliest first.</summary>
    public IReadOnlyList<Seat> Of(RecordVoice record)
    {
        // "The journal" is no outlet of that name.
        var own = finder.SeatsOf(record.Voice with { Name = "" }).ToList();
        if (own.Count == 0 && record.Owner is { } owner)
            own.AddRange(finder.Seated(owner));
        if (own.Count == 0 && record.IsTheirs)
            own.AddRange(OfOwner(record.Voice));
        // "The volunteers in Berlin keep a logbook".
        if (own.Count == 0 && record.Owner is null && record.Voice.Mention is { } kept)
            own.AddRange(OfKeeping(kept));
        if (own.Count == 0)
            own.AddRange(finder.SeatsElsewhere(record.Voice, null, isTeller: false));
        return own;
    }

    /// <summary>Whose the record is where a pronoun says so: for "his" and "her" the person named last, else whom the sentence before is
    /// about; null where nobody is named.</summary>
    public Voice? OwnerOf(Voice record)
    {
        var at = record.Mention!.Value.Start;
        var sentence = source.SentenceAt(at);
        if (Pronoun(record) is { } person)
            return
                finder.Antecedent(person, at) is { } actor
                && actor.Mentions.Last(m => m.End <= at) is var named
                && source.Sentences[source.SentenceAt(named.Start)].Block == source.Sentences[sentence].Block
                ? new Voice(actor.Name, actor.Id, named)
                : null;
        var isOne = sentence > 0 && source.Sentences[sentence - 1].Block == source.Sentences[sentence].Block;
        var told = (isOne ? source.EventsIn[sentence - 1] : [])
            .Concat(source.EventsIn[sentence])
            .Where(e => e.Trigger.End < at)
            .OrderByDescending(e => e.Trigger.Start)
            .Select(e => e.Subject)
            .FirstOrDefault(s => s is { } span && !SeatFinder.IsPronoun(span.Of(source.Text)));
        told ??= new KeeperReader(source.Text, source.Sentences[sentence].Span).Subject() is { } own && own.End < at ? own : null;
        if (told is null && isOne)
            told = new KeeperReader(source.Text, source.Sentences[sentence - 1].Span).Subject();
        return told is { } subject && !SeatFinder.IsTheirs(subject.Of(source.Text))
            ? new Voice(ClockVoices.Named(subject.Of(source.Text)), null, subject)
            : null;
    }

    /// <summary>True for "his watch", "her book".</summary>
    public static bool IsPersons(Voice record) => Pronoun(record) is not null;

    // "his watch" is that of "he".
    private static string? Pronoun(Voice record) =>
        record.Name.StartsWith("his ", StringComparison.OrdinalIgnoreCase) ? "he"
        : record.Name.StartsWith("her ", StringComparison.OrdinalIgnoreCase) ? "she"
        : null;

    private IEnumerable<Seat> OfKeeping(TextSpan record)
    {
        var before = new TextSpan(source.Sentences[source.SentenceAt(record.Start)].Span.Start, record.Start);
        return before.Length > LongestBefore
            ? []
            : finder
                .SeatsOf(new Voice("", null, before))
                .Concat(finder.LocatedIn(before))
                .Take(1)
                .Select(s => s with { Evidence = Evidence.Guessed });
    }

    /// <summary>The seats of whose it is by a pronoun: in "The company sits in Blanding. Its run sheet ..." of whom the sentence before
    /// is about,
    /// or the only place it names.</summary>
    public IEnumerable<Seat> OfOwner(Voice record)
    {
        if (OwnerOf(record) is { } owner && finder.Seated(owner).ToList() is { Count: > 0 } seats)
            return Pronoun(record) is null ? seats : seats.Select(s => s with { Evidence = Evidence.Guessed });
        var at = source.SentenceAt(record.Mention!.Value.Start);
        return at == 0 || source.Sentences[at - 1].Block != source.Sentences[at].Block ? []
            : finder.LocatedIn(source.Sentences[at - 1].Span).ToList() is { Count: > 0 } located ? located
            : finder.DemonymsIn(source.Sentences[at - 1].Span).DistinctBy(s => s.Home).ToList() is [var nation]
                ? [nation with { Evidence = Evidence.Read }]
            : [];
    }
}
