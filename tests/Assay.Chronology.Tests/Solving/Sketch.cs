using Assay.Chronology.Model;
using NodaTime;

namespace Assay.Chronology.Tests.Solving;

/// <summary>Builds small models in few words.</summary>
internal sealed class Sketch
{
    private readonly List<string> events = [];
    private readonly List<ZoneVariable> zones = [];
    private readonly List<ClockStatement> statements = [];
    private readonly List<Relation> relations = [];
    private readonly List<GlobalZone> globals = [];

    public TemporalModel Model => new(events, zones, statements, relations, globals);

    /// <summary>A zone variable; the first zone is home unless there is no home.</summary>
    public Sketch Zone(string id, bool stated, bool home, params string[] candidates)
    {
        zones.Add(new ZoneVariable(id, id, [.. candidates.Select((c, i) => new ZoneCandidate(c, "test", home && i == 0))], stated));
        return this;
    }

    public Sketch Zone(string id, params string[] candidates) => Zone(id, false, true, candidates);

    public Sketch Event(string id)
    {
        if (!events.Contains(id))
            events.Add(id);

        return this;
    }

    /// <summary>A clock of one minute on one or more possible days.</summary>
    public Sketch Clock(string id, string e, string zone, params string[] minutes) => Clock(id, e, zone, ClockRole.Event, minutes);

    public Sketch Clock(string id, string e, string zone, ClockRole role, params string[] minutes)
    {
        var at = minutes.Select(Local).ToList();
        return Clock(
            id,
            e,
            zone,
            role,
            [.. at.Select(a => new LocalWindow(a, a.PlusMinutes(1)))],
            [.. at.Select(a => new StatedMinutes(a, a))]
        );
    }

    public Sketch Clock(string id, string e, string zone, ClockRole role, LocalWindow[] windows, StatedMinutes[] stated)
    {
        Event(e);
        statements.Add(new ClockStatement(id, e, zone, windows, stated, role));
        return this;
    }

    public Sketch Relation(string id, string from, string to, Bound? lower, Bound? upper)
    {
        Event(from);
        Event(to);
        relations.Add(new Relation(id, from, to, lower, upper));
        return this;
    }

    public Sketch Global(params string[] ids)
    {
        globals.AddRange(ids.Select(i => new GlobalZone(i, "test")));
        return this;
    }

    public static LocalDateTime Local(string text) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value;

    public static Bound AtLeast(double minutes) => new(Duration.FromMinutes(minutes));

    public static Bound MoreThan(double minutes) => new(Duration.FromMinutes(minutes), true);

    public static TimeClaim Before(string id, string earlier, string later, params string[] without) =>
        new(id, earlier, later, MoreThan(0), null, without);

    public static TimeClaim Gap(string id, string earlier, string later, double min, double max) =>
        new(id, earlier, later, AtLeast(min), AtLeast(max));
}
