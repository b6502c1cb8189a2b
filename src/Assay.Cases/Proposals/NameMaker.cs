using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Ground.Anchors;
using Assay.Reading.Actors;
using Assay.Reading.Places;

namespace Assay.Cases.Proposals;

/// <summary>Makes places and actors of proposals. They rest on the name alone, which has to stand in the words given; one of the same
/// name is
/// the same, and is named once more.</summary>
/// <param name="items">The account they go into.</param>
/// <param name="differences">Where Assay reads something else is put here.</param>
internal sealed class NameMaker(ProposedItems items, List<string> differences)
{
    private const int MostCandidates = 5;

    /// <summary>Makes a place and returns its id. What it may be is what the gazetteer knows of the name; nothing where it does not know
    /// it.</summary>
    public string Place(Proposal p, Anchor quote, string drafter, SentenceSheet sheet)
    {
        var (name, mentions) = Named(p, quote, sheet);
        var known = Gazetteer.Scan(name, new TextSpan(0, name.Length)).FirstOrDefault(m => m.Span.Length == name.Length);
        var id = DraftIds.Plain("p", $"{sheet.Document.Sha256}\nplace\n{name}");
        var before = items.Account.Places.FirstOrDefault(i => i.Id == id)?.Mentions ?? [];
        var candidates = known?.Candidates.Take(MostCandidates).Select(Candidate).ToList() ?? [];
        var made = new PlaceEntry(id, name, candidates, Joined(before, mentions));
        items.Put(id, a => a with { Places = ProposedItems.With(a.Places, made, i => i.Id) });
        items.Name("places", p.Key, id, drafter);
        return id;
    }

    /// <summary>Makes an actor and returns its id. An office whose title does not stand in the words is left out.</summary>
    public string Actor(Proposal p, Anchor quote, string drafter, SentenceSheet sheet)
    {
        var (name, mentions) = Named(p, quote, sheet);
        var kind = ProposalValues.Name("actorKind", ProposalValues.Needed(p.ActorKind, "actorKind", "actor"), ActorKind.Person);
        var id = DraftIds.Plain("a", $"{sheet.Document.Sha256}\nactor\n{kind}\n{name}");
        var before = items.Account.Actors.FirstOrDefault(i => i.Id == id);
        var offices = (p.Offices ?? []).Where(o => Stands(o, quote, sheet)).Select(Office);
        var made = new ActorEntry(
            id,
            name,
            kind,
            [.. (before?.Offices ?? []).Concat(offices).Distinct()],
            Joined(before?.Mentions ?? [], mentions)
        );
        items.Put(id, a => a with { Actors = ProposedItems.With(a.Actors, made, i => i.Id) });
        items.Name("actors", p.Key, id, drafter);
        return id;
    }

    private static (string Name, IReadOnlyList<Anchor> Mentions) Named(Proposal p, Anchor quote, SentenceSheet sheet)
    {
        var given = ProposalValues.Needed(p.Name, "name", p.Kind).Trim();
        var mentions = Find(given, quote, sheet);
        return mentions.Count > 0
            ? (mentions[0].Exact, mentions)
            : throw new RefusedException(
                RefusalReason.NotFound,
                $"The name “{given}” does not stand in the words given: give it as the words have it, or other words."
            );
    }

    private static List<Anchor> Find(string words, Anchor quote, SentenceSheet sheet) =>
        [
            .. (quote.More ?? [])
                .Prepend(quote)
                .SelectMany(piece =>
                    new QuoteFinder(sheet.Document.Layer.Text[piece.Start..piece.End])
                        .Find(words)
                        .Places.Select(at => sheet.AnchorOf(new TextSpan(piece.Start + at.Start, piece.Start + at.End)))
                ),
        ];

    private bool Stands(ProposedOffice office, Anchor quote, SentenceSheet sheet)
    {
        if (!string.IsNullOrWhiteSpace(office.Title) && Find(office.Title.Trim(), quote, sheet).Count > 0)
            return true;
        differences.Add($"The office “{office.Title}” is left out: it does not stand in the words given.");
        return false;
    }

    private static OfficeEntry Office(ProposedOffice office) =>
        new(office.Title.Trim(), office.Of, ProposalValues.Name("status", office.Status, OfficeStatus.Current));

    private static PlaceCandidateEntry Candidate(PlaceCandidate place) =>
        new(place.Name, place.Country, place.IsLocated ? place.Latitude : null, place.IsLocated ? place.Longitude : null, place.Zones);

    private static IReadOnlyList<Anchor> Joined(IReadOnlyList<Anchor> before, IReadOnlyList<Anchor> now) =>
        [.. before.Concat(now).DistinctBy(m => (m.Source, m.Start, m.End)).OrderBy(m => m.Start)];
}
