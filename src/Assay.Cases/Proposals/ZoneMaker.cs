using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Places;

namespace Assay.Cases.Proposals;

/// <summary>Makes a zone of a proposal: whose clock it is, and which zones it may be on.</summary>
/// <param name="items">The account it goes into.</param>
/// <param name="differences">Where Assay reads something else is put here.</param>
internal sealed class ZoneMaker(ProposedItems items, List<string> differences)
{
    /// <summary>Makes the zone and returns its id.</summary>
    /// <param name="p">The proposal.</param>
    /// <param name="quote">The words it stands on, or null.</param>
    /// <param name="drafter">Whose key it is.</param>
    /// <param name="source">Id of the source where the drafter reads it part by part: a voice that is on the same zones in two parts has one
    /// clock, and what one part says of it holds for the other. Null where all drafts come at once.</param>
    public string Make(Proposal p, Anchor? quote, string drafter, string? source)
    {
        var voice = ProposalValues.Needed(p.Voice is [.., var last] ? last : null, "voice", "zone");
        var zones = ProposalValues.Needed(p.Zones, "zones", "zone");
        if (zones.Count(z => z.Home == true) > 1)
            throw new RefusedException(RefusalReason.WrongValue, "At most one of the zones is that of the voice's own seat.");
        var candidates = zones
            .Select(z => new ZoneChoice(ProposalValues.Zone(z.Zone), z.Reason ?? "", z.Home ?? false))
            .DistinctBy(z => z.Zone)
            .ToList();
        var stated = p.Stated == true && new StatedZone(differences).Holds(quote, candidates);
        var made = new ZoneItem
        {
            Id = DraftIds.Plain(
                "z",
                string.Join('\n', candidates.Select(c => $"{c.Zone} {c.Home}").Prepend($"{drafter}\n{p.Key}\n{voice}\n{stated}"))
            ),
            Voice = voice,
            Label = p.Label ?? "",
            Stated = stated,
            Evidence = stated || IsNamed(candidates, quote) ? Evidence.Stated : Evidence.Read,
            Candidates = stated ? [.. candidates.Select(c => c with { Home = true })] : candidates,
        };
        made = source is null ? made : Joined(made, source);
        items.Put(made.Id, a => a with { Zones = ProposedItems.With(a.Zones, made, z => z.Id) });
        items.Name("zones", p.Key, made.Id, drafter);
        if (!made.Stated)
            items.Change(a => a with { Globals = [.. a.Globals, .. New(candidates, a)] });
        return made.Id;
    }

    private static IEnumerable<GlobalItem> New(List<ZoneChoice> candidates, Account account) =>
        candidates.Where(c => account.Globals.All(g => g.Zone != c.Zone)).Select(c => new GlobalItem(c.Zone, c.Reason));

    // The firmer of the two stands, under the id of the first.
    private ZoneItem Joined(ZoneItem made, string source)
    {
        var clock = string.Join('\n', made.Candidates.Select(c => c.Zone).Order(StringComparer.Ordinal).Prepend(made.Voice));
        if (items.Clock(source, clock) is not { } id)
        {
            items.KeepClock(source, clock, made.Id);
            return made;
        }

        var before = items.Zone(id);
        var isFirmer = !before.Stated && (made.Stated || before.Evidence != Evidence.Stated && made.Evidence == Evidence.Stated);
        return isFirmer ? made with { Id = id } : before;
    }

    // Words that name a place of the home zone are what the seat rests on.
    private static bool IsNamed(List<ZoneChoice> candidates, Anchor? quote)
    {
        if (quote is null || candidates.Count == 0)
            return false;
        var (home, text) = ((candidates.Find(c => c.Home) ?? candidates[0]).Zone, ProposalMaker.Text(quote));
        return Gazetteer
            .Scan(text, new TextSpan(0, text.Length))
            .Any(place => place.Candidates[0].Zones.Any(zone => StatedZone.IsLike(zone, home)));
    }
}
