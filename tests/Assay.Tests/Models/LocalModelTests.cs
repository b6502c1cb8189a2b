using System.Text.Json.Nodes;
using Assay.Tests.Line;
using Assay.Tests.Mcp;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Models;

/// <summary>A language model in a file, through the front door: one that the test makes itself, and that knows nothing.</summary>
public sealed class LocalModelTests : IDisposable
{
    private const int LargestModel = 1_000_000;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-local-model");
    private readonly AssayProcess assay;

    public LocalModelTests()
    {
        assay = new AssayProcess(folder.FullName);
        File.WriteAllText(Path.Combine(folder.FullName, "night.txt"), Night.Text);
    }

    // What the build makes of src/Assay.LocalModel for this system.
    private static string Plugin =>
        AppContext.BaseDirectory.Replace(
            Path.Combine("tests", "Assay.Tests", "bin"),
            Path.Combine("src", "Assay.LocalModel", "bin"),
            StringComparison.Ordinal
        );

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Gives_well_formed_drafts_of_which_none_passes_when_it_knows_nothing()
    {
        var file = Path.Combine(folder.FullName, "tiny.gguf");
        TinyModel.Write(file, seed: 1);
        Assert.InRange(new FileInfo(file).Length, 100_000, LargestModel);
        var ran = Read("--model-file tiny.gguf --runs runs --out a.json");
        Assert.True(ran.Code is 0 or 7, ran.Error);
        Assert.Contains("questions to tiny.gguf", ran.Error, StringComparison.Ordinal);
        Assert.Contains("0 drafts taken", ran.Error, StringComparison.Ordinal);
        var run = JsonNode.Parse(File.ReadAllText(Directory.GetFiles(Path.Combine(folder.FullName, "runs"), "*.run.json").Single()))!;
        var drafted = 0;
        foreach (var call in run["calls"]!.AsArray())
        {
            var last = call!["attempts"]!.AsArray()[^1]!;
            var said = JsonNode.Parse(Convert.FromBase64String((string)last["response"]!))!["choices"]![0]!;
            if ((string)said["finish_reason"]! == "length")
            {
                Assert.Equal("cutOff", (string?)call["failure"]);
                continue;
            }

            Assert.Null(call["failure"]);
            Assert.True((int)last["promptTokens"]! > 1000);
            drafted += JsonNode.Parse((string)said["message"]!["content"]!)!["drafts"]!.AsArray().Count;
        }

        Assert.True(drafted > 0, "The model drafted nothing at all.");
        Assert.Empty(JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "a.json")))!["clocks"]!.AsArray());
        Assert.Equal("same\n", Read("--replay runs/*.run.json --out b.json; cmp a.json b.json && echo same").Output);
    }

    [Theory]
    [InlineData("--model-file gone.gguf", 3, "The model cannot be read")]
    [InlineData("--model-file night.txt", 3, "The model cannot be loaded")]
    [InlineData("--model-file night.txt --model m", 2, "name two models")]
    [InlineData("--model-file night.txt --replay r", 2, "asks no model")]
    public void Says_what_is_wrong_with_the_file(string options, int code, string message)
    {
        var ran = Read(options + " --out a.json");
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Equal(code, ran.Code);
    }

    [Fact]
    public void Says_how_to_get_the_plug_in_when_it_is_not_there()
    {
        var ran = assay.Run("ASSAY_LOCAL_MODEL= $ASSAY read night.txt --model-file tiny.gguf");
        Assert.Equal(2, ran.Code);
        Assert.Contains("dotnet publish src/Assay.LocalModel", ran.Error, StringComparison.Ordinal);
    }

    private AssayProcess.Outcome Read(string options) => assay.Run($"export ASSAY_LOCAL_MODEL='{Plugin}'; $ASSAY read night.txt {options}");
}
