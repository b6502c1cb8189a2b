using Assay.Cases.Accounts;
using Assay.Cases.Checking;
using Assay.Cases.Drafting;
using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Intake;
using Assay.Reading.Time;
using Assay.Reading.Voices;

namespace Assay.Cases.Exchange.Incoming;

/// <summary>Makes an account of what a file of another program tells: the file is the source, and every item rests on a place in
/// it.</summary>
/// <param name="source">Id of the source.</param>
/// <param name="document">The file.</param>
internal sealed class ToldAccount(string source, SourceDocument document)
{
    private const int LongestWords = 20_000;
    private readonly List<TimeExpressionEntry> times = [];
    private readonly List<EventItem> events = [];
    private readonly Dictionary<string, ZoneItem> zones = new(StringComparer.Ordinal);
    private readonly List<ClockItem> clocks = [];

    /// <summary>The account.</summary>
    /// <param name="file">What the file tells; what is too long is added to what was left.</param>
    public Account Of(ToldFile file)
    {
        foreach (var told in file.Events)
        {
            if (told.Words.Length > LongestWords)
                file.Leave(told.Place, $"Its words are longer than {LongestWords} characters.");
            else if (told.Words.Length > 0)
                Add(told, file);
            else
                file.Leave(told.Place, "It has no words.");
        }

        return new Account
        {
            Sources =
            [
                new SourceItem
                {
                    Id = source,
                    File = document.File,
                    Sha256 = document.Sha256,
                },
            ],
            Times = [.. times.DistinctBy(t => t.Id)],
            Actors =
            [
                .. file
                    .Actors.Where(a => a.Words.Length is > 0 and <= LongestWords)
                    .Select(a => new ActorEntry(Id("p", a.Words, a.Name), a.Name, a.Kind, [], [Anchored(a.Words)])),
            ],
            Events = events,
            Zones = [.. zones.Values],
            Clocks = clocks,
            Statements =
            [
                .. file
                    .Statements.Where(s => s.Length is > 0 and <= LongestWords)
                    .Select(s => new StatementEntry(Id("s", s, ""), ["author"], Stance.Reported, Anchored(s), null)),
            ],
            Notes = [$"Taken over from {document.File}: drafts, none of them decided."],
        };
    }

    private void Add(ToldEvent told, ToldFile file)
    {
        var made = new EventItem
        {
            Id = Id("e", told.Words, told.Place),
            Label = told.Label.Length <= 300 ? told.Label : told.Label[..299] + "…",
            Quote = Anchored(told.Words),
            Voice = told.Voice is { Count: > 0 } voice ? voice : ["author"],
            Stance = told.Stance,
            Mood = told.Mood,
            Time = told.Times.Count == 0 && told.Dated is { } dated ? Dated(dated.Edtf, dated.Words) : null,
        };
        events.Add(made);
        foreach (var (time, index) in told.Times.Select((t, i) => (t, i)))
            Add(time, index, made, told, file);
    }

    private void Add(ToldTime time, int index, EventItem of, ToldEvent told, ToldFile file)
    {
        if (time.Day.Year is < TimeContext.FirstYear or > TimeContext.LastYear)
        {
            file.Leave(
                told.Place,
                $"The year of its clock is outside {TimeContext.FirstYear} to {TimeContext.LastYear}. The event was taken."
            );
            return;
        }

        // The event's own words come first; words that tell another time are those of another clock.
        var places = new[] { told.Words, time.Words }.OfType<TextSpan>().Where(w => w.Length > 0).ToList();
        var tells = time.Time is null
            ? places[^1]
            : places.Find(p => ClockWords.Told(p.Of(Text)).Exists(t => ClockWords.IsLike(t, time.Time.Value)));
        var at = tells.Length > 0 ? tells : places.FindLast(p => ClockWords.Told(p.Of(Text)).Count == 0);
        if (at.Length == 0)
        {
            file.Leave(told.Place, $"Its words tell another time than {time.Time:HH:mm}, which was not taken. The event was.");
            return;
        }

        var zone = Zone(time, of.Voice[^1]);
        clocks.Add(
            new ClockItem
            {
                Id = Id("k", at, $"{of.Id} {index}"),
                Event = of.Id,
                Zone = zone,
                Voice = time.Voice,
                Quote = Anchored(at),
                Date = time.Day,
                Time = time.Time,
                OtherDates = time.OtherDays,
                Grain = time.Grain,
                Approximate = time.Approximate,
                ZoneStated = time.IsStated,
            }
        );
    }

    private string Zone(ToldTime time, string voice)
    {
        var whose = time.Voice ?? voice;
        var key = string.Join('\n', time.Zones.Select(z => $"{z.Zone} {z.Home}").Prepend($"{document.Sha256} {whose} {time.IsStated}"));
        var id = DraftIds.Plain("z", key);
        zones.TryAdd(
            id,
            new ZoneItem
            {
                Id = id,
                Voice = whose,
                Stated = time.IsStated,
                Evidence = time.IsStated ? Evidence.Stated : Evidence.Read,
                Candidates = time.Zones,
            }
        );
        return id;
    }

    private string Dated(string edtf, TextSpan at)
    {
        var id = Id("t", at, edtf);
        times.Add(
            new(
                id,
                source,
                at.Start,
                at.End,
                at.Of(Text),
                TimexType.Date,
                new TimexText(edtf),
                null,
                edtf,
                [],
                "the date that the file gives"
            )
        );
        return id;
    }

    private string Text => document.Layer.Text;

    private string Id(string kind, TextSpan at, string more) => DraftIds.Plain(kind, $"{document.Sha256}\n{at.Start}-{at.End}\n{more}");

    private Anchor Anchored(TextSpan at)
    {
        var quote = document.Layer.QuoteOf(at);
        return new(source, quote.Start, quote.End, quote.Exact, quote.Prefix, quote.Suffix);
    }
}
