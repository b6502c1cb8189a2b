using System.CommandLine;
using System.Globalization;
using Assay.Cases.Books;
using Assay.Trade.Lists;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade lists</c>: the restricted-goods lists and what is known of them.</summary>
public static class ListsCommand
{
    private const string Description = """
        Shows the restricted-goods lists that ship, or checks one of your own.

        A list of your own is CSV with a column 'code' and, where known, measure, tier, from, known_by, until, partial, condition. With --lake and
        --year the codes of a list that do not occur in that year's nomenclature are named.

        Example:  assay trade lists
                  assay trade lists my-list.csv
                  assay trade lists chpl --lake lake --year 2021
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string?>("LIST")
        {
            Description = "Name of a list, or path of a CSV file.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var lake = new Option<string?>("--lake") { Description = "Check the codes against this lake.", HelpName = "DIR" };
        var year = new Option<int?>("--year") { Description = "Year of the nomenclature to check against.", HelpName = "YEAR" };
        var command = new Command("lists", Description) { name, lake, year };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var shown = ShowLists.Run(new ListsRequest(parsed.GetValue(name), parsed.GetValue(lake), parsed.GetValue(year)));
            if (!shown.Succeeded)
                return TradeCommand.Refuse(shown.Error, error);
            foreach (var list in shown.Value)
            {
                Write(list.List, output);
                if (list.CheckedYear is { } at)
                    Problems(list.Problems, at, output);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(RestrictedList list, TextWriter output)
    {
        output.WriteLine($"{list.Name}: {list.Title}");
        output.WriteLine(
            $"  {list.Entries.Count} codes{(list.Complete ? "" : ", INCOMPLETE: a code that is not here may well be listed")}"
        );
        if (list.AsOf is { } date)
            output.WriteLine($"  as of {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        if (list.Source.Length > 0)
            output.WriteLine($"  source: {list.Source}");
        if (list.Note.Length > 0)
            output.WriteLine($"  note: {list.Note}");
        foreach (var group in list.Entries.GroupBy(e => (e.Measure, e.Tier, e.From)))
        {
            var from = group.Key.From is { } day ? " from " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
            output.WriteLine(
                $"  {group.Key.Measure}{(group.Key.Tier.Length > 0 ? ", tier " + group.Key.Tier : "")}{from}: {group.Count()} codes"
            );
        }
    }

    private static void Problems(IReadOnlyList<ListProblem> problems, int year, TextWriter output)
    {
        output.WriteLine($"  {problems.Count} codes do not occur in {year}");
        foreach (var problem in problems)
            output.WriteLine($"    {problem.Problem}");
    }
}
