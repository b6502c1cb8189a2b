using System.Text.Json;

namespace Assay.Tests.Formats;

/// <summary>One account says the same in whatever format it comes.</summary>
public sealed class TwoClocksTests : IDisposable
{
    private const string Title = "The call that came before the request";

    private static readonly string[] Paragraphs =
    [
        "OSLO, 5 March 2021 - The port of Oslo says that the ferry left the pier at 14:10 on 3 March 2021, Oslo time, with ten people on board.",
        "The coast guard in London says that the call from the ferry came at 13:40 the same day, London time, half an hour after the ferry had left the pier.",
        "The call came before the ferry left the pier, the owner of the ferry told a court.",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("assay-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Names =>
        new("port.html", "port.pdf", "port.docx", "port.eml", "port.mhtml", "port.warc", "port.warc.gz", "port.wacz");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_events_clocks_and_verdicts_are_those_of_the_plain_text(string name)
    {
        var (plain, other) = (await Audited("port.txt"), await Audited(name));
        Assert.Equal(Facts(plain.Report), Facts(other.Report));
        Assert.True(Facts(plain.Report).Count >= 5, "The account says too little to compare.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_read_wrote_holds_when_it_is_checked(string name)
    {
        var file = Written(name);
        var account = Path.Combine(folder, "account.json");
        Assert.Equal(0, await Line(ReadCommand(), file, "--out", account));
        Assert.Equal(0, await Line(Assay.Commands.Audit.CheckCommand.Create(), account, "--format", "json", "--no-dossier"));
    }

    private static System.CommandLine.Command ReadCommand() => Assay.Commands.Audit.ReadCommand.Create();

    private static async Task<int> Line(System.CommandLine.Command command, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await command
            .Parse(words)
            .InvokeAsync(new System.CommandLine.InvocationConfiguration { Output = output, Error = error });
        Assert.True(error.ToString().Length == 0, error.ToString());
        return code;
    }

    private static List<string> Facts(JsonElement report) =>
        [
            .. report.GetProperty("events").EnumerateArray().Select(e => "event " + e.GetProperty("label").GetString()),
            .. report
                .GetProperty("clocks")
                .EnumerateArray()
                .Select(c =>
                    $"clock {Exact(c)} {c.GetProperty("local").GetString()} {string.Join(' ', c.GetProperty("zones").EnumerateArray().Select(z => z.GetProperty("zone").GetString()))}"
                ),
            .. report.GetProperty("claims").EnumerateArray().Select(c => $"claim {Exact(c)} {c.GetProperty("verdict").GetString()}"),
        ];

    private static string Exact(JsonElement item) => item.GetProperty("quote").GetProperty("exact").GetString()!.ReplaceLineEndings(" ");

    private async Task<Run> Audited(string name)
    {
        var run = await Run.Audit(Written(name));
        Assert.True(run.Code == 0, run.Error);
        return run;
    }

    private string Written(string name)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllBytes(file, Made(name));
        return file;
    }

    private static byte[] Made(string name) =>
        name switch
        {
            "port.txt" => MadeFiles.Text(Title, Paragraphs),
            "port.html" => MadeFiles.Html(Title, Paragraphs),
            "port.pdf" => MadeFiles.Pdf(Title, Paragraphs),
            "port.docx" => MadeFiles.Docx(Title, Paragraphs),
            "port.eml" => MadeFiles.Eml(Title, Paragraphs),
            "port.mhtml" => MadeFiles.Mhtml(Title, Paragraphs),
            "port.warc" => MadeFiles.Warc(Title, Paragraphs),
            "port.warc.gz" => MadeFiles.Packed(MadeFiles.Warc(Title, Paragraphs)),
            _ => MadeFiles.Wacz(Title, Paragraphs),
        };
}
