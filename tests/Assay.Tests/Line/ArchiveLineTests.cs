using System.IO.Compression;
using System.Text;

namespace Assay.Tests.Line;

/// <summary>Archives through the front door of a case.</summary>
public sealed class ArchiveLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-archive-line");
    private readonly AssayProcess assay;

    public ArchiveLineTests() => assay = new AssayProcess(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Each_refusal_has_a_name_and_a_reason_and_the_rest_goes_on()
    {
        Zip(
            ("inner/pilot.txt", Text("The pilot in Tallinn left the quay at 7:05 p.m. on 3 May 2021.")),
            ("../../etc/cron.d/x", Text("* * * * * root true")),
            ("/absolute.txt", Text("x")),
            ("C:\\drive.txt", Text("x")),
            ("pic.png", [0x89, 0x50, 0x4E, 0x47, 0]),
            ("book.odt", [.. "PK\u0003\u0004"u8, .. new byte[40]]),
            ("bomb.txt", new byte[300 << 20]),
            ("\u202Egpj.txt", Text("The guard in Riga shut the gate at 6:30 p.m. on 3 May 2021.")),
            ("__MACOSX/._x", Text("x"))
        );
        var ran = assay.Run(
            "$ASSAY case new n.assay; $ASSAY case add n.assay docs.zip; echo code $?; $ASSAY case list n.assay; $ASSAY case verify n.assay"
        );
        Assert.Contains("code 4", ran.Output, StringComparison.Ordinal);
        foreach (
            var refused in new[]
            {
                "docs.zip » ../../etc/cron.d/x: Its name leads out of the archive.",
                "docs.zip » /absolute.txt: Its name leads out of the archive.",
                "docs.zip » C:\\drive.txt: Its name leads out of the archive.",
                "docs.zip » pic.png: This is a PNG picture.",
                "docs.zip » book.odt:",
                "docs.zip » bomb.txt: It unpacks to 300 MB, more than may still be unpacked from this archive.",
            }
        )
            Assert.Contains(refused, ran.Error, StringComparison.Ordinal);
        Assert.Equal(2, ran.Output.Split("added s-").Length - 1);
        Assert.DoesNotContain('\u202E', ran.Output); // a sign that turns the direction of writing is written out
        Assert.Contains("lay in docs.zip (ZIP archive), sha256 ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("2 sources", ran.Output, StringComparison.Ordinal);
        Assert.Contains("all hold", ran.Output, StringComparison.Ordinal);
        Assert.Equal(["docs.zip", "n.assay"], folder.GetFileSystemInfos().Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_export_of_a_case_is_no_archive_of_documents()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "a.txt"), "The pilot left the quay at 7:05 p.m. on 3 May 2021.");
        var ran = assay.Run(
            "($ASSAY case new n.assay; $ASSAY case add n.assay a.txt; $ASSAY case export n.assay n.zip) > /dev/null; $ASSAY case add n.assay n.zip; echo code $?"
        );
        Assert.Contains("n.zip: This is an export of a case. 'assay case import' makes a case of it.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("code 3", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_cut_off_or_no_archive_is_refused_with_a_sentence()
    {
        Zip(("pilot.txt", Text("The pilot in Tallinn left the quay at 7:05 p.m. on 3 May 2021.")));
        var whole = File.ReadAllBytes(Path.Combine(folder.FullName, "docs.zip"));
        File.WriteAllBytes(Path.Combine(folder.FullName, "cut.zip"), whole[..^30]);
        File.WriteAllBytes(Path.Combine(folder.FullName, "empty.zip"), [.. "PK\u0005\u0006"u8, .. new byte[18]]);
        var ran = assay.Run("$ASSAY case new n.assay; $ASSAY case add n.assay cut.zip empty.zip; echo code $?");
        Assert.Contains("cut.zip: The ZIP archive is broken and cannot be opened.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("empty.zip: The archive has no file in it.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("code 3", ran.Output, StringComparison.Ordinal);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private void Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var zip = ZipFile.Open(Path.Combine(folder.FullName, "docs.zip"), ZipArchiveMode.Create);
        foreach (var (name, bytes) in files)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(bytes);
        }
    }
}
