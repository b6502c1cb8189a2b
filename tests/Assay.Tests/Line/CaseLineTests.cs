using System.Text.Json.Nodes;

namespace Assay.Tests.Line;

/// <summary>A case through the front door, from its making to its dossier.</summary>
public sealed class CaseLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-case-line");
    private readonly AssayProcess assay;

    public CaseLineTests()
    {
        assay = new AssayProcess(folder.FullName);
        File.WriteAllText(
            Path.Combine(folder.FullName, "a.txt"),
            "The harbour office in Riga closed the lock at 11:40 p.m. on 3 May 2021. The barge Selga struck the pier at 9:55 p.m. on 3 May 2021, "
                + "the insurer in London said. The barge struck the pier well before the harbour office closed the lock, the owner said."
        );
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Goes_from_its_making_to_its_dossier()
    {
        var ran = Run(
            """
            $ASSAY case new n.assay --title 'The night' --as Ada
            $ASSAY case add n.assay a.txt --as Ada
            $ASSAY case read n.assay --as Ada
            $ASSAY case check n.assay --format json > case.json
            $ASSAY audit a.txt --format json > audit.json
            cmp case.json audit.json
            zone=$($ASSAY case drafts n.assay --kind zones --format json | sed -n 's/.*"id": "\(z-[0-9a-f]*\)".*/\1/p' | head -n 1)
            ASSAY_USER=Bob $ASSAY case decide n.assay $zone zone Europe/London --why 'they wrote so'
            $ASSAY case undo n.assay --as Bob
            $ASSAY case publish n.assay --out dossier
            $ASSAY case log n.assay
            $ASSAY case list n.assay
            $ASSAY case search n.assay pier | tail -n 1
            $ASSAY case search n.assay nothing-of-the-kind
            $ASSAY case export n.assay n.zip
            $ASSAY case import n.zip copy.assay
            $ASSAY case export copy.assay copy.zip
            cmp n.zip copy.zip
            $ASSAY case verify copy.assay
            """
        );
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("sometimes (fails on home clocks) -> ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Bob: settled the zone of z-", ran.Output, StringComparison.Ordinal);
        Assert.Contains("because: they wrote so", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Bob: took back entry 4", ran.Output, StringComparison.Ordinal);
        Assert.Contains("5 entries, 1 source, ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 paragraph in 1 source\n0 paragraphs in 0 sources\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("all hold", ran.Output, StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(folder.FullName, "dossier", "index.html"));
        Assert.Contains("<title>The night · Assay dossier</title>", page, StringComparison.Ordinal);
        Assert.Contains("<h1><bdi>The night</bdi></h1>", page, StringComparison.Ordinal);
        Assert.Matches("class=\"byline\"><a href=\"#s-[0-9a-f]+\">[^<]+</a> <bdi>“[^<]+”", page); // the source has its title beside it
    }

    [Fact]
    public void A_dossier_is_titled_after_its_first_source_where_the_case_has_no_title()
    {
        var ran = Run(
            "$ASSAY case new n.assay && $ASSAY case add n.assay a.txt && $ASSAY case read n.assay && $ASSAY case publish n.assay --out dossier && $ASSAY audit a.txt --out audited"
        );
        Assert.Equal(0, ran.Code);
        static string Head(string page) =>
            page[page.IndexOf("<title>", StringComparison.Ordinal)..page.IndexOf("</title>", StringComparison.Ordinal)];
        Assert.Equal(
            Head(File.ReadAllText(Path.Combine(folder.FullName, "audited", "index.html"))),
            Head(File.ReadAllText(Path.Combine(folder.FullName, "dossier", "index.html")))
        );
    }

    [Fact]
    public async Task Adding_that_is_stopped_names_what_was_added_and_goes_on_where_it_stopped()
    {
        const int all = 4000;
        var many = folder.CreateSubdirectory("many");
        for (var i = 0; i < all; i++)
            File.WriteAllText(Path.Combine(many.FullName, $"{i}.txt"), $"Log {i}. The pilot left the quay at 7:05 p.m. on 3 May 2021.");
        Assert.Equal(0, Run("$ASSAY case new n.assay --as Ada").Code);
        using var adding = assay.Start("exec $ASSAY case add n.assay many --as Ada");
        var stopped = TestContext.Current.CancellationToken;
        var (output, error) = (adding.StandardOutput.ReadToEndAsync(stopped), adding.StandardError.ReadToEndAsync(stopped));
        var place = Path.Combine(folder.FullName, "n.assay");
        while (!adding.HasExited && Kept() == 0)
            Thread.Sleep(20);
        using (var stop = System.Diagnostics.Process.Start("/bin/sh", ["-c", $"kill -INT {adding.Id}"]))
            stop.WaitForExit();
        adding.WaitForExit();
        Assert.Equal(130, adding.ExitCode);
        Assert.Matches("^assay: Stopped after [0-9]+ of 4000 files. The sources named as added are in the case, each whole", await error);
        Assert.Equal(Kept(), (await output).Split('\n').Count(l => l.StartsWith("added ", StringComparison.Ordinal)));
        Assert.InRange(Kept(), 1, all - 1);
        Assert.Equal(0, Run("$ASSAY case verify n.assay").Code);
        Assert.Equal(0, Run("$ASSAY case add n.assay many --as Ada").Code);
        Assert.Equal(all, Kept());

        int Kept()
        {
            using var opened = Assay.Cases.Casework.OpenCase.Run(place).Value;
            return Assay.Cases.Casework.ShowCase.Run(opened).Value.Sources.Count;
        }
    }

    [Theory]
    [InlineData("$ASSAY case list gone.assay", 3, "gone.assay: There is no such file. 'assay case new' makes a case.")]
    [InlineData("$ASSAY case list a.txt", 3, "a.txt: This is no case of Assay.")]
    [InlineData("$ASSAY case search gone.assay pier", 3, "gone.assay: There is no such file.")]
    [InlineData("$ASSAY case search n.assay", 2, "Required argument 'WORDS' missing for command: 'search'.")]
    [InlineData("$ASSAY case new a.txt", 3, "a.txt: There is something of that name already.")]
    [InlineData("$ASSAY case new gone/n.assay", 5, "gone/n.assay: The case could not be made")]
    [InlineData("$ASSAY case new ''", 2, "No case is named.")]
    [InlineData("$ASSAY case check n.assay", 3, "The case has no source yet.")]
    [InlineData("$ASSAY case read n.assay", 3, "The case has no source yet.")]
    [InlineData("$ASSAY case add n.assay gone.txt", 3, "gone.txt: There is no such file")]
    [InlineData("$ASSAY case add n.assay a.txt gone.txt", 4, "gone.txt: There is no such file")]
    [InlineData("$ASSAY case add n.assay a.txt --published 2021-13-01", 2, "--published 2021-13-01 is no date.")]
    [InlineData("$ASSAY case decide n.assay x accept", 2, "The case has no item “x”.")]
    [InlineData("$ASSAY case decide n.assay", 2, "The item, or what is decided about it, is not named.")]
    [InlineData("$ASSAY case decide n.assay x edit date", 2, "'date' is no NAME=VALUE.")]
    [InlineData("$ASSAY case decide n.assay x zone", 2, "'zone' takes one value.")]
    [InlineData("$ASSAY case decide n.assay x accept now", 2, "'accept' takes no value.")]
    [InlineData("$ASSAY case decide n.assay x edit --json '[1]'", 2, "--json holds no JSON object.")]
    [InlineData("echo '{}' | $ASSAY case decide n.assay --from -", 2, "standard input:1: The line holds no decision.")]
    [InlineData(
        "echo '{\"decision\":{\"does\":\"fly\",\"item\":\"x\"}}' | $ASSAY case decide n.assay --from -",
        2,
        "standard input:1: The line cannot be read"
    )]
    [InlineData("$ASSAY case undo n.assay --as Ada", 2, "There is no decision of Ada to take back.")]
    [InlineData("$ASSAY case add n.assay a.txt --as ' '", 2, "is no name.")]
    [InlineData("$ASSAY case import a.txt m.assay", 3, "a.txt: It is no export of a case")]
    [InlineData("$ASSAY case import gone.zip m.assay", 3, "gone.zip: There is no such file.")]
    [InlineData("$ASSAY case export n.assay gone/n.zip", 5, "gone/n.zip could not be written")]
    [InlineData(
        "$ASSAY case list 'postgres://nobody:secret@127.0.0.1:1/x'",
        3,
        "postgres://127.0.0.1:1/x?schema=assay: The database cannot be reached"
    )]
    [InlineData("$ASSAY case list 'Host=127.0.0.1;Port=1;Search Path=Night'", 2, "“Night” is no name of a schema.")]
    [InlineData("$ASSAY case list 'postgres://127.0.0.1/x?colour=red'", 2, "The connection to PostgreSQL cannot be read.")]
    public void Says_what_is_wrong_and_exits_as_documented_when_it_cannot_go_on(string line, int code, string message)
    {
        var ran = assay.Run($"$ASSAY case new n.assay > /dev/null; {line}");
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Equal(code, ran.Code);
        Assert.DoesNotContain("secret", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_who_decided_in_between_and_exits_with_a_code_of_its_own()
    {
        var ran = Run(
            """
            $ASSAY case new n.assay; $ASSAY case add n.assay a.txt; $ASSAY case read n.assay
            claim=$($ASSAY case drafts n.assay --kind claims --format json | sed -n 's/.*"id": "\(c-[0-9a-f]*\)".*/\1/p' | head -n 1)
            $ASSAY case decide n.assay $claim accept --version 3 --as Bob
            $ASSAY case decide n.assay $claim reject --version 3 --as Ada
            """
        );
        Assert.Equal(6, ran.Code);
        Assert.Matches("was changed since it was looked at. Bob accepted c-[0-9a-f]+ on ", ran.Error);
    }

    [Fact]
    public void Names_the_place_that_was_changed()
    {
        var ran = Run(
            """
            $ASSAY case new n.assay; $ASSAY case add n.assay a.txt
            sed -i 's/harbour office in Riga/harbour office in Rigb/' n.assay
            $ASSAY case verify n.assay
            """
        );
        Assert.Equal(3, ran.Code);
        Assert.Contains("(a.txt): Its bytes are not those that were received: the hash is another.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_items_with_version_and_need_as_JSON()
    {
        var ran = Run(
            "$ASSAY case new n.assay >/dev/null; $ASSAY case add n.assay a.txt >/dev/null; $ASSAY case read n.assay >/dev/null; $ASSAY case drafts n.assay --top 1 --format json"
        );
        var item = JsonNode.Parse(ran.Output)!.AsArray().Single()!;
        Assert.Equal(("open", 3, "verdict"), ((string)item["state"]!, (int)item["version"]!, (string)item["need"]!));
        Assert.Equal((string?)item["id"], (string?)item["item"]!["id"]);
    }

    [Fact]
    public void Loses_nothing_and_says_so_when_the_disk_is_full()
    {
        var ran = Run(
            """
            mkdir small && mount -t tmpfs -o size=400k none small 2>/dev/null || { echo no tmpfs; exit 77; }
            trap 'umount small' EXIT
            set -e
            $ASSAY case new small/n.assay; $ASSAY case add small/n.assay a.txt; $ASSAY case read small/n.assay
            set +e
            head -c 300000 /dev/urandom | base64 > big.txt
            $ASSAY case add small/n.assay big.txt; echo "code $?"
            $ASSAY case verify small/n.assay; echo "code $?"
            mount -o remount,ro small
            $ASSAY case list small/n.assay > /dev/null; echo "code $?"
            $ASSAY case add small/n.assay big.txt; echo "code $?"
            """
        );
        Assert.SkipWhen(ran.Code == 77, "skipped: a file system of a few kB cannot be mounted here");
        Assert.Equal(
            ["code 5", "code 0", "code 0", "code 5"],
            ran.Output.Split('\n').Where(l => l.StartsWith("code", StringComparison.Ordinal))
        );
        Assert.Contains("small/n.assay: The disk is full. Nothing was changed.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("3 entries, 1 source, ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("may not be written", ran.Error, StringComparison.Ordinal);
    }

    private AssayProcess.Outcome Run(string lines) => assay.Run(lines);
}
