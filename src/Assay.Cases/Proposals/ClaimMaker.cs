using Assay.Cases.Accounts;
using Assay.Reading.Events;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Cases.Proposals;

/// <summary>Makes a claim of a proposal: a length that the words state bounds it, where the drafter's bounds do not reach it.</summary>
/// <param name="items">The account it goes into.</param>
/// <param name="differences">Where Assay reads something else is put here.</param>
internal sealed class ClaimMaker(ProposedItems items, List<string> differences)
{
    /// <summary>Makes the claim and returns its id.</summary>
    public string Make(Proposal p, Anchor quote, string drafter, IReadOnlyList<string> voice, Stance stance, SentenceSheet sheet)
    {
        var kind = ProposalValues.Name("relation", ProposalValues.Needed(p.Relation, "relation", "claim"), ClaimKind.Order);
        if (kind is ClaimKind.Count or ClaimKind.Distance or ClaimKind.Route)
            throw new RefusedException(RefusalReason.WrongValue, "“relation” is order, gap or simultaneity.");
        var earlier = items.Refer("events", "earlier", ProposalValues.Needed(p.Earlier, "earlier", "claim"), drafter);
        var later = items.Refer("events", "later", ProposalValues.Needed(p.Later, "later", "claim"), drafter);
        if (earlier == later)
            throw new RefusedException(RefusalReason.WrongValue, "An event is neither before nor after itself.");
        var (min, max) = Bounds(p, kind, ProposalMaker.Text(quote));
        var made = new ClaimItem
        {
            Id = ProposalMaker.IdOf("c", sheet, quote, $"{earlier}\n{later}\n{kind}"),
            Kind = kind,
            Earlier = earlier,
            Later = later,
            Min = min,
            Max = max,
            Quote = quote,
            Voice = voice,
            Stance = stance,
        };
        items.Put(made.Id, a => a with { Claims = ProposedItems.With(a.Claims, made, c => c.Id) });
        return made.Id;
    }

    private (Duration? Min, Duration? Max) Bounds(Proposal p, ClaimKind kind, string words)
    {
        var (min, max) = (ProposalValues.Length("min", p.Min), ProposalValues.Length("max", p.Max));
        if (min > max)
            throw new RefusedException(RefusalReason.WrongValue, "“min” is more than “max”.");
        if (kind == ClaimKind.Simultaneity)
            return Simultaneous(min, max);
        if (kind == ClaimKind.Order && min < Duration.Zero)
            throw new RefusedException(
                RefusalReason.WrongValue,
                "An order with a difference below nothing is none: swap the events, or say which kind is meant."
            );
        if (Told(words) is not { } told)
            return kind == ClaimKind.Gap && min is null && max is null
                ? throw new RefusedException(
                    RefusalReason.Incomplete,
                    "A gap says how long: give “min”, “max” or both; the words name no length that Assay can read."
                )
                : (min, max);
        if (kind == ClaimKind.Gap && min is null && max is null)
            return told;
        if (!(min > told.Max) && !(max < told.Min))
            return (min, max);
        differences.Add(
            $"The words name {new RelationMeaning(told.Min, false, told.Max, "gap").InWords()}, which the bounds given do not reach; it stands."
        );
        return told;
    }

    private static (Duration?, Duration?) Simultaneous(Duration? min, Duration? max)
    {
        var within = Duration.FromMinutes(1);
        var bounds = (Min: min ?? -(max ?? within), Max: max ?? -(min ?? -within));
        return bounds.Min <= Duration.Zero && bounds.Max >= Duration.Zero
            ? bounds
            : throw new RefusedException(
                RefusalReason.WrongValue,
                "“At the same time” allows no difference as well: “min” may not be above nothing, nor “max” below."
            );
    }

    // The one length that the words name, with what round words mean; null where they name none or several.
    private (Duration? Min, Duration? Max)? Told(string words)
    {
        var lengths = TimeReader
            .For("en")
            .Read(words, TimeContext.Unknown)
            .Where(t => t.Length is not null)
            .Select(t => t.Length!)
            .ToList();
        if (lengths is not [var length] || length.Stated.HasDateComponent && length.Stated is { Years: not 0 } or { Months: not 0 })
            return null;
        var about = Tolerance(length.Stated);
        return (Reach(length.Min, -about), Reach(length.Max, about));
    }

    private static Duration? Reach(Period? bound, Duration about) => bound is null ? null : Tolerances.Length(bound) + about;

    private Duration Tolerance(Period stated)
    {
        var m = items.Account.Meanings;
        var meant = new Tolerances
        {
            Hours = m.Hours,
            HalfHour = m.HalfHour,
            MinutesInFives = m.MinutesInFives,
            Minutes = m.Minutes,
            Days = m.Days,
            Weeks = m.Weeks,
            Months = m.Months,
        };
        return meant.Of(stated);
    }
}
