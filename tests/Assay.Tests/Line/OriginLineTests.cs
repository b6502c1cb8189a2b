using System.Text.Json.Nodes;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Line;

/// <summary>Sources of one origin through the front door: listed, decided about, and told in every form of a report.</summary>
public sealed class OriginLineTests : IDisposable
{
    private const string Looks = "s1 (a.txt) and s2 (copy.txt) look like one origin: ";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-origin-line");
    private readonly AssayProcess assay;

    public OriginLineTests()
    {
        assay = new AssayProcess(folder.FullName);
        File.WriteAllText(File_("a.txt"), Harbour.Report);
        File.WriteAllText(File_("copy.txt"), Harbour.Copy);
        File.WriteAllText(File_("dockers.txt"), Harbour.Dockers);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_pair_is_listed_confirmed_published_and_taken_back()
    {
        var ran = assay.Run(
            """
            $ASSAY case new n.assay --as Ada
            $ASSAY case add n.assay a.txt copy.txt dockers.txt --as Ada
            $ASSAY case read n.assay --as Ada
            $ASSAY case drafts n.assay --kind sameOrigins
            pair=$($ASSAY case drafts n.assay --kind sameOrigins --format json | sed -n 's/.*"id": "\(o-[0-9a-f]*\)".*/\1/p' | head -n 1)
            $ASSAY case check n.assay --format json > proposed.json
            $ASSAY case decide n.assay $pair accept --why 'the editor said so' --as Ada
            $ASSAY case publish n.assay --out dossier
            $ASSAY case export n.assay n.zip
            $ASSAY case import n.zip again.assay
            $ASSAY case export again.assay again.zip
            cmp n.zip again.zip
            $ASSAY case undo n.assay --as Ada
            $ASSAY case check n.assay --format json > undone.json
            cmp proposed.json undone.json
            $ASSAY case decide n.assay $pair reject --as Ada
            $ASSAY case check n.assay --format json > rejected.json
            $ASSAY case log n.assay
            $ASSAY case verify n.assay
            """
        );
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains(" sameOrigins a.txt and copy.txt  [looks like one origin]", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Ada: accepted o-", ran.Output, StringComparison.Ordinal);
        Assert.Contains("because: the editor said so", ran.Output, StringComparison.Ordinal);
        Assert.Equal((false, true), Told("proposed.json"));
        Assert.Equal((true, true), Told(Path.Combine("dossier", "audit.json")));
        Assert.Equal((null, false), Told("rejected.json"));
        var page = File.ReadAllText(File_(Path.Combine("dossier", "index.html")));
        Assert.Contains("<dt>Origin</dt><dd><bdi>one origin with s2 (copy.txt): ", page, StringComparison.Ordinal);
        Assert.Contains("count as 1: a.txt and copy.txt have one origin.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("look like one origin", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_is_told_as_one_on_the_terminal_and_in_Markdown_without_a_case()
    {
        var ran = assay.Run(
            """
            $ASSAY audit a.txt copy.txt dockers.txt --out d --all > all.txt
            $ASSAY audit a.txt copy.txt dockers.txt --format md > all.md
            $ASSAY read a.txt copy.txt dockers.txt > account.json
            $ASSAY check account.json --format md > checked.md
            cmp all.md checked.md
            $ASSAY read a.txt dockers.txt > apart.json
            """
        );
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var lines = string.Join(' ', File.ReadAllText(File_("all.txt")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("≈ " + Looks, lines, StringComparison.Ordinal);
        Assert.Contains("count as 1: a.txt and copy.txt look like one origin.", lines, StringComparison.Ordinal);
        var markdown = File.ReadAllText(File_("all.md"));
        Assert.Contains("- " + Looks, markdown, StringComparison.Ordinal);
        Assert.Contains("count as 1: a.txt and copy.txt look like one origin. |", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("sameOrigins", File.ReadAllText(File_("apart.json")), StringComparison.Ordinal);
    }

    // Whether the pair is confirmed, and whether an event is counted by it.
    private (bool? IsConfirmed, bool IsCounted) Told(string file)
    {
        var report = JsonNode.Parse(File.ReadAllText(File_(file)))!;
        var pair = report["sameOrigins"]?.AsArray().Single();
        return ((bool?)pair?["confirmed"], report["events"]!.AsArray().Any(e => e!["told"] is not null));
    }

    private string File_(string name) => Path.Combine(folder.FullName, name);
}
