using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assay.Bench.Time;
using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Network;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Text;
using Assay.Trainer.Syntax;

namespace Assay.Bench.Syntax;

/// <summary>
/// The parser's scores on treebanks, gold tokens and its own, and what it costs: tokens a second of processor time, time to load, time of a
/// first article, memory.
/// </summary>
internal static class SyntaxBench
{
    private const int Passes = 5;
    private static readonly (string Name, string File)[] Treebanks =
    [
        ("EWT dev", "en-ewt-dev"),
        ("EWT test", "en-ewt-test"),
        ("GUM news", "en-gum-news-test"),
        ("PUD", "en-pud-test"),
    ];

    public static int Run(string[] args)
    {
        var model = Value(args, "--model");
        if (args.Contains("--cold"))
            return Cold();
        var table = new StringBuilder();
        var parser = model is null ? SyntaxParser.English : Load(model);
        Scores(table, parser, Value(args, "--treebanks") ?? Path.Combine(BenchFiles.Root(), "..", "shared", "data", "treebanks"));
        if (!args.Contains("--scores"))
            Costs(table, parser);
        Console.WriteLine(table);
        if (args.Contains("--write"))
            BenchFiles.Write("syntax", table.ToString().TrimEnd());
        return 0;
    }

    private static string? Value(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static SyntaxParser Load(string file)
    {
        using var stream = File.OpenRead(file);
        return new SyntaxParser(ModelFile.Read(stream), TokenRules.English);
    }

    private static void Scores(StringBuilder table, SyntaxParser parser, string folder)
    {
        Line(table, $"| treebank | tokens as given: UPOS | tag | lemma | UAS | LAS | own tokens: F1 | UPOS | UAS | LAS |");
        Line(table, $"|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, file) in Treebanks)
        {
            var path = Path.Combine(folder, file + ".conllu.xz");
            if (!File.Exists(path))
            {
                Console.Error.WriteLine($"syntax: {path} is absent; its scores are left out.");
                continue;
            }
            var sentences = Conllu.Read(path);
            var (gold, own) = (SyntaxScore.WithGoldTokens(parser, sentences), SyntaxScore.WithOwnTokens(parser, sentences));
            Line(
                table,
                $"| {name} | {gold.Upos:0.0} | {gold.Tag:0.0} | {gold.Lemma:0.0} | {gold.Uas:0.0} | {gold.Las:0.0} | {own.Tokens:0.0} | {own.Upos:0.0} | {own.Uas:0.0} | {own.Las:0.0} |"
            );
        }
    }

    private static void Costs(StringBuilder table, SyntaxParser parser)
    {
        var texts = NewsCorpus.Write(200_000).Select(t => t.Text).ToList();
        var speeds = Enumerable.Range(0, Passes).Select(_ => Speed(parser, texts)).Order().ToList();
        var cold = Enumerable.Range(0, Passes).Select(_ => ColdRun()).ToList();
        Line(table, $"");
        Line(
            table,
            $"Tokens a second of processor time, one thread, warm, median of {Passes} (own news-like texts): {speeds[Passes / 2]:0}."
        );
        Line(
            table,
            $"In a new process, medians of {Passes}: the model is loaded in {Median(cold, 0):0} ms, an article of {Median(cold, 3):0} tokens is then parsed in {Median(cold, 1):0} ms of processor time; together they take {Median(cold, 2):0.0} MB more of memory."
        );
    }

    private static double Speed(SyntaxParser parser, List<string> texts)
    {
        var started = CpuMilliseconds();
        var tokens = texts.Sum(t => Tokens(parser, t));
        return tokens / (CpuMilliseconds() - started) * 1000;
    }

    private static int Tokens(SyntaxParser parser, string text) =>
        SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Sum(s => parser.Parse(text, s.Span).Sum(t => t.Tokens.Count));

    // A new process prints what its first article cost.
    private static double[] ColdRun()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(SyntaxBench).Assembly.Location);
        foreach (var arg in new[] { "syntax", "--cold" })
            start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. output.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
    }

    private static int Cold()
    {
        var article = NewsCorpus.Write(3_000)[0].Text;
        var sentences = SentenceSplitter.Split(article, new TextSpan(0, article.Length));
        var (memory, begun) = (WorkingSet(), CpuMilliseconds());
        var parser = SyntaxParser.English;
        var loaded = CpuMilliseconds();
        var tokens = sentences.Sum(s => parser.Parse(article, s.Span).Sum(t => t.Tokens.Count));
        var done = CpuMilliseconds();
        Console.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{loaded - begun:0.0} {done - loaded:0.0} {(WorkingSet() - memory) / 1e6:0.0} {tokens}"
            )
        );
        return 0;
    }

    private static double Median(List<double[]> runs, int column) => runs.Select(r => r[column]).Order().ElementAt(runs.Count / 2);

    private static double CpuMilliseconds()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    private static double WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static void Line(StringBuilder table, FormattableString line) =>
        table.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
