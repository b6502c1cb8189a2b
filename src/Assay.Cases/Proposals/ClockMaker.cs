using Assay.Cases.Accounts;
using Assay.Cases.Checking;
using Assay.Chronology.Model;
using Assay.Reading;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime;

namespace Assay.Cases.Proposals;

/// <summary>Makes a clock of a proposal: time, day and zone are those that the words tell, where they tell them.</summary>
/// <param name="items">The account it goes into.</param>
/// <param name="differences">Where Assay reads something else is put here.</param>
internal sealed class ClockMaker(ProposedItems items, List<string> differences)
{
    /// <summary>Makes the clock and returns its id.</summary>
    public string Make(Proposal p, Anchor quote, string drafter, SentenceSheet sheet)
    {
        var timed = items.Refer("events", "event", ProposalValues.Needed(p.Event, "event", "clock"), drafter);
        var words = ProposalMaker.Text(quote);
        var (time, grain, told) = TimeOf(p, words);
        var zone = ZoneOf(p, words, told, drafter, sheet);
        var date = DateOf(p, words);
        var made = new ClockItem
        {
            Id = ProposalMaker.IdOf("k", sheet, quote, $"{timed}\n{zone}"),
            Event = timed,
            Zone = zone,
            Voice = p.Voice is [.., { Length: > 0 } voice] ? voice : null,
            Quote = quote,
            Date = date,
            Time = time,
            Grain = grain,
            Approximate = p.Approximate ?? told?.Approximate ?? false,
            Within = told?.Tolerance ?? Duration.Zero,
            Role = ProposalValues.Name("role", p.Role, ClockRole.Event),
            ZoneStated = items.Zone(zone).Stated,
        };
        items.Put(made.Id, a => a with { Clocks = ProposedItems.With(a.Clocks, made, c => c.Id) });
        return made.Id;
    }

    private (LocalTime Time, Duration Grain, ClockTime? Told) TimeOf(Proposal p, string words)
    {
        var given = ProposalValues.Time(p.Time);
        var asked = ProposalValues.Length("grain", p.Grain);
        if (asked <= Duration.Zero || asked > Duration.FromDays(1))
            throw new RefusedException(RefusalReason.WrongValue, "“grain” is longer than nothing and a day at most, such as PT1M.");
        var told = ClockWords.Told(words);
        var isDay = asked == Duration.FromDays(1);
        if (told.Count == 0 || isDay)
            return (given ?? (isDay ? LocalTime.Midnight : throw NoTime(words)), asked ?? Duration.FromMinutes(1), null);
        var fits = given is { } wanted ? told.Find(t => ClockWords.IsLike(t, wanted)) : null;
        if (fits is null && told.DistinctBy(t => t.Clock.Time).Count() > 1)
            throw new RefusedException(
                RefusalReason.Contradicted,
                $"The words name {string.Join(" and ", told.Select(Shown))}: give the one that is meant as “time”, or fewer words."
            );
        if (fits is null && given is not null)
            differences.Add($"The words say {Shown(told[0])}, not {given:HH:mm}; {Shown(told[0])} stands.");
        var own = (fits ?? told[0]).Clock;
        // Who says "in the evening" names no minute.
        if (own.Granularity > Duration.FromHours(1))
        {
            if (given is not null && given != own.Time)
                differences.Add($"The words name a part of the day and no minute; the whole of it stands, from {own.Time:HH:mm}.");
            return (own.Time, own.Granularity, own);
        }

        return (fits is null ? own.Time : given!.Value, asked ?? own.Granularity, own);
    }

    private static string Shown(ToldClock told) => told.Clock.Time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static RefusedException NoTime(string words) =>
        new(RefusalReason.Incomplete, $"No time of day can be read from “{words}”: give one as “time”, or a day as grain P1D.");

    private LocalDate DateOf(Proposal p, string words)
    {
        var given = ProposalValues.Date(p.Date);
        var told = TimeReader
            .For("en")
            .Read(words, TimeContext.Unknown)
            .Where(t => t.NamesYear)
            .Select(t => t.Clock is { } clock ? clock.Date : DayOf(t))
            .OfType<LocalDate>()
            .Distinct()
            .ToList();
        var own = told.Count == 1 ? told[0] : (LocalDate?)null;
        if (own is { } stands && given is { } other && stands != other)
            differences.Add($"The words say {Iso(stands)}, not {Iso(other)}; {Iso(stands)} stands.");
        var date =
            own
            ?? given
            ?? throw new RefusedException(
                RefusalReason.Incomplete,
                "A clock needs its “date”, YYYY-MM-DD: the words do not name the day in full."
            );
        return date.Year is >= TimeContext.FirstYear and <= TimeContext.LastYear
            ? date
            : throw new RefusedException(
                RefusalReason.WrongValue,
                $"The year is outside {TimeContext.FirstYear} to {TimeContext.LastYear}."
            );
    }

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private static LocalDate? DayOf(TimeExpression told) => told.Type == TimexType.Date ? new TimexText(told.Value).Day : null;

    // A zone beside the time is the clock's, whatever the drafter took the voice's clock to be.
    private string ZoneOf(Proposal p, string words, ClockTime? told, string drafter, SentenceSheet sheet)
    {
        var given = p.Zone is { Length: > 0 } key ? items.Refer("zones", "zone", key, drafter) : null;
        var named = told?.Zone is { Zones: [var one] } mention ? (Zone: one, mention.Text) : default;
        if (named.Zone is null)
            return given
                ?? throw new RefusedException(
                    RefusalReason.Incomplete,
                    "A clock needs its “zone”: the key of a zone item, proposed with the zones it may be on."
                );
        if (
            given is not null
            && items.Zone(given) is var zone
            && zone.Stated
            && zone.Candidates.Any(c => StatedZone.IsLike(c.Zone, named.Zone))
        )
            return given;
        if (given is not null)
            differences.Add($"The words name the zone, “{named.Text}”; {named.Zone} stands, as stated.");
        var made = new ZoneItem
        {
            Id = Drafting.DraftIds.Plain("z", $"stated {sheet.Document.Sha256} {named.Zone}"),
            Voice = named.Text,
            Label = $"“{named.Text}”",
            Stated = true,
            Evidence = Evidence.Stated,
            Candidates = [new ZoneChoice(named.Zone, $"stated: “{named.Text}”", true)],
        };
        items.Put(made.Id, a => a with { Zones = ProposedItems.With(a.Zones, made, z => z.Id) });
        return made.Id;
    }
}
