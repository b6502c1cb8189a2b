using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Reading.Intake.Stamps;

/// <summary>Verifies a time stamp (RFC 3161) over bytes, without any network: its signature, the hash it stands over, and the chain of who
/// signed it. Bytes that are no stamp are a finding, never an exception.</summary>
public static class StampCheck
{
    /// <summary>Most bytes of a time stamp that is taken: 128 KiB. One with its whole chain has under ten.</summary>
    public const int MostBytes = 128 << 10;

    private const int MostCertificates = 32;
    private const int LongestName = 200;
    private const string StampUse = "1.3.6.1.5.5.7.3.8";
    private const string Content = "1.2.840.113549.1.9.16.1.4";
    private const string Unreadable = "it cannot be read as a time stamp of RFC 3161";

    /// <summary>What a time stamp shows of bytes.</summary>
    /// <param name="stamp">The stamp as received: a token, or an answer with a token in it.</param>
    /// <param name="source">The bytes it stands beside.</param>
    /// <param name="trust">The roots that are trusted.</param>
    public static StampFinding Of(byte[] stamp, ReadOnlySpan<byte> source, StampTrust trust)
    {
        if (stamp.Length > MostBytes)
            return Damaged($"it has {stamp.Length} bytes, more than the {MostBytes} that are taken");
        try
        {
            var (token, why) = StampEnvelope.Open(stamp);
            return why is null ? Of(token, source, trust) : Damaged(why);
        }
        catch (Exception)
        {
            return Damaged(Unreadable); // whatever a library finds in hostile bytes
        }
    }

    /// <summary>True where bytes may be a time stamp, a request for one among them: they begin as DER of more than 127 bytes
    /// does, which no text does.</summary>
    /// <param name="bytes">The bytes.</param>
    internal static bool MayBe(byte[] bytes) => bytes.Length > 1 && bytes[0] == 0x30 && bytes[1] >= 0x80;

    /// <summary>The name of whom a certificate is of, safe to print.</summary>
    internal static string NameOf(X509Certificate2 certificate)
    {
        var name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        var shown = Printable.Of(string.IsNullOrWhiteSpace(name) ? "an unnamed authority" : name.Trim());
        return shown.Length <= LongestName ? shown : shown[..LongestName] + "…";
    }

    private static StampFinding Of(ReadOnlyMemory<byte> token, ReadOnlySpan<byte> source, StampTrust trust)
    {
        var signed = new SignedCms();
        signed.Decode(token.Span);
        if (
            signed.ContentInfo.ContentType.Value != Content
            || signed.SignerInfos.Count != 1
            || !Rfc3161TimestampTokenInfo.TryDecode(signed.ContentInfo.Content, out var info, out _)
        )
            return Damaged(Unreadable);
        if (signed.Certificates.Count > MostCertificates)
            return Damaged($"it has more than {MostCertificates} certificates in it");
        var hash = info.GetMessageHash().Span;
        X509Certificate2? stamper = null;
        var isSound =
            Rfc3161TimestampToken.TryDecode(token, out var sound, out _)
            && sound.VerifySignatureForHash(hash, info.HashAlgorithmId, out stamper, trust.Named);
        var doubt = isSound ? null : Doubt(signed.SignerInfos[0], info.Timestamp, out stamper);
        if (!isSound && doubt is null)
            return Damaged("its signature does not hold: something in it was changed");
        var found = new StampFinding(StampState.NotTrusted, doubt)
        {
            By = stamper is null ? null : NameOf(stamper),
            At = Instant.FromDateTimeOffset(info.Timestamp),
            Algorithm = StampHashes.NameOf(info.HashAlgorithmId),
            Hash = Convert.ToHexStringLower(hash),
        };
        if (StampHashes.Wrong(info.HashAlgorithmId, hash, source) is { } other)
            return found with { State = StampState.OtherBytes, Reason = other };
        if (!isSound)
            return found;
        return trust.RootOf(stamper!, signed.Certificates, info.Timestamp) is { } root
            ? found with
            {
                State = StampState.Trusted,
                Root = root,
            }
            : found with
            {
                Reason = "its chain leads to no root that is trusted here",
            };
    }

    // Why a signature counts for nothing though it is one; null where it is none.
    private static string? Doubt(SignerInfo signer, DateTimeOffset at, out X509Certificate2? stamper)
    {
        stamper = signer.Certificate;
        if (stamper is null)
            return "the certificate of who signed it is not in it, so its signature cannot be checked";
        try
        {
            signer.CheckSignature([stamper], verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            return null;
        }

        var uses = stamper.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault();
        if (uses is not { Critical: true } || !uses.EnhancedKeyUsages.Cast<Oid>().Any(o => o.Value == StampUse))
            return "the certificate of who signed it is not one for time stamps";
        return at < stamper.NotBefore || at > stamper.NotAfter
            ? "the certificate of who signed it was not valid at that time"
            : "the certificate of who signed it is not the one that the stamp names";
    }

    private static StampFinding Damaged(string why) => new(StampState.Damaged, why);
}
