using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Assay.Cases.Tests.Casework.PostgresServer))]

namespace Assay.Cases.Tests.Casework;

/// <summary>A PostgreSQL server for the tests: started when one first asks for it, on a port and in a folder of its own, and stopped with
/// the tests, whichever way they end.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer?> Running = new(Start);
    private static int schemas;
    private readonly DirectoryInfo? folder;
    private readonly Process? server;
    private readonly int port;

    /// <summary>The fixture of the assembly: all it does is to stop the server in the end.</summary>
    public PostgresServer() { }

    private PostgresServer(DirectoryInfo folder, Process server, int port) =>
        (this.folder, this.server, this.port) = (folder, server, port);

    /// <summary>A place for a case that nothing is in; the test is skipped where there is no PostgreSQL.</summary>
    public static string Place()
    {
        Assert.SkipWhen(Running.Value is null, "skipped: PostgreSQL is not installed");
        var number = Interlocked.Increment(ref schemas);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"postgres://postgres@127.0.0.1:{Running.Value!.port}/postgres?schema=case_{Environment.ProcessId}_{number}"
        );
    }

    public void Dispose()
    {
        if (server is not null)
            Stop();
        else if (Running is { IsValueCreated: true, Value: { } started })
            started.Dispose();
    }

    private void Stop()
    {
        server!.StandardInput.Close(); // what it waits for
        server.WaitForExit(20_000);
        server.Dispose();
        Run(null, "/bin/rm", "-rf", folder!.FullName);
    }

    private static PostgresServer? Start()
    {
        var programs = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var bin = programs.Select(p => Path.Combine(p, "bin")).LastOrDefault(p => File.Exists(Path.Combine(p, "initdb")));
        if (bin is null)
            return null;
        var user = Environment.UserName == "root" ? "postgres" : null; // the server does not run as root
        var folder = Directory.CreateTempSubdirectory("assay-postgres");
        if (user is not null)
            Run(null, "chown", user, folder.FullName);
        var data = Path.Combine(folder.FullName, "data");
        Run(user, Path.Combine(bin, "initdb"), "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync");
        // Somebody else may take the port between its choice and the server's start.
        for (var tries = 0; tries < 5; tries++)
            if (Serve(folder, bin, data, user) is { } started)
                return started;
        throw new InvalidOperationException("PostgreSQL did not start.");
    }

    private static PostgresServer? Serve(DirectoryInfo folder, string bin, string data, string? user)
    {
        var port = Free();
        // The server ends when this process closes the pipe, or is no more.
        var line =
            $"{bin}/postgres -D {data} -p {port} -k {folder.FullName} -c listen_addresses=127.0.0.1 -c max_connections=200 >{data}/log 2>&1 & read _; kill -INT $!; wait";
        var server = Process.Start(Command(user, "/bin/sh", "-c", line))!;
        for (var tries = 0; tries < 200; tries++, Thread.Sleep(50))
        {
            using var asked = Process.Start(
                Command(
                    user,
                    Path.Combine(bin, "pg_isready"),
                    "-q",
                    "-h",
                    folder.FullName,
                    "-p",
                    port.ToString(CultureInfo.InvariantCulture)
                )
            )!;
            asked.WaitForExit();
            if (asked.ExitCode == 0)
                return new PostgresServer(folder, server, port);
            if (IsTaken(data))
                break;
        }

        server.StandardInput.Close();
        server.WaitForExit(20_000);
        server.Dispose();
        return null;
    }

    private static int Free()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    private static bool IsTaken(string data)
    {
        var log = Path.Combine(data, "log");
        return File.Exists(log) && File.ReadAllText(log).Contains("could not bind", StringComparison.Ordinal);
    }

    private static void Run(string? user, params string[] words)
    {
        using var process = Process.Start(Command(user, words))!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', words)}: {said}");
    }

    private static ProcessStartInfo Command(string? user, params string[] words)
    {
        string[] all = user is null ? words : ["runuser", "-u", user, "--", .. words];
        return new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
    }
}
