using System.Globalization;
using Assay.Bench.Cases;
using Assay.Bench.Growth;
using Assay.Cases.Drafting;
using Assay.Cases.Models;
using Assay.Cases.UseCases;

namespace Assay.Bench.Models;

/// <summary>
/// What a model as drafter takes of Assay itself: a run of a thousand drafts replayed by the program, and a report of twenty thousand words
/// cut, estimated, asked about and kept. The model answers at once, so that no time in the table is its own.
/// </summary>
internal static class DraftsBench
{
    private const int Runs = 5;
    private const int Drafts = 1_000;
    private const int Words = 20_000;
    private const double Patience = 120;
    private const double Megabyte = 1 << 20;

    /// <summary>Runs the bench.</summary>
    /// <param name="args">Any of <c>--program PATH</c> (the launcher or assay.dll), <c>--write</c>.</param>
    public static int Run(string[] args)
    {
        var program = Path.GetFullPath(BenchFiles.Option(args, "--program") ?? Path.Combine(BenchFiles.Root(), "assay"));
        var folder = Directory.CreateTempSubdirectory("assay-drafts-bench-").FullName;
        try
        {
            var table = string.Join('\n', Replayed(program, folder), "", LongReport(folder));
            Console.WriteLine(table);
            if (args.Contains("--write"))
                BenchFiles.Write("drafts", table);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Replayed(string program, string folder)
    {
        var (text, texts) = (Path.Combine(folder, "nights.txt"), 18);
        ModelReply reply;
        do reply = Read(Written(text, ++texts), Path.Combine(folder, "runs"), new ReadingModel()).Reply;
        while (reply.Taken < Drafts);
        var to = Path.Combine(folder, "a.json");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            | a run of {reply.Taken:N0} drafts, {reply.Whole.Calls.Count} questions, medians of {Runs} | seconds | of processor | peak MB |
            |---|---:|---:|---:|
            {Row(program, "replayed by the program: `assay read TEXT --replay RUN`", "read", text, "--replay", reply.RunFile!, "--out", to)}
            {Row(program, "the same text read by the rules: `assay read TEXT`", "read", text, "--out", to)}
            """
        );
    }

    private static string Row(string program, string what, params string[] words)
    {
        var measured = Enumerable.Range(0, Runs).Select(_ => MeasuredRun.Of(program, words, Patience, double.MaxValue)).ToList();
        if (measured.Find(m => m.ExitCode != 0) is { } failed)
            throw new InvalidOperationException($"{words[0]} ended with {failed.ExitCode}: {failed.Said}");
        var middle = measured.OrderBy(m => m.Seconds).ElementAt(Runs / 2);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {middle.Seconds:0.00} | {middle.Processor:0.00} | {middle.PeakMegabytes:0} |"
        );
    }

    private static string LongReport(string folder)
    {
        var (text, runs) = (Path.Combine(folder, "report.txt"), Path.Combine(folder, "long"));
        var texts = 1;
        while (File.ReadAllText(Written(text, texts)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < Words)
            texts++;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        var model = new ReadingModel(() => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)));
        var (reply, estimate, _) = Read(text, runs, model);
        var (again, second) = (new ReadingModel(), 0.0);
        var fromKept = Read(text, runs, again);
        second = fromKept.Seconds;
        if (again.Asked != 0)
            throw new InvalidOperationException($"{again.Asked} questions were asked again.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            | a report of {Words:N0} words, {model.Asked} questions, {reply.Taken:N0} drafts | |
            |---|---:|
            | tokens as estimated before, questions | {estimate.Tokens:N0} |
            | the same, where the model would find nothing | {estimate.LeastTokens:N0} |
            | tokens of the same questions as sent, as Assay counts them | {reply.Whole.Calls.Sum(c => (long)c.EstimatedTokens):N0} |
            | most memory held at any question beyond what was held before, MB | {(most - before) / Megabyte:0.0} |
            | the run that is kept, MB | {new FileInfo(reply.RunFile!).Length / Megabyte:0.0} |
            | read again from the answers kept, nothing asked, seconds | {second:0.0} |
            """
        );
    }

    private static (ModelReply Reply, SpendingEstimate Estimate, double Seconds) Read(string text, string runs, ReadingModel model)
    {
        SpendingEstimate? estimate = null;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var request = new ModelRequest
        {
            Inputs = [text],
            Options = AuditOptions.Default,
            Endpoint = ModelEndpoint.Of("http://localhost:1/v1", ReadingModel.Name, false).Value,
            Runs = runs,
            Handler = model,
            Tell = e => estimate = e,
        };
        var read = DraftWithModel.Run(request).GetAwaiter().GetResult();
        return (read.Value, estimate!, clock.Elapsed.TotalSeconds);
    }

    // One source of many reports.
    private static string Written(string file, int texts)
    {
        File.WriteAllText(file, string.Join("\n\n", Enumerable.Range(0, texts).Select(CaseTextMaker.Of)));
        return file;
    }
}
