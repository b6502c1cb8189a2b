using System.CommandLine;
using System.Globalization;
using Assay.Cases.Team.UseCases;

namespace Assay.Commands.Team;

/// <summary><c>assay team people</c>: lists the accounts.</summary>
internal static class PeopleCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var users = TeamCommand.Users();
        var command = new Command("people", "List the accounts.") { users };
        command.SetAction(result =>
        {
            var console = CommandConsole.Of(result);
            return TeamCommand.Open(
                result.GetValue(users)!,
                console,
                team => Accounts.List(team).Match(p => Print(p, console), console.Refuse)
            );
        });
        return command;
    }

    private static int Print(IReadOnlyList<Cases.Team.Person> people, CommandConsole console)
    {
        console.Print(
            (TextWriter text) =>
            {
                foreach (var person in people)
                {
                    var since = person.Created.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);
                    var what = (person.IsOwner ? ", owner of the server" : "") + (person.IsBarred ? ", closed" : "");
                    text.WriteLine($"{person.Name}  since {since}{what}");
                }
            }
        );
        return ExitCodes.Done;
    }
}
