using System.CommandLine;
using Assay.Cases.Team.UseCases;

namespace Assay.Commands.Team;

/// <summary><c>assay team reset</c>: a link to a new password, for whoever has none any more.</summary>
internal static class ResetCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Whose password." };
        var users = TeamCommand.Users();
        var open = new Option<string>("--public")
        {
            Description = "The address by which people reach the server; without it the path on it is printed alone.",
            DefaultValueFactory = _ => "",
        };
        var command = new Command("reset", "Print a link by which somebody sets a new password; it works once, for a day.")
        {
            name,
            users,
            open,
        };
        command.SetAction(result =>
        {
            var console = CommandConsole.Of(result);
            return TeamCommand.Open(
                result.GetValue(users)!,
                console,
                team =>
                    Accounts
                        .Reset(team, result.GetValue(name)!, null, TeamCommand.Here)
                        .Match(secret => Print($"{result.GetValue(open)!.TrimEnd('/')}/link/{secret}", console), console.Refuse)
            );
        });
        return command;
    }

    private static int Print(string link, CommandConsole console)
    {
        console.Print((TextWriter text) => text.WriteLine(link));
        return ExitCodes.Done;
    }
}
