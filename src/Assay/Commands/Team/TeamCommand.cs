using System.CommandLine;
using Assay.Cases.Team.UseCases;
using Assay.Commands.Case;

namespace Assay.Commands.Team;

/// <summary><c>assay team</c>: what whoever keeps a server does at the machine itself.</summary>
public static class TeamCommand
{
    private const string Description = """
        Keep the accounts of a server ('assay serve --team'), at the machine itself: list them, hand out links to new passwords, make tokens of the HTTP API, take a lost second factor away.

        Example:
          assay team people --users users.db
          assay team reset Ada --users users.db --public https://assay.example.org
          assay team token Ada --users users.db --label "nightly export" --scope read --days 90
          assay team factor Ada --users users.db
        """;

    /// <summary>The command with its subcommands.</summary>
    public static Command Create() =>
        new("team", Description)
        {
            PeopleCommand.Create(),
            ResetCommand.Create(),
            TokenCommand.Create(),
            FactorCommand.Create(),
            OpenApiCommand.Create(),
        };

    /// <summary>The option that names the store.</summary>
    internal static Option<string> Users() =>
        new("--users") { Description = "Where accounts are kept: a file, or a connection to PostgreSQL.", Required = true };

    /// <summary>Opens the store and works on it. Nothing is made where there is none.</summary>
    internal static int Open(string place, CommandConsole console, Func<OpenedTeam, int> work)
    {
        if (!place.Contains("://", StringComparison.Ordinal) && !place.Contains('=') && !File.Exists(place))
            return console.Refuse(
                new Ground.Outcomes.Error(
                    Ground.Outcomes.ErrorKind.Input,
                    "There is no such file.",
                    "'assay serve --team' makes it.",
                    new Ground.Outcomes.Location(place)
                )
            );
        var opened = OpenedTeam.Open(place, CaseLine.Clock);
        if (!opened.Succeeded)
            return console.Refuse(opened.Error);
        using var team = opened.Value;
        return work(team);
    }

    /// <summary>Who calls: somebody at the machine.</summary>
    internal static Caller Here { get; } = new("this machine");
}
