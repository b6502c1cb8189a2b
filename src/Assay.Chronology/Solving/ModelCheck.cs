using Assay.Chronology.Model;
using Assay.Chronology.Zones;

namespace Assay.Chronology.Solving;

/// <summary>Refuses models that say nothing definite.</summary>
internal static class ModelCheck
{
    /// <summary>Throws at the first thing wrong with a model or its claims.</summary>
    /// <exception cref="ArgumentException">Says what is wrong, with the ids in it.</exception>
    public static void Require(TemporalModel model, IReadOnlyList<TimeClaim> claims)
    {
        var events = Unique(model.Events, "event");
        var zones = Unique(model.Zones.Select(z => z.Id), "zone variable");
        var premises = Unique(model.Statements.Select(s => s.Id).Concat(model.Relations.Select(r => r.Id)), "premise");
        _ = Unique(claims.Select(c => c.Id), "claim");
        foreach (var z in model.Zones)
            CheckVariable(z);

        foreach (var g in model.Globals)
            CheckZone(g.Zone, "The global alternative");

        foreach (var s in model.Statements)
        {
            Known(events, s.Event, "event", $"Statement '{s.Id}'");
            Known(zones, s.Zone, "zone variable", $"Statement '{s.Id}'");
            CheckWindows(s);
        }

        foreach (var r in model.Relations)
        {
            Known(events, r.From, "event", $"Relation '{r.Id}'");
            Known(events, r.To, "event", $"Relation '{r.Id}'");
        }

        foreach (var c in claims)
        {
            Known(events, c.Earlier, "event", $"Claim '{c.Id}'");
            Known(events, c.Later, "event", $"Claim '{c.Id}'");
            foreach (var w in c.Without ?? [])
                Known(premises, w, "premise", $"Claim '{c.Id}'");
        }
    }

    private static void CheckVariable(ZoneVariable z)
    {
        Refuse(z.Candidates.Count == 0, $"Zone variable '{z.Id}' has no candidates. Give it at least one zone.");
        Refuse(z.Candidates.Count(c => c.IsHome) > 1, $"Zone variable '{z.Id}' has more than one home zone. Mark one at most.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var c in z.Candidates)
        {
            CheckZone(c.Zone, $"Zone variable '{z.Id}'");
            Refuse(!seen.Add(c.Zone), $"Zone variable '{z.Id}' lists the zone '{c.Zone}' twice. List it once.");
        }
    }

    private static void CheckZone(string zone, string who) =>
        Refuse(
            ZoneRules.Find(zone) is null,
            $"{who} names the zone '{zone}', which the time zone database does not have. Use an IANA id or a fixed offset such as UTC+03:00."
        );

    private static void CheckWindows(ClockStatement s)
    {
        Refuse(s.Windows.Count == 0, $"Statement '{s.Id}' has no window. Give it at least one.");
        Refuse(
            s.Windows.Count != s.StatedAt.Count,
            $"Statement '{s.Id}' has {s.Windows.Count} windows and {s.StatedAt.Count} stated minutes. Give one of each per day."
        );
        foreach (var w in s.Windows)
            Refuse(w.From >= w.Until, $"Statement '{s.Id}' has a window from {w.From} until {w.Until}. It must end after it starts.");

        foreach (var m in s.StatedAt)
        {
            Refuse(
                m.First > m.Last,
                $"Statement '{s.Id}' has stated minutes from {m.First} to {m.Last}. The last may not be before the first."
            );
        }
    }

    private static HashSet<string> Unique(IEnumerable<string> ids, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
            Refuse(!seen.Add(id), $"The id '{id}' is used for more than one {what}. Ids must differ.");

        return seen;
    }

    private static void Known(HashSet<string> ids, string id, string what, string who) =>
        Refuse(!ids.Contains(id), $"{who} names the {what} '{id}', which the model does not have. Add it or correct the id.");

    private static void Refuse(bool wrong, string message)
    {
        if (wrong)
            throw new ArgumentException(message);
    }
}
