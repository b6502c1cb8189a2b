using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Cases.Wording;
using Assay.Chronology.Model;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Report;

/// <summary>The parts of the report that hold times: events, clocks, the global alternative.</summary>
internal sealed class TimeBuilder
{
    private readonly Account account;
    private readonly ClockBook clocks;
    private readonly OriginCount origins;
    private readonly ReportMemo memo;
    private readonly Dictionary<string, TimeExpressionEntry> expressions;
    private readonly ILookup<string, string> timed;

    /// <summary>Prepares for an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="clocks">Its clocks.</param>
    /// <param name="origins">Counts the origins of its sources.</param>
    /// <param name="memo">What was made before.</param>
    public TimeBuilder(Account account, ClockBook clocks, OriginCount origins, ReportMemo memo)
    {
        (this.account, this.clocks, this.origins, this.memo) = (account, clocks, origins, memo);
        expressions = account.Times.ToDictionary(t => t.Id, StringComparer.Ordinal);
        timed = clocks.Clocks.ToLookup(c => c.Event.Id, c => c.Item.Quote.Source, StringComparer.Ordinal);
    }

    /// <summary>The events, those with a time first, in the order of home clocks.</summary>
    public List<EventEntry> Events() =>
        account.Events.Select(Event).OrderBy(e => e.Order, StringComparer.Ordinal).Select(e => e.Entry).ToList();

    /// <summary>The clock statements.</summary>
    public List<ClockEntry> Clocks() => Entries(isDate: false);

    /// <summary>The statements of a day or a month without an hour.</summary>
    public List<ClockEntry> Dates() => Entries(isDate: true);

    private List<ClockEntry> Entries(bool isDate) =>
        clocks
            .Clocks.Where(c => ClockWindows.IsDate(c.Item.Grain) == isDate)
            .Select(c => memo.Clocks.Find(c, clocks.ZoneOf(c)) ?? memo.Clocks.Keep(c, Entry(c, isDate), clocks.ZoneOf(c)))
            .ToList();

    private ClockEntry Entry(CaseClock c, bool isDate)
    {
        var (zone, known) = (clocks.ZoneOf(c).Variable, !clocks.ZoneOf(c).IsUnknown);
        var days = c.Statement.StatedAt;
        return new ClockEntry(
            c.Id,
            c.Event.Id,
            c.Voice,
            c.Variable,
            LocalOf(c),
            days.Skip(1).Select(d => LocalMoment.Of(d.First)).ToList(),
            ClockWindows.IsRange(c.Item.Grain) || isDate ? c.Item.Grain : Duration.FromMinutes(1),
            c.Statement.Role,
            c.Item.Approximate,
            zone.Stated || c.Item.ZoneStated,
            zone.Candidates.Where(_ => known).OrderByDescending(z => z.IsHome).Select(z => Zone(z.Zone, z.Reason, z.IsHome, c)).ToList(),
            c.Item.Quote
        );
    }

    /// <summary>The global alternative.</summary>
    public List<GlobalEntry> Globals()
    {
        var unstated = clocks.Globals.Count == 0 ? [] : clocks.Clocks.Where(c => !Stated(c)).ToDictionary(c => c.Id, OnGlobals);
        return clocks.Globals.Select((g, i) => new GlobalEntry(g.Zone, ZoneNames.Of(g.Zone), g.Reason, new OnGlobal(unstated, i))).ToList();
    }

    private IReadOnlyList<ZoneEntry> OnGlobals(CaseClock clock) =>
        memo.OnGlobals.Find(clock, clocks.Globals)
        ?? memo.OnGlobals.Keep(clock, [.. clocks.Globals.Select(g => Zone(g.Zone, g.Reason, false, clock))], clocks.Globals);

    private static LocalMoment LocalOf(CaseClock clock)
    {
        if (clock.Item.Date is { } day && ClockWindows.IsDate(clock.Item.Grain))
            return clock.Item.Grain > Duration.FromDays(1) ? LocalMoment.Of(day.ToYearMonth()) : LocalMoment.Of(day);
        if (clock.Item.Date is { } date)
            return LocalMoment.Of(date + clock.Item.Time!.Value);
        return clock.Passage is null ? LocalMoment.Of(clock.Stated) : LocalMoment.Of(clock.Item.Time!.Value);
    }

    private bool Stated(CaseClock clock) => clocks.ZoneOf(clock).Variable.Stated;

    private TimedEvent Event(EventItem made)
    {
        List<object?> from = [made.Time is null ? null : expressions[made.Time], clocks.Globals];
        foreach (var clock in clocks.Of(made))
            from.AddRange([clock, clocks.ZoneOf(clock)]);
        object?[] rests = [.. from];
        var told = origins.Of(made.Mentions.Prepend(made.Quote).Select(q => q.Source).Concat(timed[made.Id]));
        return memo.Events.Find(made, rests) is { } known && known.Entry.Told == told
            ? known
            : memo.Events.Keep(made, Event(made, told), rests);
    }

    private TimedEvent Event(EventItem made, ToldEntry? told)
    {
        var time = Time(made);
        var entry = new EventEntry(
            made.Id,
            made.Label,
            made.Quote.Source,
            made.Quote,
            made.Mentions,
            made.Actors,
            made.Place,
            time,
            made.Voice,
            made.Stance
        )
        {
            Mood = made.Mood,
            Told = told,
        };
        return new TimedEvent(entry, Lengths.Utc(time.HomeEarliest ?? time.HomeLatest) ?? time.Edtf ?? "~");
    }

    private EventTimeEntry Time(EventItem made)
    {
        var time = made.Time is null ? null : expressions[made.Time];
        var dated = clocks.Of(made).Where(c => c.Passage is null).ToList();
        var all = dated.SelectMany(c => Windows(c, home: false)).ToList();
        var home = dated.SelectMany(c => Windows(c, home: true)).ToList();
        return new EventTimeEntry(time?.Text, time?.Id, time?.Edtf ?? Day(time), Least(all), Most(all), Least(home), Most(home));
    }

    private static string? Day(TimeExpressionEntry? time) => time?.Value.Day is { } day ? LocalDatePattern.Iso.Format(day) : null;

    // A report bounds the event from above only.
    private IEnumerable<(Instant? From, Instant Until)> Windows(CaseClock clock, bool home)
    {
        if (clocks.ZoneOf(clock).IsUnknown)
            yield break;
        var variable = clocks.ZoneOf(clock).Variable;
        var zones =
            home && variable.Candidates.Any(c => c.IsHome)
                ? variable.Candidates.Where(c => c.IsHome).Select(c => c.Zone)
                : variable.Candidates.Select(c => c.Zone).Concat(home || variable.Stated ? [] : clocks.Globals.Select(g => g.Zone));
        foreach (var zone in zones.Distinct())
        foreach (var window in clock.Statement.Windows)
            if (Instants(zone, window) is { } at)
                yield return (clock.Statement.Role == ClockRole.Report ? null : at.From, at.Until);
    }

    private static Instant? Least(List<(Instant? From, Instant Until)> windows) =>
        windows.Count == 0 || windows.Any(w => w.From is null) ? null : windows.Min(w => w.From);

    private static Instant? Most(List<(Instant? From, Instant Until)> windows) =>
        windows.Count == 0 ? null : windows.Max(w => (Instant?)w.Until);

    private static ZoneEntry Zone(string zone, string reason, bool home, CaseClock clock)
    {
        // On an unknown day neither the instant nor the offset is known.
        if (clock.Passage is not null)
            return new ZoneEntry(zone, ZoneNames.Of(zone), reason, home, null, null, null);
        var at = Instants(zone, clock.Statement.Windows[0]);
        var offset = at is { } known ? ZoneOf(zone).GetUtcOffset(known.From) : (Offset?)null;
        return new ZoneEntry(zone, ZoneNames.Of(zone), reason, home, offset, at?.From, at?.Until);
    }

    // First instant of the first mapping to the last of the last; null where the local time was skipped.
    private static (Instant From, Instant Until)? Instants(string zone, LocalWindow window)
    {
        var rules = ZoneOf(zone);
        var from = rules.MapLocal(window.From);
        if (from.Count == 0)
            return null;
        var length = Period.Between(window.From, window.Until, PeriodUnits.Ticks).ToDuration();
        return (from.First().ToInstant(), from.Last().ToInstant() + length);
    }

    private static DateTimeZone ZoneOf(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;
}
