using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Opening;

namespace Assay.Reading.Intake.Stamps;

/// <summary>The roots that time stamps are trusted by: those of the system, and those that somebody named. It is a choice of whoever looks
/// and is kept in no case, so that no case can vouch for its own stamps.</summary>
public sealed class StampTrust
{
    private const long MostBytes = 4 << 20;
    private const string StampUse = "1.3.6.1.5.5.7.3.8";
    private readonly X509Certificate2Collection named;

    private StampTrust(X509Certificate2Collection named) => this.named = named;

    /// <summary>The roots of the system alone.</summary>
    public static StampTrust System { get; } = new([]);

    /// <summary>Certificates that were named, by which a stamp that does not carry its own can be verified.</summary>
    internal X509Certificate2Collection Named => named;

    /// <summary>The roots of the system and those in files.</summary>
    /// <param name="files">Files of certificates in PEM form.</param>
    /// <returns>The roots; or which file has none.</returns>
    public static Result<StampTrust> Of(IReadOnlyList<string> files)
    {
        var named = new X509Certificate2Collection();
        foreach (var file in files)
        {
            var bytes = SourceIntake.ReadBytes(file, IntakeOptions.Default with { MaxBytes = MostBytes });
            if (!bytes.Succeeded)
                return bytes.Error;
            var before = named.Count;
            try
            {
                named.ImportFromPem(Encoding.UTF8.GetString(bytes.Value));
            }
            catch (Exception e) when (e is CryptographicException or ArgumentException)
            {
                return Wrong(file, "A certificate in this file cannot be read.");
            }

            if (named.Count == before)
                return Wrong(file, "There is no certificate in this file.");
        }

        return named.Count == 0 ? System : new StampTrust(named);
    }

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

    private static Error Wrong(string file, string what) =>
        new(
            ErrorKind.Usage,
            what,
            "Name a file with certificates in PEM form (-----BEGIN CERTIFICATE-----).",
            new Location(Printable.Of(file))
        );
}
