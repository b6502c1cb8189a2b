using Assay.Cases.Accounts;
using Assay.Chronology.Model;
using Assay.Reading;
using Assay.Reading.Events;

namespace Assay.Cases.Clocks;

/// <summary>
/// Tests a claim that rests on a guess on each event its words may mean: where the verdict is the same on all of them, it is known without
/// knowing which.
/// </summary>
/// <param name="book">The claims of the account.</param>
/// <param name="clocks">Its clocks.</param>
internal sealed class EachReferent(ClaimBook book, ClockBook clocks)
{
    private const int MostClaims = 200;
    private const int MostReferents = 12;

    /// <summary>By index of the claim: the claim on the likeliest events, and the verdict that all of them share.</summary>
    /// <param name="claims">The claims; those that may be tested as they are, are passed over.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public IReadOnlyDictionary<int, (CaseClaim Claim, ClaimVerdict Verdict)> Of(
        IReadOnlyList<CaseClaim> claims,
        CancellationToken cancellation
    )
    {
        var asked = claims
            .Select((c, i) => (Index: i, Referents: c.Ground.NotTested is null ? [] : Referents(c.Item!)))
            .Where(c => c.Referents.Count > 0)
            .Take(MostClaims)
            .ToList();
        var verdicts = ClaimTests.Run(clocks, [.. asked.SelectMany(c => c.Referents)], cancellation);
        var found = new Dictionary<int, (CaseClaim, ClaimVerdict)>();
        var at = 0;
        foreach (var (index, referents) in asked)
        {
            var own = verdicts.Skip(at).Take(referents.Count).ToList();
            at += referents.Count;
            // What is meant may be none of them: good enough to say that it holds, and not to accuse by. On a day that is a guess "it
            // depends" says nothing that the question does not say better.
            if (
                own[0] is { } first
                && (
                    first.Verdict == Verdict.Always && !IsOneWay(claims[index])
                    || first.Verdict == Verdict.Sometimes && !IsDayGuessed(claims[index])
                )
                && own.TrueForAll(v => v?.Verdict == first.Verdict)
            )
                found[index] = (Whichever(claims[index], referents), first with { Home = HomeVerdict.Depends });
        }

        return found;
    }

    // "Before" holds of half of all pairs: that it holds of the only event that may be meant says nothing of whether it is meant.
    private static bool IsOneWay(CaseClaim claim) =>
        claim.Item is { Meaning.Max: null, Meaning.Min: null or { TotalMinutes: 0 } }
        && claim.Ground.Links.Any(l => l is { Kind: LinkKind.Event, Evidence: Evidence.Guessed, Candidates.Count: <= 1 });

    private static bool IsDayGuessed(CaseClaim claim) =>
        claim.Ground.Links.Any(l => l is { Kind: LinkKind.Day, Evidence: Evidence.Guessed });

    // The claim on each pair of events that may be meant; none where one of them may not be tested.
    private IReadOnlyList<CaseClaim> Referents(ClaimItem item)
    {
        var (earlier, later) = (Choices(item.Earlier, item.EarlierTie), Choices(item.Later, item.LaterTie));
        if (earlier.Count * later.Count > MostReferents)
            return [];
        var each = book.Each(item, earlier, later);
        return each.All(c => c.Ground.NotTested is null) ? each : [];
    }

    private static IReadOnlyList<string> Choices(string taken, TieItem? tie) =>
        tie is { Evidence: Evidence.Guessed, Candidates.Count: > 0 } ? tie.Candidates : [taken];

    // Several events may be meant, and it makes no difference which; what else is a guess stays one, and is said.
    private static CaseClaim Whichever(CaseClaim claim, IReadOnlyList<CaseClaim> referents)
    {
        var links = claim
            .Ground.Links.Select(l =>
                l is { Kind: LinkKind.Event, Evidence: Evidence.Guessed, Candidates.Count: > 1 }
                    ? l with
                    {
                        Evidence = Evidence.Read,
                        Reason = $"“{l.Words}” may be one of {l.Candidates.Count} events; whichever it is, the verdict is the same.",
                    }
                    : l
            )
            .ToList();
        return referents[0] with { Id = claim.Id, Item = claim.Item, Ground = new ClaimGround(links, null) };
    }
}
