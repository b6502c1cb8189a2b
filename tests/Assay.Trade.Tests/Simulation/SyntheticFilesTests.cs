using Assay.Trade.Codes;
using Assay.Trade.Simulation;
using Assay.Trade.Tests.Lake;

namespace Assay.Trade.Tests.Simulation;

public sealed class SyntheticFilesTests
{
    [Fact]
    public void Writes_files_that_the_import_reads_back_and_marks_as_synthetic()
    {
        using var lake = new TestLake();
        var world = new SyntheticWorld(
            new SyntheticOptions
            {
                Seed = 3,
                Destinations = 8,
                Products = 30,
                Restricted = 6,
                Months = 2,
                Effective = 202002,
                Diversions = 2,
            }
        );
        var folder = Path.Combine(Path.GetDirectoryName(lake.Folder)!, "world");
        new SyntheticFiles(world).Write(folder, cancel: TestContext.Current.CancellationToken);

        foreach (var file in Directory.EnumerateFiles(folder).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)))
        {
            Assert.StartsWith("SYNTHETIC", Path.GetFileName(file), StringComparison.Ordinal);
            var provenance = lake.Import(file).Provenance;
            Assert.True(provenance.Synthetic);
            Assert.Equal(0, provenance.RowsRefused);
        }

        var expected = Enumerable.Range(0, 30).Sum(p => world.Exports(3, p, 1));
        var read = lake.Number(
            $"SELECT sum(value) FROM observations WHERE flow = 'X' AND currency = 'EUR' AND period = 202002 AND partner = '{world.Destinations[3]}'"
        );
        Assert.InRange(read, expected - 100, expected + 100);
        Assert.True(File.Exists(Path.Combine(folder, "SYNTHETIC_truth.json")));
    }
}
