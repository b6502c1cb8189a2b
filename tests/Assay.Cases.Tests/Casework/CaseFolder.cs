using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Store;
using Assay.Cases.Tests.Accounts;
using NodaTime;

namespace Assay.Cases.Tests.Casework;

/// <summary>A folder with sources, and cases made in either store.</summary>
internal sealed class CaseFolder : IDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-case");
    private readonly List<OpenedCase> opened = [];
    private int cases;

    public CaseFolder() => File.WriteAllText(Night, Tests.Accounts.Night.Text);

    /// <summary>Both stores.</summary>
    public static TheoryData<string> Stores => [Sqlite, Postgres];

    public string Night => Path.Combine(folder.FullName, "night.txt");

    public TickingClock Clock { get; } = new();

    public string File_(string name) => Path.Combine(folder.FullName, name);

    /// <summary>A place where no case is yet.</summary>
    public string Place(string store) => store == Postgres ? PostgresServer.Place() : File_($"{++cases}.assay");

    /// <summary>An empty case, and who works on it.</summary>
    public Desk New(string store) => New(Place(store), out _);

    public Desk New(string place, out OpenedCase made)
    {
        made = CreateCase.Run(new CreateRequest(place, "The night", "Ada"), Clock).Value;
        opened.Add(made);
        return new Desk(made, "Ada", Clock);
    }

    /// <summary>A case with the night in it, read.</summary>
    public Desk Read(string store)
    {
        var desk = New(store);
        Assert.Single(AddSources.Run(desk, new AddRequest([Night])).Value.Added);
        Assert.True(ReadCase.Run(desk, new ReadCaseRequest()).Value.Changes.New > 0);
        return desk;
    }

    /// <summary>A case goes out and comes back into either store, and goes out again byte for byte.</summary>
    public void GoesRound(Desk desk, Action<OpenedCase> copied)
    {
        using var first = new MemoryStream();
        Assert.True(ExportCase.Run(desk.Case, first, null, TestContext.Current.CancellationToken).Succeeded);
        foreach (var to in new[] { Sqlite, Postgres })
        {
            using var copy = ImportCase.Run(new MemoryStream(first.ToArray()), "out.zip", Place(to)).Value;
            using var second = new MemoryStream();
            Assert.True(ExportCase.Run(copy, second, null, TestContext.Current.CancellationToken).Succeeded);
            Assert.Equal(first.ToArray(), second.ToArray());
            copied(copy);
        }
    }

    public OpenedCase Open(string place, int largeFrom = OpenedCase.UsuallyLarge)
    {
        var found = OpenCase.Run(place, null, largeFrom).Value;
        opened.Add(found);
        return found;
    }

    public static CaseContent Content(Desk desk) => desk.Case.Store.Read<CaseContent>(r => r.Content()).Value;

    public static IReadOnlyList<DraftEntry> Items(Desk desk, params string[] kinds) =>
        ListDrafts.Run(desk.Case, new DraftsRequest { Kinds = kinds }).Value.Entries;

    public static DraftEntry Item(Desk desk, string id) => ListDrafts.One(desk.Case, id).Value;

    public static DecideReply Decide(Desk desk, Decision decision) => DecideItem.Run(desk, new DecideRequest(decision)).Value;

    public static void Holds(Desk desk) => Assert.Empty(VerifyCase.Run(desk.Case.Store).Value.Faults);

    public void Dispose()
    {
        foreach (var found in opened)
            found.Dispose();
        folder.Delete(recursive: true);
    }
}

/// <summary>A clock that goes on by a second whenever it is looked at.</summary>
internal sealed class TickingClock : IClock
{
    private long seconds;

    public Instant GetCurrentInstant() => Instant.FromUtc(2024, 3, 1, 17, 0) + Duration.FromSeconds(Interlocked.Increment(ref seconds));
}
