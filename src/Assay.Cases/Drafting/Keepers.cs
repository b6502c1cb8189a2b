using Assay.Ground.Anchors;
using Assay.Reading.Places;
using Assay.Reading.Time;
using Assay.Reading.Voices;

namespace Assay.Cases.Drafting;

/// <summary>
/// Which record a clock is told from: named in its sentence; named before, where the sentence says "it" or "the book"; or that of the clock
/// before it in its paragraph, as long as nobody else speaks.
/// </summary>
/// <param name="source">The source.</param>
internal sealed class Keepers(SourceReading source)
{
    private const int Longest = 90;
    private const int MostBefore = 4;
    private const int MostAlike = 40;
    private const int Dated = 30;
    private const int NamedZone = 30;
    private static readonly ReferringWords Referring = ReferringWords.English;
    private readonly Dictionary<int, KeeperReader> readers = [];

    /// <summary>
    /// Who or what the clock before is told from, where the sentence goes on about them: "The gate was shut at 9:01, the foreman said. His
    /// men had the pump going at 9:10." Nobody may be quoted between.
    /// </summary>
    /// <param name="clock">The clock.</param>
    public RecordVoice? Before(TextSpan clock) => Before(clock, MostBefore);

    /// <summary>
    /// Whose clocks a sentence of the paragraph has just said to be in the zone that a clock states: "Its record is in UTC. The first burst
    /// went up at 0441 UTC."
    /// </summary>
    /// <param name="clock">The clock.</param>
    public RecordVoice? Zoned(TextSpan clock)
    {
        if (source.TimesAt.Overlapping(clock).FirstOrDefault()?.Clock?.Zone is not { Zones: [_, ..] zones })
            return null;
        var sentence = source.SentenceAt(clock.Start);
        var said = source.ZoneStatements.LastOrDefault(s =>
            s is { Keeper: not null, Subject: not null }
            && s.Zone.Span.End <= clock.Start
            && source.SentenceAt(s.Span.Start) is var at
            && sentence - at is 1 or 2 or 0
            && source.Sentences[at].Block == source.Sentences[sentence].Block
            && s.Zone.Zones.SequenceEqual(zones)
        );
        if (said?.Subject is not { } subject || !IsSilent(new TextSpan(said.Zone.Span.End, clock.Start)))
            return null;
        var words = subject.Of(source.Text);
        return new RecordVoice(
            new Voice(ClockVoices.Named(words), null, subject),
            subject,
            null,
            Referring.Owners.Contains(FirstWord(subject)) || Referring.Bodies.Contains(words.ToLowerInvariant())
        );
    }

    private RecordVoice? Before(TextSpan clock, int most)
    {
        var sentence = source.SentenceAt(clock.Start);
        if (
            !IsOn(FirstWord(source.Sentences[sentence].Span))
            || Clocks.Before(clock.Start).Cast<TextSpan?>().FirstOrDefault() is not { } last
        )
            return null;
        var at = source.SentenceAt(last.Start);
        if (sentence - at != 1 || source.Sentences[at].Block != source.Sentences[sentence].Block)
            return null;
        return IsSilent(new TextSpan(source.Sentences[sentence].Span.Start, clock.Start))
            ? Of(last) ?? (most > 0 ? Before(last, most - 1) : null)
            : null;
    }

    private static bool IsOn(string word) =>
        Referring.Owners.Contains(word) || Referring.Bodies.Contains(word) || Referring.Persons.Contains(word);

    private bool IsSilent(TextSpan between) =>
        source.Text.AsSpan(between.Start, between.Length).IndexOfAny("\"“”") < 0 && !Quoted.Overlapping(between).Any();

    /// <summary>The record that a clock is told from, or null.</summary>
    /// <param name="clock">The clock.</param>
    public RecordVoice? Of(TextSpan clock)
    {
        if (TellerCell.At(source.Text, clock.Start) is { } cell)
            return new RecordVoice(new Voice(ClockVoices.Named(cell.Of(source.Text)), null, cell), cell, null, false) { IsCell = true };
        var sentence = source.SentenceAt(clock.Start);
        if (Entry(clock, sentence) is { } entry)
            return Named(entry, entry.Span);
        bool IsOther(int at) => source.TimesAt.Overlapping(new TextSpan(at, at + 1)).Any(t => t.Clock is not null && t.Span != clock);
        return Reader(sentence).Of(clock, IsOther) is { } keeper && !IsLength(keeper) ? Meant(keeper, sentence) : OfList(clock.Start);
    }

    // "The hotline's log is in Italian time." and then a list, "This is the station's log:" and a list: its entries.
    private RecordVoice? OfList(int at)
    {
        if (source.LeadIns.Before(at) is not { } lead)
            return null;
        var last = source.SentenceAt(lead.End - 1);
        var isOpen = lead.Of(source.Text).TrimEnd().EndsWith(':');
        var records = Records(last).Where(r => !r.IsMeans).ToList();
        if (records.Count == 0 && isOpen && last > 0 && source.Sentences[last - 1].Span.Start >= lead.Start)
            records = [.. Records(--last).Where(r => !r.IsMeans)];
        return records is [var record] && (isOpen || Reader(last).IsAtHead(record)) ? Named(record, record.Span) : null;
    }

    // "Eighteen minutes" are no minutes of a meeting.
    private bool IsLength(Keeper record) => source.TimesAt.Overlapping(record.Span).Any(t => t.Type == TimexType.Duration);

    private IEnumerable<Keeper> Records(int sentence) => Reader(sentence).Records().Where(r => !IsLength(r));

    /// <summary>Who tells the sentence before that of a position, thrust into it; null where it is of another paragraph.</summary>
    public Voice? TellerBefore(int position)
    {
        var sentence = source.SentenceAt(position);
        return
            sentence > 0
            && source.Sentences[sentence - 1].Block == source.Sentences[sentence].Block
            && Reader(sentence - 1).Tellers().LastOrDefault(t => !SeatFinder.IsPronoun(t.Span.Of(source.Text))) is { } teller
            ? Voiced(teller)
            : null;
    }

    /// <summary>The record that the paragraph names before a clock at which something "was entered"; else null.</summary>
    public RecordVoice? Entered(TextSpan clock)
    {
        var sentence = source.SentenceAt(clock.Start);
        return
            Reader(sentence).IsEntered(clock.Start)
            && sentence > 0
            && source.Sentences[sentence - 1].Block == source.Sentences[sentence].Block
            && Records(sentence - 1).FirstOrDefault(r => !r.IsMeans) is { } record
            ? Named(record, record.Span)
            : null;
    }

    // "20 September, 16:52 UTC. Jetty log: hoses connected": a paragraph that begins with its time, and then says who tells it.
    private Keeper? Entry(TextSpan clock, int sentence)
    {
        var block = source.Sentences[sentence].Block;
        var isFirst = sentence == 0 || source.Sentences[sentence - 1].Block != block;
        if (!isFirst || sentence + 1 >= source.Sentences.Count || source.Sentences[sentence + 1].Block != block)
            return null;
        var told = source.Sentences[sentence].Span;
        return clock.Start - told.Start <= Dated && told.End - clock.End <= NamedZone ? Reader(sentence + 1).OfEntry(out _) : null;
    }

    private KeeperReader Reader(int sentence)
    {
        if (!readers.TryGetValue(sentence, out var reader))
            readers[sentence] = reader = new KeeperReader(source.Text, source.Sentences[sentence].Span);
        return reader;
    }

    private SpanIndex<TextSpan> Clocks => field ??= new(source.Times.Where(t => t.Clock is not null).Select(t => (t.Span, t.Span)));

    private SpanIndex<bool> Quoted => field ??= new(source.Voices.Statements.Where(s => s.Chain.Count != 1).Select(s => (s.Quote, true)));

    private Dictionary<string, SpanIndex<Keeper>> Alike =>
        field ??= Enumerable
            .Range(0, source.Sentences.Count)
            .SelectMany(Records)
            .GroupBy(r => r.Head, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new SpanIndex<Keeper>(g.Select(r => (r.Span, r))), StringComparer.Ordinal);

    private RecordVoice? Meant(Keeper keeper, int sentence) =>
        keeper.Kind switch
        {
            KeeperKind.Pronoun => Before(keeper.Span.Start, sentence) is { } record
                ? Named(record, keeper.Span)
                : SubjectBefore(keeper, sentence),
            KeeperKind.Teller => new RecordVoice(Voiced(keeper), keeper.Span, null, false) { IsTeller = true },
            // "The first entry" is one of the log.
            _ when IsBare(keeper) && keeper.IsPart && Before(keeper.Span.Start, sentence) is { } whole => Named(whole, keeper.Span),
            _ => Named(keeper, keeper.Span),
        };

    // "The post at Porto reports by satellite. It shows": what the sentence before is about.
    private RecordVoice? SubjectBefore(Keeper pronoun, int sentence) =>
        sentence > 0
        && source.Sentences[sentence - 1].Block == source.Sentences[sentence].Block
        && Reader(sentence).IsAtHead(pronoun)
        && Reader(sentence - 1).Subject() is { } subject
        && FirstWord(subject) is "the" or "a" or "an" or "its" or "their" or "our"
            ? new RecordVoice(new Voice(ClockVoices.Named(subject.Of(source.Text)), null, subject), pronoun.Span, null, false)
            : null;

    // What "it" stands for: the record named last, in the sentence or the one before it.
    private Keeper? Before(int position, int sentence) =>
        Records(sentence).LastOrDefault(r => !r.IsMeans && r.Span.End <= position)
        ?? (
            sentence > 0 && source.Sentences[sentence - 1].Block == source.Sentences[sentence].Block
                ? Records(sentence - 1).LastOrDefault(r => !r.IsMeans)
                : null
        );

    // "The book" is the book named before, with the words that say whose it is.
    private RecordVoice Named(Keeper record, TextSpan said)
    {
        var isAgain = IsBare(record) || record.Owner is null && Unowned(record).Contains(' ');
        var first = isAgain
            ? Alike[record.Head]
                .Before(record.Span.Start)
                .Take(MostAlike)
                .FirstOrDefault(r => !IsBare(r) && Ends(r, record) && (IsBare(record) || r.Owner is not null))
            : null;
        var known = first ?? record;
        if (known.Owner is null && Reader(source.SentenceAt(known.Span.Start)).HolderOf(known) is { } holder)
            return new RecordVoice(Voiced(known) with { Name = $"{holder} {Unowned(known)}" }, said, null, true);
        return new RecordVoice(
            Voiced(known),
            said,
            known.Owner is { } owner ? new Voice(ClockVoices.Named(owner.Of(source.Text)), null, owner) : null,
            Referring.Owners.Contains(FirstWord(known.Span))
        );
    }

    private bool IsBare(Keeper record) => record.Owner is null && !Referring.Owners.Contains(FirstWord(record.Span));

    // "The run sheet" is "their company's run sheet", and no other sheet.
    private bool Ends(Keeper longer, Keeper shorter) =>
        longer.Span.Of(source.Text).Contains(Unowned(shorter), StringComparison.OrdinalIgnoreCase);

    // "deck log" of "her deck log", "that deck log".
    private string Unowned(Keeper record)
    {
        var words = ClockVoices.Named(record.Span.Of(source.Text));
        var first = words.Split(' ')[0].ToLowerInvariant();
        return Referring.Again.Contains(first) || Referring.Owners.Contains(first) || first is "same" ? words[(first.Length + 1)..] : words;
    }

    private string FirstWord(TextSpan span)
    {
        var words = source.Text.AsSpan(span.Start, span.Length);
        return (words.IndexOfAny(' ', '\n') is var end and >= 0 ? words[..end] : words).ToString().ToLowerInvariant();
    }

    private Voice Voiced(Keeper keeper)
    {
        var span = keeper.Span.Length <= Longest ? keeper.Span : new TextSpan(keeper.Span.Start, keeper.Span.Start + Longest);
        return new Voice(ClockVoices.Named(span.Of(source.Text)), null, span);
    }
}

/// <summary>A record that a clock is told from.</summary>
/// <param name="Voice">Its name and where it stands.</param>
/// <param name="Said">The words that name it beside the clock: "it", "the book".</param>
/// <param name="Owner">Whose it is by its name, or null.</param>
/// <param name="IsTheirs">True where a pronoun says whose it is: "their book".</param>
internal sealed record RecordVoice(Voice Voice, TextSpan Said, Voice? Owner, bool IsTheirs)
{
    /// <summary>True for somebody who tells, and no record.</summary>
    public bool IsTeller { get; init; }

    /// <summary>True for a cell of the column of a table that says who tells each row.</summary>
    public bool IsCell { get; init; }
}
