using System.Diagnostics;
using System.Globalization;
using Assay.Reading.Syntax.Network;
using Assay.Reading.Syntax.Parsing;

namespace Assay.Trainer.Syntax;

/// <summary>
/// Trains the parser of English: <c>syntax --treebanks DIR --out FILE [--epochs N] [--seed N]</c>. One thread, one order of sums: the same
/// treebanks, seed and options give the same file.
/// </summary>
internal static class SyntaxTraining
{
    private const int BatchTokens = 320;
    private const int PartAtLeast = 8;
    private const float Rate = 2.5e-3f;
    private const string Development = "en-ewt-dev";
    private const string Data =
        "Universal Dependencies English-EWT 2.16, English-GUM 2.16 (genres academic, court, news, interview, bio, voyage, speech, "
        + "textbook, vlog)";
    private static readonly string[] Treebanks = ["en-ewt-train", "en-gum-free-train"];

    /// <summary>Runs the command.</summary>
    public static int Run(TrainingOptions options)
    {
        var sentences = Treebanks.SelectMany(t => Conllu.Read(Path.Combine(options.Treebanks, t + ".conllu.xz"))).ToList();
        var vocabulary = Vocabulary.Of(sentences, PartAtLeast);
        var names = vocabulary.Names;
        var shape = new ParserShape(
            96,
            3,
            2,
            112,
            128,
            vocabulary.Hashes.Length,
            names.Upos.Length,
            names.Tags.Length,
            names.Relations.Length
        );
        var network = new TrainingNetwork(shape, options.Seed);
        var lemmas = LemmaTrainer.Of(sentences, names);
        Say(
            $"{sentences.Count} sentences, {sentences.Sum(s => s.Tokens.Count)} tokens, {shape.Rows} rows, {lemmas.Rules.Sum(r => r.Count)} rules of lemmas"
        );
        var random = new SeededRandom(options.Seed + 1);
        var (step, steps) = (0, 0);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var watch = Stopwatch.StartNew();
            var batches = Batches(sentences, random);
            steps = steps == 0 ? batches.Count * options.Epochs : steps;
            var loss = 0.0;
            foreach (var batch in batches)
            {
                loss += network.Learn(TrainingBatch.Of(batch, vocabulary), new Dropout(random));
                network.Step(RateAt(++step, steps), step);
            }
            Say(
                $"epoch {epoch}: loss {loss / batches.Count:0.000}, {watch.Elapsed.TotalSeconds:0} s, {CpuSeconds():0} s of processor in all"
            );
            Write(options, epoch, network, vocabulary, lemmas);
        }
        return 0;
    }

    // Up over the first steps, then down in a straight line.
    private static float RateAt(int step, int steps) => Rate * Math.Min(step / 400f, Math.Max(0.01f, 1 - step / (steps + 1f)));

    private static List<List<ConlluSentence>> Batches(List<ConlluSentence> sentences, SeededRandom random)
    {
        var order = sentences.ToList();
        random.Shuffle(order);
        var batches = new List<List<ConlluSentence>>();
        var (batch, tokens) = (new List<ConlluSentence>(), 0);
        foreach (var sentence in order)
        {
            batch.Add(sentence);
            tokens += sentence.Tokens.Count;
            if (tokens < BatchTokens)
                continue;
            batches.Add(batch);
            (batch, tokens) = ([], 0);
        }
        if (batch.Count > 0)
            batches.Add(batch);
        return batches;
    }

    // The scores on the development part stand in the header of the file.
    private static void Write(TrainingOptions options, int epoch, TrainingNetwork network, Vocabulary vocabulary, TrainedLemmas lemmas)
    {
        var header = new List<KeyValuePair<string, string>>
        {
            new("language", "en"),
            new("data", Data),
            new("licence", "CC-BY-SA-4.0; see NOTICE and README.md beside this file"),
            new("seed", options.Seed.ToString(CultureInfo.InvariantCulture)),
            new("epochs", string.Create(CultureInfo.InvariantCulture, $"{epoch} of {options.Epochs}")),
        };
        using var draft = new MemoryStream();
        ModelWriter.Write(draft, header, network, vocabulary, lemmas);
        draft.Position = 0;
        var development = Conllu.Read(Path.Combine(options.Treebanks, Development + ".conllu.xz"));
        var score = SyntaxScore.WithGoldTokens(new SyntaxParser(ModelFile.Read(draft), TokenRules.English), development);
        Say($"  {Development}: {score}");
        header.Add(new("score", $"{Development}: {score}"));
        using var file = File.Create(options.Out);
        ModelWriter.Write(file, header, network, vocabulary, lemmas);
    }

    private static double CpuSeconds()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
