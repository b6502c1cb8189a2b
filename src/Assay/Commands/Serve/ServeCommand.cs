using System.CommandLine;
using System.Diagnostics;
using Assay.Commands.Audit;
using Assay.Commands.Case;
using Assay.Ground.Outcomes;
using Assay.Workbench;
using Assay.Workbench.Team;

namespace Assay.Commands.Serve;

/// <summary><c>assay serve [CASE|DIR]</c>: opens the workbench in a browser.</summary>
public static class ServeCommand
{
    private const string Description = """
        Open the workbench in a browser: cases, sources, drafts to decide about, chronology, verdicts, journal, dossier.

        It listens on this machine alone (127.0.0.1), and lets in whoever has the address that it prints. Ctrl+C ends it; every decision is
        saved when it is made.

        An agent reaches a case at /mcp/CASE by the Model Context Protocol, with the secret of that address as its token (docs/agents.md).

        With --team it is a server with accounts: --users says where they are kept. The first run prints a link by which the first owner makes an
        account. It listens beyond this machine only with --urls and --public, behind a proxy that holds the certificate (docs/server.md).

        Example:
          assay serve night.assay --as Ada
          assay serve cases/ --port 8090 --no-browser
          assay serve cases/ --lake lake/
          assay serve cases/ --team --users users.db --urls http://127.0.0.1:8080 --public https://assay.example.org --behind-proxy 127.0.0.1

        Exit codes: 0 ended, 2 usage, 3 the case cannot be read, 5 the port is taken.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = new Argument<string>("CASE")
        {
            Description = "A case, or a folder of cases; without it, the folder one is in.",
            DefaultValueFactory = _ => ".",
        };
        var port = new Option<int>("--port") { Description = "Port to listen on; without it, any that is free." };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
                result.AddError("--port takes a number from 0 to 65535.");
        });
        var quiet = new Option<bool>("--no-browser") { Description = "Print the address and open no browser." };
        var readOnly = new Option<bool>("--read-only")
        {
            Description = "Agents (at /mcp/CASE) get the tools that read and none that proposes; what people do is not changed by it.",
        };
        var lake = new Option<string?>("--lake")
        {
            Description =
                "Directory of customs books (see 'assay trade import') that the cases name: claims of re-routing are put to them, and the page Trade scans them.",
            HelpName = "DIR",
        };
        var roots = StampLine.Roots();
        var who = CaseLine.As();
        var team = new TeamLine();
        var currency = ReadingOptions.CreateCurrency();
        var command = new Command("serve", Description) { place, port, quiet, readOnly, lake, currency, roots, who };
        foreach (var option in team.Options)
            command.Add(option);
        command.SetAction(
            (result, cancellation) =>
            {
                if (team.IsAsked(result) && result.GetValue(who) is not null)
                    return Task.FromResult(CommandConsole.Of(result).Refuse(TeamLine.NoNames));
                var trust = StampLine.Trust(result.GetValue(roots));
                if (!trust.Succeeded)
                    return Task.FromResult(CommandConsole.Of(result).Refuse(trust.Error));
                if (team.IsAsked(result))
                    return ServeTeam(
                        team.Read(result, result.GetValue(place)!, result.GetValue(port))
                            .Match(
                                o =>
                                    (Result<TeamOptions>)(
                                        o with
                                        {
                                            AgentsOnlyRead = result.GetValue(readOnly),
                                            Lake = result.GetValue(lake),
                                            Currency = result.GetValue(currency),
                                            Trust = trust.Value,
                                        }
                                    ),
                                e => e
                            ),
                        CommandConsole.Of(result),
                        cancellation
                    );
                if (team.Stray(result) is { } stray)
                    return Task.FromResult(CommandConsole.Of(result).Refuse(stray));
                var options = new BenchOptions(result.GetValue(place)!, CaseLine.Who(result.GetValue(who)), CaseLine.Clock)
                {
                    Port = result.GetValue(port),
                    AgentsOnlyRead = result.GetValue(readOnly),
                    Lake = result.GetValue(lake),
                    Currency = result.GetValue(currency),
                    Trust = trust.Value,
                };
                return Serve(options, !result.GetValue(quiet), CommandConsole.Of(result), cancellation);
            }
        );
        return command;
    }

    private static Task<int> ServeTeam(Result<TeamOptions> options, CommandConsole console, CancellationToken cancellation) =>
        options.Succeeded ? TeamLine.Serve(options.Value, console, cancellation) : Task.FromResult(console.Refuse(options.Error));

    private static async Task<int> Serve(BenchOptions options, bool opensBrowser, CommandConsole console, CancellationToken cancellation)
    {
        var started = await Bench.Start(options);
        if (!started.Succeeded)
            return console.Refuse(started.Error);
        await using var bench = started.Value;
        console.Print(
            (TextWriter text) =>
            {
                text.WriteLine($"The workbench is open at {bench.Address}\nCtrl+C ends it.");
                if (bench.Agents is [var first, ..])
                    text.WriteLine($"Agents reach it at {first} with the head Authorization: Bearer {bench.Token}");
            }
        );
        if (opensBrowser)
            Show(bench.Address, console);
        await bench.Serve(cancellation);
        return ExitCodes.Done;
    }

    private static void Show(Uri address, CommandConsole console)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            console.Say("No browser could be opened; open the address in one.");
        }
    }
}
