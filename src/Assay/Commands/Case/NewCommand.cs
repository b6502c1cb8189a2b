using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary><c>assay case new CASE</c>: makes a case.</summary>
public static class NewCommand
{
    private const string Description = """
        Make a case: a file that is not there yet, or a schema of a PostgreSQL database that holds none.

        Example:
          assay case new night.assay --title "The night the barge came loose" --as Ada

        Exit codes: 0 done, 2 usage, 3 there is something of that name, 5 the case could not be written.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var title = new Option<string?>("--title") { Description = "What the case is about, in a line." };
        var who = CaseLine.As();
        var command = new Command("new", Description) { place, title, who };
        command.SetAction(result =>
            Execute(result.GetValue(place)!, result.GetValue(title), CaseLine.Who(result.GetValue(who)), CommandConsole.Of(result))
        );
        return command;
    }

    private static int Execute(string place, string? title, string who, CommandConsole console)
    {
        var made = CreateCase.Run(new CreateRequest(place, title, who), CaseLine.Clock);
        if (!made.Succeeded)
            return console.Refuse(made.Error);
        using var opened = made.Value;
        console.Print((TextWriter text) => text.WriteLine($"Made {opened.Store.Place}. 'assay case add' adds sources."));
        return ExitCodes.Done;
    }
}
