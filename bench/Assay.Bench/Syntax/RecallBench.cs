using System.Globalization;
using System.Text.Json;
using Assay.Ground.Anchors;
using Assay.Reading.Syntax.Parsing;

namespace Assay.Bench.Syntax;

/// <summary>
/// Annotated attributions against what an audit says who said, through the program: of the contents with a source, how many are at least
/// half in a statement of somebody other than the author, and in one whose innermost voice shares a word with the source. A voice that
/// stands for "he" shares none. Of all, and of those whose cue says, tells or shows something.
/// </summary>
internal static class RecallBench
{
    private static readonly HashSet<string> Bare = new(
        "the a an of in on to for and his her their its mr mrs ms that who which by at from".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Saying = new(
        (
            "say tell add write report claim argue note warn announce insist acknowledge deny explain suggest predict ask tweet show find quote reply "
            + "respond conclude describe believe declare state testify admit concede complain promise vow recall accuse allege think reveal "
            + "indicate estimate confirm according"
        ).Split(' '),
        StringComparer.Ordinal
    );

    public static int Run(string file, string program)
    {
        var (all, saying) = (new Count(), new Count());
        Parallel.ForEach(
            AttributionBench.Lines(file),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            line =>
            {
                using var row = JsonDocument.Parse(line);
                var text = row.RootElement.GetProperty("text").GetString()!;
                var said = Audit(program, text);
                foreach (var attribution in row.RootElement.GetProperty("attributions").EnumerateArray())
                {
                    var (source, content) = (Spans(attribution, "source"), Spans(attribution, "content"));
                    if (source.Count == 0 || content.Count == 0)
                        continue;
                    var outcome = Outcome(said, text, source, new TextSpan(content.Min(c => c.Start), content.Max(c => c.End)));
                    lock (all)
                    {
                        all.Add(outcome);
                        if (Spans(attribution, "cue").SelectMany(c => Words(c.Of(text))).Any(IsSaying))
                            saying.Add(outcome);
                    }
                }
            }
        );
        Console.WriteLine($"all                      {all}");
        Console.WriteLine($"whose cue says something {saying}");
        return 0;
    }

    private static (bool IsSaid, bool IsRight) Outcome(
        List<(TextSpan Span, string Voice, bool IsAuthor)> said,
        string text,
        List<TextSpan> source,
        TextSpan content
    )
    {
        var best = said.MaxBy(s => Math.Min(s.Span.End, content.End) - Math.Max(s.Span.Start, content.Start));
        if (best.Voice is null || 2 * (Math.Min(best.Span.End, content.End) - Math.Max(best.Span.Start, content.Start)) < content.Length)
            return (false, false);
        var names = source.SelectMany(s => Words(s.Of(text))).ToHashSet(StringComparer.Ordinal);
        return (!best.IsAuthor, !best.IsAuthor && Words(best.Voice).Any(names.Contains));
    }

    private static List<(TextSpan Span, string Voice, bool IsAuthor)> Audit(string program, string text)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".txt");
        try
        {
            File.WriteAllText(file, text);
            using var audit = JsonDocument.Parse(BenchFiles.Output(program, ["audit", file, "--format", "json"]));
            return
            [
                .. audit
                    .RootElement.GetProperty("statements")
                    .EnumerateArray()
                    .Select(s =>
                    {
                        var (quote, chain) = (s.GetProperty("quote"), s.GetProperty("voice"));
                        return (
                            new TextSpan(quote.GetProperty("start").GetInt32(), quote.GetProperty("end").GetInt32()),
                            chain[chain.GetArrayLength() - 1].GetString()!,
                            chain.GetArrayLength() == 1
                        );
                    }),
            ];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool IsSaying(string word) => Saying.Contains(word) || Saying.Contains(SyntaxParser.English.Lemmas(word).Verb);

    private static List<TextSpan> Spans(JsonElement attribution, string role) =>
        [.. attribution.GetProperty(role).EnumerateArray().Select(s => new TextSpan(s[0].GetInt32(), s[1].GetInt32()))];

    private static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant().Split([.. text.Where(c => !char.IsLetter(c)).Distinct()]).Where(w => w.Length > 0 && !Bare.Contains(w));

    private sealed class Count
    {
        private int asked;
        private int said;
        private int right;

        public void Add((bool IsSaid, bool IsRight) outcome) =>
            (asked, said, right) = (asked + 1, said + (outcome.IsSaid ? 1 : 0), right + (outcome.IsRight ? 1 : 0));

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{asked} with a source; given to somebody {100.0 * said / asked:0.0} %, to one with a word in common {100.0 * right / asked:0.0} %"
            );
    }
}
