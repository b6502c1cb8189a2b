using System.Text.Json.Nodes;

namespace Assay.Tests.Line;

/// <summary>A case in the formats of other programs, through the front door.</summary>
public sealed class ExchangeLineTests : IDisposable
{
    private const string Formats = "ftm timelinejs timemap web-annotation geojson claimreview prov";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-exchange");
    private readonly AssayProcess assay;

    public ExchangeLineTests()
    {
        assay = new AssayProcess(folder.FullName);
        File.WriteAllText(
            Path.Combine(folder.FullName, "a.txt"),
            "A ship 🚢 lay in the harbour. The harbour office in Riga closed the <b>lock</b> at 11:40 p.m. on 3 May 2021. The barge Selga struck "
                + "the pier at 9:55 p.m. on 3 May 2021, the insurer in London said. The barge struck the pier well before the harbour office closed "
                + "the lock, the owner said."
        );
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Writes_every_format_and_the_same_bytes_each_time()
    {
        var ran = Made(
            $"for f in {Formats}; do $ASSAY case export n.assay --format $f -o $f.1; $ASSAY case export n.assay $f.2 --format $f; done"
        );
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        foreach (var format in Formats.Split(' '))
            Assert.Equal(Text($"{format}.1"), Text($"{format}.2"));
    }

    [Fact]
    public void Annotations_count_code_points_and_quote_the_kept_text()
    {
        Made("$ASSAY case export n.assay --format web-annotation -o w.json");
        var texts = Parsed("w.json.sidecar.json")["items"]!;
        var items = Parsed("w.json")["items"]!.AsArray();
        Assert.NotEmpty(items);
        foreach (var target in items.SelectMany(i => i!["target"]!.AsArray()))
        {
            var runes = ((string)texts[(string)target!["source"]!]!["text"]!).EnumerateRunes().ToList();
            var (quote, place) = (target["selector"]![0]!, target["selector"]![1]!);
            var words = string.Concat(runes.Take((int)place["end"]!).Skip((int)place["start"]!));
            Assert.Equal((string)quote["exact"]!, words);
        }
    }

    [Fact]
    public void Slides_say_the_zone_written_and_that_a_time_is_not_one_moment()
    {
        Made("$ASSAY case export n.assay --format timelinejs -o t.json");
        var slides = Parsed("t.json")["events"]!.AsArray();
        var text = string.Concat(slides.Select(s => (string)s!["text"]!["text"]!));
        Assert.Contains("Written in UTC", text, StringComparison.Ordinal);
        Assert.Contains("Not one moment", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        var kept = Parsed("t.json.sidecar.json")["items"]!.AsObject();
        Assert.All(slides, s => Assert.NotNull(kept[(string)s!["unique_id"]!]));
    }

    [Fact]
    public void A_review_has_a_word_and_never_a_number()
    {
        Made("$ASSAY case export n.assay --format claimreview -o r.json");
        var reviews = Parsed("r.json")["@graph"]!.AsArray();
        Assert.NotEmpty(reviews);
        Assert.All(reviews, r => Assert.Equal(["@type", "alternateName"], r!["reviewRating"]!.AsObject().Select(p => p.Key)));
        Assert.StartsWith("sometimes", (string)reviews[0]!["reviewRating"]!["alternateName"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Places_without_coordinates_are_counted_and_every_point_is_one_on_earth()
    {
        Made("$ASSAY case export n.assay --format geojson -o g.json");
        var features = Parsed("g.json")["features"]!.AsArray();
        Assert.NotEmpty(features);
        Assert.NotEmpty(Parsed("g.json.sidecar.json")["leftOut"]!.AsArray());
        foreach (var geometry in features.Select(f => f!["geometry"]!))
        {
            var points = (string)geometry["type"]! == "Point" ? [geometry["coordinates"]] : geometry["coordinates"]!.AsArray().ToArray();
            Assert.All(points, p => Assert.InRange((double)p![0]!, -180, 180));
            Assert.All(points, p => Assert.InRange((double)p![1]!, -90, 90));
        }
    }

    [Fact]
    public void Every_relation_of_the_provenance_is_between_things_it_has()
    {
        Made("$ASSAY case export n.assay --format prov -o p.json");
        var prov = Parsed("p.json");
        Assert.Equal(3, prov["activity"]!.AsObject().Count);
        foreach (
            var relation in new[] { "used", "wasGeneratedBy", "wasAssociatedWith" }.SelectMany(n => prov[n]?.AsObject().ToList() ?? [])
        )
        {
            foreach (var (role, named) in relation.Value!.AsObject())
                Assert.NotNull(prov[role["prov:".Length..]]![(string)named!]);
        }
    }

    [Theory]
    [InlineData("--format gpx -o x", "“gpx” is no format that a case is exported in. The formats are archive, ftm, timelinejs, timemap")]
    [InlineData("--format ftm", "Name one file to write.")]
    [InlineData("x -o y", "Name one file to write.")]
    public void Refuses_a_line_that_names_no_known_format_or_not_one_file(string rest, string message)
    {
        var ran = Made($"$ASSAY case export n.assay {rest}");
        Assert.Equal(2, ran.Code);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_an_empty_case_has_no_source()
    {
        var ran = assay.Run("$ASSAY case new e.assay > /dev/null; $ASSAY case export e.assay --format ftm -o x");
        Assert.Equal(3, ran.Code);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "x")));
    }

    private (int Code, string Output, string Error) Made(string line)
    {
        var ran = assay.Run($"($ASSAY case new n.assay; $ASSAY case add n.assay a.txt; $ASSAY case read n.assay) > /dev/null; {line}");
        return (ran.Code, ran.Output, ran.Error);
    }

    private string Text(string name) => File.ReadAllText(Path.Combine(folder.FullName, name));

    private JsonNode Parsed(string name) => JsonNode.Parse(Text(name))!;
}
