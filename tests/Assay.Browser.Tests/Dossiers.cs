using Assay.Dossier;
using Assay.Tests.Fixtures;

namespace Assay.Browser.Tests;

/// <summary>The dossiers of the hand-made reports, written once into a folder of their own.</summary>
public sealed class Dossiers : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("assay-dossiers-").FullName;

    public Dossiers()
    {
        foreach (
            var (name, report) in new[]
            {
                ("ferry", Reports.Ferry),
                ("empty", Reports.Empty),
                ("clockless", Reports.WithoutClocks),
                ("hostile", Reports.Hostile),
                ("long", Reports.Long),
            }
        )
        {
            var written = DossierFolder.Write(Path.Combine(root, name), report);
            Assert.True(written.Succeeded, written.Error?.ToString());
        }
    }

    public string Page(string name) => Path.Combine(root, name, "index.html");

    public void Dispose() => Directory.Delete(root, true);
}
