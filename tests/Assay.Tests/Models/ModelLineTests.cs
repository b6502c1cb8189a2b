using System.Text.Json.Nodes;
using Assay.Tests.Line;
using Assay.Tests.Mcp;

namespace Assay.Tests.Models;

/// <summary>A language model as drafter, through the front door.</summary>
public sealed class ModelLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-model");
    private readonly AssayProcess assay;

    public ModelLineTests()
    {
        assay = new AssayProcess(folder.FullName);
        File.WriteAllText(Path.Combine(folder.FullName, "night.txt"), Night.Text);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_a_text_and_keeps_a_run_that_is_replayed_to_the_same_account(bool isOllama)
    {
        using var endpoint = Good(isOllama);
        var ran = assay.Run(
            $"$ASSAY read night.txt --model {Answers.Model} --endpoint {Address(endpoint, isOllama)} --runs runs --out a.json"
        );
        Assert.True(ran.Code == 0, ran.Error);
        Assert.Contains("4 questions to test-model", ran.Error, StringComparison.Ordinal);
        Assert.Contains("8,400 tokens spent", ran.Error, StringComparison.Ordinal);
        Assert.Contains("10 drafts taken, 1 refused (1 notFound).", ran.Error, StringComparison.Ordinal);
        Assert.Contains("clocks: both 2, rules only 0, model only 0.", ran.Error, StringComparison.Ordinal);
        Assert.Equal(4, endpoint.Asked.Count);
        var verdicts = JsonNode.Parse(assay.Run("$ASSAY check a.json --format json").Output)!["claims"]!.AsArray();
        Assert.Equal("sometimes", (string)Assert.Single(verdicts)!["verdict"]!);
        var again = assay.Run("$ASSAY read night.txt --replay runs/*.run.json --out b.json; cmp a.json b.json && echo same");
        Assert.Equal("same\n", again.Output);
        Assert.Contains("Not set beside what the rules read: --compare does.", again.Error, StringComparison.Ordinal);
        var beside = assay.Run("$ASSAY read night.txt --replay runs/*.run.json --compare --out b.json");
        Assert.Contains("clocks: both 2, rules only 0, model only 0.", beside.Error, StringComparison.Ordinal);
        Assert.Equal(4, endpoint.Asked.Count);
    }

    [Fact]
    public void Is_taken_into_a_case_from_its_run_with_what_was_refused()
    {
        using var endpoint = Good(false);
        assay.Run($"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.OpenAi} --runs runs --out a.json");
        const string made = "$ASSAY case new night.assay --title Night --as Ada; $ASSAY case add night.assay night.txt --as Ada; ";
        const string draft = "$ASSAY case draft night.assay runs/*.run.json --as Ada";
        Assert.EndsWith("test-model: 10 drafts new, 0 the same, 0 changed, 0 gone; 1 refused\n", assay.Run(made + draft).Output);
        Assert.Equal("test-model: 0 drafts new, 10 the same, 0 changed, 0 gone; 1 refused\n", assay.Run(draft).Output);
        Assert.Equal(0, assay.Run("$ASSAY case verify night.assay").Code);
        Assert.Equal(4, endpoint.Asked.Count);
        using (var opened = Cases.Casework.OpenCase.Run(Path.Combine(folder.FullName, "night.assay")).Value)
        {
            var runs = Cases.Casework.ListRuns.Of(opened).Value;
            Assert.Equal([4L, 3L], runs.Select(r => r.Entry));
            var (run, kept) = (runs[0], runs[0].Run);
            Assert.Equal(("test-model", "model", 8400L), (run.Drafter, kept.Kind, kept.Tokens));
            Assert.Equal((10, 1, 4), (run.Drafts.Count, run.Reasons["notFound"], kept.Prompts.Count));
            Assert.All(run.Drafts, d => Assert.Equal(["test-model"], d.Drafters));
        }

        File.AppendAllText(Path.Combine(folder.FullName, "night.txt"), " And more.");
        var other = assay.Run(
            "$ASSAY case new o.assay --title O; $ASSAY case add o.assay night.txt; "
                + draft.Replace("night.assay", "o.assay", StringComparison.Ordinal)
        );
        Assert.Equal(3, other.Code);
        Assert.Contains("a text that the case does not have", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_ask_again_what_was_answered_before()
    {
        using var endpoint = Good(false);
        var line = $"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.OpenAi} --runs runs --out";
        assay.Run(line + " a.json");
        var ran = assay.Run(line + " b.json");
        Assert.Equal((0, 4), (ran.Code, endpoint.Asked.Count));
        Assert.Contains("4 of them answered before; 0 tokens spent", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_model_numbered_text_between_marks_a_small_schema_and_no_tools()
    {
        using var endpoint = Good(false);
        assay.Run($"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.OpenAi} --out a.json");
        var (path, _, body) = endpoint.Asked.First();
        Assert.Equal("/v1/chat/completions", path);
        Assert.Matches("(?s)^<text ([0-9a-f]{12})>\n.*\\[2\\] The harbour office.*\n</text \\1>$", Answers.Content(body, 1));
        Assert.Null(body["tools"]);
        var schema = body["response_format"]!["json_schema"]!["schema"]!["properties"]!["drafts"]!["items"]!;
        Assert.Equal(schema["properties"]!.AsObject().Select(p => p.Key), schema["required"]!.AsArray().Select(r => (string)r!));
        Assert.False((bool)schema["additionalProperties"]!);
    }

    [Fact]
    public void Asks_ollama_for_a_context_that_holds_question_and_answer()
    {
        using var endpoint = Good(true);
        assay.Run($"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.Ollama} --out a.json");
        var (path, _, body) = endpoint.Asked.First();
        Assert.Equal("/api/chat", path);
        Assert.True((int)body["options"]!["num_ctx"]! >= 4096 + (Answers.Content(body, 0).Length + Answers.Content(body, 1).Length) / 4);
        Assert.NotNull(body["format"]);
    }

    [Fact]
    public void Sends_a_key_and_writes_it_nowhere_though_the_endpoint_says_it_back()
    {
        const string key = "sk-secret-0123456789";
        using var endpoint = new ScriptedEndpoint((q, _) => new Reply(200, Answers.OpenAi(Answers.Good(q), model: $"model-{key}")));
        File.WriteAllText(Path.Combine(folder.FullName, "key"), key + "\n");
        var ran = assay.Run(
            $"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.OpenAi} --runs runs --key-file key --out a.json; mv key ..; grep -rc '{key}' . | grep -v ':0'; mv ../key ."
        );
        Assert.Contains($"Authorization: Bearer {key}", endpoint.Asked.First().Headers, StringComparison.Ordinal);
        Assert.Equal("", ran.Output);
        Assert.DoesNotContain(key, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Stops_at_the_budget_and_lists_what_is_left()
    {
        using var endpoint = Good(false);
        var ran = assay.Run($"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.OpenAi} --budget 7000 --out a.json");
        Assert.Equal((4, 1), (ran.Code, endpoint.Asked.Count));
        Assert.Equal(3, ran.Error.Split("overBudget").Length - 1);
        var notes = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "a.json")))!["notes"]!.AsArray();
        Assert.Equal(3, notes.Count);
    }

    [Fact]
    public void Says_what_it_will_cost_and_what_it_did_and_keeps_the_price_in_the_run()
    {
        using var endpoint = Good(false);
        File.WriteAllText(
            Path.Combine(folder.FullName, "prices.json"),
            $$"""
            {"prices": [{"model": "{{Answers.Model}}", "input": 9, "output": 9, "currency": "EUR", "date": "2020-01-01"},
                        {"model": "{{Answers.Model}}", "input": 2, "output": 10, "currency": "EUR", "date": "2026-03-01"},
                        {"model": "{{Answers.Model}}", "endpoint": "https://else.example/", "input": 7, "output": 7, "currency": "EUR", "date": "2026-04-01"},
                        {"model": "other", "input": 1, "output": 1, "currency": "USD", "date": "2026-05-01"}]}
            """
        );
        var ran = assay.Run(
            $"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.OpenAi} --prices prices.json --runs runs --out a.json"
        );
        // 4 answers of at most 4,096 tokens; 4 questions of 2,000 tokens and answers of 100.
        Assert.Matches(
            @"tokens without the answers \([\d,]+ where it finds nothing\): 0\.0\d+ EUR, with the longest answers 0\.1[67]\d* EUR \(price of 2026-03-01\)\.",
            ran.Error
        );
        Assert.Contains("8,400 tokens spent, 0.02 EUR (price of 2026-03-01); run", ran.Error, StringComparison.Ordinal);
        var again = assay.Run("$ASSAY read night.txt --replay runs/*.run.json --out b.json; cmp a.json b.json").Error;
        Assert.Contains("0 tokens spent, 0.00 EUR", again, StringComparison.Ordinal);
        Assert.Contains("When the run was made: 8,400 tokens spent, 0.02 EUR", again, StringComparison.Ordinal);
        assay.Run("$ASSAY case new n.assay --title N; $ASSAY case add n.assay night.txt; $ASSAY case draft n.assay runs/*.run.json");
        using var opened = Cases.Casework.OpenCase.Run(Path.Combine(folder.FullName, "n.assay")).Value;
        var run = Cases.Casework.ListRuns.Of(opened).Value[0].Run;
        Assert.Equal(("0.02 EUR (price of 2026-03-01)", 8400L, false), (run.Cost, run.Tokens, run.IsEstimate));
    }

    [Fact]
    public void Says_that_a_cost_is_not_known_and_never_that_it_is_nothing()
    {
        using var endpoint = Good(false);
        var ran = assay.Run($"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.OpenAi} --runs runs --out a.json");
        Assert.Equal(2, ran.Error.Split("the cost is not known, as no price is given").Length - 1);
        assay.Run("$ASSAY case new n.assay --title N; $ASSAY case add n.assay night.txt; $ASSAY case draft n.assay runs/*.run.json");
        using var opened = Cases.Casework.OpenCase.Run(Path.Combine(folder.FullName, "n.assay")).Value;
        Assert.Null(Cases.Casework.ListRuns.Of(opened).Value[0].Run.Cost);
    }

    [Fact]
    public void Calls_tokens_and_cost_an_estimate_when_the_endpoint_does_not_report_its_use()
    {
        using var endpoint = new ScriptedEndpoint((q, _) => new Reply(200, Answers.OpenAi(Answers.Good(q), prompt: null)));
        var ran = assay.Run(
            $"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.OpenAi} --price 2,10,EUR,2026-03-01 --runs runs --out a.json"
        );
        Assert.Matches(@"; about [\d,]+ tokens spent, about 0\.0[1-9]\d* EUR", ran.Error);
        assay.Run("$ASSAY case new n.assay --title N; $ASSAY case add n.assay night.txt; $ASSAY case draft n.assay runs/*.run.json");
        using var opened = Cases.Casework.OpenCase.Run(Path.Combine(folder.FullName, "n.assay")).Value;
        var run = Cases.Casework.ListRuns.Of(opened).Value[0].Run;
        Assert.True(run.IsEstimate);
        Assert.True(run.Tokens > 1000);
    }

    [Theory]
    [InlineData("0.045", 0)]
    [InlineData("0.053", 1)]
    [InlineData("1", 4)]
    public void Stops_at_the_budget_in_money(string budget, int asked)
    {
        using var endpoint = Good(false);
        // The longest answer alone costs 0.04096; a question and its answer here cost 0.013.
        var ran = assay.Run(
            $"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.OpenAi} --price 6,10,USD,2026-11-01 --budget-money {budget} --out a.json"
        );
        Assert.Equal((asked == 4 ? 0 : 4, asked), (ran.Code, endpoint.Asked.Count));
        Assert.Equal(4 - asked, ran.Error.Split("overBudget").Length - 1);
    }

    [Fact]
    public void Holds_one_budget_for_all_golds_together()
    {
        foreach (var name in (string[])["night", "other"])
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, name + ".gold.json"),
                $$"""{"file": "{{name}}.txt", "clocks": [{"id": "k", "ev": "e", "local": "2021-05-03T23:40", "voice": "harbour office", "role": "event", "quote": "11:40 p.m."}]}"""
            );
            File.WriteAllText(Path.Combine(folder.FullName, name + ".txt"), Night.Text);
        }

        using var endpoint = Good(false);
        var ran = assay.Run(
            $"$ASSAY read evaluate . --model {Answers.Model} --endpoint {endpoint.OpenAi} --price 6,10,USD,2026-11-01 --budget-money 0.106 --format json"
        );
        var made = JsonNode.Parse(ran.Output)!;
        Assert.Equal((7, 5), (ran.Code, endpoint.Asked.Count));
        Assert.Equal((10500, 0.065m, "USD"), ((int)made["tokens"]!, (decimal)made["cost"]!["amount"]!, (string)made["cost"]!["currency"]!));
    }

    [Theory]
    [InlineData("--model m", 2, "Add --endpoint URL")]
    [InlineData("--model m --endpoint http://localhost:1 --budget-money 1", 2, "what the model costs is not known")]
    [InlineData("--model m --endpoint http://localhost:1 --price 1,2,EUR,2026-01-01 --budget-money 0", 2, "is no amount")]
    [InlineData("--model m --endpoint http://localhost:1 --price 1,2,EUR", 2, "is no price")]
    [InlineData("--model m --endpoint http://localhost:1 --price 1,2,EUR,soon", 2, "is no price")]
    [InlineData("--model m --endpoint http://localhost:1 --price=-1,2,EUR,2026-01-01", 2, "is no price")]
    [InlineData("--model m --endpoint http://localhost:1 --price 1,2,euros,2026-01-01", 2, "is no currency")]
    [InlineData("--model m --endpoint http://localhost:1 --prices gone", 3, "file of prices cannot be read")]
    [InlineData("--model m --endpoint http://localhost:1 --prices night.txt", 3, "no file of prices")]
    [InlineData("--model m --endpoint http://localhost:1 --prices p --price 1,2,EUR,2026-01-01", 2, "both say")]
    [InlineData("--endpoint http://localhost:1", 2, "Add --model NAME")]
    [InlineData("--model m --endpoint http://models.example/v1", 2, "is another machine")]
    [InlineData("--model m --endpoint http://models.example/v1 --remote", 2, "http hides nothing")]
    [InlineData("--model m --endpoint ftp://localhost", 2, "is no address")]
    [InlineData("--model m --endpoint http://me:secret@localhost:1/v1", 2, "holds more than a place")]
    [InlineData("--model m --endpoint http://localhost:1/v1?key=secret", 2, "holds more than a place")]
    [InlineData("--model m --endpoint http://localhost:1 --budget 0", 2, "more than nothing")]
    [InlineData("--model m --endpoint http://localhost:1 --chunk 1", 2, "too little")]
    [InlineData("--model m --endpoint http://localhost:1 --key-file gone", 2, "cannot be read")]
    [InlineData("--replay r --model m", 2, "asks no model")]
    [InlineData("--replay gone", 3, "There is no such file")]
    [InlineData("--replay night.txt", 3, "This is no run")]
    public void Says_what_is_wrong_and_asks_nobody(string options, int code, string message)
    {
        var ran = assay.Run($"$ASSAY read night.txt {options} --out a.json; code=$?; ls; exit $code");
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ran.Error, StringComparison.Ordinal);
        Assert.Equal((code, "night.txt\n"), (ran.Code, ran.Output));
    }

    [Fact]
    public void Refuses_a_run_that_was_changed_or_is_of_another_text()
    {
        using var endpoint = Good(false);
        assay.Run($"$ASSAY read night.txt --model {Answers.Model} --endpoint {endpoint.OpenAi} --runs runs --out a.json");
        Assert.Contains(
            "other texts",
            assay.Run("sed s/barge/ferry/ night.txt > c.txt; $ASSAY read c.txt --replay runs/*.run.json").Error,
            StringComparison.Ordinal
        );
        var ran = assay.Run("sed -i s/openAi/ollama/ runs/*.run.json; $ASSAY read night.txt --replay runs/*.run.json");
        Assert.Equal(3, ran.Code);
        Assert.Contains("The run was changed", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_scored_by_golds_and_no_pass_without_an_endpoint()
    {
        File.WriteAllText(
            Path.Combine(folder.FullName, "night.gold.json"),
            """
            {"file": "night.txt", "zones": {"o": {"voice": "office", "zones": ["Europe/Riga"], "home": "Europe/Riga"}},
             "clocks": [{"id": "k", "ev": "e", "local": "2021-05-03T23:40", "voice": "harbour office", "zoneVar": "o", "role": "event", "quote": "11:40 p.m."}],
             "claims": [{"id": "c", "quote": "well before the lock was shut", "kind": "order", "verdict": "sometimes"}]}
            """
        );
        using var endpoint = Good(false);
        var ran = assay.Run($"$ASSAY read evaluate . --model {Answers.Model} --endpoint {endpoint.OpenAi} --format json");
        var made = JsonNode.Parse(ran.Output)!;
        Assert.Equal((1, 1), ((int)made["score"]!["clocks"]!["right"]!, (int)made["score"]!["claims right"]!["right"]!));
        Assert.Equal((8400, 1), ((int)made["tokens"]!, (int)made["refused"]!["notFound"]!));
        var none = assay.Run("$ASSAY read evaluate . --model m");
        Assert.Equal(7, none.Code);
        Assert.Contains("was not run", none.Error, StringComparison.Ordinal);
        endpoint.Dispose();
        var gone = assay.Run($"$ASSAY read evaluate . --model m --endpoint {endpoint.OpenAi}");
        Assert.Equal(7, gone.Code);
        Assert.Contains("not run", gone.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who says what", "night")]
    [InlineData(null, "night")]
    [InlineData(null, "night", "gone")]
    public void Is_no_pass_when_part_of_a_gold_was_not_read_whatever_the_score(string? silentOn, params string[] golds)
    {
        foreach (var name in golds)
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, name + ".gold.json"),
                $$"""{"file": "{{name}}.txt", "clocks": [{"id": "k", "ev": "e", "local": "2021-05-03T23:40", "voice": "harbour office", "role": "event", "quote": "11:40 p.m."}]}"""
            );
            File.WriteAllText(Path.Combine(folder.FullName, name + ".txt"), Night.Text + (name == "gone" ? "\nThe end of it." : ""));
        }

        using var endpoint = new ScriptedEndpoint(
            (q, _) =>
                silentOn is not null && Answers.Content(q, 0).Contains(silentOn, StringComparison.Ordinal)
                || Answers.Content(q, 1).Contains("The end of it", StringComparison.Ordinal)
                    ? new Reply(500, "")
                    : new Reply(200, Answers.OpenAi(Answers.Good(q)))
        );
        var ran = assay.Run($"$ASSAY read evaluate . --model {Answers.Model} --endpoint {endpoint.OpenAi} --format json");
        var made = JsonNode.Parse(ran.Output)!;
        Assert.Equal((1, 1), ((int)made["score"]!["clocks"]!["right"]!, (int)made["score"]!["clocks"]!["all"]!));
        var isWhole = silentOn is null && golds.Length == 1;
        Assert.Equal((isWhole ? 0 : 7, isWhole), (ran.Code, (bool)made["marksReached"]!));
        Assert.Equal(golds.Length - 1, (int)made["notRun"]!);
        Assert.Equal(!isWhole, ran.Error.Contains("this is no pass", StringComparison.Ordinal));
    }

    private static ScriptedEndpoint Good(bool isOllama) =>
        new((q, _) => new Reply(200, isOllama ? Answers.Ollama(Answers.Good(q)) : Answers.OpenAi(Answers.Good(q))));

    private static string Address(ScriptedEndpoint endpoint, bool isOllama) => isOllama ? endpoint.Ollama : endpoint.OpenAi;
}
