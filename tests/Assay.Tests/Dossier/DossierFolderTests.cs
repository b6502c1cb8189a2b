using Assay.Cases.Report;
using Assay.Dossier;
using Assay.Ground.Outcomes;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Dossier;

public sealed class DossierFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assay-dossier-").FullName;

    [Fact]
    public void Keeps_the_originals_by_hash_beside_page_and_JSON()
    {
        var hash = Reports.Ferry.Sources[0].Sha256;
        var written = DossierFolder.Write(
            folder,
            Reports.Ferry,
            new Dictionary<string, ReadOnlyMemory<byte>> { [hash] = new byte[] { 1, 2, 3 }, ["ffff"] = new byte[] { 4 } }
        );
        Assert.Equal(Path.Combine(folder, "index.html"), written.Value);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path.Combine(folder, "sources", hash)));
        Assert.False(File.Exists(Path.Combine(folder, "sources", "ffff")));
        Assert.Equal(AuditJson.ToText(Reports.Ferry), File.ReadAllText(Path.Combine(folder, "audit.json")));
    }

    [Fact]
    public void Writes_the_same_bytes_twice()
    {
        var first = File.ReadAllBytes(DossierFolder.Write(Path.Combine(folder, "a"), Reports.Ferry).Value);
        Assert.Equal(first, File.ReadAllBytes(DossierFolder.Write(Path.Combine(folder, "b"), Reports.Ferry).Value));
    }

    [Fact]
    public void Writes_no_file_outside_when_a_hash_is_a_path()
    {
        var report = Reports.WithoutClocks with { Sources = [Reports.WithoutClocks.Sources[0] with { Sha256 = "../../evil" }] };
        DossierFolder.Write(
            Path.Combine(folder, "x"),
            report,
            new Dictionary<string, ReadOnlyMemory<byte>> { ["../../evil"] = new byte[] { 1 } }
        );
        Assert.False(File.Exists(Path.Combine(folder, "evil")));
    }

    [Fact]
    public void Says_what_to_do_when_the_folder_cannot_be_written()
    {
        var taken = Path.Combine(folder, "taken");
        File.WriteAllText(taken, "");
        var error = DossierFolder.Write(taken, Reports.Ferry).Error;
        Assert.Equal(ErrorKind.Output, error?.Kind);
        Assert.StartsWith(taken + ": The dossier could not be written: ", error?.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, true);
}
