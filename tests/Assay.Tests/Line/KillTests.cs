using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Cases.Casework;
using Assay.Cases.Tests.Casework;

namespace Assay.Tests.Line;

/// <summary>The program is killed while it writes, again and again: the case opens, verifies, and has everything that was confirmed. How
/// often is set by <c>ASSAY_KILLS</c>.</summary>
public sealed partial class KillTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-kill");
    private readonly AssayProcess assay;

    public KillTests() => assay = new AssayProcess(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Has_everything_that_was_confirmed_when_it_is_killed_at_any_moment() => Kill("n.assay", Times(40));

    [Fact]
    public void Has_everything_that_was_confirmed_in_PostgreSQL_too() => Kill(PostgresServer.Place(), Times(40) / 4);

    private static int Times(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("ASSAY_KILLS"), CultureInfo.InvariantCulture, out var times) ? times : usual;

    private void Kill(string place, int times)
    {
        File.WriteAllText(
            Path.Combine(folder.FullName, "a.txt"),
            "The mill closed at 4:40 p.m. on 5 May 2021. The flood came two hours later, the owner said."
        );
        var made = assay.Run($"$ASSAY case new '{place}' && $ASSAY case add '{place}' a.txt && $ASSAY case read '{place}'");
        Assert.Equal((0, ""), (made.Code, made.Error));
        var where = place.Contains("://", StringComparison.Ordinal) ? place : Path.Combine(folder.FullName, place);
        var items = Items(where);
        var random = new Random(5);
        var confirmed = new Dictionary<long, string>();
        for (var kill = 0; kill < times; kill++)
        {
            Run(place, items, random, confirmed);
            var verified = VerifyCase.Run(where).Value;
            Assert.Empty(verified.Faults);
            using var opened = OpenCase.Run(where).Value;
            var journal = ShowCase.Journal(opened).Value.ToDictionary(e => e.Sequence);
            Assert.All(confirmed, c => Assert.Equal(c.Value, journal[c.Key].Note.Item));
        }

        Assert.True(confirmed.Count > times, $"Only {confirmed.Count} decisions were confirmed in {times} runs.");
    }

    // Sends decisions as fast as they are taken, and kills the program some time after the first is confirmed.
    private void Run(string place, List<string> items, Random random, Dictionary<long, string> confirmed)
    {
        using var process = assay.Start($"exec $ASSAY case decide '{place}' --from - --as Ada", input: true);
        var sent = Task.Run(
            () =>
            {
                try
                {
                    for (var i = 0; !process.HasExited; i++)
                        process.StandardInput.WriteLine(
                            $$$"""{"decision":{"does":"{{{(i % 2 == 0 ? "accept" : "skip")}}}","item":"{{{items[i % items.Count]}}}"}}"""
                        );
                }
                catch (IOException)
                {
                    // It is dead.
                }
            },
            TestContext.Current.CancellationToken
        );
        var wait = random.Next(1, 120);
        Stopwatch? since = null;
        var reading = process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();
        while (since is null || since.ElapsedMilliseconds < wait)
        {
            if (
                !reading.Wait(
                    since is null ? 20_000 : Math.Max(1, wait - (int)since.ElapsedMilliseconds),
                    TestContext.Current.CancellationToken
                )
            )
                break;
            Assert.True(
                Took(reading.Result, confirmed),
                $"It said: {reading.Result} {(process.HasExited ? process.StandardError.ReadToEnd() : "")}"
            );
            since ??= Stopwatch.StartNew();
            reading = process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();
        }

        process.Kill();
        process.WaitForExit();
        for (var line = reading.Result; line is not null; line = process.StandardOutput.ReadLine())
            Took(line, confirmed);
        sent.Wait(TestContext.Current.CancellationToken);
    }

    private static bool Took(string? line, Dictionary<long, string> confirmed)
    {
        var said = Confirmation().Match(line ?? "");
        if (said.Success)
            confirmed[long.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture)] = said.Groups[2].Value;
        return said.Success;
    }

    private static List<string> Items(string place)
    {
        using var opened = OpenCase.Run(place).Value;
        return [.. ListDrafts.Run(opened, new DraftsRequest(), TestContext.Current.CancellationToken).Value.Entries.Select(e => e.Id)];
    }

    // The whole line: one that was cut off was not confirmed.
    [GeneratedRegex(@"^entry (\d+): Ada (?:accepted|skipped) ([^;]+); it is (?:accepted|skipped)$")]
    private static partial Regex Confirmation();
}
