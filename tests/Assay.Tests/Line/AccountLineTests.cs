using System.Text.Json.Nodes;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Line;

/// <summary>Reading and checking through the front door.</summary>
public sealed class AccountLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-account");
    private readonly AssayProcess assay;

    public AccountLineTests()
    {
        assay = new AssayProcess(folder.FullName);
        File.WriteAllText(
            Path.Combine(folder.FullName, "a.txt"),
            "The mill closed at 4:40 p.m. on 5 May 2021. The flood came two hours later. The alarm rang at 6:10 p.m. on 5 May 2021."
        );
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("$ASSAY read a.txt > a.json; $ASSAY check a.json --format json")]
    [InlineData("$ASSAY read a.txt --out a.json; $ASSAY check a.json --format json")]
    [InlineData("$ASSAY read a.txt | $ASSAY check - --format json")]
    [InlineData(
        "mkdir d; cd d; $ASSAY read ../a.txt > ../a.json; cd ..; sed -i 's#\\.\\./a#a#' a.json; mkdir e; cd e; $ASSAY check ../a.json --format json"
    )]
    public void Prints_what_an_audit_prints(string line)
    {
        var (audited, run) = (assay.Run("$ASSAY audit a.txt --format json"), assay.Run(line));
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(audited.Output, run.Output);
    }

    [Theory]
    [InlineData("$ASSAY check gone.json", 3, "gone.json: There is no such file.")]
    [InlineData("$ASSAY check a.txt", 3, "a.txt:1: The file is not JSON")]
    [InlineData("$ASSAY check a.txt --max-size 0", 2, "--max-size 0 is no size.")]
    [InlineData("$ASSAY check a.txt --out ''", 2, "--out names no folder.")]
    [InlineData("$ASSAY read a.txt --out ''", 2, "--out names no file.")]
    [InlineData("$ASSAY read a.txt --out gone/a.json", 5, "gone/a.json could not be written")]
    [InlineData("$ASSAY read a.txt > /dev/full", 5, "The result could not be written")]
    [InlineData("$ASSAY read a.txt --published 2021-13-01", 2, "--published 2021-13-01 is no date.")]
    [InlineData("$ASSAY read gone.txt", 3, "gone.txt: There is no such file or folder.")]
    [InlineData("$ASSAY read a.txt gone.txt", 4, "gone.txt: There is no such file or folder.")]
    [InlineData("$ASSAY read a.txt > a.json; rm a.txt; $ASSAY check a.json", 3, "a.json: None of the sources of the account could be read")]
    [InlineData(
        "$ASSAY read a.txt > a.json; sed -i 's/\"time\": \"16:40\"/\"time\": \"18:23\"/' a.json; $ASSAY check a.json --no-dossier",
        4,
        "says 16:40, not 18:23."
    )]
    public void Says_what_is_wrong_and_exits_as_documented_when_it_cannot_go_on(string line, int code, string message)
    {
        var ran = assay.Run(line);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Equal(code, ran.Code);
    }

    [Fact]
    public void Leaves_a_file_that_is_there_alone_when_the_new_one_cannot_be_written()
    {
        var ran = assay.Run(
            "echo old > a.json; chmod 555 .; $ASSAY read a.txt --out a.json; code=$?; chmod 755 .; cat a.json; ls; exit $code"
        );
        Assert.DoesNotContain(".new", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_of_the_account_in_the_guide_what_the_guide_says()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "account.md"));
        File.WriteAllText(Path.Combine(folder.FullName, "night.txt"), Block(guide, "text"));
        File.WriteAllText(Path.Combine(folder.FullName, "account.json"), Block(guide, "json"));
        var ran = assay.Run("$ASSAY check account.json --format json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var claim = JsonNode.Parse(ran.Output)!["claims"]![0]!;
        Assert.Equal(
            ("sometimes", "fails", "-PT15M", "PT1H45M"),
            ((string)claim["verdict"]!, (string)claim["home"]!, (string)claim["homeGapMin"]!, (string)claim["gapMax"]!)
        );
    }

    private static string Block(string guide, string kind)
    {
        var start = guide.IndexOf($"```{kind}\n", StringComparison.Ordinal) + kind.Length + 4;
        return guide[start..guide.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
