using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Stamps;

namespace Assay.Reading.Intake.Opening;

/// <summary>Reads the roots that somebody names for time stamps.</summary>
public static class StampRoots
{
    private const long MostBytes = 4 << 20;

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

        return StampTrust.Of(named);
    }

    private static Error Wrong(string file, string what) =>
        new(
            ErrorKind.Usage,
            what,
            "Name a file with certificates in PEM form (-----BEGIN CERTIFICATE-----).",
            new Location(Printable.Of(file))
        );
}
