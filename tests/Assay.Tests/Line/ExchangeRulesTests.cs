using System.Globalization;
using System.Text.Json.Nodes;

namespace Assay.Tests.Line;

/// <summary>Exports are held against the rules of their specifications, where no reader of a consumer is at hand.</summary>
public sealed class ExchangeRulesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-rules");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void GeoJson_is_that_of_rfc_7946()
    {
        Made("$ASSAY case export n.assay --format geojson -o x", ExchangeCase.Plain, ExchangeCase.Awkward);
        var whole = Parsed("x");
        Assert.Equal(["type", "features"], whole.AsObject().Select(p => p.Key));
        Assert.Equal("FeatureCollection", (string)whole["type"]!);
        Assert.NotEmpty(whole["features"]!.AsArray());
        foreach (var feature in whole["features"]!.AsArray())
        {
            Assert.Equal("Feature", (string)feature!["type"]!);
            Assert.IsType<JsonObject>(feature["properties"]);
            Assert.False(string.IsNullOrEmpty((string)feature["id"]!));
            var geometry = feature["geometry"]!;
            Assert.Equal(["type", "coordinates"], geometry.AsObject().Select(p => p.Key));
            var places = (string)geometry["type"]! switch
            {
                "Point" => [geometry["coordinates"]!.AsArray()],
                "MultiPoint" => geometry["coordinates"]!.AsArray().Select(p => p!.AsArray()).ToList(),
                var other => throw new InvalidDataException($"{other} is no geometry of an export"),
            };
            Assert.All(places, p => Assert.Equal(2, p.Count));
            Assert.All(places, p => Assert.InRange((double)p[0]!, -180, 180));
            Assert.All(places, p => Assert.InRange((double)p[1]!, -90, 90));
        }

        // Longitude first: Riga lies at 24° east, 57° north.
        var riga = whole["features"]!.AsArray().First(f => (string)f!["properties"]!["place"]! == "Riga")!["geometry"]!["coordinates"]!;
        var first = riga[0] is JsonArray ? riga[0]! : riga;
        Assert.Equal((24, 56), ((int)(double)first[0]!, (int)(double)first[1]!));
    }

    [Fact]
    public void Provenance_declares_its_prefixes_and_relates_only_what_it_has()
    {
        Made("$ASSAY case export n.assay --format prov -o x", ExchangeCase.Plain);
        var whole = Parsed("x").AsObject();
        var prefixes = whole["prefix"]!.AsObject().Select(p => p.Key).Append("prov").ToHashSet();
        var ends = new Dictionary<string, (string Role, string Part)[]>
        {
            ["wasAssociatedWith"] = [("activity", "activity"), ("agent", "agent")],
            ["used"] = [("activity", "activity"), ("entity", "entity")],
            ["wasGeneratedBy"] = [("entity", "entity"), ("activity", "activity")],
        };
        var known = new[] { "prefix", "entity", "activity", "agent" }.Concat(ends.Keys);
        Assert.Empty(whole.Select(p => p.Key).Except(known));
        var named = whole.Where(p => p.Key != "prefix").SelectMany(p => p.Value!.AsObject()).ToList();
        var ids = named.Select(p => p.Key).Concat(named.SelectMany(p => p.Value!.AsObject().Select(m => m.Key)));
        Assert.All(ids.Where(i => !i.StartsWith("_:", StringComparison.Ordinal)), i => Assert.Contains(i.Split(':')[0], prefixes));
        foreach (var (relation, roles) in ends)
        foreach (var one in whole[relation]?.AsObject().Select(p => p.Value!) ?? [])
            Assert.All(roles, r => Assert.NotNull(whole[r.Part]![(string)one[$"prov:{r.Role}"]!]));
        Assert.All(
            whole["activity"]!.AsObject(),
            a => Assert.True(DateTimeOffset.TryParse((string)a.Value!["prov:startTime"]!, CultureInfo.InvariantCulture, out _))
        );
    }

    [Theory]
    [InlineData("web-annotation", "http://www.w3.org/ns/anno.jsonld")]
    [InlineData("claimreview", "https://schema.org")]
    public void Json_ld_has_its_context_and_ids_that_are_there_once(string format, string context)
    {
        Made($"$ASSAY case export n.assay --format {format} -o x", ExchangeCase.Plain);
        var whole = Parsed("x").AsObject();
        Assert.Equal(("@context", context), (whole.First().Key, (string)whole["@context"]!));
        var items = (whole["items"] ?? whole["@graph"])!.AsArray();
        var ids = items.Select(i => (string)(i!["id"] ?? i["@id"])!).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, i => Assert.True(Uri.IsWellFormedUriString(i, UriKind.Absolute)));
    }

    [Theory]
    [InlineData("=2+2 boats left the quay")]
    [InlineData("+49 was dialled by the pilot")]
    [InlineData("-5 degrees were read on the pier")]
    [InlineData("@harbour was told of the barge")]
    [InlineData("'quoted' was the barge in the log")]
    [InlineData("שָׁלוֹם said the pilot, مرحبا said the guard")]
    [InlineData("the log, \"kept\" by the pilot; in two parts")]
    public void A_cell_is_no_formula_and_is_the_words_again_without_its_apostrophe(string words)
    {
        File.WriteAllText(
            Path.Combine(folder.FullName, "log.csv"),
            $"date;event\n2021-05-03;\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"
        );
        var ran = new AssayProcess(folder.FullName).Run(
            "$ASSAY case new n.assay; $ASSAY case import-from n.assay log.csv; $ASSAY case export n.assay --format timemap -o x"
        );
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var cell = Rows(Text("x"))[1][1];
        Assert.DoesNotContain(cell[0], "=+-@\t\r\n");
        Assert.StartsWith(words + ": “", cell[0] == '\'' ? cell[1..] : cell, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sidecar_of_before_does_not_stay_beside_an_export_that_needs_none()
    {
        var made = Made("$ASSAY case export n.assay --format ftm -o x; $ASSAY case export n.assay --format prov -o x", ExchangeCase.Plain);
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "x.sidecar.json")));
    }

    [Fact]
    public void Very_long_words_are_written_whole()
    {
        var name = string.Concat(Enumerable.Repeat("Anna-Maria ", 3000));
        Made("$ASSAY case export n.assay --format web-annotation -o x", $"The pilot {name}left the quay in Riga at 9 p.m. on 3 May 2021.");
        Assert.Contains(
            name.Trim(),
            (string)Parsed("x.sidecar.json")["items"]!.AsObject().First().Value!["text"]!,
            StringComparison.Ordinal
        );
    }

    private AssayProcess.Outcome Made(string line, params string[] texts) => ExchangeCase.Make(folder.FullName, texts, line);

    private string Text(string name) => File.ReadAllText(Path.Combine(folder.FullName, name));

    private JsonNode Parsed(string name) => JsonNode.Parse(Text(name))!;

    private static List<List<string>> Rows(string csv) =>
        [
            .. csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(r => r[1..^1].Split("\",\"").Select(c => c.Replace("\"\"", "\"", StringComparison.Ordinal)).ToList()),
        ];
}
