using Assay.Cases.Accounts;

namespace Assay.Cases.Models;

/// <summary>What rules and model both found of one kind, and what one of them alone did.</summary>
/// <param name="Kind">clocks, claims, figures or statements.</param>
/// <param name="Both">In the words of the source.</param>
/// <param name="RulesOnly">The same, by the rules alone.</param>
/// <param name="ModelOnly">The same, by the model alone.</param>
public sealed record Agreement(string Kind, IReadOnlyList<string> Both, IReadOnlyList<string> RulesOnly, IReadOnlyList<string> ModelOnly);

/// <summary>Sets what a model drafted beside what the rules draft. That they agree is the only sign of confidence there is.</summary>
internal static class RulesComparison
{
    /// <summary>Kind by kind.</summary>
    public static IReadOnlyList<Agreement> Of(Account rules, Account model) =>
        [
            Compare(
                "clocks",
                rules.Clocks,
                model.Clocks,
                c => c.Quote,
                (a, b) => a.Time == b.Time && (a.Date is null || b.Date is null || a.Date == b.Date)
            ),
            Compare("claims", rules.Claims, model.Claims, c => c.Quote, (a, b) => a.Kind == b.Kind),
            Compare("figures", rules.Figures, model.Figures, f => f.Quote, (a, b) => a.Value == b.Value),
            Compare("statements", rules.Statements, model.Statements, s => s.Quote, (a, b) => a.Stance == b.Stance),
        ];

    private static Agreement Compare<T>(
        string kind,
        IReadOnlyList<T> rules,
        IReadOnlyList<T> model,
        Func<T, Anchor> quote,
        Func<T, T, bool> agree
    )
    {
        var free = model.ToList();
        var (both, rulesOnly) = (new List<string>(), new List<string>());
        foreach (var item in rules)
        {
            var match = free.FindIndex(m => Meets(quote(item), quote(m)) && agree(item, m));
            (match < 0 ? rulesOnly : both).Add(quote(item).Exact);
            if (match >= 0)
                free.RemoveAt(match);
        }

        return new Agreement(kind, both, rulesOnly, [.. free.Select(m => quote(m).Exact)]);
    }

    private static bool Meets(Anchor a, Anchor b) => a.Source == b.Source && a.Start < b.End && b.Start < a.End;
}
