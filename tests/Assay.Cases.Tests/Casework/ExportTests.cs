using System.IO.Compression;
using System.Text;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Tests.Casework;

/// <summary>A whole case as one file: out and in again, and what somebody else made of it.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly CaseFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(CaseFolder.Sqlite, CaseFolder.Sqlite)]
    [InlineData(CaseFolder.Sqlite, CaseFolder.Postgres)]
    [InlineData(CaseFolder.Postgres, CaseFolder.Sqlite)]
    public void Is_the_same_bytes_when_it_went_into_another_store_and_out_again(string from, string to)
    {
        var desk = Worked(from);
        var first = Exported(desk.Case);
        Assert.Equal(first, Exported(desk.Case));
        using var there = Import(first, folder.Place(to)).Value;
        Assert.Equal(first, Exported(there));
        using var back = Import(Exported(there), folder.Place(from)).Value;
        Assert.Equal(first, Exported(back));
        Assert.Equal(AuditJson.ToText(Work.Check(desk.Case).Value.Report), AuditJson.ToText(Work.Check(back).Value.Report));
        var again = new Desk(back, "Bob", folder.Clock);
        Assert.Equal(0, Work.Read(again, new ReadCaseRequest()).Value.Changes.New);
        Work.Undo(again with { Who = "Ada" }, new UndoRequest());
        CaseFolder.Holds(again);
    }

    [Fact]
    public void Can_be_verified_by_hand()
    {
        var archive = new ZipArchive(new MemoryStream(Exported(Worked(CaseFolder.Sqlite).Case)));
        using var journal = new StreamReader(archive.GetEntry("journal.jsonl")!.Open());
        var previous = new string('0', 64);
        while (journal.ReadLine() is { } line)
        {
            Assert.Contains($"\"previous\":\"{previous}\"", line, StringComparison.Ordinal);
            previous = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(line)));
        }

        using var manifest = new StreamReader(archive.GetEntry("manifest.json")!.Open());
        Assert.Contains($"\"head\":\"{previous}\"", manifest.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_refused_when_any_byte_of_it_was_changed()
    {
        var whole = Exported(Worked(CaseFolder.Sqlite).Case);
        var random = new Random(11);
        var refused = 0;
        for (var i = 0; i < 120; i++)
        {
            var changed = (byte[])whole.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            var place = folder.Place(CaseFolder.Sqlite);
            var made = Import(changed, place);
            if (made.Succeeded)
            {
                Assert.Equal(whole, Exported(made.Value)); // a date or a flag of the archive that nobody reads
                made.Value.Dispose();
                continue;
            }

            refused++;
            Assert.Equal(ErrorKind.Input, made.Error.Kind);
            Assert.False(File.Exists(place));
        }

        Assert.True(refused > 100, $"Only {refused} of 120 were refused.");
    }

    [Theory]
    [InlineData("../../evil.txt", "a file “../../evil.txt” in it")]
    [InlineData("/etc/passwd", "a file “/etc/passwd” in it")]
    [InlineData("sources/../drafts.jsonl", "a file “sources/../drafts.jsonl” in it")]
    [InlineData("journal.jsonl", "two files “journal.jsonl”")]
    public void Is_refused_when_it_has_a_file_that_no_export_has(string name, string says) => Refused(zip => Write(zip, name, "x"), says);

    [Theory]
    [InlineData("journal.jsonl")]
    [InlineData("sources.jsonl")]
    [InlineData("readings.jsonl")]
    [InlineData("drafts.jsonl")]
    [InlineData("decisions.jsonl")]
    [InlineData("manifest.json")]
    public void Is_refused_when_a_part_is_missing(string name) => Refused(zip => zip.GetEntry(name)!.Delete(), $"no “{name}” in it");

    [Fact]
    public void Is_refused_when_the_bytes_of_a_source_are_missing() =>
        Refused(
            zip => zip.Entries.First(e => e.FullName.StartsWith("sources/", StringComparison.Ordinal)).Delete(),
            "which its manifest names"
        );

    [Fact]
    public void Is_refused_when_a_part_is_compressed_whatever_it_would_become() =>
        Refused(
            zip =>
            {
                zip.GetEntry("drafts.jsonl")!.Delete();
                using var bomb = zip.CreateEntry("drafts.jsonl", CompressionLevel.SmallestSize).Open();
                var zeros = new byte[1 << 20];
                for (var i = 0; i < 100; i++)
                    bomb.Write(zeros);
            },
            "“drafts.jsonl” in it is compressed"
        );

    [Theory]
    [InlineData("journal.jsonl", "\"who\":\"Ada\"", "\"who\":\"Eve\"", "does not follow")]
    [InlineData("decisions.jsonl", "\"does\":\"accept\"", "\"does\":\"reject\"", "not the decision that the journal tells")]
    [InlineData("drafts.jsonl", "\"drafter\":\"rules\"", "\"drafter\":\"other\"", "by other: The journal tells of no such draft")]
    [InlineData("sources.jsonl", "night.txt", "other.txt", "The journal tells another name")]
    [InlineData("sources.jsonl", "\"bytes\":", "\"byte\":", "Line 1 of sources.jsonl in it cannot be read")]
    [InlineData("drafts.jsonl", "{\"drafter\"", "{{{", "Line 1 of drafts.jsonl in it cannot be read")]
    [InlineData("journal.jsonl", "{", "[", "Line 1 of journal.jsonl in it cannot be read")]
    [InlineData("decisions.jsonl", "\n", "\nnull\n", "of decisions.jsonl in it cannot be read")]
    public void Is_refused_when_a_part_was_changed_and_the_manifest_with_it(string name, string from, string to, string says) =>
        Refused(
            zip =>
            {
                var text = Read(zip, name).Replace(from, to, StringComparison.Ordinal);
                zip.GetEntry(name)!.Delete();
                Write(zip, name, text);
                var manifest = System.Text.Json.Nodes.JsonNode.Parse(Read(zip, "manifest.json"))!;
                manifest["files"]![name] = Convert.ToHexStringLower(
                    System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text))
                );
                zip.GetEntry("manifest.json")!.Delete();
                Write(zip, "manifest.json", manifest.ToJsonString());
            },
            says
        );

    [Fact]
    public void Is_refused_when_it_is_no_archive_or_cut_off()
    {
        var whole = Exported(Worked(CaseFolder.Sqlite).Case);
        foreach (var bytes in new[] { [], "not a zip"u8.ToArray(), whole[..^40], whole[(whole.Length / 2)..], new byte[5000] })
            Assert.Equal(ErrorKind.Input, Import(bytes, folder.Place(CaseFolder.Sqlite)).Error!.Kind);
    }

    [Fact]
    public void Is_not_made_of_a_case_that_does_not_hold()
    {
        var desk = Worked(CaseFolder.Sqlite);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={desk.Case.Store.Place};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE sources SET file = 'other.txt'";
            command.ExecuteNonQuery();
        }

        var exported = ExportCase.Run(desk.Case, new MemoryStream(), null, TestContext.Current.CancellationToken);
        Assert.Contains("it is not exported: source", exported.Error!.Message, StringComparison.Ordinal);
    }

    private void Refused(Action<ZipArchive> change, string says)
    {
        using var stream = new MemoryStream();
        stream.Write(Exported(Worked(CaseFolder.Sqlite).Case));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        var place = folder.Place(CaseFolder.Sqlite);
        var made = Import(stream.ToArray(), place);
        Assert.False(made.Succeeded);
        Assert.Contains(says, made.Error!.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(place)!, Path.GetFileName(place) + "*"));
    }

    private Desk Worked(string store)
    {
        var desk = folder.Read(store);
        var claims = CaseFolder.Items(desk, "claims");
        CaseFolder.Decide(desk, new Accepted(claims[0].Id));
        CaseFolder.Decide(desk, new Struck(claims[1].Id));
        Work.Undo(desk, new UndoRequest { Why = "“ünsure” \u2028 \u0001" });
        var zone = CaseFolder.Items(desk, "zones")[0];
        CaseFolder.Decide(desk, new ZoneSettled(zone.Id, "Europe/Riga", "the office"));
        var source = CaseFolder.Content(desk).Sources[0].Id;
        var account = new Account
        {
            Events =
            [
                new()
                {
                    Id = "ö1",
                    Label = "verletzt",
                    Quote = new Anchor(source, 0, 0, "14 people were hurt", "", ""),
                },
            ],
        };
        Assert.Single(Work.Propose(desk, new ProposeRequest("Leser", account)).Value.Taken);
        return desk;
    }

    private static byte[] Exported(OpenedCase opened)
    {
        using var stream = new MemoryStream();
        Assert.Null(ExportCase.Run(opened, stream).Error);
        return stream.ToArray();
    }

    private static Result<OpenedCase> Import(byte[] bytes, string place) => ImportCase.Run(new MemoryStream(bytes), "case.zip", place);

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
        writer.Write(text);
    }
}
