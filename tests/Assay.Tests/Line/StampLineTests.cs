using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Line;

/// <summary>Time stamps beside sources, through the front door: what each shows, and that nothing that stands in a stamp's place does
/// harm.</summary>
public sealed class StampLineTests : IDisposable
{
    private const string Trusted =
        "It is over these bytes, by a trusted authority: Harbour Time Authority, at 2021-05-04 06:30:15 UTC, over the SHA-256 ";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-stamps");
    private readonly StampAuthority authority = new();
    private readonly AssayProcess assay;

    public StampLineTests()
    {
        assay = new AssayProcess(folder.FullName);
        Put("root.pem", Encoding.ASCII.GetBytes(authority.RootPem));
        Put("a.txt", Story("a"));
    }

    public void Dispose()
    {
        authority.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Says_who_stamped_when_over_which_hash_and_whom_it_trusts()
    {
        Put("a.txt.tsr", StampAuthority.Answer(authority.Token(Story("a"))));
        Put("b.txt", Story("b"));
        var ran = assay.Run(
            """
            set -e
            $ASSAY case new n.assay --as Ada
            $ASSAY case add n.assay a.txt b.txt --as Ada
            $ASSAY case read n.assay --as Ada
            echo UNKNOWN; $ASSAY case verify n.assay
            echo NAMED; $ASSAY case verify n.assay --stamp-root root.pem
            $ASSAY case check n.assay --format json --stamp-root root.pem > report.json
            $ASSAY case check n.assay --format md > report.md
            $ASSAY case publish n.assay --out dossier --stamp-root root.pem > said
            $ASSAY case log n.assay
            """
        );
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var hash = Hash(Story("a"));
        var untrusted =
            $"a.txt.tsr: It is over these bytes, by an authority not trusted here: Harbour Time Authority, as it says at 2021-05-04 06:30:15 UTC, over the SHA-256 {hash}; its chain leads to no root that is trusted here.";
        Assert.Contains(untrusted, ran.Output.Split("UNKNOWN")[0], StringComparison.Ordinal);
        Assert.Contains(untrusted, ran.Output.Split("NAMED")[0].Split("UNKNOWN")[1], StringComparison.Ordinal);
        Assert.Contains($"{Trusted}{hash}; its chain leads to Harbour Root.", ran.Output.Split("NAMED")[1], StringComparison.Ordinal);
        Assert.Contains("No time stamp stands beside it.", ran.Output.Split("NAMED")[1], StringComparison.Ordinal);
        Assert.Contains("Ada: kept the time stamp a.txt.tsr beside s-", ran.Output, StringComparison.Ordinal);

        var sources = JsonNode.Parse(Read("report.json"))!["sources"]!.AsArray();
        var stamp = Assert.Single(sources[0]!["stamps"]!.AsArray())!;
        Assert.Equal("trusted", (string?)stamp["state"]);
        Assert.Equal(
            ("Harbour Time Authority", "2021-05-04T06:30:15Z", "SHA-256", hash, "Harbour Root", null),
            (
                (string?)stamp["by"],
                (string?)stamp["at"],
                (string?)stamp["algorithm"],
                (string?)stamp["hash"],
                (string?)stamp["root"],
                (string?)stamp["reason"]
            )
        );
        Assert.Null(sources[1]!["stamps"]);
        Assert.Contains(
            "Time stamp a.txt.tsr: It is over these bytes, by an authority not trusted here",
            Read("report.md"),
            StringComparison.Ordinal
        );
        var page = Read("dossier/index.html");
        Assert.Contains($"<dt>Time stamp</dt><dd><bdi>a.txt.tsr: {Trusted}{hash}", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Time stamp</dt><dd><bdi>No time stamp stands beside it.", page, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(At("a.txt.tsr")), File.ReadAllBytes(At($"dossier/sources/{(string?)stamp["sha256"]}")));
    }

    [Fact]
    public void Says_of_each_stamp_that_is_not_what_it_should_be_why()
    {
        using var server = new StampAuthority(use: "1.3.6.1.5.5.7.3.1");
        var sound = authority.Token(Story("x"));
        var changed = sound.ToArray();
        changed[^10] ^= 1; // in the signature
        var late = StampAuthority.InTime.AddMonths(2);
        (string File, byte[] Stamp, string Says)[] stamps =
        [
            ("token.txt.tst", authority.Token(Story("token")), "over these bytes, by a trusted authority"),
            ("tsq.txt.tsq", StampAuthority.Answer(authority.Token(Story("tsq")), 1), "over these bytes, by a trusted authority"),
            ("sha512.txt.tsr", authority.Token(Story("sha512"), hash: HashAlgorithmName.SHA512), "over the SHA-512 "),
            ("sha1.txt.tsr", authority.Token(Story("sha1"), hash: HashAlgorithmName.SHA1), "a hash that two files can be made to share"),
            ("other.txt.tsr", StampAuthority.Answer(sound), "It is not over these bytes: its hash is another than that of the source."),
            ("changed.txt.tsr", changed, "It is damaged and shows nothing: its signature does not hold: something in it was changed."),
            ("cut.txt.tsr", sound[..^40], "It is damaged and shows nothing: it cannot be read as a time stamp of RFC 3161."),
            ("empty.txt.tsr", [], "It is damaged and shows nothing"),
            ("words.txt.tsr", Story("words"), "It is damaged and shows nothing"),
            ("refused.txt.tsr", StampAuthority.Answer(null, 2), "the answer of an authority that refused to stamp (status 2)"),
            ("nothing.txt.tsr", StampAuthority.Answer(null), "an answer with no time stamp in it"),
            ("bare.txt.tsr", authority.Token(Story("bare"), carries: false), "not trusted here: an authority that it does not show"),
            ("web.txt.tsr", server.Token(Story("web")), "the certificate of who signed it is not one for time stamps"),
            ("late.txt.tsr", authority.Token(Story("late"), late), "the certificate of who signed it was not valid at that time"),
        ];
        foreach (var (file, bytes, _) in stamps)
        {
            Put(Path.GetFileNameWithoutExtension(file), Story(file.Split('.')[0]));
            Put(file, bytes);
        }

        Put("root2.pem", Encoding.ASCII.GetBytes(server.RootPem));
        var ran = assay.Run(
            """
            $ASSAY case new n.assay --as Ada && $ASSAY case add n.assay . --as Ada > added && $ASSAY case verify n.assay --stamp-root root.pem --stamp-root root2.pem
            """
        );
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        foreach (var (file, _, says) in stamps)
            Assert.Contains(
                says,
                Assert.Single(ran.Output.Split('\n'), l => l.Contains($" {file}: ", StringComparison.Ordinal)),
                StringComparison.Ordinal
            );
        Assert.Contains("all hold", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_no_stamp_that_is_too_large_or_has_no_file_and_passes_over_a_request()
    {
        Put("a.txt.tsr", RandomNumberGenerator.GetBytes(200 << 10));
        Put("a.txt.tsq", StampAuthority.Request(Story("a")));
        Put("alone.txt.tsr", StampAuthority.Answer(authority.Token(Story("alone"))));
        var ran = assay.Run("$ASSAY case new n.assay --as Ada && $ASSAY case add n.assay a.txt a.txt.tsr alone.txt.tsr --as Ada");
        Assert.Equal(4, ran.Code);
        Assert.Contains(
            "a.txt.tsr: The time stamp was not taken. The file has 0.2 MB; the limit is 0.13 MB.",
            ran.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "alone.txt.tsr: This is a time stamp, and the file that it stands beside was not given with it. Give it together with “alone.txt”",
            ran.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("added s-", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("stamp s-", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_stamp_that_comes_later_and_keeps_it_once()
    {
        Put("a.tsr", StampAuthority.Answer(authority.Token(Story("a")))); // the name of another file
        var before = assay.Run("$ASSAY case new n.assay --as Ada && $ASSAY case add n.assay a.txt --as Ada && $ASSAY case verify n.assay");
        Assert.DoesNotContain("ime stamp", before.Output, StringComparison.Ordinal);
        File.Move(At("a.tsr"), At("a.txt.tsr"));
        var later = assay.Run("$ASSAY case add n.assay a.txt --as Ada --stamp-root root.pem");
        Assert.Equal(["known", "stamp"], later.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0]));
        Assert.Contains(Trusted, later.Output, StringComparison.Ordinal);
        var again = assay.Run("$ASSAY case add n.assay a.txt --as Ada");
        Assert.DoesNotContain("stamp s-", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_stamps_out_of_an_archive_with_what_they_stand_beside_and_none_over_the_archive()
    {
        using (var zip = ZipFile.Open(At("docs.zip"), ZipArchiveMode.Create))
            foreach (
                var (name, bytes) in new[]
                {
                    ("in/a.txt.tsr", StampAuthority.Answer(authority.Token(Story("a")))),
                    ("in/a.txt", Story("a")),
                    ("in/a.txt.tsq", StampAuthority.Request(Story("a"))),
                    ("in/b.txt", Story("b")),
                    ("in/b.txt.tst", new byte[200 << 10]),
                    ("c.txt.tsr", StampAuthority.Answer(authority.Token(Story("c")))),
                }
            )
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }

        Put("docs.zip.tsr", StampAuthority.Answer(authority.Token(File.ReadAllBytes(At("docs.zip")))));
        var ran = assay.Run("$ASSAY case new n.assay --as Ada && $ASSAY case add n.assay docs.zip --as Ada --stamp-root root.pem");
        Assert.Equal(4, ran.Code);
        var stamp = Assert.Single(ran.Output.Split('\n'), l => l.StartsWith("stamp ", StringComparison.Ordinal));
        Assert.Contains($"in/a.txt.tsr: {Trusted}{Hash(Story("a"))}", stamp, StringComparison.Ordinal);
        Assert.Equal(2, ran.Output.Split('\n').Count(l => l.StartsWith("added ", StringComparison.Ordinal)));
        Assert.Contains(
            "docs.zip » in/b.txt.tst: The time stamp was not taken. It has 204800 bytes; the limit is 131072.",
            ran.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "docs.zip » c.txt.tsr: This is a time stamp, and the file that it stands beside was not given",
            ran.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "docs.zip: The time stamp beside it was not taken: what lay in this file is kept",
            ran.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(3, ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Trusts_the_roots_of_the_system_and_refuses_a_file_that_holds_none()
    {
        Put("a.txt.tsr", StampAuthority.Answer(authority.Token(Story("a"))));
        var ran = assay.Run(
            """
            $ASSAY case new n.assay --as Ada && $ASSAY case add n.assay a.txt --as Ada > added
            SSL_CERT_FILE=$PWD/root.pem $ASSAY case verify n.assay
            $ASSAY case verify n.assay --stamp-root a.txt; echo "code $?"
            $ASSAY case check n.assay --stamp-root none.pem; echo "code $?"
            """
        );
        Assert.Contains(Trusted, ran.Output, StringComparison.Ordinal);
        Assert.Contains("a.txt: There is no certificate in this file.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("none.pem: There is no such file.", ran.Error, StringComparison.Ordinal);
        Assert.Equal(["code 2", "code 3"], ran.Output.Split('\n').Where(l => l.StartsWith("code", StringComparison.Ordinal)));
    }

    private static byte[] Story(string which) =>
        Encoding.UTF8.GetBytes(
            $"The harbour office in Riga closed lock {which} at 11:40 p.m. on 3 May 2021, the insurer in London said.\n"
        );

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private string At(string name) => Path.Combine(folder.FullName, name);

    private string Read(string name) => File.ReadAllText(At(name));

    private void Put(string name, byte[] bytes) => File.WriteAllBytes(At(name), bytes);
}
