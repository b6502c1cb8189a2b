using System.Diagnostics;
using Assay.Cases.Drafting;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Tests.Audit;

/// <summary>Texts made to crash or to stall an audit. The bounds are generous: before there were limits, each of these took minutes or
/// gigabytes.</summary>
public sealed class HostileTextsTests : IDisposable
{
    private const int Size = 60_000;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-hostile");

    public void Dispose() => folder.Delete(recursive: true);

    private AuditReply Audit(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
        var reply = AuditAccount.Run(
            new AuditRequest([folder.FullName], AuditOptions.Default),
            cancellation: TestContext.Current.CancellationToken
        );
        Assert.True(reply.Succeeded, reply.Error?.ToString());
        return reply.Value;
    }

    private static string Filled(string part) => string.Concat(Enumerable.Repeat(part, Size / part.Length));

    [Trait("Alone", "yes")] // it looks at the clock
    [Theory]
    [InlineData("4:40PM ")]
    [InlineData("1 ")]
    [InlineData("said ")]
    [InlineData("He said that ")]
    [InlineData("two hours after ")]
    [InlineData("“a ")]
    [InlineData("Anna Berg and ")]
    [InlineData("in Oslo, Rome, ")]
    [InlineData("The minister of foreign affairs, ")]
    [InlineData("At 4:40PM on 5 May 2021 the minister left, two hours after the call. ")]
    [InlineData("Police said 12 men were killed. The ministry said 30 men were killed. ")]
    [InlineData("20 km 300 kg 40% $5 million 12 troops ")]
    [InlineData("At 9 a.m. the ferry left before the bell rang. ")]
    [InlineData("- 5 May 2021\n")]
    [InlineData("(a) — ")]
    public void Takes_no_more_than_its_share_of_time_when_a_text_repeats_itself(string part)
    {
        var watch = Stopwatch.StartNew();
        var report = Audit(("a.txt", Filled(part))).Report;
        Assert.True(watch.Elapsed < Most, $"{part}: {watch.Elapsed}");
        Assert.InRange(AuditJson.ToText(report).Length, 1, 400 * Size);
    }

    [Fact]
    public void Says_which_limits_were_reached_when_a_sentence_is_endless()
    {
        var notes = Audit(("a.txt", Filled("4:40PM "))).Report.Notes;
        Assert.Contains(
            notes,
            n => n.EndsWith("A sentence of more than 2000 characters was cut; what joins its parts was not read.", StringComparison.Ordinal)
        );
        Assert.Contains(
            notes,
            n =>
                n.EndsWith(
                    "Of a sentence with more than 40 times only the first 40 were read as times of events.",
                    StringComparison.Ordinal
                )
        );
    }

    [Trait("Alone", "yes")] // it looks at the clock
    [Fact]
    public void Reads_many_small_texts_at_the_pace_of_one()
    {
        var watch = Stopwatch.StartNew();
        var report = Audit([
            .. Enumerable
                .Range(0, 300)
                .Select(i =>
                    (
                        $"{i}.txt",
                        $"At {i % 24}:30 on 5 May 2021 the minister called Anna Berg in Oslo.\n"
                            + $"Police said {i} men were killed.\nThe call came two hours before the vote in Rome.\n"
                    )
                ),
        ]).Report;
        Assert.Equal(300, report.Sources.Count);
        Assert.True(watch.Elapsed < Most, $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("He said that")]
    [InlineData("The minister told the")]
    [InlineData("The bar closed at 5 pm. The fire came 999999999 hours after the call.")]
    [InlineData("The bar closed at 5 pm. The fire came 99999999999999999999 years after the call.")]
    [InlineData("The bar closed at 5 pm UTC+99 on Monday, and at 6 pm GMT-25 the fire came.")]
    [InlineData("The bar closed at 11:59 pm on 31 December 9999. Two days later, on Monday, about midnight, the fire came.")]
    [InlineData("31 December 9999\n\nThe bar\n\nThe bar closed at 5 pm next week, on Friday, and it will open in two months.")]
    public void Reads_a_text_when_it_breaks_off_or_counts_beyond_the_calendar(string text) => Assert.Empty(Audit(("a.txt", text)).Errors);

    [Fact]
    public void Reads_every_text_when_words_stand_in_any_order()
    {
        var words = """
            the a he she it they that said says told told: according to reported announced denied asked whether will may must had been was is not never
            5 4:40PM 16:40 noon midnight Monday Friday 5 May 2021 January 31 1999 9999 two hours later earlier before after since until when while about
            nearly at least more than from between and or but , . ; : ? ! “ ” " ' ( ) - — … $ % 12 1,234 million percent men people killed wounded arrested
            the minister of president Anna Berg Oslo Rome Norwegian Norway Reuters agency UTC GMT+3 local time yesterday tomorrow next week every third
            call meeting vote explosion crash landed left arrived began ended closed immediately well in advance following only just exactly 's n't
            """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var random = new Random(11);
        var texts = Enumerable
            .Range(0, 400)
            .Select(i =>
                ($"{i}.txt", string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => words[random.Next(words.Length)])))
            );
        Assert.Empty(Audit([.. texts]).Errors);
    }

    [Fact]
    public void Refuses_the_source_and_keeps_the_rest_when_one_brings_out_a_defect()
    {
        var result = SoundSources.Guard<int>("bad.txt", () => throw new InvalidOperationException("boom"));
        Assert.Equal((ErrorKind.Input, "bad.txt"), (result.Error?.Kind, result.Error?.Where?.File));
        Assert.StartsWith(
            "A defect of Assay kept this source from being read (InvalidOperationException",
            result.Error?.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<OperationCanceledException>(() => SoundSources.Guard<int>("x", () => throw new OperationCanceledException()));
    }

    [Fact]
    public void Assesses_the_sound_sources_when_one_of_them_cannot_be_assessed()
    {
        var report = Audit(
            ("a.txt", "The mill closed at 5 pm."),
            ("b.txt", "The mill closed at 6 pm."),
            ("c.txt", "The mill closed at 7 pm.")
        ).Report;
        var readings = Directory
            .GetFiles(folder.FullName)
            .Order(StringComparer.Ordinal)
            .Select(
                (f, i) => SourceReader.Read($"s{i + 1}", Assay.Reading.Intake.Opening.SourceIntake.ReadFile(f).Value, AuditOptions.Default)
            )
            .ToList();
        var errors = new List<Error>();
        var assessed = SoundSources.Assess(
            readings,
            errors,
            (of, _) => of.Any(s => s.Id == "s2") ? throw new InvalidOperationException() : report
        );
        Assert.True(assessed.Succeeded);
        Assert.Equal(["s1", "s3"], readings.Select(r => r.Id));
        Assert.EndsWith("b.txt", Assert.Single(errors).Where?.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_the_bytes_it_read_when_the_file_changes_afterwards()
    {
        var reply = Audit(("a.txt", "The mill closed at 5 pm."));
        File.WriteAllText(Path.Combine(folder.FullName, "a.txt"), "Something else.");
        Assert.Equal("The mill closed at 5 pm."u8.ToArray(), Assert.Single(reply.Originals).Value.ToArray());
    }
}
