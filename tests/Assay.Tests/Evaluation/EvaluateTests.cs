using System.Text.Json.Nodes;
using Assay.Tests.Line;

namespace Assay.Tests.Evaluation;

/// <summary>Scoring a drafter by golds, through the front door.</summary>
public sealed class EvaluateTests : IDisposable
{
    private const string Text =
        "The mill closed at 4:40 p.m. on 5 May 2021. The alarm rang at 6:10 p.m. on 5 May 2021. The alarm rang 90 minutes after the mill closed.";

    private const string Gold = """
        {"file": "mill.txt",
         "zones": {"author": {"voice": "author", "zones": ["UTC"], "home": "UTC"}},
         "clocks": [{"id": "k1", "ev": "mill", "local": "2021-05-05T16:40", "voice": "author", "zoneVar": "author", "role": "event", "quote": "4:40 p.m. on 5 May 2021"},
                    {"id": "k2", "ev": "alarm", "local": "2021-05-05T18:10", "voice": "author", "zoneVar": "author", "role": "event", "quote": "6:10 p.m. on 5 May 2021"}],
         "claims": [{"id": "c1", "quote": "90 minutes after the mill closed", "kind": "gap", "earlier": "mill", "later": "alarm", "verdict": "always"}],
         "figures": [], "stances": [], "questions": [], "forecasts": [], "furniture": []}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-evaluate");
    private readonly AssayProcess assay;

    public EvaluateTests()
    {
        assay = new AssayProcess(folder.FullName);
        File.WriteAllText(Path.Combine(folder.FullName, "mill.txt"), Text);
        File.WriteAllText(Path.Combine(folder.FullName, "mill.gold.json"), Gold);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Scores_the_rules_when_nothing_else_is_named()
    {
        var ran = assay.Run("$ASSAY read evaluate . --format json");
        var made = JsonNode.Parse(ran.Output)!;
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.True((bool)made["marksReached"]!);
        Assert.Equal("rules", (string)made["drafter"]!);
        Assert.Equal((2, 2), Share(made, "clocks"));
        Assert.Equal((1, 1), Share(made, "claims right"));
        Assert.Null(made["tokens"]);
        Assert.True((double)made["secondsPer1000Words"]! > 0);
    }

    [Fact]
    public void Scores_accounts_of_a_folder_and_says_what_was_refused()
    {
        assay.Run("mkdir drafts; $ASSAY read mill.txt > drafts/mill.json; sed -i 's/6:10 p.m. on 5/6:11 p.m. on 5/' drafts/mill.json");
        var ran = assay.Run("$ASSAY read evaluate mill.gold.json --account drafts --format json");
        var made = JsonNode.Parse(ran.Output)!;
        Assert.Equal(8, ran.Code);
        Assert.Equal((1, 2), Share(made, "clocks"));
        Assert.False((bool)made["marksReached"]!);
        Assert.True((int)made["refused"]!["wordsDoNotStand"]! > 0);
        var anchors = made["score"]!["anchors"]!;
        Assert.True((int)anchors["right"]! < (int)anchors["all"]!);
    }

    [Fact]
    public void Is_no_pass_when_the_drafter_was_not_run()
    {
        var ran = assay.Run("mkdir drafts; $ASSAY read evaluate . --account drafts");
        Assert.Equal(7, ran.Code);
        Assert.Contains("mill: not run", ran.Output, StringComparison.Ordinal);
        Assert.Contains("this is no pass", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$ASSAY read evaluate gone.gold.json", 3, "There is no such file")]
    [InlineData("$ASSAY read evaluate mill.txt", 2, "This is no gold account")]
    [InlineData("mkdir empty; $ASSAY read evaluate empty", 3, "There is no gold account in this folder")]
    [InlineData("echo '{' > a.gold.json; $ASSAY read evaluate a.gold.json", 3, "The gold cannot be read")]
    [InlineData("echo '{}' > a.gold.json; $ASSAY read evaluate a.gold.json", 3, "does not say which")]
    [InlineData("echo '{\"file\": \"b.txt\"}' > a.gold.json; $ASSAY read evaluate a.gold.json", 3, "The text of the gold a is not there")]
    [InlineData("$ASSAY read evaluate . --account gone", 2, "--account gone is no folder")]
    public void Says_what_is_wrong_when_it_cannot_be_run(string line, int code, string message)
    {
        var ran = assay.Run(line);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Equal(code, ran.Code);
    }

    [Theory]
    [InlineData("$ASSAY read evaluate")]
    [InlineData("$ASSAY read evaluate --published 2021-05-06")]
    [InlineData("$ASSAY read ./evaluate")]
    [InlineData("$ASSAY read -- evaluate")]
    public void Is_not_taken_for_a_file_of_that_name(string line)
    {
        var ran = assay.Run($"cp mill.txt evaluate; {line}");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal(2, JsonNode.Parse(ran.Output)!["clocks"]!.AsArray().Count);
    }

    [Fact]
    public void Is_meant_when_golds_follow_though_a_file_has_its_name() =>
        Assert.Contains(
            "Drafter: rules",
            assay.Run("cp mill.txt evaluate; $ASSAY read evaluate mill.gold.json").Output,
            StringComparison.Ordinal
        );

    private static (int, int) Share(JsonNode made, string measure) =>
        ((int)made["score"]![measure]!["right"]!, (int)made["score"]![measure]!["all"]!);
}
