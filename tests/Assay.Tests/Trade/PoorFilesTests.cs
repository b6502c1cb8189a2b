using Assay.Tests.Fixtures;

namespace Assay.Tests.Trade;

/// <summary>Worlds in files that lack something, through import and scan: what cannot be told is said, quiet worlds stay quiet.</summary>
public sealed class PoorFilesTests
{
    [Fact]
    public void Nothing_is_flagged_more_often_than_nominal_when_files_lack_something()
    {
        var said = SyntheticTrade.Run([
            "validate",
            "--poor",
            .. (string[])["--worlds", "1", "--first-seed", "101", "--destinations", "16", "--products", "60"],
        ]);
        var rows = said.Split('\n')
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(l => l.Trim('|', ' ').Split(" | "))
            .ToDictionary(r => r[0], StringComparer.Ordinal);

        Assert.Equal(6, rows.Count);
        Assert.All(rows.Values, r => Assert.InRange(Second(r[4]), 0, 1));
        Assert.All(rows.Values, r => Assert.InRange(First(r[3]) - Second(r[3]), 0, 2));
        Assert.Equal(0, First(rows["no unrestricted goods"][3]));
        Assert.Contains("no q-value holds", rows["no unrestricted goods"][6], StringComparison.Ordinal);
        Assert.Contains("no placebo year", rows["14 months alone"][6], StringComparison.Ordinal);
        Assert.Contains("that are complete", rows["one reporter in five missing"][6], StringComparison.Ordinal);
        Assert.Equal("all", rows["nothing lacking"][6]);
    }

    private static int First(string cell) => int.Parse(cell.Split(", ")[0], System.Globalization.CultureInfo.InvariantCulture);

    private static int Second(string cell) => int.Parse(cell.Split(", ")[1], System.Globalization.CultureInfo.InvariantCulture);
}
