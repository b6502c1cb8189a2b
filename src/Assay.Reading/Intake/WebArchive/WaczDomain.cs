using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Assay.Ground.Outcomes;

namespace Assay.Reading.Intake.WebArchive;

/// <summary>
/// Verifies the signature of a domain: the signature itself, the name in the certificate, its chain up to a root that this machine
/// trusts, and
/// the time stamp with its own chain. Revocation is not looked up, since nothing is fetched.
/// </summary>
internal static class WaczDomain
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string StampUse = "1.3.6.1.5.5.7.3.8";
    private const int MostCertificates = 16;

    /// <summary>Who signed, in words; the word trusted only where all of it holds.</summary>
    public static string InWords(JsonElement signed, string chain, byte[] data, byte[] signature)
    {
        var domain = Printable.Of(WaczPackage.Text(signed, "domain") ?? "an unnamed domain");
        try
        {
            var certificates = Read(chain);
            if (certificates.Count == 0)
                return $"not valid: the certificate of {domain} cannot be read";
            if (!IsSigned(certificates[0], data, signature))
                return $"not valid: the signature does not belong to this archive and the certificate of {domain}";
            return Doubt(signed, domain, certificates, signature) is { } doubt
                ? $"signed in the name of {domain}, not verified: {doubt}"
                : $"trusted: signed by {domain}, whose certificate and time stamp hold up to a root that this machine trusts (revocation was not looked up)";
        }
        catch (CryptographicException)
        {
            return $"signed in the name of {domain}, not verified: its certificates cannot be read";
        }
    }

    private static X509Certificate2Collection Read(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        return certificates.Count > MostCertificates ? [] : certificates;
    }

    private static bool IsSigned(X509Certificate2 certificate, byte[] data, byte[] signature)
    {
        using var ec = certificate.GetECDsaPublicKey();
        if (ec is not null)
            return WaczSignature.Verifies(ec, data, signature);
        using var rsa = certificate.GetRSAPublicKey();
        return rsa?.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) == true;
    }

    private static string? Doubt(JsonElement signed, string domain, X509Certificate2Collection certificates, byte[] signature)
    {
        if (!certificates[0].MatchesHostname(domain, allowWildcards: true, allowCommonName: false))
            return "the certificate is of another name";
        if (WaczSignature.Decoded(WaczPackage.Text(signed, "timeSignature")) is not { } stamp)
            return "there is no time stamp, so nobody can say that the certificate was valid when it was signed";
        if (
            !Rfc3161TimestampToken.TryDecode(stamp, out var token, out _)
            || !token.VerifySignatureForData(signature, out var stamper, Read(WaczPackage.Text(signed, "timestampCert") ?? ""))
            || stamper is null
        )
            return "the time stamp is not one of this signature";
        var at = token.TokenInfo.Timestamp.UtcDateTime;
        if (!IsTrusted(certificates[0], certificates, at, ServerUse))
            return "the chain of its certificate does not lead to a root that this machine trusts, at the time of the time stamp";
        return IsTrusted(stamper, Read(WaczPackage.Text(signed, "timestampCert") ?? ""), at, StampUse)
            ? null
            : "the chain of the time stamp does not lead to a root that this machine trusts";
    }

    private static bool IsTrusted(X509Certificate2 certificate, X509Certificate2Collection others, DateTime at, string use)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.VerificationTime = at;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(use));
        chain.ChainPolicy.ExtraStore.AddRange(others);
        return chain.Build(certificate);
    }
}
