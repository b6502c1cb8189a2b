using System.CommandLine;
using System.Net;
using Assay.Commands.Case;
using Assay.Ground.Outcomes;
using Assay.Workbench.Team;

namespace Assay.Commands.Serve;

/// <summary>The options that serve a team.</summary>
internal sealed class TeamLine
{
    private static readonly Uri Loopback = new("http://127.0.0.1:0");

    private readonly Option<bool> team = new("--team") { Description = "Serve a team: accounts, roles, tokens. Needs --users." };

    private readonly Option<string?> users = new("--users")
    {
        Description = "Where accounts are kept: a file, or a connection to PostgreSQL with a schema of its own.",
    };

    private readonly Option<Uri?> urls = new("--urls")
    {
        Description = "What to listen on, such as http://0.0.0.0:8080; without it, this machine alone.",
        CustomParser = result => Address(result),
    };

    private readonly Option<Uri?> open = new("--public")
    {
        Description = "The address by which people reach the server, such as https://assay.example.org",
        CustomParser = result => Address(result),
    };

    private readonly Option<IPNetwork[]> proxies = new("--behind-proxy")
    {
        Description = "A network whose word is taken for who calls and by which scheme: that of the proxy. May be repeated.",
        CustomParser = Networks,
    };

    private readonly Option<Uri?> otlp = new("--otlp")
    {
        Description = "Where traces and metrics go, by OTLP over HTTP; without it OTEL_EXPORTER_OTLP_ENDPOINT, and without that nowhere.",
        CustomParser = result => Address(result),
    };

    private readonly Option<bool> quiet = new("--no-log") { Description = "Do not tell of requests on standard error." };

    /// <summary>That a team's server takes nobody's name from its command line.</summary>
    public static Error NoNames { get; } =
        new(ErrorKind.Usage, "--as goes without --team.", "In a team everybody works under the name of their account.");

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> Options => [team, users, urls, open, proxies, otlp, quiet];

    /// <summary>True where a team is served.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(team);

    /// <summary>What is wrong with the line of one person's workbench: an option that only a team's has. Null where nothing is.</summary>
    public Error? Stray(ParseResult parsed) =>
        Options.Skip(1).FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } stray
            ? new Error(
                ErrorKind.Usage,
                $"{stray.Name} goes with --team.",
                "Without --team the workbench is one person's, on this machine."
            )
            : null;

    /// <summary>The options as given; or what is wrong with them.</summary>
    public Result<TeamOptions> Read(ParseResult parsed, string place, int port)
    {
        if (parsed.GetValue(users) is not { } people)
            return new Error(ErrorKind.Usage, "It is not said where accounts are kept.", "Name a file or a database: --users users.db");
        var address = parsed.GetValue(urls) ?? Loopback;
        if (address.Scheme != Uri.UriSchemeHttp || Host(address) is not { } host)
            return new Error(
                ErrorKind.Usage,
                $"{address} cannot be listened on.",
                "Name a number of this machine and a port: --urls http://0.0.0.0:8080. HTTPS is the proxy's part."
            );
        var named = Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT");
        var known = Uri.TryCreate(named, UriKind.Absolute, out var from) ? from : null;
        return new TeamOptions(place, people, new IPEndPoint(host, address == Loopback ? port : address.Port), CaseLine.Clock)
        {
            Public = parsed.GetValue(open),
            Proxies = parsed.GetValue(proxies) ?? [],
            Otlp = parsed.GetValue(otlp) ?? known,
            Logs = !parsed.GetValue(quiet),
        };
    }

    /// <summary>Serves.</summary>
    public static async Task<int> Serve(TeamOptions options, CommandConsole console, CancellationToken cancellation)
    {
        var started = await TeamBench.Start(options);
        if (!started.Succeeded)
            return console.Refuse(started.Error);
        await using var bench = started.Value;
        var link = bench.SetUpLink();
        if (!link.Succeeded)
            return console.Refuse(link.Error);
        console.Print(
            (TextWriter text) =>
            {
                text.WriteLine($"The workbench is open at {bench.Address}\nCtrl+C ends it.");
                if (link.Value is not null)
                    text.WriteLine($"It has no owner yet. Whoever opens this link within an hour makes the first account:\n{link.Value}");
            }
        );
        await bench.Serve(cancellation);
        return ExitCodes.Done;
    }

    private static IPAddress? Host(Uri address) =>
        address.Host is "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(address.Host.Trim('[', ']'), out var found) ? found
        : null;

    private static Uri? Address(System.CommandLine.Parsing.ArgumentResult result)
    {
        var word = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Uri.TryCreate(word, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        result.AddError($"“{Printable.Of(word)}” is no address: it begins with http:// or https://");
        return null;
    }

    private static IPNetwork[] Networks(System.CommandLine.Parsing.ArgumentResult result)
    {
        var networks = new List<IPNetwork>();
        foreach (var word in result.Tokens.Select(t => t.Value))
        {
            if (IPNetwork.TryParse(word, out var network))
                networks.Add(network);
            else if (IPAddress.TryParse(word, out var one))
                networks.Add(new IPNetwork(one, one.GetAddressBytes().Length * 8));
            else
                result.AddError($"“{Printable.Of(word)}” is no network: write it as 10.1.0.0/16 or 127.0.0.1");
        }

        return [.. networks];
    }
}
