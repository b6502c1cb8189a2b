using Assay.Cases.Books;

namespace Assay.Cases.Tests.Routes;

/// <summary>A lake of a small synthetic world, with diversions from its bloc to RU through some of its destinations.</summary>
public sealed class RouteLake : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-route-");

    public RouteLake()
    {
        var world = Path.Combine(folder.FullName, "world");
        var request = new WorldRequest(world)
        {
            Destinations = 24,
            Products = 120,
            Diversions = 24,
            Seed = 5,
        };
        Assert.True(SimulateWorld.Run(request, CancellationToken.None).Succeeded);
        var said = FileSaid.Of(null, [], null).Value;
        var import = new ImportFile(TimeProvider.System);
        foreach (var file in Directory.GetFiles(world, "*.dat").Concat(Directory.GetFiles(world, "*.csv")))
            Assert.True(import.Run(new FileRequest(file, Folder, said), null, CancellationToken.None).Succeeded, file);
        Scan = ScanBooks.Run(new ScanRequest(Folder, "RU", new BookOptions())).Value;
    }

    public string Folder => Path.Combine(folder.FullName, "lake");

    /// <summary>The scan under the richest specification.</summary>
    public ScanReply Scan { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
