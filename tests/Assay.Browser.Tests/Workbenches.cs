using Assay.Cases.Casework;
using Assay.Tests.Fixtures;
using Assay.Workbench;
using Microsoft.Playwright;
using NodaTime;

namespace Assay.Browser.Tests;

/// <summary>A workbench on a folder of its own, gone with the test.</summary>
internal sealed class Workbenches : IAsyncDisposable
{
    private readonly Bench bench;

    private Workbenches(string folder, Bench bench)
    {
        Folder = folder;
        this.bench = bench;
    }

    public string Folder { get; }

    public Uri Address => bench.Address;

    public string Root => bench.Address.GetLeftPart(UriPartial.Authority);

    public static string Sample { get; } = Path.Combine(Repository(), "samples", "mh370", "account.md");

    /// <summary>Opens one; where sources are given, on a case "night" that was read.</summary>
    public static Task<Workbenches> Open(params GivenSource[] sources) => OpenWith(null, sources);

    /// <summary>The same with customs books.</summary>
    public static Task<Workbenches> OpenWith(string? lake, params GivenSource[] sources) => OpenWith(lake, null, sources);

    /// <summary>The same, with long work that the test holds.</summary>
    public static Task<Workbenches> Held(HeldWork held, params GivenSource[] sources) => OpenWith(null, held, sources);

    /// <summary>The same, on a case that is tested beside the work when the test lets it.</summary>
    public static Task<Workbenches> Tested(Action beforeTest, int largeFrom, params GivenSource[] sources) =>
        OpenWith(null, null, sources, largeFrom, beforeTest);

    private static async Task<Workbenches> OpenWith(
        string? lake,
        HeldWork? held,
        GivenSource[] sources,
        int largeFrom = OpenedCase.UsuallyLarge,
        Action? beforeTest = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("assay-bench-").FullName;
        if (sources.Length > 0)
        {
            using var made = CreateCase
                .Run(new CreateRequest(Path.Combine(folder, "night.assay"), "The night", "Ada"), SystemClock.Instance)
                .Value;
            var desk = new Desk(made, "Ada", SystemClock.Instance);
            Assert.True(AddSources.Run(desk, new AddRequest([]) { Given = sources }).Succeeded);
            Assert.True(ReadCase.Run(desk, new ReadCaseRequest()).Succeeded);
        }

        var started = await Bench.Start(
            new BenchOptions(folder, "Ada", SystemClock.Instance)
            {
                Lake = lake,
                Watched = held is null ? null : held.At,
                LargeFrom = largeFrom,
                BeforeTest = beforeTest,
            }
        );
        Assert.True(started.Succeeded, started.Error?.ToString());
        return new Workbenches(folder, started.Value);
    }

    public static GivenSource Account() => new("account.md", File.ReadAllBytes(Sample));

    /// <summary>Another person at the same case.</summary>
    public Desk Other(out OpenedCase opened)
    {
        opened = OpenCase.Run(Path.Combine(Folder, "night.assay")).Value;
        return new Desk(opened, "Bea", SystemClock.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        Directory.Delete(Folder, true);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "samples")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
