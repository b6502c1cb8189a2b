using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Assay.Cases.Casework;
using Assay.Cases.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assay.Cases.Tests.Casework;

/// <summary>What holds documents in it: each is a source of its own that knows where it lay.</summary>
public sealed class ArchiveTests : IDisposable
{
    private const string Pilot = "The pilot in Tallinn left the quay at 7:05 p.m. on 3 May 2021.";

    private const string Mail =
        "From: ada@example.org\r\nTo: bea@example.org\r\nDate: Mon, 3 May 2021 20:00:00 +0200\r\nSubject: The log\r\nMessage-ID: <1@x>\r\n"
        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe guard in Riga shut the gate at "
        + "6:30 p.m. on 3 May 2021.\r\n--b\r\nContent-Type: text/plain; charset=windows-1257\r\nContent-Disposition: attachment; filename=quay.txt\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n{0}\r\n--b--\r\n";

    private readonly CaseFolder folder = new();

    public static TheoryData<string> Stores => CaseFolder.Stores;

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Stores))]
    public void Each_document_of_an_archive_is_a_source_that_knows_where_it_lay(string store)
    {
        var zip = Zip(
            ("inner/pilot.txt", Bytes(Pilot)),
            ("mail.eml", Letter),
            ("pic.png", [0x89, 0x50, 0x4E, 0x47, 1]),
            ("../out.txt", Bytes("x"))
        );
        var desk = folder.New(store);
        var added = Work.Add(desk, new AddRequest([]) { Given = [new GivenSource("docs.zip", zip)] }).Value;
        Assert.Equal(
            ["docs.zip » inner/pilot.txt", "docs.zip » mail.eml", "docs.zip » mail.eml » quay.txt"],
            added.Added.Select(s => s.File)
        );
        Assert.Equal(["inner/pilot.txt", "mail.eml", "mail.eml » quay.txt"], added.Added.Select(s => s.Origin!.Entry));
        Assert.All(added.Added, s => Assert.Equal(Hash(zip), s.Origin!.Sha256));
        Assert.Equal(Hash(Bytes(Pilot)), added.Added[0].Sha256);
        Assert.Equal(2, added.Refused.Count);
        Assert.Contains("docs.zip » ../out.txt: Its name leads out of the archive.", added.Refused[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("docs.zip » pic.png: This is a PNG picture.", added.Refused[1].ToString(), StringComparison.Ordinal);
        Assert.True(Work.Read(desk, new ReadCaseRequest()).Value.Changes.New > 5);

        // What came with a document and does not stand in its bytes is there after the case was opened anew.
        var report = Work.Check(desk.Case).Value.Report;
        var quay = report.Sources.Single(s => s.Text.Contains("ķīlis", StringComparison.Ordinal));
        Assert.Equal(("mail.eml » quay.txt", Hash(zip)), (quay.Origin!.Entry, quay.Origin.FileSha256));
        CaseFolder.Holds(desk);

        // The same bytes are kept once, wherever they lie.
        var again = Work.Add(
            desk,
            new AddRequest([]) { Given = [new GivenSource("pilot.txt", Bytes(Pilot)), new GivenSource("docs.zip", zip)] }
        ).Value;
        Assert.Equal((0, 4), (again.Added.Count, again.Known.Count));
    }

    [Theory, MemberData(nameof(Stores))]
    public void An_origin_goes_out_with_a_case_and_comes_back(string store)
    {
        var desk = folder.New(store);
        Work.Add(desk, new AddRequest([]) { Given = [new GivenSource("mail.eml", Letter)] });
        Work.Read(desk, new ReadCaseRequest());
        folder.GoesRound(
            desk,
            copy => Assert.Equal("quay.txt", copy.Store.Read<CaseContent>(r => r.Content()).Value.Sources[1].Origin!.Entry)
        );
    }

    [Theory, MemberData(nameof(Stores))]
    public void A_case_of_the_form_before_takes_archives_after_it_was_opened(string store)
    {
        var place = folder.Place(store);
        var desk = folder.New(place, out var made);
        Work.Add(desk, new AddRequest([folder.Night]));
        var head = CaseFolder.Content(desk).Head;
        made.Dispose();
        Run(
            place,
            store,
            "DROP TABLE stamps",
            "ALTER TABLE sources DROP COLUMN origin",
            store == CaseFolder.Sqlite ? "PRAGMA user_version = 1" : "UPDATE form SET number = 1"
        );
        var opened = new Desk(folder.Open(place), "Ada", folder.Clock);
        Assert.Equal(head, CaseFolder.Content(opened).Head);
        Assert.Equal(2, Work.Add(opened, new AddRequest([]) { Given = [new GivenSource("mail.eml", Letter)] }).Value.Added.Count);
        CaseFolder.Holds(opened);
    }

    [Theory, MemberData(nameof(Stores))]
    public void An_origin_that_something_else_changed_is_found(string store)
    {
        foreach (var change in new[] { "replace(origin, 'quay', 'keys')", "'no origin'", "NULL" })
        {
            var place = folder.Place(store);
            var desk = folder.New(place, out var made);
            Work.Add(desk, new AddRequest([]) { Given = [new GivenSource("mail.eml", Letter)] });
            made.Dispose();
            Run(place, store, $"UPDATE sources SET origin = {change} WHERE origin IS NOT NULL");
            var found = VerifyCase.Run(place).Value;
            Assert.Contains(
                "The journal tells another name, hash, size or date of it.",
                Assert.Single(found.Faults).What,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void A_mailbox_is_taken_mail_by_mail()
    {
        var text = Encoding.ASCII.GetString(Letter);
        var box = Bytes(
            $"From ada@example.org Mon May  3 20:00:00 2021\n{text}\nFrom bea@example.org Mon May  3 21:00:00 2021\nFrom: bea@example.org\nTo: a@x\n"
                + "Date: Mon, 3 May 2021 21:00:00 +0200\nSubject: Two\n\nFrom here the tug Olga called the harbour at 8:15 p.m. on 3 May 2021.\n\n>From there on nothing.\n"
        );
        var added = Work.Add(folder.New(CaseFolder.Sqlite), new AddRequest([]) { Given = [new GivenSource("box", box)] }).Value;
        Assert.Empty(added.Refused);
        Assert.Equal(["box » mail 1", "box » mail 1 » quay.txt", "box » mail 2"], added.Added.Select(s => s.File));
        Assert.All(added.Added, s => Assert.Equal(("mailbox", Hash(box)), (s.Origin!.Format, s.Origin.Sha256)));
    }

    [Theory, MemberData(nameof(Stores))]
    public void Taking_in_is_whole_or_not_at_all_wherever_it_is_stopped(string store)
    {
        var desk = folder.Read(store);
        var before = CaseFolder.Content(desk);
        var given = Enumerable.Range(1, 6).Select(i => new GivenSource($"{i}.txt", Bytes($"{Pilot} Number {i}."))).ToList();
        foreach (var stage in new[] { "Opening", "Taking the text out", "Reading", "Drafting", "Writing" })
        {
            using var stop = new CancellationTokenSource();
            Assert.ThrowsAny<OperationCanceledException>(() =>
                TakeSources.Run(
                    desk,
                    new AddRequest([]) { Given = given },
                    step =>
                    {
                        if (step.Stage == stage && (step.Done >= 2 || step.Total == 0))
                            stop.Cancel();
                    },
                    stop.Token
                )
            );
            Assert.Equal(before.Head, CaseFolder.Content(desk).Head);
            Assert.Equal(before.Sources, CaseFolder.Content(desk).Sources);
        }

        var taken = TakeSources.Run(desk, new AddRequest([]) { Given = given }, null, TestContext.Current.CancellationToken).Value;
        Assert.Equal((6, true), (taken.Added.Added.Count, taken.Changes!.New > 0));
        CaseFolder.Holds(desk);
        Assert.Equal(0, Work.Read(desk, new ReadCaseRequest()).Value.Changes.New); // it drafted what a reading of all of it drafts
    }

    [Fact]
    public void A_source_that_somebody_else_added_in_between_keeps_its_drafts()
    {
        var place = folder.Place(CaseFolder.Sqlite);
        var desk = folder.New(place, out _);
        Work.Add(desk, new AddRequest([folder.Night]));
        var other = new Desk(folder.Open(place), "Bea", folder.Clock);
        var isDone = false;
        var taken = TakeSources
            .Run(
                desk,
                new AddRequest([]) { Given = [new GivenSource("1.txt", Bytes(Pilot))] },
                step =>
                {
                    if (step.Stage != "Drafting" || isDone)
                        return;
                    isDone = true;
                    var beside = new AddRequest([])
                    {
                        Given = [new GivenSource("2.txt", Bytes("The guard in Riga shut the gate at 6:30 p.m. on 3 May 2021."))],
                    };
                    Assert.True(TakeSources.Run(other, beside, null, TestContext.Current.CancellationToken).Succeeded);
                },
                TestContext.Current.CancellationToken
            )
            .Value;
        Assert.Single(taken.Added.Added);
        Assert.Equal((0, 0), (taken.Changes!.Gone, Work.Read(desk, new ReadCaseRequest()).Value.Changes.New));
        Assert.Equal(3, CaseFolder.Content(desk).Sources.Count);
        CaseFolder.Holds(desk);
    }

    [Fact]
    public void An_archive_is_kept_within_its_limits()
    {
        var desk = folder.New(CaseFolder.Sqlite);
        var limits = new Assay.Reading.Intake.IntakeOptions { MaxBytes = 1 << 20, MaxParts = 3 };
        var bomb = Zip(("a.txt", Bytes(Pilot)), ("bomb.txt", new byte[200 << 20]), ("b.txt", Bytes(Pilot + " Two.")));
        var added = Work.Add(desk, new AddRequest([]) { Given = [new GivenSource("bomb.zip", bomb)], Intake = limits }).Value;
        Assert.Equal(2, added.Added.Count);
        Assert.Contains("unpacks to 200 MB", Assert.Single(added.Refused).ToString(), StringComparison.Ordinal);

        var many = Zip([.. Enumerable.Range(1, 5).Select(i => ($"{i}.txt", Bytes($"{Pilot} {i}")))]);
        added = Work.Add(desk, new AddRequest([]) { Given = [new GivenSource("many.zip", many)], Intake = limits }).Value;
        Assert.Equal(3, added.Added.Count);
        Assert.Contains(
            "more than 3 files to read; the first 3 were taken",
            Assert.Single(added.Refused).ToString(),
            StringComparison.Ordinal
        );

        var deep = Bytes(Pilot + " Deep.");
        for (var i = 0; i < 6; i++)
            deep = Zip(($"{i}.{(i == 0 ? "txt" : "zip")}", deep));
        var refused = Work.Add(desk, new AddRequest([]) { Given = [new GivenSource("deep.zip", deep)] }).Error!;
        Assert.Contains("more than 4 deep", refused.Message, StringComparison.Ordinal);

        var twice = Work.Add(
            desk,
            new AddRequest([])
            {
                Given = [new GivenSource("twice.zip", Zip(("x.txt", Bytes(Pilot + " X.")), ("x.txt", Bytes(Pilot + " Y."))))],
            }
        ).Value;
        Assert.Contains("another file of that name", Assert.Single(twice.Refused).ToString(), StringComparison.Ordinal);
    }

    private static byte[] Letter => Bytes(Mail.Replace("{0}", Convert.ToBase64String(Quay), StringComparison.Ordinal));

    // "ķīlis" in an alphabet that only the head of the part names.
    private static byte[] Quay =>
        [
            .. Bytes("The boat with the k"),
            .. Bytes("eel "),
            0xED,
            0xEE,
            0x6C,
            0x69,
            0x73,
            .. Bytes(" left the quay in Riga at 5:30 p.m. on 3 May 2021."),
        ];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        }

        return made.ToArray();
    }

    internal static void Run(string place, string store, params string[] lines)
    {
        if (store == CaseFolder.Sqlite)
        {
            using var connection = new SqliteConnection($"Data Source={place};Pooling=False");
            connection.Open();
            foreach (var line in lines)
            {
                using var command = connection.CreateCommand();
                command.CommandText = line;
                command.ExecuteNonQuery();
            }
        }
        else
        {
            var uri = new Uri(place);
            using var source = NpgsqlDataSource.Create(
                $"Host=127.0.0.1;Port={uri.Port};Username=postgres;Database=postgres;Search Path={place.Split("schema=")[1]}"
            );
            foreach (var line in lines)
            {
                using var command = source.CreateCommand(line);
                command.ExecuteNonQuery();
            }
        }
    }
}
