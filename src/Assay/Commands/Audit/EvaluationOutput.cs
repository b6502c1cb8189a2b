using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cases.Evaluation;
using Assay.Cases.UseCases;

namespace Assay.Commands.Audit;

/// <summary>Prints an evaluation, and says by the exit code how it ended.</summary>
internal static class EvaluationOutput
{
    private const int ThousandWords = 1000;
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Prints it.</summary>
    public static int Write(DrafterEvaluation made, string format, CommandConsole console)
    {
        console.Print(
            (TextWriter text) =>
            {
                if (format == "json")
                    text.WriteLine(Json(made).ToJsonString(Readable));
                else
                    Text(made, text);
            }
        );
        if (!made.IsWhole)
            console.Say("The drafter was not run on the whole of every gold: this is no pass.");
        return !made.IsWhole ? ExitCodes.Provider
            : made.Sum.IsGood ? ExitCodes.Done
            : ExitCodes.Quality;
    }

    private static void Text(DrafterEvaluation made, TextWriter text)
    {
        text.WriteLine($"Drafter: {made.Drafter}; golds: {made.Accounts.Count(a => a.Score is not null)} of {made.Accounts.Count}");
        foreach (var measure in Score.Measures.Where(m => made.Sum[m].All > 0))
            text.WriteLine($"  {measure, -24}{Shown(made.Sum[measure])}");
        text.WriteLine($"  {"wrong always or never", -24}{made.Sum.WrongVerdicts}");
        text.WriteLine($"  {"not of the article", -24}{made.Sum.Leaks}");
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"seconds per 1,000 words", -24}{Pace(made) ?? 0:0.00}"));
        text.WriteLine($"  {"tokens", -24}{(made.Used is { } used ? SpendingWords.After(used, made.Price) : "none")}");
        foreach (var (reason, count) in Refused(made))
            text.WriteLine($"  refused, {reason}: {count}");
        foreach (var account in made.Accounts)
        {
            text.WriteLine(
                account.Score is { } score
                    ? $"{account.Name}: clocks {Shown(score["clocks"])}, claims right {Shown(score["claims right"])}"
                    : $"{account.Name}: not run: {account.NotRun}"
            );
            foreach (var line in account.NotRead.Concat(account.Score?.Wrong ?? []))
                text.WriteLine($"  {line}");
        }
    }

    private static JsonObject Json(DrafterEvaluation made) =>
        new()
        {
            ["schema"] = "assay-evaluation/1",
            ["drafter"] = made.Drafter,
            ["marksReached"] = made.IsWhole && made.Sum.IsGood,
            ["notRun"] = made.Accounts.Count(a => a.Score is null),
            ["secondsPer1000Words"] = Pace(made),
            ["tokens"] = made.Used?.Tokens,
            ["tokensAreEstimated"] = made.Used?.IsEstimate,
            ["cost"] = Cost(made),
            ["refused"] = Counts(Refused(made)),
            ["score"] = Json(made.Sum),
            ["accounts"] = new JsonArray([.. made.Accounts.Select(Json)]),
        };

    private static JsonObject Json(EvaluatedAccount account) =>
        new()
        {
            ["name"] = account.Name,
            ["notRun"] = account.NotRun,
            ["words"] = account.Words,
            ["seconds"] = Math.Round(account.Seconds, 3),
            ["tokens"] = account.Used?.Tokens,
            ["refused"] = Counts(account.Refused),
            ["score"] = account.Score is null ? null : Json(account.Score),
            ["notRead"] = new JsonArray([.. account.NotRead.Select(n => (JsonNode)n)]),
            ["wrong"] = new JsonArray([.. (account.Score?.Wrong ?? []).Select(w => (JsonNode)w)]),
        };

    private static JsonObject Json(Score score)
    {
        var measures = new JsonObject();
        foreach (var measure in Score.Measures)
            measures[measure] = new JsonObject { ["right"] = score[measure].Of, ["all"] = score[measure].All };
        measures["wrong always or never"] = score.WrongVerdicts;
        measures["not of the article"] = score.Leaks;
        return measures;
    }

    private static JsonObject Counts(IEnumerable<KeyValuePair<string, int>> counts) =>
        new(counts.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value)));

    private static double? Pace(DrafterEvaluation made) =>
        made.Accounts.Sum(a => a.Words) is var words and > 0
            ? Math.Round(made.Accounts.Sum(a => a.Seconds) / words * ThousandWords, 3)
            : null;

    private static JsonObject? Cost(DrafterEvaluation made) =>
        made is { Used: { } used, Price: { } price }
            ? new JsonObject
            {
                ["amount"] = price.Of(used.Question, used.Answer),
                ["currency"] = price.Currency,
                ["priceOf"] = price.Day,
            }
            : null;

    private static IEnumerable<KeyValuePair<string, int>> Refused(DrafterEvaluation made) =>
        made
            .Accounts.SelectMany(a => a.Refused)
            .GroupBy(r => r.Key, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, g.Sum(r => r.Value)));

    private static string Shown(Share share) =>
        share.Part is { } part ? string.Create(CultureInfo.InvariantCulture, $"{share.Of} of {share.All}, {part:0.00}") : "none";
}
