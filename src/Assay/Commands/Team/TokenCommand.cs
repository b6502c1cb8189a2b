using System.CommandLine;
using Assay.Cases.Team;
using Assay.Cases.Team.UseCases;

namespace Assay.Commands.Team;

/// <summary><c>assay team token</c>: makes a token of the HTTP API.</summary>
internal static class TokenCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Whose token." };
        var users = TeamCommand.Users();
        var label = new Option<string>("--label") { Description = "What it is for.", Required = true };
        var scope = new Option<string>("--scope") { Description = "What it is good for.", DefaultValueFactory = _ => "read" };
        scope.AcceptOnlyFromAmong("read", "write");
        var days = new Option<int>("--days")
        {
            Description = $"How many days it lasts, 1 to {Tokens.MostDays}.",
            DefaultValueFactory = _ => 30,
        };
        var command = new Command("token", "Make a token of the HTTP API and print it, this once.") { name, users, label, scope, days };
        command.SetAction(result =>
        {
            var console = CommandConsole.Of(result);
            var good = result.GetValue(scope) == "write" ? TokenScope.Write : TokenScope.Read;
            return TeamCommand.Open(
                result.GetValue(users)!,
                console,
                team =>
                    Tokens
                        .Make(team, result.GetValue(name)!, result.GetValue(label)!, good, result.GetValue(days), TeamCommand.Here)
                        .Match(token => Print(token, console), console.Refuse)
            );
        });
        return command;
    }

    private static int Print(string token, CommandConsole console)
    {
        console.Print((TextWriter text) => text.WriteLine(token));
        return ExitCodes.Done;
    }
}
