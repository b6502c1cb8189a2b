using System.Security.Cryptography;

namespace Assay.Tests.Formats;

/// <summary>Pages in web archives are sources; what does not hold is refused.</summary>
public sealed class WebArchiveTests : IDisposable
{
    private const string Said = "OSLO, 3 March 2021 - The port says that the ferry left at 14:10.";
    private readonly string folder = Directory.CreateTempSubdirectory("assay-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_page_has_its_address_and_its_time_of_capture_apart_from_its_date()
    {
        var run = await Audited("a.warc", MadeFiles.Warc("The ferry", Said));
        var origin = run.Source.GetProperty("origin");
        Assert.Equal(MadeFiles.Address, origin.GetProperty("url").GetString());
        Assert.Equal(MadeFiles.CapturedAt, origin.GetProperty("captured").GetProperty("value").GetString());
        Assert.Equal("2021-03-03", run.Source.GetProperty("published").GetString());
        Assert.Equal($"{MadeFiles.Address} ({MadeFiles.CapturedAt})", origin.GetProperty("entry").GetString());
    }

    [Fact]
    public async Task Only_HTML_that_was_answered_with_200_is_taken()
    {
        byte[] archive =
        [
            .. MadeFiles.Record("warcinfo", "", "software: x"u8.ToArray()),
            .. MadeFiles.Response("https://example.org/gone", MadeFiles.Html("Gone", Said), status: "404 Not Found"),
            .. MadeFiles.Response("https://example.org/style", "p { }"u8.ToArray(), "text/css"),
            .. MadeFiles.Record("request", MadeFiles.Address, "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            .. MadeFiles.Warc("The ferry", Said),
        ];
        var run = await Audited("a.warc", archive);
        Assert.Equal(1, run.Report.GetProperty("sources").GetArrayLength());
    }

    [Fact]
    public async Task A_body_that_was_packed_and_cut_into_parts_is_read()
    {
        var packed = MadeFiles.Packed(MadeFiles.Html("The ferry", Said));
        byte[] body = [.. MadeFiles.Utf8($"{packed.Length:x}\r\n"), .. packed, .. "\r\n0\r\n\r\n"u8];
        byte[] block =
        [
            .. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"u8,
            .. body,
        ];
        var run = await Audited(
            "a.warc",
            MadeFiles.Record("response", MadeFiles.Address, block, $"WARC-Payload-Digest: {MadeFiles.Digest(packed)}\r\n")
        );
        Assert.Contains(Said, run.Article);
    }

    [Theory]
    [InlineData("sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("sha256:0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_page_whose_digest_does_not_hold_is_refused_and_the_others_go_on(string digest)
    {
        byte[] archive =
        [
            .. MadeFiles.Response("https://example.org/changed", MadeFiles.Html("Changed", Said), digest: digest),
            .. MadeFiles.Warc("The ferry", Said),
        ];
        var run = await Run.Audit(Written("a.warc", archive));
        Assert.Equal(4, run.Code);
        Assert.Contains("do not have the payload digest that the archive gives", run.Error, StringComparison.Ordinal);
        Assert.Contains("https://example.org/changed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digests_that_archives_write_are_those_of_RFC_4648() =>
        await Audited(
            "a.warc",
            MadeFiles.Record(
                "response",
                MadeFiles.Address,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The ferry left at 14:10, says the port.</p>"u8.ToArray(),
                $"WARC-Payload-Digest: sha1:{KnownDigest}\r\n"
            )
        );

    // By a tool of another maker: printf ... | openssl sha1 -binary | base32
    private const string KnownDigest = "5GSS6XN4BQFLMY76RYO4D6YMPSMGZSEF";

    [Fact]
    public async Task An_archive_that_breaks_off_gives_what_stands_before()
    {
        var whole = MadeFiles.Warc("The ferry", Said);
        var run = await Run.Audit(Written("a.warc", [.. whole, .. whole[..^20]]));
        Assert.Equal(4, run.Code);
        Assert.Contains("The archive ends in the middle of record 2.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_pages_that_a_WACZ_file_lists_are_taken()
    {
        var archive = MadeFiles.Packed(
            MadeFiles.Response("https://example.org/advert", MadeFiles.Html("Advert", Said)),
            MadeFiles.Warc("The ferry", Said)
        );
        var run = await Audited("a.wacz", MadeFiles.Wacz(archive, [MadeFiles.Address]));
        Assert.Equal(1, run.Report.GetProperty("sources").GetArrayLength());
        Assert.Equal("no signature", run.Source.GetProperty("origin").GetProperty("signature").GetString());
        Assert.Equal("WACZ", run.Source.GetProperty("origin").GetProperty("fileFormat").GetString());
    }

    [Fact]
    public async Task A_file_in_a_WACZ_archive_that_was_changed_is_refused()
    {
        var made = MadeFiles.Wacz("The ferry", Said);
        var other = MadeFiles.Packed(MadeFiles.Warc("Another", Said));
        var run = await Run.Audit(Written("a.wacz", Swapped(made, "archive/data.warc.gz", other)));
        Assert.Equal(3, run.Code);
        Assert.Contains(
            "archive/data.warc.gz: Its bytes do not have the digest that the datapackage.json gives.",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("../../etc/cron.d/job")]
    [InlineData("archive/..\\..\\x.warc")]
    [InlineData("/tmp/x")]
    public async Task A_name_that_leads_out_of_the_archive_refuses_it(string name)
    {
        var archive = MadeFiles.Packed(MadeFiles.Warc("The ferry", Said));
        var run = await Run.Audit(Written("a.wacz", MadeFiles.Wacz(archive, [MadeFiles.Address], null, (name, [1]))));
        Assert.Equal(3, run.Code);
        Assert.Contains("a name that leads out of it", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_by_a_key_that_names_nobody_is_called_anonymous()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var signed = await Signature(hash => Anonymous(key, hash, key.SignData(hash, HashAlgorithmName.SHA256)));
        Assert.StartsWith("anonymous: signed with a key that names nobody", signed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_of_something_else_is_called_not_valid()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var signed = await Signature(hash => Anonymous(key, hash, key.SignData([1, 2, 3], HashAlgorithmName.SHA256)));
        Assert.StartsWith("not valid", signed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_of_another_digest_is_called_not_valid()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var other = MadeFiles.Utf8(MadeFiles.Digest([1]));
        var signed = await Signature(hash => new
        {
            hash = System.Text.Encoding.UTF8.GetString(other),
            signature = Convert.ToBase64String(key.SignData(hash, HashAlgorithmName.SHA256)),
            publicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
        });
        Assert.StartsWith("not valid: what is signed is another digest", signed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_that_was_changed_after_it_was_signed_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var made = MadeFiles.Wacz(
            MadeFiles.Packed(MadeFiles.Warc("The ferry", Said)),
            [MadeFiles.Address],
            hash => Anonymous(key, hash, key.SignData(hash, HashAlgorithmName.SHA256))
        );
        var run = await Run.Audit(Written("a.wacz", Swapped(made, "datapackage.json", "{\"resources\":[]}"u8.ToArray())));
        Assert.Equal(3, run.Code);
        Assert.Contains("does not have the digest that datapackage-digest.json gives", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_that_is_not_listed_or_has_no_digest_is_refused_and_the_rest_goes_on()
    {
        var archive = MadeFiles.Packed(MadeFiles.Warc("The ferry", Said));
        var run = await Run.Audit(Written("a.wacz", MadeFiles.Wacz(archive, [MadeFiles.Address], null, ("archive/more.warc.gz", archive))));
        Assert.Equal(4, run.Code);
        Assert.Contains("archive/more.warc.gz: The datapackage.json does not list this file", run.Error, StringComparison.Ordinal);
        var bare = "{\"resources\":[{\"path\":\"archive/data.warc.gz\"}]}"u8.ToArray();
        run = await Run.Audit(Written("b.wacz", Swapped(MadeFiles.Wacz(archive, [MadeFiles.Address]), "datapackage.json", bare)));
        Assert.Equal(3, run.Code);
        Assert.Contains("gives no digest of it that can be checked", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_never_called_trusted()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=example.org", key, HashAlgorithmName.SHA256);
        var names = new System.Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder();
        names.AddDnsName("example.org");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(made, made.AddYears(1));
        var signed = await Signature(hash => new
        {
            hash = System.Text.Encoding.UTF8.GetString(hash),
            domain = "example.org",
            domainCert = certificate.ExportCertificatePem(),
            signature = Convert.ToBase64String(key.SignData(hash, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
        });
        Assert.StartsWith("signed in the name of example.org, not verified: there is no time stamp", signed, StringComparison.Ordinal);
    }

    private static object Anonymous(ECDsa key, byte[] hash, byte[] signature) =>
        new
        {
            hash = System.Text.Encoding.UTF8.GetString(hash),
            signature = Convert.ToBase64String(signature),
            publicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
        };

    private async Task<string> Signature(Func<byte[], object?> signed)
    {
        var archive = MadeFiles.Packed(MadeFiles.Warc("The ferry", Said));
        var run = await Audited("a.wacz", MadeFiles.Wacz(archive, [MadeFiles.Address], signed));
        return run.Source.GetProperty("origin").GetProperty("signature").GetString()!;
    }

    private static byte[] Swapped(byte[] zip, string name, byte[] bytes)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(zip));
        return MadeFiles.Zip([
            .. archive.Entries.Select(e =>
            {
                using var stream = e.Open();
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                return (e.FullName, e.FullName == name ? bytes : copy.ToArray());
            }),
        ]);
    }

    private async Task<Run> Audited(string name, byte[] bytes)
    {
        var run = await Run.Audit(Written(name, bytes));
        Assert.True(run.Code == 0, run.Error);
        return run;
    }

    private string Written(string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
