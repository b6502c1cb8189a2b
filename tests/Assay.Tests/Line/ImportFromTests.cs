using System.Text;
using System.Text.Json.Nodes;

namespace Assay.Tests.Line;

/// <summary>What other programs have comes in as drafts, and nothing of it is dropped without a word.</summary>
public sealed class ImportFromTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-import-from");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("Date,Time,Zone,Event\n2021-05-03,21:55,Europe/London,The barge struck the pier\n")]
    [InlineData("Date;Time;Zone;Event\n03.05.2021;9:55 p.m.;Europe/London;The barge struck the pier\n13.05.2021;;;The pier was closed\n")]
    [InlineData("when\tzone\twhat\n2021-05-03T21:55\tEurope/London\tThe barge struck the pier\n")]
    [InlineData("\"Date\",\"Event\"\r\n\"2021-05-03 21:55 Europe/London\",\"The barge struck the pier\"\r\n")]
    public void A_table_gives_events_with_clocks_on_the_zones_it_states(string table)
    {
        Write("log.csv", table);
        var ran = Run("$ASSAY case import-from i.assay log.csv");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var clock = Assert.Single(Report()["clocks"]!.AsArray())!;
        Assert.Equal("Europe/London", (string)clock["zones"]![0]!["zone"]!);
        Assert.True((bool)clock["zoneStated"]!);
        Assert.Contains(Report()["events"]!.AsArray(), e => (string)e!["time"]!["earliest"]! == "2021-05-03T20:55:00Z");
        Assert.Contains(Report()["events"]!.AsArray(), e => (string)e!["quote"]!["exact"]! == "The barge struck the pier");
    }

    [Fact]
    public void All_of_it_is_open_and_says_where_it_is_from()
    {
        Write("log.csv", "Date,Time,Event\n2021-05-03,21:55,The barge struck the pier\n");
        var ran = Run(
            "$ASSAY case import-from i.assay log.csv && $ASSAY case log i.assay --format jsonl; $ASSAY case drafts i.assay --format json"
        );
        Assert.Contains("\"drafter\":\"csv log.csv\"", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"act\":\"decided\"", ran.Output, StringComparison.Ordinal);
        Assert.Contains("open", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("accepted", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_taken_is_told_row_by_row()
    {
        Write(
            "log.csv",
            "Date,Time,Zone,Event,End\n2021-02-31,,,A day that is none,\n05/06/2021,,,Either of two days,\nsoon,,,No day at all,\n2021-05-03,25:10,,No time,\n"
                + "2021-05-03,21:55,Mars/Base,A zone that is none,\n2021-05-03,,,,\n2021-05-03,21:55,UTC,An end,2021-05-04\n2021-05-03,,,\"Not closed\n2021-05-04,,,x,\n"
        );
        var ran = Run("$ASSAY case import-from i.assay log.csv");
        Assert.Equal(4, ran.Code);
        var said = ran.Error.Split('\n');
        foreach (
            var words in new[]
            {
                "row 2: “2021-02-31” is no day of the calendar",
                "row 3: “05/06/2021” may be two days",
                "row 4: “soon” is no date",
                "row 5: “25:10” is no time",
                "row 6: “Mars/Base” is no zone that is known",
                "row 7: It tells no event.",
                "row 8: Its end, “2021-05-04”, is not kept",
                "row 9: A quotation mark is not closed. Nothing from here",
            }
        )
            Assert.Single(said, s => s.Contains(words, StringComparison.Ordinal));
        Assert.Contains("2 events", ran.Output, StringComparison.Ordinal);
        Assert.Contains("8 refused", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_in_doubt_are_read_in_the_order_asked_for_and_columns_by_their_headers()
    {
        Write("log.csv", "Wann,Was\n05/06/2021,The pier was closed\n");
        Assert.Equal(3, Run("$ASSAY case import-from i.assay log.csv").Code);
        var ran = Run("$ASSAY case import-from i.assay log.csv --column date=Wann --column event=was --dates dmy", make: false);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal("2021-06-05", (string)Report()["events"]![0]!["time"]!["edtf"]!);
    }

    [Theory, InlineData("timemap"), InlineData("timelinejs"), InlineData("ftm")]
    public void A_case_that_is_exported_and_taken_over_keeps_its_times_zones_and_words(string format)
    {
        var made = ExchangeCase.Make(
            folder.FullName,
            [ExchangeCase.Plain],
            $"$ASSAY case check n.assay --format json > before.json; $ASSAY case export n.assay --format {format} -o x > /dev/null; "
                + "$ASSAY case new i.assay > /dev/null; $ASSAY case add i.assay a.txt > /dev/null; $ASSAY case import-from i.assay x"
        );
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Equal(Told(Parsed("before.json")), Told(Report()));
    }

    [Fact]
    public void A_time_past_midnight_that_is_taken_over_keeps_its_other_day()
    {
        var made = ExchangeCase.Make(
            folder.FullName,
            ["The harbour office in Riga closed the lock at 12:10 a.m. on 4 May 2021."],
            "$ASSAY case export n.assay --format ftm -o x > /dev/null; sed -i 's/\"otherDays\": \\[\\]/\"otherDays\": [\"2021-05-03T00:10\"]/' x.sidecar.json; "
                + "$ASSAY case new i.assay > /dev/null; $ASSAY case add i.assay a.txt > /dev/null; $ASSAY case import-from i.assay x"
        );
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Equal(["2021-05-03T00:10"], Report()["clocks"]!.AsArray().Single()!["otherDays"]!.AsArray().Select(d => (string)d!));
    }

    [Theory, InlineData("timemap"), InlineData("timelinejs"), InlineData("ftm")]
    public void Without_its_sidecar_an_export_is_in_utc_as_its_words_say_and_as_wide(string format)
    {
        var made = ExchangeCase.Make(
            folder.FullName,
            [ExchangeCase.Plain],
            $"$ASSAY case check n.assay --format json > before.json; $ASSAY case export n.assay --format {format} -o x > /dev/null; rm x.sidecar.json; "
                + "$ASSAY case new i.assay > /dev/null; $ASSAY case add i.assay a.txt > /dev/null; $ASSAY case import-from i.assay x"
        );
        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Equal(Spans(Parsed("before.json")), Spans(Report()));
        Assert.All(Report()["clocks"]!.AsArray(), c => Assert.Equal("UTC", (string)c!["zones"]![0]!["zone"]!));
    }

    [Fact]
    public void Annotations_are_held_against_the_words_of_the_case()
    {
        Write("a.txt", "The barge struck the pier at nine. The pier was closed. Later the pier was closed.");
        Write(
            "h.json",
            """
            {"total": 4, "rows": [
              {"id": "one", "user": "acct:ada@x", "text": "here", "tags": ["t"], "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "The barge struck the pier"}]}]},
              {"id": "two", "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "the barge sank in the bay"}]}]},
              {"id": "three", "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "pier was closed"}]}]},
              {"id": "four", "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "pier was closed", "prefix": "Later the "}]}]},
              {"id": "five", "target": [{"source": "x"}]}]}
            """
        );
        var ran = Run("$ASSAY case add i.assay a.txt; $ASSAY case import-from i.assay h.json");
        Assert.Equal(4, ran.Code);
        Assert.Contains("2 statements; 3 refused", ran.Output, StringComparison.Ordinal);
        Assert.Contains("annotation two: “the barge sank in the bay” stands in no source", ran.Error, StringComparison.Ordinal);
        Assert.Contains("annotation three: “pier was closed” stands in the sources 2 times", ran.Error, StringComparison.Ordinal);
        Assert.Contains("annotation five: It quotes no words", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_entities_that_cannot_be_read_lose_no_others()
    {
        Write(
            "f.ndjson",
            """{"id":"e1","schema":"Event","properties":{"name":["The barge struck the pier"],"date":["2021-05-03"]}}"""
                + "\n{broken\n"
                + new string('[', 5000)
                + "\n{\"id\":\"d\",\"schema\":\"Document\",\"properties\":{\"fileName\":[\"log.pdf\"]}}\n{\"id\":\"v\",\"schema\":\"Vessel\",\"properties\":{}}\n"
                + $"{{\"id\":\"{new string('x', 11 << 20)}\"}}\n"
                + """{"id":"p","schema":"Person","properties":{"name":["Ada \"A\" Ray"]}}"""
        );
        var ran = Run("$ASSAY case import-from i.assay f.ndjson");
        Assert.Equal(4, ran.Code);
        Assert.Equal(5, ran.Error.Trim().Split('\n').Length);
        Assert.Contains("line 6: The line is longer than", ran.Error, StringComparison.Ordinal);
        Assert.Contains("1 actor, 1 event; 5 refused", ran.Output, StringComparison.Ordinal);
        Assert.Equal("Ada \"A\" Ray", (string)Report()["actors"]![0]!["name"]!);
    }

    [Theory]
    [InlineData("timelinejs", "{\"events\": [[[[")]
    [InlineData("timelinejs", "DEEP")]
    [InlineData("timelinejs", "{\"events\": [{\"start_date\": {\"year\": 99999}, \"text\": {\"headline\": \"x\"}}]}")]
    [InlineData("timelinejs", "{\"events\": [{\"start_date\": {\"year\": 2021}, \"text\": {\"headline\": \"\\ud800\"}}]}")]
    [InlineData("csv", "date,event\n\"")]
    [InlineData("csv", "a,b\n1,2\n")]
    [InlineData("csv", "WIDE")]
    [InlineData("csv", "")]
    [InlineData("csv", "BYTES")]
    [InlineData("hypothesis", "{\"rows\": 3}")]
    [InlineData("ftm", "{}\n[]\n3\n\"x\"\n")]
    public void A_file_with_nothing_to_take_is_refused_with_a_sentence_and_the_case_stays_as_it_was(string format, string content)
    {
        var bytes = content switch
        {
            "DEEP" => Encoding.UTF8.GetBytes("{\"events\":" + new string('[', 100_000)),
            "WIDE" => Encoding.UTF8.GetBytes("date,event\n" + new string(',', 12 << 20)),
            "BYTES" => [.. Encoding.UTF8.GetBytes("date,event\n"), 0xC3, 0x28, 0x00, 0xFF, 0x81],
            _ => Encoding.UTF8.GetBytes(content),
        };
        File.WriteAllBytes(Path.Combine(folder.FullName, "x"), bytes);
        var ran = Run($"$ASSAY case import-from i.assay x --format {format}; r=$?; $ASSAY case list i.assay; exit $r");
        Assert.Equal(3, ran.Code);
        Assert.NotEmpty(ran.Error.Trim());
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" x", ran.Output, StringComparison.Ordinal);
    }

    private AssayProcess.Outcome Run(string line, bool make = true) =>
        new AssayProcess(folder.FullName).Run(make ? $"$ASSAY case new i.assay > /dev/null; {line}" : line);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);

    private JsonNode Report() => JsonNode.Parse(new AssayProcess(folder.FullName).Run("$ASSAY case check i.assay --format json").Output)!;

    private JsonNode Parsed(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, name)))!;

    private static List<string> Told(JsonNode report) =>
        [
            .. report["clocks"]!
                .AsArray()
                .Select(c =>
                    $"{Named(report, (string)c!["event"]!)}: {c["local"]} {c["zoneStated"]} {string.Join(' ', c["zones"]!.AsArray().Select(z => $"{z!["zone"]} {z["home"]}"))}"
                )
                .Order(StringComparer.Ordinal),
        ];

    private static List<string> Spans(JsonNode report) =>
        [
            .. report["events"]!
                .AsArray()
                .Where(e => e!["time"]!["earliest"] is not null)
                .Select(e => $"{e!["label"]} {e["time"]!["earliest"]} {e["time"]!["latest"]}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Named(JsonNode report, string id) =>
        (string)report["events"]!.AsArray().Single(e => (string)e!["id"]! == id)!["label"]!;
}
