using Assay.Cases.Report;
using Assay.Dossier;
using Assay.Tests.Fixtures;
using Assay.Tests.Line;

namespace Assay.Tests.Dossier;

/// <summary>A dossier is written whole or not at all, and never over another one unsaid.</summary>
public sealed class WholeDossierTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-whole");

    public void Dispose() => folder.Delete(recursive: true);

    private string At(params string[] parts) => Path.Combine([folder.FullName, .. parts]);

    private static AuditReport Report(string file) =>
        Reports.Ferry with
        {
            Sources = [.. Reports.Ferry.Sources.Select(s => s with { File = file, Title = file })],
        };

    [Fact]
    public void Holds_page_and_data_of_one_run_when_runs_are_killed_at_random()
    {
        foreach (var name in (string[])["first", "second"])
        {
            var story = string.Concat(
                Enumerable.Range(0, 300).Select(i => $"At {i % 24}:30 on 5 May 2021 the {name} mill closed in Oslo, and {i} men left. ")
            );
            File.WriteAllText(At(name + ".txt"), story);
        }

        var assay = new AssayProcess(folder.FullName);
        var waits = new Random(5);
        for (var round = 0; round < 12; round++)
        {
            var before = Written(At("d"));
            using var run = assay.Start($"exec $ASSAY audit {(round % 2 == 0 ? "first" : "second")}.txt --out d > /dev/null");
            while (Written(At("d")) == before && !run.WaitForExit(1)) { } // killed while it reads, a run has touched nothing
            if (!run.WaitForExit(waits.Next(0, 60)))
                run.Kill();
            run.WaitForExit();
            AssertWhole(At("d"));
        }

        Assert.Equal(0, assay.Run("$ASSAY audit second.txt --out d").Code);
        AssertWhole(At("d"));
        Assert.Equal(
            ["audit.json", "index.html", "sources"],
            Directory.EnumerateFileSystemEntries(At("d")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    // When anything in the folder was written last.
    private static DateTime Written(string dossier) =>
        !Directory.Exists(dossier)
            ? default
            : new DirectoryInfo(dossier)
                .EnumerateFileSystemInfos()
                .Select(i => i.LastWriteTimeUtc)
                .Append(new DirectoryInfo(dossier).LastWriteTimeUtc)
                .Max();

    [Fact]
    public async Task Holds_page_and_data_of_one_run_when_runs_write_at_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var written = await Task.WhenAll(
                Enumerable.Range(0, 6).Select(i => Task.Run(() => DossierFolder.Write(At("d"), Report($"run-{i}.txt"))))
            );
            Assert.All(written, w => Assert.True(w.Succeeded, w.Error?.ToString()));
            AssertWhole(At("d"));
        }
    }

    [Fact]
    public void Clears_away_what_a_killed_run_left_and_leaves_other_files_alone()
    {
        Directory.CreateDirectory(At("d", ".assay-unfinished-0"));
        File.WriteAllText(At("d", ".assay-unfinished-0", "index.html"), "cut");
        File.WriteAllText(At("d", "notes.txt"), "mine");
        Assert.True(DossierFolder.Write(At("d"), Reports.Ferry).Succeeded);
        Assert.Equal(
            ["audit.json", "index.html", "notes.txt"],
            Directory.EnumerateFileSystemEntries(At("d")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Takes_the_next_free_number_when_a_default_folder_holds_the_dossier_of_other_inputs()
    {
        var place = new DossierPlace(At("report"), MayGiveWay: true);
        Assert.Equal(At("report", "index.html"), DossierFolder.Write(place, Report("a/report.txt")).Value);
        Assert.Equal(At("report-2", "index.html"), DossierFolder.Write(place, Report("b/report.txt")).Value);
        Assert.Equal(At("report", "index.html"), DossierFolder.Write(place, Report("a/report.txt")).Value);
        Assert.Equal(At("report-2", "index.html"), DossierFolder.Write(place, Report("b/report.txt")).Value);
        File.WriteAllText(At("report", "audit.json"), "torn");
        Assert.Equal(At("report-3", "index.html"), DossierFolder.Write(place, Report("a/report.txt")).Value);
    }

    [Fact]
    public void Replaces_what_is_there_when_the_folder_was_asked_for()
    {
        Assert.True(DossierFolder.Write(At("asked"), Report("a/report.txt")).Succeeded);
        Assert.Equal(At("asked", "index.html"), DossierFolder.Write(At("asked"), Report("b/report.txt")).Value);
    }

    [Fact]
    public void Follows_no_symbolic_link_when_files_of_the_folder_are_links()
    {
        Directory.CreateDirectory(At("d"));
        foreach (var name in (string[])["index.html", "audit.json"])
        {
            File.WriteAllText(At(name), "outside");
            File.CreateSymbolicLink(At("d", name), At(name));
        }

        Assert.True(DossierFolder.Write(At("d"), Reports.Ferry).Succeeded);
        Assert.Equal(["outside", "outside"], new[] { At("index.html"), At("audit.json") }.Select(File.ReadAllText));
        AssertWhole(At("d"));
    }

    [Fact]
    public void Says_so_and_writes_nothing_when_the_folder_of_sources_is_a_link()
    {
        Directory.CreateDirectory(At("d"));
        Directory.CreateDirectory(At("elsewhere"));
        Directory.CreateSymbolicLink(At("d", "sources"), At("elsewhere"));
        var hash = Reports.Ferry.Sources[0].Sha256;
        var error = DossierFolder
            .Write(At("d"), Reports.Ferry, new Dictionary<string, ReadOnlyMemory<byte>> { [hash] = new byte[] { 1 } })
            .Error;
        Assert.Contains("is a symbolic link, which is not followed", error?.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(At("elsewhere")));
        Assert.Equal(["sources"], Directory.EnumerateFileSystemEntries(At("d")).Select(Path.GetFileName));
    }

    // No page, or a page that ends, beside data of the same source.
    private static void AssertWhole(string dossier)
    {
        var page = Path.Combine(dossier, DossierFolder.Page);
        if (!File.Exists(page))
            return;
        var text = File.ReadAllText(page);
        Assert.EndsWith("</html>\n", text, StringComparison.Ordinal);
        var report = AuditJson.Parse(File.ReadAllText(Path.Combine(dossier, DossierFolder.Data)));
        Assert.Contains(report.Sources[0].File, text, StringComparison.Ordinal);
        Assert.All(
            report.Sources.Where(_ => Directory.Exists(Path.Combine(dossier, "sources"))),
            s => Assert.True(File.Exists(Path.Combine(dossier, "sources", s.Sha256)))
        );
    }
}
