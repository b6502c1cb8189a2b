using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Assay.Tests.Fixtures;

/// <summary>An authority that stamps: a root, and a certificate of it for time stamps, both made for the test.</summary>
internal sealed class StampAuthority : IDisposable
{
    public const string Uses = "1.3.6.1.5.5.7.3.8";
    private const string TokenContent = "1.2.840.113549.1.9.16.1.4";
    private const string SigningCertificate = "1.2.840.113549.1.9.16.2.47";
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2021, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly X509Certificate2 root;
    private readonly X509Certificate2 stamper;

    /// <summary>Makes the authority. Its certificate holds from 2020-01-01 to 2021-06-01, its root until 2040.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="use">What its certificate is for.</param>
    /// <param name="isCritical">False where that may be passed over.</param>
    public StampAuthority(string name = "Harbour Time Authority", string use = Uses, bool isCritical = true)
    {
        using var above = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var own = new CertificateRequest("CN=Harbour Root", above, HashAlgorithmName.SHA256);
        own.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        own.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        root = own.CreateSelfSigned(From, Until.AddYears(19));
        using var key = RSA.Create(2048);
        var asked = new CertificateRequest($"CN=\"{name}\"", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        asked.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], isCritical));
        using var made = asked.Create(root.SubjectName, X509SignatureGenerator.CreateForECDsa(above), From, Until, [7, 1]);
        stamper = made.CopyWithPrivateKey(key);
    }

    /// <summary>A time at which its certificate holds.</summary>
    public static DateTimeOffset InTime { get; } = new(2021, 5, 4, 6, 30, 15, TimeSpan.Zero);

    /// <summary>The certificate it stamps with in PEM form.</summary>
    public string StamperPem => stamper.ExportCertificatePem();

    /// <summary>Its root in PEM form.</summary>
    public string RootPem => root.ExportCertificatePem();

    /// <summary>A token over bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="at">When.</param>
    /// <param name="hash">The hash algorithm.</param>
    /// <param name="carries">False where it comes without its certificate.</param>
    /// <param name="content">What it says that it holds.</param>
    public byte[] Token(
        byte[] bytes,
        DateTimeOffset? at = null,
        HashAlgorithmName? hash = null,
        bool carries = true,
        string content = TokenContent
    )
    {
        var name = hash ?? HashAlgorithmName.SHA256;
        var info = new Rfc3161TimestampTokenInfo(
            new Oid("1.2.3.4.5"),
            Oid.FromFriendlyName(name.Name!, OidGroup.HashAlgorithm),
            CryptographicOperations.HashData(name, bytes),
            new byte[] { 5 },
            at ?? InTime
        );
        var signed = new SignedCms(new ContentInfo(new Oid(content), info.Encode()), false);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, stamper)
        {
            IncludeOption = carries ? X509IncludeOption.EndCertOnly : X509IncludeOption.None,
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificate), Named()));
        signed.ComputeSignature(signer);
        return signed.Encode();
    }

    /// <summary>The answer of an authority.</summary>
    /// <param name="token">The token in it, or null.</param>
    /// <param name="status">What it says came of the request: 0 granted, 2 refused.</param>
    public static byte[] Answer(byte[]? token, int status = 0)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
                writer.WriteInteger(status);
            if (token is not null)
                writer.WriteEncodedValue(token);
        }

        return writer.Encode();
    }

    /// <summary>A request for a stamp over bytes, which nobody has answered.</summary>
    public static byte[] Request(byte[] bytes) =>
        Rfc3161TimestampRequest.CreateFromData(bytes, HashAlgorithmName.SHA256, requestSignerCertificates: true).Encode();

    public void Dispose()
    {
        root.Dispose();
        stamper.Dispose();
    }

    // Which certificate signed (RFC 5035), with its SHA-256.
    private byte[] Named()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(stamper.RawData));
        return writer.Encode();
    }
}
