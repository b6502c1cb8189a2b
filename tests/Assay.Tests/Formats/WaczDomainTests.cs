using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Assay.Tests.Fixtures;
using Assay.Tests.Line;

namespace Assay.Tests.Formats;

/// <summary>A web archive signed in the name of a domain, on a machine that trusts the roots of its certificate and of its time
/// stamp.</summary>
public sealed class WaczDomainTests : IDisposable
{
    private const string Domain = "archive.example.org";
    private const string Said = "OSLO, 3 March 2021 - The port says that the ferry left at 14:10.";
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-wacz");
    private readonly StampAuthority authority = new();
    private readonly RSA rootKey = RSA.Create(2048);
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 root;
    private readonly X509Certificate2 certificate;

    public WaczDomainTests()
    {
        var above = new CertificateRequest("CN=Lantern Root", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        above.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root = above.CreateSelfSigned(From, From.AddYears(20));
        var asked = new CertificateRequest($"CN={Domain}", key, HashAlgorithmName.SHA256);
        asked.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Domain);
        asked.CertificateExtensions.Add(names.Build());
        var signing = X509SignatureGenerator.CreateForRSA(rootKey, RSASignaturePadding.Pkcs1);
        certificate = asked.Create(root.SubjectName, signing, From, From.AddYears(2), [9]);
    }

    public void Dispose()
    {
        authority.Dispose();
        rootKey.Dispose();
        key.Dispose();
        root.Dispose();
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Is_called_trusted_when_certificate_and_time_stamp_hold_up_to_roots_that_are_trusted() =>
        Assert.StartsWith($"trusted: signed by {Domain}, whose certificate and time stamp hold", Found(new()), StringComparison.Ordinal);

    [Theory]
    [InlineData("name", "the certificate is of another name")]
    [InlineData("no stamp", "there is no time stamp")]
    [InlineData("stamp of something else", "the time stamp is not one of this signature")]
    [InlineData("stamp when it did not hold yet", "the chain of its certificate does not lead to a root that this machine trusts")]
    [InlineData("unknown root", "the chain of its certificate does not lead to a root that this machine trusts")]
    [InlineData("unknown authority", "the chain of the time stamp does not lead to a root that this machine trusts")]
    public void Is_never_called_trusted_when_one_of_them_does_not_hold(string what, string why) =>
        Assert.Contains($", not verified: {why}", Found(Changed(what)), StringComparison.Ordinal);

    [Fact]
    public void Is_called_not_valid_when_the_signature_is_of_something_else() =>
        Assert.StartsWith(
            $"not valid: the signature does not belong to this archive and the certificate of {Domain}",
            Found(new Case { Signed = _ => [1, 2, 3] }),
            StringComparison.Ordinal
        );

    private Case Changed(string what) =>
        what switch
        {
            "name" => new Case { Name = "other.example.org" },
            "no stamp" => new Case { HasStamp = false },
            "stamp of something else" => new Case { Stamped = _ => [1, 2, 3] },
            "stamp when it did not hold yet" => new Case { At = From.AddDays(1), Certificate = Late() },
            "unknown root" => new Case { Trusted = authority.RootPem },
            _ => new Case { Trusted = root.ExportCertificatePem() },
        };

    // From a day on that is after the one of the stamp.
    private string Late()
    {
        var asked = new CertificateRequest($"CN={Domain}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Domain);
        asked.CertificateExtensions.Add(names.Build());
        var signing = X509SignatureGenerator.CreateForRSA(rootKey, RSASignaturePadding.Pkcs1);
        using var late = asked.Create(root.SubjectName, signing, From.AddYears(1), From.AddYears(15), [8]);
        return late.ExportCertificatePem();
    }

    private string Found(Case of)
    {
        var archive = MadeFiles.Packed(MadeFiles.Warc("The ferry", Said));
        var made = MadeFiles.Wacz(archive, [MadeFiles.Address], hash => Signature(of, hash));
        File.WriteAllBytes(Path.Combine(folder.FullName, "a.wacz"), made);
        File.WriteAllText(Path.Combine(folder.FullName, "roots.pem"), of.Trusted ?? root.ExportCertificatePem() + "\n" + authority.RootPem);
        var ran = new AssayProcess(folder.FullName).Run(
            "SSL_CERT_FILE=$PWD/roots.pem SSL_CERT_DIR=$PWD/none $ASSAY audit a.wacz --no-dossier --format json"
        );
        Assert.True(ran.Code == 0, ran.Error);
        using var report = JsonDocument.Parse(ran.Output);
        return report.RootElement.GetProperty("sources")[0].GetProperty("origin").GetProperty("signature").GetString()!;
    }

    private object Signature(Case of, byte[] hash)
    {
        var signature = key.SignData(of.Signed(hash), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return new
        {
            hash = Encoding.UTF8.GetString(hash),
            domain = of.Name,
            domainCert = of.Certificate ?? certificate.ExportCertificatePem(),
            signature = Convert.ToBase64String(signature),
            timeSignature = of.HasStamp ? Convert.ToBase64String(authority.Token(of.Stamped(signature), of.At)) : null,
            timestampCert = authority.StamperPem,
        };
    }

    private sealed record Case
    {
        public string Name { get; init; } = Domain;

        public bool HasStamp { get; init; } = true;

        public DateTimeOffset? At { get; init; }

        public string? Certificate { get; init; }

        public string? Trusted { get; init; }

        public Func<byte[], byte[]> Signed { get; init; } = bytes => bytes;

        public Func<byte[], byte[]> Stamped { get; init; } = bytes => bytes;
    }
}
