using System.Text;
using Assay.Cases.Casework;
using Assay.Cases.Store;
using Assay.Reading.Intake.Opening;
using Assay.Reading.Intake.Stamps;
using Assay.Tests.Fixtures;

namespace Assay.Cases.Tests.Casework;

/// <summary>Time stamps in both stores, and bytes that only look like one.</summary>
public sealed class StampTests : IDisposable
{
    private static readonly byte[] Source = Encoding.UTF8.GetBytes("The pilot in Tallinn left the quay at 7:05 p.m. on 3 May 2021.");
    private readonly CaseFolder folder = new();
    private readonly StampAuthority authority = new();

    public static TheoryData<string> Stores => CaseFolder.Stores;

    public void Dispose()
    {
        authority.Dispose();
        folder.Dispose();
    }

    [Theory, MemberData(nameof(Stores))]
    public void Is_kept_as_received_and_goes_out_with_the_case_and_comes_back(string store)
    {
        var stamp = StampAuthority.Answer(authority.Token(Source));
        var desk = folder.New(store);
        var added = Work.Add(desk, Given(stamp)).Value;
        Assert.Equal(StampState.NotTrusted, Assert.Single(added.Stamps).Found.State);
        Assert.Equal(stamp, Assert.Single(CaseFolder.Content(desk).Stamps).Content);
        CaseFolder.Holds(desk);
        Assert.Empty(Work.Add(desk, Given(stamp)).Value.Stamps);
        using var first = new MemoryStream();
        Assert.True(ExportCase.Run(desk.Case, first, null, TestContext.Current.CancellationToken).Succeeded);
        foreach (var to in new[] { CaseFolder.Sqlite, CaseFolder.Postgres })
        {
            using var copy = ImportCase.Run(new MemoryStream(first.ToArray()), "out.zip", folder.Place(to)).Value;
            using var second = new MemoryStream();
            Assert.True(ExportCase.Run(copy, second, null, TestContext.Current.CancellationToken).Succeeded);
            Assert.Equal(first.ToArray(), second.ToArray());
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public void Is_found_where_something_else_changed_it(string store)
    {
        string[] changes =
        [
            "UPDATE stamps SET content = (SELECT content FROM contents)",
            "UPDATE stamps SET file = 'b.txt.tsr'",
            "UPDATE stamps SET sha256 = 'ab'",
            "DELETE FROM stamps",
        ];
        foreach (var change in changes)
        {
            var place = folder.Place(store);
            var desk = folder.New(place, out var made);
            Work.Add(desk, Given(authority.Token(Source)));
            made.Dispose();
            ArchiveTests.Run(place, store, change);
            Assert.Contains(
                VerifyCase.Run(place).Value.Faults,
                f =>
                    f.Where.StartsWith("time stamp ", StringComparison.Ordinal) && f.Where.EndsWith(" of entry 3", StringComparison.Ordinal)
            );
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public void Is_taken_by_a_case_of_the_form_before_after_it_was_opened(string store)
    {
        var place = folder.Place(store);
        var desk = folder.New(place, out var made);
        Work.Add(desk, new AddRequest([folder.Night]));
        var head = CaseFolder.Content(desk).Head;
        made.Dispose();
        ArchiveTests.Run(
            place,
            store,
            "DROP TABLE stamps",
            store == CaseFolder.Sqlite ? "PRAGMA user_version = 2" : "UPDATE form SET number = 2"
        );
        var opened = new Desk(folder.Open(place), "Ada", folder.Clock);
        Assert.Equal(head, CaseFolder.Content(opened).Head);
        Assert.Single(Work.Add(opened, Given(authority.Token(Source))).Value.Stamps);
        CaseFolder.Holds(opened);
    }

    [Fact]
    public void Goes_to_the_file_it_is_over_where_several_have_its_name()
    {
        var other = Encoding.UTF8.GetBytes("The guard in Riga shut the gate at 6:30 p.m. on 3 May 2021.");
        var added = Work.Add(
            folder.New(CaseFolder.Sqlite),
            new AddRequest([]) { Given = [new("a.txt", other), new("a.txt", Source), new("a.txt.tsr", authority.Token(Source))] }
        ).Value;
        Assert.Equal(added.Added[1].Id, Assert.Single(added.Stamps).Source);
    }

    [Fact]
    public void Shows_nothing_else_than_it_did_whatever_byte_of_it_is_changed_and_never_fails()
    {
        var file = folder.File_("root.pem");
        File.WriteAllText(file, authority.RootPem);
        var trust = StampRoots.Of([file]).Value;
        var sound = StampAuthority.Answer(authority.Token(Source));
        var found = StampCheck.Of(sound, Source, trust);
        Assert.Equal(StampState.Trusted, found.State);
        var trusted = 0;
        for (var i = 0; i < sound.Length; i++)
            foreach (var mask in new byte[] { 1, 0x80, 0xFF })
            {
                var changed = sound.ToArray();
                changed[i] ^= mask;
                var now = StampCheck.Of(changed, Source, trust);
                if (now.State != StampState.Trusted)
                    continue;
                Assert.Equal(found, now);
                trusted++;
            }

        // Only what no signature is over may differ: the status of the answer, and how the whole is laid out.
        Assert.InRange(trusted, 0, 40);
        for (var length = 0; length < sound.Length; length++)
            Assert.Equal(StampState.Damaged, StampCheck.Of(sound[..length], Source, trust).State);
    }

    [Fact]
    public void Never_fails_on_bytes_that_are_none()
    {
        var random = new Random(7);
        byte[] deep = [.. Enumerable.Repeat(new byte[] { 0x30, 0x80 }, 60_000).SelectMany(b => b)];
        byte[] promised = [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF, 0x30, 0x03, 0x02, 0x01, 0x00];
        foreach (var bytes in Enumerable.Range(0, 500).Select(Noise).Append(deep).Append(promised).Append(new byte[1 << 20]))
        {
            var found = StampCheck.Of(bytes, Source, StampTrust.System);
            Assert.Equal((StampState.Damaged, null, null), (found.State, found.By, found.At));
        }

        byte[] Noise(int length)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            if (length > 2)
                (bytes[0], bytes[1]) = (0x30, (byte)(length % 256));
            return bytes;
        }
    }

    private static AddRequest Given(byte[] stamp) => new([]) { Given = [new("a.txt", Source), new("a.txt.tsr", stamp)] };
}
