using System.CommandLine;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Journal;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary><c>assay case list CASE</c>: what a case holds.</summary>
public static class ListCommand
{
    private const string Description = """
        Show what a case holds: its sources, and how many drafts are open, accepted, edited, rejected, skipped or gone.

        Example:
          assay case list night.assay
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var command = new Command("list", Description) { place };
        command.Aliases.Add("show");
        command.SetAction(result =>
        {
            var console = CommandConsole.Of(result);
            return CaseLine.Open(
                result.GetValue(place)!,
                console,
                opened => ShowCase.Run(opened).Match(summary => Print(summary, console), console.Refuse)
            );
        });
        return command;
    }

    private static int Print(CaseSummary summary, CommandConsole console)
    {
        console.Print(
            (TextWriter text) =>
            {
                text.WriteLine(Printable.Of(summary.Title ?? summary.Place));
                text.WriteLine($"made by {Printable.Of(summary.By)} on {summary.Created}");
                text.WriteLine($"{CaseLine.Count(summary.Sources.Count, "source")}, items: {States(summary.States)}");
                text.WriteLine($"journal: {summary.Head.Sequence} entries, head {summary.Head.Hash}");
                foreach (var (source, states) in summary.Sources)
                {
                    text.WriteLine();
                    text.WriteLine($"{source.Id}  {source.File}  {source.Bytes} bytes");
                    text.WriteLine($"    sha256 {source.Sha256}");
                    if (source.Origin is { } origin)
                        text.WriteLine($"    lay in {origin.File} ({origin.Format}), sha256 {origin.Sha256}");
                    text.WriteLine($"    {(states.Count == 0 ? "not read yet" : States(states))}");
                }
            }
        );
        return ExitCodes.Done;
    }

    /// <summary>Counts by state: "12 open, 3 accepted".</summary>
    internal static string States(IReadOnlyDictionary<ItemState, int> states) =>
        states.Count == 0 ? "none" : string.Join(", ", states.OrderBy(s => s.Key).Select(s => $"{s.Value} {EnumNames.Of(s.Key)}"));
}
