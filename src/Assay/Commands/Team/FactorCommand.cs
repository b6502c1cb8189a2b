using System.CommandLine;
using Assay.Cases.Team.UseCases;

namespace Assay.Commands.Team;

/// <summary><c>assay team factor</c>: takes the second factor of somebody away who has lost it.</summary>
internal static class FactorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Whose second factor." };
        var users = TeamCommand.Users();
        var command = new Command(
            "factor",
            "Take the second factor of somebody away who has lost the device and the recovery codes; their sessions end."
        )
        {
            name,
            users,
        };
        command.SetAction(result =>
        {
            var (console, whose) = (CommandConsole.Of(result), result.GetValue(name)!);
            return TeamCommand.Open(
                result.GetValue(users)!,
                console,
                team =>
                    SecondFactor
                        .TakeAway(team, whose, null, TeamCommand.Here)
                        .Match(_ => Print($"{whose} signs in by the password alone.", console), console.Refuse)
            );
        });
        return command;
    }

    private static int Print(string told, CommandConsole console)
    {
        console.Print((TextWriter text) => text.WriteLine(told));
        return ExitCodes.Done;
    }
}
