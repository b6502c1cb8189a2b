using Assay.Cases.Accounts;
using Assay.Reading.Intake;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Cases.Checking;

/// <summary>What of an account holds.</summary>
/// <param name="Account">The items whose anchors, references and values hold.</param>
/// <param name="Refused">The rest, each with its place and the reason.</param>
internal sealed record CheckedAccount(Account Account, IReadOnlyList<Refusal> Refused);

/// <summary>
/// Holds an account against its sources. What does not hold is refused with its place and the reason, together with what rests on it;
/// everything else
/// stays. A mention, an actor or a candidate that does not hold is taken out of its item, which stays.
/// </summary>
internal sealed class AccountCheck
{
    private readonly AccountFile file;
    private readonly CheckMemo? memo;
    private readonly IReadOnlyDictionary<string, SourceDocument> documents;
    private readonly AnchorCheck anchors;
    private readonly List<Refusal> refused = [];
    private readonly Dictionary<string, (string List, int At)> taken = new(StringComparer.Ordinal);
    private readonly List<(string Id, string List)> named = [];
    private readonly Dictionary<string, string> lost;

    private AccountCheck(AccountFile file, IReadOnlyDictionary<string, SourceDocument> documents, CheckMemo? memo) =>
        (this.file, this.memo, this.documents, anchors, lost) = (
            file,
            memo,
            documents,
            new(documents, memo),
            new(file.Lost, StringComparer.Ordinal)
        );

    /// <summary>Checks an account.</summary>
    /// <param name="file">The account as read.</param>
    /// <param name="documents">Its sources that could be read, by id.</param>
    /// <param name="memo">What held before; null for nothing.</param>
    public static CheckedAccount Of(AccountFile file, IReadOnlyDictionary<string, SourceDocument> documents, CheckMemo? memo = null)
    {
        var check = new AccountCheck(file, documents, memo);
        var account = check.Run(file.Account);
        return new CheckedAccount(account, [.. file.Refused, .. check.refused]);
    }

    private Account Run(Account a)
    {
        var sources = Keep(a.Sources, "sources", s => s.Id, (s, _) => anchors.Has(s.Id) ? s : null);
        var times = Keep(a.Times, "times", t => t.Id, Time);
        var places = Keep(
            a.Places,
            "places",
            p => p.Id,
            (p, path) => Mentioned(p.Mentions, path) is { Count: > 0 } held ? p with { Mentions = held } : null
        );
        var actors = Keep(
            a.Actors,
            "actors",
            p => p.Id,
            (p, path) => Mentioned(p.Mentions, path) is { Count: > 0 } held ? p with { Mentions = held } : null
        );
        var figures = Keep(
            a.Figures,
            "figures",
            f => f.Id,
            (f, path) => Quoted(f.Quote, path) is { } q && IsRange(f.Min, f.Max, path) ? f with { Quote = q } : null
        );
        var events = Keep(a.Events, "events", e => e.Id, Event);
        var zones = Keep(a.Zones, "zones", z => z.Id, Zone);
        return a with
        {
            Sources = sources,
            Times = times,
            Places = places,
            Actors = actors,
            Figures = figures,
            Events = events,
            Zones = zones,
            Globals = Keep(a.Globals, "globals", _ => null, (g, path) => IsZone(g.Zone, path) ? g : null),
            Clocks = Keep(a.Clocks, "clocks", c => c.Id, Clock),
            Claims = Keep(a.Claims, "claims", c => c.Id, Claim),
            Counts = Keep(a.Counts, "counts", c => c.Id, (c, path) => Knows("figure", c.Figure, "figures", path) ? c : null),
            Distances = Keep(a.Distances, "distances", d => d.Id, Distance),
            Routes = Keep(a.Routes, "routes", r => r.Id, (r, path) => Quoted(r.Quote, path) is { } q ? r with { Quote = q } : null),
            Statements = Keep(
                a.Statements,
                "statements",
                s => s.Id,
                (s, path) => Quoted(s.Quote, path) is { } q ? s with { Quote = q } : null
            ),
            SameFigures = Keep(a.SameFigures, "sameFigures", s => s.Id, Same),
            SameOrigins = Keep(a.SameOrigins ?? [], "sameOrigins", s => s.Id, Same) is { Count: > 0 } origins ? origins : null,
            Questions = Keep(
                a.Questions,
                "questions",
                q => q.Id,
                (q, path) => Quoted(q.Quote, path) is { } held ? q with { Quote = held } : null
            ),
            Forecasts = Keep(
                a.Forecasts,
                "forecasts",
                f => f.Id,
                (f, path) => Quoted(f.Quote, path) is { } q ? f with { Quote = q } : null
            ),
            Provenance = a.Provenance?.Select((p, i) => Provenance(p, $"provenance[{i}]")).ToList(),
        };
    }

    // Who drafted what does not hold need not be told; an id that never was is a slip.
    private ProvenanceItem Provenance(ProvenanceItem told, string path)
    {
        foreach (var id in told.Items.Where(id => !taken.ContainsKey(id) && !lost.ContainsKey(id)))
            Refuse($"{path}.items", $"There is no “{id}” in the account.");
        return told with { Items = [.. told.Items.Where(taken.ContainsKey)] };
    }

    private List<T> Keep<T>(IReadOnlyList<T> items, string list, Func<T, string?> idOf, Func<T, string, T?> check)
        where T : class
    {
        var kept = new List<T>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var id = idOf(items[i]);
            if (id is not null && taken.TryGetValue(id, out var other))
                Refuse($"{list}[{i}]", $"The id “{id}” is that of {Shown(other)}; every item needs one of its own.");
            else if (id is { Length: 0 })
                Refuse($"{list}[{i}]", "The item has no id.");
            else if ((Before(items[i]) ?? Anew(items[i], $"{list}[{i}]", check)) is { } held)
            {
                kept.Add(held);
                if (id is not null)
                    taken[id] = (list, i);
            }
            else if (id is not null)
                lost[id] = Shown((list, i));
        }

        return kept;
    }

    // What held before, where all that it rests on is as it was then.
    private T? Before<T>(T item)
        where T : class
    {
        if (memo?.Of(item) is not { } known)
            return null;
        foreach (var (source, document) in known.Documents)
            if (!documents.TryGetValue(source, out var now) || !ReferenceEquals(now, document))
                return null;
        foreach (var (id, list) in known.Named)
            if (!IsOf(id, list))
                return null;
        return (T)known.Item;
    }

    private T? Anew<T>(T item, string path, Func<T, string, T?> check)
        where T : class
    {
        var before = refused.Count;
        anchors.Asked.Clear();
        named.Clear();
        var held = check(item, path);
        if (memo is not null && held is not null && refused.Count == before)
            memo.Keep(item, new HeldItem(held, [.. anchors.Asked], [.. named]));
        return held;
    }

    private string Shown((string List, int At) place) => file.Refuse($"{place.List}[{place.At}]", "").Path;

    private bool Refuse(string path, string reason)
    {
        refused.Add(file.Refuse(path, reason));
        return false;
    }

    private T? Lose<T>(string path, string reason)
        where T : class
    {
        Refuse(path, reason);
        return null;
    }

    private Anchor? Quoted(Anchor anchor, string path, string member = "quote")
    {
        var (held, reason) = anchors.Hold(anchor);
        if (reason is not null)
            Refuse($"{path}.{member}", reason);
        if (held is null || anchor.More is null)
            return held;
        var more = anchor.More.Select((m, i) => Quoted(m, path, $"{member}.more[{i}]")).OfType<Anchor>().ToList();
        return more.Count == anchor.More.Count ? held with { More = more } : null;
    }

    private List<Anchor> Mentioned(IReadOnlyList<Anchor> mentions, string path) =>
        mentions.Select((m, i) => Quoted(m, path, $"mentions[{i}]")).OfType<Anchor>().ToList();

    // A reference to what is of another kind is as wrong as one to nothing.
    private bool Knows(string member, string id, string list, string path)
    {
        if (Names(id, list))
            return true;
        return Refuse(
            $"{path}.{member}",
            lost.TryGetValue(id, out var gone) ? $"It rests on “{id}”, and {gone} does not hold."
                : taken.TryGetValue(id, out var at) ? $"“{id}” is {Shown(at)}, which cannot stand here."
                : $"There is no “{id}” in the account."
        );
    }

    private List<string> Known(string member, IReadOnlyList<string> ids, string list, string path) =>
        ids.Where((id, i) => Names(id, list) || Knows($"{member}[{i}]", id, list, path)).ToList();

    private bool Names(string id, string list)
    {
        if (!IsOf(id, list))
            return false;
        named.Add((id, list));
        return true;
    }

    private bool IsOf(string id, string list) => taken.TryGetValue(id, out var at) && at.List == list;

    private bool IsRange(double? min, double? max, string path) =>
        !(min > max) || Refuse(path, $"The least value, {min}, is more than the greatest, {max}.");

    private bool IsZone(string zone, string path) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
        || Refuse($"{path}.zone", $"“{zone}” is no time zone: give an IANA id such as Europe/Berlin, or an offset such as UTC+03:00.");

    private bool IsYear(LocalDate? date, string path) =>
        date is not { Year: < TimeContext.FirstYear or > TimeContext.LastYear }
        || Refuse(path, $"The year is outside {TimeContext.FirstYear} to {TimeContext.LastYear}.");

    private TimeExpressionEntry? Time(TimeExpressionEntry time, string path)
    {
        var (held, reason) = anchors.Hold(time.Source, time.Start, time.End, time.Text);
        if (reason is not null)
            Refuse(path, reason);
        return held is null ? null : time with { Source = held.Source, Start = held.Start, End = held.End, Text = held.Exact };
    }

    private EventItem? Event(EventItem made, string path)
    {
        if (Quoted(made.Quote, path) is not { } quote)
            return null;
        return made with
        {
            Quote = quote,
            Mentions = Mentioned(made.Mentions, path),
            Actors = Known("actors", made.Actors, "actors", path),
            Place = made.Place is { } place && Knows("place", place, "places", path) ? place : null,
            Time = made.Time is { } time && Knows("time", time, "times", path) ? time : null,
        };
    }

    private ZoneItem? Zone(ZoneItem zone, string path)
    {
        var isWhole = true;
        for (var i = 0; i < zone.Candidates.Count; i++)
            isWhole &= IsZone(zone.Candidates[i].Zone, $"{path}.candidates[{i}]");
        if (!isWhole)
            return null;
        if (!zone.Stated && zone.Candidates.Count(c => c.Home) > 1)
            return Lose<ZoneItem>(path, "At most one of the zones a clock may have been in is that of its home.");
        return zone;
    }

    private ClockItem? Clock(ClockItem clock, string path)
    {
        if (Quoted(clock.Quote, path) is not { } quote)
            return null;
        if (!Knows("event", clock.Event, "events", path) || !Knows("zone", clock.Zone, "zones", path))
            return null;
        if (!IsYear(clock.Date, $"{path}.date"))
            return null;
        if (clock.Date is null && clock.Passage is null)
            return Lose<ClockItem>(
                path,
                "Neither its day (“date”) nor its passage (“passage”: clocks of one number share an unknown day) is given."
            );
        if (clock.Grain <= Duration.Zero || clock.Grain > Duration.FromDays(1) && !IsMonth(clock))
            return Lose<ClockItem>(
                $"{path}.grain",
                "What a clock states is longer than nothing and a day at most, such as PT1M, or the whole month that begins on its date, such as P31D."
            );
        var (read, reason) = ClockWords.Read(clock with { Quote = quote });
        if (reason is not null)
            Refuse($"{path}.time", reason);
        return read;
    }

    private static bool IsMonth(ClockItem clock) =>
        clock.Date is { Day: 1 } first && clock.Grain == Duration.FromDays(first.Calendar.GetDaysInMonth(first.Year, first.Month));

    private ClaimItem? Claim(ClaimItem claim, string path)
    {
        if (Quoted(claim.Quote, path) is not { } quote)
            return null;
        if (!Knows("earlier", claim.Earlier, "events", path) || !Knows("later", claim.Later, "events", path))
            return null;
        if (claim.Earlier == claim.Later)
            return Lose<ClaimItem>(path, "An event is neither before nor after itself.");
        if (claim.Min > claim.Max)
            return Lose<ClaimItem>(path, $"The least difference, {Say(claim.Min)}, is more than the greatest, {Say(claim.Max)}.");
        if (Unlike(claim) is { } wrong)
            return Lose<ClaimItem>($"{path}.kind", wrong);
        return claim with
        {
            Quote = quote,
            EarlierTie = Tie(claim.EarlierTie, $"{path}.earlierTie"),
            LaterTie = Tie(claim.LaterTie, $"{path}.laterTie"),
        };
    }

    private static string Say(Duration? length) => length is { } value ? LengthConverter.Form.Format(value) : "";

    // A kind that the bounds contradict is a slip of the drafter.
    private static string? Unlike(ClaimItem claim) =>
        claim.Kind switch
        {
            ClaimKind.Count or ClaimKind.Distance or ClaimKind.Route =>
                "A claim about two events is an order, a gap or a simultaneity; the others have lists of their own.",
            ClaimKind.Order when claim.Min < Duration.Zero => "An order with a difference below nothing is none: which kind is meant?",
            ClaimKind.Gap when claim.Min is null && claim.Max is null => "A gap says how long: give “min”, “max” or both.",
            ClaimKind.Simultaneity when !(claim.Min <= Duration.Zero && claim.Max >= Duration.Zero) =>
                "“At the same time” allows no difference as well: “min” may not be above nothing, nor “max” below, and both are needed.",
            _ => null,
        };

    private TieItem? Tie(TieItem? tie, string path) =>
        tie is null ? null : tie with { Candidates = Known("candidates", tie.Candidates, "events", path) };

    private DistanceItem? Distance(DistanceItem distance, string path)
    {
        if (Quoted(distance.Quote, path) is not { } quote)
            return null;
        var known =
            Knows("from", distance.From, "places", path)
            & Knows("far", distance.Far, "places", path)
            & (distance.Near is null || Knows("near", distance.Near, "places", path));
        return known ? distance with { Quote = quote } : null;
    }

    private SameFigureItem? Same(SameFigureItem same, string path)
    {
        var known = Known("figures", same.Figures, "figures", path);
        return known.Count >= 2 ? same with { Figures = known } : null;
    }

    private SameOriginEntry? Same(SameOriginEntry same, string path)
    {
        var known = Known("sources", same.Sources, "sources", path);
        if (known.Count != same.Sources.Count)
            return null;
        if (known.Distinct(StringComparer.Ordinal).Count() != 2 || known.Count != 2)
            return Lose<SameOriginEntry>($"{path}.sources", "Name two sources; of three that have one origin, name each with the first.");
        return same.Share is >= 0 and <= 1 ? same : Lose<SameOriginEntry>($"{path}.share", "A share is a number from 0 to 1.");
    }
}
