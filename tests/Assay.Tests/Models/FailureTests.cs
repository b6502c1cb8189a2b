using System.Text.Json.Nodes;
using Assay.Tests.Line;
using Assay.Tests.Mcp;

namespace Assay.Tests.Models;

/// <summary>Every way in which an answer fails has a name; it is tried once more, and then the sentences are listed as not read.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-failures");
    private readonly AssayProcess assay;

    public FailureTests()
    {
        assay = new AssayProcess(folder.FullName);
        File.WriteAllText(Path.Combine(folder.FullName, "night.txt"), Night.Text);
    }

    public static TheoryData<string> Failures { get; } =
    [
        "refused",
        "filtered",
        "cutOff",
        "notJson",
        "prose",
        "schemaIgnored",
        "otherKind",
        "otherMember",
        "empty",
        "nothing",
        "timeOut",
        "contextTooSmall",
        "contextTold",
        "rateLimit",
        "streamBroken",
        "endpointError",
        "redirected",
    ];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Failures))]
    public void Is_named_and_tried_once_more_and_then_listed_as_not_read(string failure)
    {
        using var endpoint = new ScriptedEndpoint((_, _) => Failing(failure));
        var ran = Read(endpoint);
        Assert.True(ran.Code == 7, ran.Error);
        Assert.Equal(4, ran.Error.Split($"sentences 1 to 4 were not read for").Length - 1);
        Assert.Equal(4, ran.Error.Split($": {Name(failure)}.").Length - 1);
        Assert.Equal(8, endpoint.Asked.Count);
        Assert.Contains("0 drafts taken", ran.Error, StringComparison.Ordinal);
        var run = JsonNode.Parse(File.ReadAllText(Directory.GetFiles(Path.Combine(folder.FullName, "runs"), "*.run.json").Single()))!;
        Assert.All(
            run["calls"]!.AsArray(),
            c => Assert.Equal([Name(failure), Name(failure)], c!["attempts"]!.AsArray().Select(a => (string)a!["failure"]!))
        );
        Assert.Equal(
            "same\n",
            assay.Run("$ASSAY read night.txt --replay runs/*.run.json --out b.json; cmp a.json b.json && echo same").Output
        );
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "runs", "calls")), "What failed was kept to be used again.");
    }

    [Theory]
    [
        InlineData("cutOff"),
        InlineData("notJson"),
        InlineData("timeOut"),
        InlineData("contextTooSmall"),
        InlineData("rateLimit"),
        InlineData("streamBroken")
    ]
    public void Is_no_loss_when_the_second_try_can_be_used(string failure)
    {
        using var endpoint = new ScriptedEndpoint((q, n) => n == 0 ? Failing(failure) : Good(q));
        var ran = Read(endpoint);
        Assert.True(ran.Code == 0, ran.Error);
        Assert.Equal(5, endpoint.Asked.Count);
        Assert.Contains("10 drafts taken, 1 refused (1 notFound).", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_told_when_another_model_answers_in_the_middle_of_a_run()
    {
        using var endpoint = new ScriptedEndpoint(
            (q, n) => n == 0 ? Good(q) : new Reply(200, Answers.OpenAi(Answers.Good(q), model: "another"))
        );
        var ran = Read(endpoint);
        Assert.Equal((7, 7), (ran.Code, endpoint.Asked.Count));
        Assert.Equal(3, ran.Error.Split(": modelChanged.").Length - 1);
    }

    [Fact]
    public void Is_no_failure_that_usage_is_missing_but_is_told()
    {
        using var endpoint = new ScriptedEndpoint((q, _) => new Reply(200, Answers.OpenAi(Answers.Good(q), prompt: null)));
        var ran = Read(endpoint);
        Assert.Equal((0, 4), (ran.Code, endpoint.Asked.Count));
        Assert.Contains("usage missing", ran.Error, StringComparison.Ordinal);
        Assert.Matches("about [0-9,]+ tokens spent", ran.Error);
    }

    [Fact]
    public void Is_not_waited_for_when_the_endpoint_asks_for_an_hour()
    {
        using var endpoint = new ScriptedEndpoint((_, _) => new Reply(429, "{}") { RetryAfter = "3600" });
        var ran = Read(endpoint);
        Assert.Equal((7, 4), (ran.Code, endpoint.Asked.Count));
    }

    [Fact]
    public void Is_found_out_once_when_nobody_is_there()
    {
        var endpoint = new ScriptedEndpoint((_, _) => new Reply(200, ""));
        endpoint.Dispose();
        var ran = Read(endpoint);
        Assert.Equal(7, ran.Code);
        Assert.Equal(4, ran.Error.Split(": unreachable.").Length - 1);
    }

    [Fact]
    public void Loses_and_repeats_no_sentence_when_a_text_is_asked_about_in_parts()
    {
        var paragraphs = Enumerable
            .Range(1, 12)
            .Select(i =>
                string.Concat(
                    Enumerable.Range(1, i % 4 + 1).Select(k => $"In part {i} the bell of house {k} rang and the long day went on. ")
                )
            );
        File.WriteAllText(Path.Combine(folder.FullName, "night.txt"), string.Join("\n\n", paragraphs));
        using var endpoint = new ScriptedEndpoint(
            (q, n) => n % 5 == 0 ? Failing("notJson") : new Reply(200, Answers.OpenAi("{\"drafts\": []}"))
        );
        Read(endpoint, "--chunk 100");
        var run = JsonNode.Parse(File.ReadAllText(Directory.GetFiles(Path.Combine(folder.FullName, "runs"), "*.run.json").Single()))!;
        var calls = run["calls"]!.AsArray().GroupBy(c => (string)c!["prompt"]!).ToList();
        Assert.Equal(4, calls.Count);
        foreach (var prompt in calls)
        {
            var asked = prompt
                .SelectMany(c => Enumerable.Range((int)c!["firstSentence"]!, (int)c["lastSentence"]! - (int)c["firstSentence"]! + 1))
                .ToList();
            Assert.Equal(Enumerable.Range(1, 30), asked);
            Assert.Contains(prompt, c => ((string)c!["request"]!).Contains(", context] In part", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Is_no_draft_twice_what_a_model_drafts_from_the_context()
    {
        var text = string.Join(
            "\n\n",
            Enumerable
                .Range(1, 6)
                .Select(i =>
                    $"In part {i} the bell of the house rang and the long day went on and on and on until nobody in the whole of the house could hear it any more at all."
                )
        );
        File.WriteAllText(Path.Combine(folder.FullName, "night.txt"), text);
        const string first =
            """{"drafts": [{"kind": "event", "key": "a", "label": "a", "sentence": 1, "words": ["In part 1 the bell"]}]}""";
        using var endpoint = new ScriptedEndpoint(
            (q, _) =>
                new Reply(
                    200,
                    Answers.OpenAi(
                        Answers.Content(q, 0).Contains("what it tells of times", StringComparison.Ordinal) ? first : "{\"drafts\": []}"
                    )
                )
        );
        var ran = Read(endpoint, "--chunk 100");
        Assert.Contains("1 drafts taken", ran.Error, StringComparison.Ordinal);
        Assert.Contains("notAsked", ran.Error, StringComparison.Ordinal);
    }

    private AssayProcess.Outcome Read(ScriptedEndpoint endpoint, string more = "") =>
        assay.Run(
            $"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.OpenAi} --runs runs --patience 2 --out a.json {more}"
        );

    private static Reply Good(JsonNode question) => new(200, Answers.OpenAi(Answers.Good(question)));

    private static string Name(string failure) =>
        failure switch
        {
            "filtered" => "refused",
            "prose" => "notJson",
            "otherKind" or "otherMember" => "schemaIgnored",
            "nothing" => "empty",
            "contextTold" => "contextTooSmall",
            "redirected" => "endpointError",
            _ => failure,
        };

    private static Reply Failing(string failure) =>
        failure switch
        {
            "refused" => new(200, Answers.OpenAi("", refusal: "I cannot help with that.")),
            "filtered" => new(200, Answers.OpenAi("{\"drafts\": []}", finish: "content_filter")),
            "cutOff" => new(200, Answers.OpenAi("{\"drafts\": [{\"kind\": \"ev", finish: "length")),
            "notJson" => new(200, "<html>Bad gateway</html>"),
            "prose" => new(200, Answers.OpenAi("Sure! Here are the drafts you asked for.")),
            "schemaIgnored" => new(200, Answers.OpenAi("{\"items\": []}")),
            "otherKind" => new(200, Answers.OpenAi("{\"drafts\": [{\"kind\": \"decision\", \"key\": \"accept\"}]}")),
            "otherMember" => new(200, Answers.OpenAi("{\"drafts\": [{\"kind\": \"event\", \"verdict\": \"never\"}]}")),
            "empty" => new(200, Answers.OpenAi(" ")),
            "nothing" => new(200, ""),
            "timeOut" => new(200, Answers.OpenAi("{\"drafts\": []}")) { Delay = TimeSpan.FromSeconds(30) },
            "contextTooSmall" => new(200, Answers.OpenAi("{\"drafts\": []}", prompt: 40)),
            "contextTold" => new(400, "{\"error\": {\"code\": \"context_length_exceeded\"}}"),
            "rateLimit" => new(429, "{}") { RetryAfter = "0" },
            "streamBroken" => new(200, Answers.OpenAi("{\"drafts\": []}")) { CutAfter = 40 },
            "redirected" => new(302, "") { Location = "http://127.0.0.1:9/elsewhere" },
            _ => new(500, "{}"),
        };
}
