using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Lists;

namespace Assay.Cases.Books;

/// <summary>Which lists to show.</summary>
/// <param name="List">Name or path; null for all that ship.</param>
/// <param name="Lake">Directory of a lake to check the codes against; null not to.</param>
/// <param name="Year">Year of the nomenclature to check against; null for the last in the lake.</param>
public sealed record ListsRequest(string? List, string? Lake, int? Year);

/// <summary>A list, checked where that was asked for.</summary>
/// <param name="List">The list.</param>
/// <param name="CheckedYear">The year it was checked against; null where it was not.</param>
/// <param name="Problems">Its codes that do not occur in that year.</param>
public sealed record ShownList(RestrictedList List, int? CheckedYear, IReadOnlyList<ListProblem> Problems);

/// <summary>Shows lists of restricted goods and what is known of them, and checks their codes against a lake.</summary>
public sealed class ShowLists
{
    /// <summary>Reads the lists.</summary>
    /// <returns>The lists, or the error where one, or the lake, cannot be read.</returns>
    public static Result<IReadOnlyList<ShownList>> Run(ListsRequest request)
    {
        var lists = new List<RestrictedList>();
        foreach (var name in request.List is { } one ? [one] : ListCatalogue.Names)
        {
            var list = ListCatalogue.Load(name);
            if (!list.Succeeded)
                return list.Error;
            lists.Add(list.Value);
        }

        if (request.Lake is null)
            return lists.ConvertAll(l => new ShownList(l, null, []));
        var opened = TradeLake.Open(request.Lake);
        if (!opened.Succeeded)
            return opened.Error;
        using var lake = opened.Value;
        var year = request.Year ?? lake.Coverage().Max(c => c.Last) / 100;
        return lists.ConvertAll(l => new ShownList(l, year, ListProblems.In(l, lake, year)));
    }
}
