using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Assay.Commands.Time;

namespace Assay.Tests.Time;

public sealed class TimeCommandTests : IDisposable
{
    private const string Story = "On 5 January 2022 they met at 4:40PM. Two days later, on 7 January 2022, it was over.";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-time");

    public void Dispose() => folder.Delete(recursive: true);

    private sealed record Outcome(int Code, string Output, string Error);

    private static Outcome Run(string? input, params string[] args) => Run(input is null ? null : Encoding.UTF8.GetBytes(input), args);

    private static Outcome Run(byte[]? input, params string[] args)
    {
        using var stream = new MemoryStream(input ?? []);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = TimeCommand.Create(stream).Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return new Outcome(code, output.ToString(), error.ToString());
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public void Writes_one_tab_separated_line_an_expression_when_piped()
    {
        var (code, output, error) = Run(Story, "--dct", "2022-01-10");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("-\t3\t17\tDATE\t2022-01-05\t\t5 January 2022\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_files_in_order_when_several_are_named()
    {
        var (one, two) = (File("one.txt", "It began on 5 January 2022."), File("two.txt", "It ended on 7 January 2022."));

        var (code, output, _) = Run((string?)null, one, two);

        Assert.Equal(0, code);
        Assert.Equal(
            [$"{one}\t12\t26\tDATE\t2022-01-05\t\t5 January 2022", $"{two}\t12\t26\tDATE\t2022-01-07\t\t7 January 2022"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Fact]
    public void Says_which_file_is_missing_and_reads_the_others_when_one_is_not_there()
    {
        var missing = Path.Combine(folder.FullName, "missing.txt");

        var (code, output, error) = Run((string?)null, missing, File("one.txt", Story));

        Assert.Equal(4, code);
        Assert.Contains("2022-01-05", output, StringComparison.Ordinal);
        Assert.Equal($"{missing}: There is no such file. Check the name; - is standard input.", error.TrimEnd());
    }

    [Fact]
    public void Names_the_byte_when_a_file_is_not_UTF8()
    {
        byte[] bytes = [.. "abc "u8, 0xE9, .. " def"u8];

        var (code, output, error) = Run(bytes);

        Assert.Equal((3, ""), (code, output));
        Assert.StartsWith("- (byte 4): The file is not UTF-8 text.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--dct '2022-02-30' is no date. Write it as 2022-05-20 or 2022-05-20T17:30.", "--dct", "2022-02-30")]
    [InlineData("--dct 'May' is no date. Write it as 2022-05-20 or 2022-05-20T17:30.", "--dct", "May")]
    [InlineData("--format 'xml' is not known. Write text, json or timeml.", "--format", "xml")]
    [InlineData("--jsonl has a format of its own. Leave --format off.", "--jsonl", "--format", "json")]
    [InlineData("A TimeML document holds one text. Name one file at a time.", "--format", "timeml", "a", "b")]
    public void Explains_itself_when_the_command_line_is_wrong(string message, params string[] args)
    {
        var (code, output, error) = Run(Story, args);

        Assert.Equal((2, "", message), (code, output, error.TrimEnd()));
    }

    [Fact]
    public void Lists_the_languages_when_one_is_not_known()
    {
        var (code, _, error) = Run(Story, "--lang", "tlh");

        Assert.Equal(2, code);
        Assert.StartsWith("--lang 'tlh' is not known. Write one of: en", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_rows_for_rows_when_asked_for_json_lines()
    {
        var (code, output, error) = Run(
            """
            {"id":"a","dct":"2022-01-10","text":"They met on 5 January 2022."}
            {"id":7,"text":"Nothing here."}
            """,
            "--jsonl"
        );

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            """
            {"id":"a","pred":[{"start":12,"end":26,"type":"DATE","value":"2022-01-05","text":"5 January 2022"}]}
            {"id":7,"pred":[]}

            """,
            output,
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public void Counts_UTF16_code_units_when_the_text_has_characters_beyond_the_basic_plane()
    {
        var (_, output, _) = Run("{\"id\":\"a\",\"text\":\"\U0001F54C on 5 January 2022\"}", "--jsonl");

        Assert.Contains("\"start\":6,\"end\":20", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "standard input:2:2: The line is no JSON object. Write one object a line, in UTF-8.")]
    [InlineData("[1]", "standard input:2: The row is no JSON object. Write {\"id\":...,\"dct\":...,\"text\":...}.")]
    [InlineData("""{"text":"x"}""", "standard input:2: The row has no \"id\" that is a string or number. Give every row an id.")]
    [InlineData("""{"id":"x"}""", "standard input:2: The row has no \"text\" that is a string. Give every row its text.")]
    [InlineData(
        """{"id":"x","dct":"5/1/22","text":""}""",
        "standard input:2: \"dct\" '5/1/22' is no date. Write it as 2022-05-20 or 2022-05-20T17:30."
    )]
    [InlineData(
        """{"id":"x","text":"\ud800"}""",
        "standard input:2: The row has a half surrogate pair or broken UTF-8 in a string. Write whole characters, so that offsets can be counted."
    )]
    public void Names_the_line_and_goes_on_when_a_row_is_bad(string row, string message)
    {
        var (code, output, error) = Run(
            $$"""
            {"id":1,"text":"one"}
            {{row}}
            {"id":3,"text":"three"}
            """,
            "--jsonl"
        );

        Assert.Equal(4, code);
        Assert.Equal("{\"id\":1,\"pred\":[]}\n{\"id\":3,\"pred\":[]}\n", output);
        Assert.Equal(message, error.TrimEnd());
    }

    [Fact]
    public void Reads_a_row_longer_than_its_buffer_when_rows_are_streamed()
    {
        var filler = new string('x', 300_000);
        var row = $"{{\"id\":1,\"text\":\"{filler} 5 January 2022\"}}\r\n\r\n";

        var (code, output, _) = Run("\uFEFF" + row + row, "--jsonl");

        Assert.Equal(0, code);
        Assert.Equal(
            2,
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(l => l.Contains("\"start\":300001", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Follows_its_schema_when_it_writes_json()
    {
        var (code, output, _) = Run(
            Story + " At 3 a.m. Kyiv time on 05/06/2022, nine hours after the announcement, about 9 a.m. IST.",
            "--format",
            "json",
            "--dct",
            "2022-01-10T12:00"
        );
        using var json = JsonDocument.Parse(output);
        using var schema = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(Root(), "docs", "time.schema.json")));

        Assert.Equal(0, code);
        Assert.Equal([], SchemaCheck.Faults(schema.RootElement, schema.RootElement, json.RootElement, "$"));
        Assert.Equal("2022-01-10T12:00:00", json.RootElement.GetProperty("documents")[0].GetProperty("documentTime").GetString());
    }

    [Fact]
    public void Keeps_the_text_inside_the_tags_when_it_writes_TimeML()
    {
        var (code, output, error) = Run("<Kyiv> & \0 on 5 January 2022\r\nthe end \U0001F54C", "--format", "timeml", "--dct", "2022-01-10");
        var xml = XDocument.Parse(output, LoadOptions.PreserveWhitespace).Root!;

        Assert.Equal(0, code);
        Assert.Equal("-: 1 characters that XML forbids were written as U+FFFD.", error.TrimEnd());
        Assert.Equal("<Kyiv> & \uFFFD on 5 January 2022\r\nthe end \U0001F54C", xml.Element("TEXT")!.Value);
        var tags = xml.Descendants("TIMEX3").ToList();
        Assert.Equal(("t0", "CREATION_TIME"), (tags[0].Attribute("tid")?.Value, tags[0].Attribute("functionInDocument")?.Value));
        Assert.Equal(
            ("t1", "DATE", "2022-01-05"),
            (tags[1].Attribute("tid")?.Value, tags[1].Attribute("type")?.Value, tags[1].Attribute("value")?.Value)
        );
    }

    [Fact]
    public void Refers_only_to_tags_that_exist_when_it_writes_TimeML()
    {
        var (_, output, _) = Run(
            "It lasted from 3 to 5 May 2021. The past two weeks were calm; for two years after 1998 it was not. " + Story,
            "--format",
            "timeml",
            "--dct",
            "2022-01-10"
        );
        var tags = XDocument.Parse(output).Descendants("TIMEX3").ToList();
        var ids = tags.Select(t => t.Attribute("tid")!.Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(
            tags.Attributes().Where(a => a.Name.LocalName is "beginPoint" or "endPoint" or "anchorTimeID"),
            a => Assert.Contains(a.Value, ids)
        );
    }

    [Fact]
    public void Shows_an_example_when_asked_for_help()
    {
        using var output = new StringWriter();

        var code = new RootCommand { TimeCommand.Create() }
            .Parse(["time", "--help"])
            .Invoke(new InvocationConfiguration { Output = output });

        Assert.Equal(0, code);
        Assert.Contains("assay time story.txt --dct 2022-05-20", output.ToString(), StringComparison.Ordinal);
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(at!.FullName, "Assay.slnx")))
            at = at.Parent;
        return at.FullName;
    }
}
