using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Assay.Reading.Intake.Stamps;

/// <summary>The roots that time stamps are trusted by: those of the system, and those that somebody named. It is a choice of whoever looks
/// and is kept in no case, so that no case can vouch for its own stamps.</summary>
public sealed class StampTrust
{
    private const string StampUse = "1.3.6.1.5.5.7.3.8";
    private readonly X509Certificate2Collection named;

    private StampTrust(X509Certificate2Collection named) => this.named = named;

    /// <summary>The roots of the system alone.</summary>
    public static StampTrust System { get; } = new([]);

    /// <summary>Certificates that were named, by which a stamp that does not carry its own can be verified.</summary>
    internal X509Certificate2Collection Named => named;

    /// <summary>The roots of the system and others.</summary>
    /// <param name="named">The others.</param>
    public static StampTrust Of(X509Certificate2Collection named) => named.Count == 0 ? System : new StampTrust(named);

    /// <summary>The root that the chain of who stamped leads to; null where it leads to none that is trusted. Nothing is fetched, and
    /// revocation is not looked up.</summary>
    /// <param name="stamper">Who stamped.</param>
    /// <param name="others">Certificates that came with the stamp.</param>
    /// <param name="at">When the chain has to hold: the time of the stamp.</param>
    internal string? RootOf(X509Certificate2 stamper, X509Certificate2Collection others, DateTimeOffset at) =>
        Root(stamper, others, at, X509ChainTrustMode.System)
        ?? (named.Count == 0 ? null : Root(stamper, others, at, X509ChainTrustMode.CustomRootTrust));

    private string? Root(X509Certificate2 stamper, X509Certificate2Collection others, DateTimeOffset at, X509ChainTrustMode mode)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = mode;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.VerificationTime = at.UtcDateTime;
        policy.VerificationTimeIgnored = false;
        policy.ApplicationPolicy.Add(new Oid(StampUse));
        policy.ExtraStore.AddRange(others);
        if (mode == X509ChainTrustMode.CustomRootTrust)
            policy.CustomTrustStore.AddRange(named);
        return chain.Build(stamper) ? StampCheck.NameOf(chain.ChainElements[^1].Certificate) : null;
    }
}
