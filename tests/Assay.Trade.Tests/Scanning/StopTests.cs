using System.Diagnostics;
using Assay.Trade.Findings;
using Assay.Trade.Scanning;
using Assay.Trade.Simulation;
using Assay.Trade.Tests.Lake;
using Assay.Trade.Validation;

namespace Assay.Trade.Tests.Scanning;

/// <summary>Work on customs books that somebody stops, ends within a second or so, wherever it is.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [Trait("Alone", "yes")] // it looks at the clock
    [Fact]
    public void A_scan_stops_in_the_middle_of_its_work()
    {
        var options = new SyntheticOptions
        {
            Seed = 101,
            Destinations = 40,
            Products = 300,
            Restricted = 100,
        };
        var world = new SyntheticWorld(options);
        using var columns = WorldColumns.From(world);
        var request = new PanelRequest([WorldColumns.Bloc], options.Target, WorldTrial.Restricted(world))
        {
            Stop = TestContext.Current.CancellationToken,
        };
        var whole = Stopwatch.StartNew();
        Assert.True(Investigation.Run(columns, request, options.Effective).Succeeded);
        whole.Stop();
        foreach (var share in (double[])[0.02, 0.3])
        {
            using var stop = new CancellationTokenSource();
            var clock = Stopwatch.StartNew();
            stop.CancelAfter(whole.Elapsed * share);
            Assert.ThrowsAny<OperationCanceledException>(() =>
                Investigation.Run(columns, request with { Stop = stop.Token }, options.Effective)
            );
            Assert.True(clock.Elapsed < (whole.Elapsed * share) + Soon, $"{share}: {clock.Elapsed} of {whole.Elapsed}");
        }
    }

    [Fact]
    public void The_making_of_a_column_store_stops_and_leaves_nothing_behind()
    {
        using var lake = new TestLake();
        lake.Import("t.csv", "reporter,partner,flow,product,period,value\nAT,KG,X,854231,2022-03,5\nAT,KG,X,854231,2022-04,7\n");
        using var opened = lake.Open();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => LakeColumns.TryOpen(opened, stop.Token));
        Assert.False(
            Directory.Exists(Path.Combine(lake.Folder, "columns")) && Directory.EnumerateFiles(Path.Combine(lake.Folder, "columns")).Any()
        );
        using var columns = LakeColumns.TryOpen(opened, TestContext.Current.CancellationToken).Value;
        Assert.Equal(2, columns.Segments.Sum(s => s.Count));
    }

    [Trait("Alone", "yes")] // it looks at the clock
    [Fact]
    public void A_statement_that_runs_is_interrupted()
    {
        using var lake = new TestLake();
        lake.Import("t.csv", "reporter,partner,flow,product,period,value\nAT,KG,X,854231,2022-03,5\n");
        using var opened = lake.Open();
        // A view that takes minutes in place of the lake's rows.
        using (var command = opened.Connection.CreateCommand())
        {
            command.CommandText =
                "CREATE OR REPLACE TEMP VIEW observations AS SELECT o.* REPLACE (o.value + random() AS value) FROM all_rows o, range(1000000) a, range(100000) b";
            command.ExecuteNonQuery();
        }

        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));
        var clock = Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() => LakeColumns.TryOpen(opened, stop.Token));
        Assert.True(clock.Elapsed < Soon + TimeSpan.FromMilliseconds(400), clock.Elapsed.ToString());
    }
}
