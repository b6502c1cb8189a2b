using System.Text;
using Assay.Cases.Casework;
using Assay.Workbench;
using NodaTime;

namespace Assay.Tests.Mcp;

/// <summary>A workbench of one person on a folder with the case "night", whose one source is the report of docs/agents.md.</summary>
internal sealed class ServedNight : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly string place;

    private ServedNight(DirectoryInfo folder, string place, Bench bench) => (this.folder, this.place, Bench) = (folder, place, bench);

    /// <summary>Where a case may be kept.</summary>
    public static TheoryData<string> Stores => Server.TeamServer.Stores;

    public Bench Bench { get; }

    public Uri Address => Assert.Single(Bench.Agents);

    public static async Task<ServedNight> Open(bool isRead = false, bool isReadOnly = false, string store = "SQLite")
    {
        var isFile = store == "SQLite";
        var folder = Directory.CreateTempSubdirectory("assay-mcp-served");
        var place = isFile ? Path.Combine(folder.FullName, "night.assay") : Assay.Cases.Tests.Casework.PostgresServer.Place();
        Make(place, isRead);
        var options = new BenchOptions(isFile ? folder.FullName : place, "Ada", SystemClock.Instance) { AgentsOnlyRead = isReadOnly };
        return new ServedNight(folder, place, (await Bench.Start(options)).Value);
    }

    /// <summary>Makes the case.</summary>
    public static void Make(string place, bool isRead)
    {
        using var made = CreateCase.Run(new CreateRequest(place, "The night", "Ada"), SystemClock.Instance).Value;
        Fill(new Desk(made, "Ada", SystemClock.Instance), isRead);
    }

    /// <summary>Puts the report into a case.</summary>
    public static void Fill(Desk desk, bool isRead)
    {
        var given = new GivenSource("night.txt", Encoding.UTF8.GetBytes(Night.Text));
        Assert.True(AddSources.Run(desk, new AddRequest([]) { Given = [given] }, TestContext.Current.CancellationToken).Succeeded);
        if (isRead)
            Assert.True(ReadCase.Run(desk, new ReadCaseRequest(), null, TestContext.Current.CancellationToken).Succeeded);
    }

    /// <summary>The items of a case.</summary>
    public static IReadOnlyList<DraftEntry> Drafts(OpenedCase opened, params string[] kinds) =>
        ListDrafts.Run(opened, new DraftsRequest { Kinds = kinds, Most = 1000 }, TestContext.Current.CancellationToken).Value.Entries;

    public Task<AgentSession> Agent() => AgentSession.Over(Address, Bench.Token);

    /// <summary>The case, opened by somebody else.</summary>
    public OpenedCase Case() => OpenCase.Run(place).Value;

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
