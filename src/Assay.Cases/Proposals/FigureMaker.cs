using Assay.Cases.Accounts;
using Assay.Reading.Voices;

namespace Assay.Cases.Proposals;

/// <summary>Makes a figure of a proposal: the number is the one the words tell, where they tell one.</summary>
/// <param name="items">The account it goes into.</param>
/// <param name="differences">Where Assay reads something else is put here.</param>
internal sealed class FigureMaker(ProposedItems items, List<string> differences)
{
    /// <summary>Makes the figure and returns its id.</summary>
    public string Make(Proposal p, Anchor quote, string drafter, IReadOnlyList<string> voice, Stance stance, SentenceSheet sheet)
    {
        if (p.Least > p.Most)
            throw new RefusedException(RefusalReason.WrongValue, "“least” is more than “most”.");
        var told = sheet.FiguresIn(quote);
        var own = told.Count == 1 ? told[0] : null;
        var given = new[] { p.Value, p.Least, p.Most }.Any(v => v is not null);
        if (!given && own is null)
            throw new RefusedException(
                RefusalReason.Incomplete,
                told.Count == 0
                    ? "No number can be read from the words: give it as “value”, or its bounds as “least” and “most”."
                    : "The words name several numbers: give the one that is meant as “value”, or fewer words."
            );
        var made = new FigureEntry(
            ProposalMaker.IdOf("f", sheet, quote, $"{p.Subject}\n{string.Join('\n', voice)}\n{p.Key}"),
            p.Value,
            p.Least ?? p.Value,
            p.Most ?? p.Value,
            p.Unit ?? own?.Unit,
            p.Subject ?? own?.SubjectText ?? "",
            voice,
            stance,
            quote
        );
        if (own is not null && (!given || Differs(made, (double?)own.Value, (double?)own.Min, (double?)own.Max)))
        {
            if (given)
                differences.Add(
                    $"The words say {(own.Value ?? own.Min ?? own.Max)?.ToString(System.Globalization.CultureInfo.InvariantCulture)}; that stands."
                );
            made = made with { Value = (double?)own.Value, Min = (double?)own.Min, Max = (double?)own.Max };
        }

        items.Put(made.Id, a => a with { Figures = ProposedItems.With(a.Figures, made, f => f.Id) });
        items.Name("figures", p.Key, made.Id, drafter);
        return made.Id;
    }

    /// <summary>Makes the tie of figures that speak of the same thing, and returns its id. Figures of different units never do.</summary>
    public string Same(Proposal p, string drafter)
    {
        var ids = ProposalValues
            .Needed(p.Figures, "figures", "sameFigure")
            .Select(f => items.Refer("figures", "figures", f, drafter))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (ids.Count < 2)
            throw new RefusedException(RefusalReason.Incomplete, "A sameFigure needs two figures or more.");
        var figures = ids.Select(id => items.Account.Figures.First(f => f.Id == id)).ToList();
        if (figures.Select(f => f.Unit).Distinct(StringComparer.Ordinal).Count() > 1)
            throw new RefusedException(
                RefusalReason.Contradicted,
                $"The figures are of different units ({string.Join(", ", figures.Select(f => f.Unit ?? "none").Distinct(StringComparer.Ordinal))}): they do not count the same thing."
            );
        var subject = string.IsNullOrWhiteSpace(p.Subject) ? figures[0].Subject : p.Subject.Trim();
        var made = new SameFigureItem(Drafting.DraftIds.Plain("sf", string.Join('\n', ids)), subject, ids);
        items.Put(made.Id, a => a with { SameFigures = ProposedItems.With(a.SameFigures, made, s => s.Id) });
        return made.Id;
    }

    // "Three million" may be told as 3 and million, or as the number itself.
    private static bool Differs(FigureEntry made, double? value, double? min, double? max)
    {
        double?[] told = [value, min, max];
        double?[] given = [made.Value, made.Min, made.Max];
        return !given.Any(g => g is { } v && told.Any(t => t is { } own && Math.Abs(own - v) <= 1e-9 * Math.Max(1, Math.Abs(own))));
    }
}
