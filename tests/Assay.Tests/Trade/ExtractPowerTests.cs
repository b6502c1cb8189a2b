using System.Text.Json.Nodes;
using Assay.Tests.Fixtures;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Trade;

/// <summary>What the scan finds of a real extract, by the commands a user types.</summary>
public sealed class ExtractPowerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assay-extract-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Of the cells that rose to ten times the expected or more, by a million or more while the target lost a million or more,
    /// nine in
    /// ten stand out. The placebo year has 37 such rises among 6,186 cells, so that not all can.</summary>
    [Fact]
    public void Rises_to_ten_times_the_expected_stand_out()
    {
        var (extract, list) = (
            Shared("trade", "eu27_exports_cn8_monthly_2020-01_2022-11.csv.gz"),
            Shared("codes", "cn8_restricted_list_2023-01.csv")
        );
        var lake = Path.Combine(folder, "lake");
        SyntheticTrade.Run(["import", extract, "--lake", lake, "--set", "currency=EUR"]);
        var scan = JsonNode.Parse(
            SyntheticTrade.Run(["scan", "--lake", lake, "--target", "RU", "--list", list, "--top", "100000", "--format", "json"])
        )!;
        var large = scan["findings"]!
            .AsArray()
            .Select(f =>
                (After: (double)f!["after"]!, Expected: (double)f["counterfactual"]!, Loss: (double)f["loss"]!, Q: (double?)f["q"])
            )
            .Where(f => f.After - f.Expected >= 1e6 && f.Loss >= 1e6 && f.After >= 10 * Math.Max(1, f.Expected))
            .ToList();
        Assert.Equal(124, large.Count);
        Assert.InRange(large.Count(f => f.Q <= 0.1), 111, 124);
    }

    private static string Shared(string room, string name)
    {
        var shared = Environment.GetEnvironmentVariable("ASSAY_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");
        var path = Path.Combine(shared, "data", room, name);
        if (!File.Exists(path))
            Assert.Skip("skipped: ../shared is absent");
        return path;
    }
}
