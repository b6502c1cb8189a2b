using System.CommandLine;
using System.Text.Json;
using Assay.Commands.Audit;

namespace Assay.Tests.Formats;

/// <summary>What the command prints of files, run in this process.</summary>
internal sealed record Run(int Code, string Output, string Error)
{
    /// <summary>Audits files, with the report as JSON.</summary>
    public static async Task<Run> Audit(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var parsed = AuditCommand.Create().Parse([.. words, "--format", "json", "--no-dossier"]);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return new Run(code, output.ToString(), error.ToString());
    }

    /// <summary>The report.</summary>
    public JsonElement Report => JsonDocument.Parse(Output).RootElement;

    /// <summary>The first source of the report.</summary>
    public JsonElement Source => Report.GetProperty("sources")[0];

    /// <summary>The text layer of the first source.</summary>
    public string Text => Source.GetProperty("text").GetString()!;

    /// <summary>The blocks of the first source: what each is, and its words.</summary>
    public List<(string Kind, string Words)> Blocks =>
        [
            .. Source
                .GetProperty("blocks")
                .EnumerateArray()
                .Select(b =>
                    (b.GetProperty("kind").GetString()!, Text[b.GetProperty("start").GetInt32()..b.GetProperty("end").GetInt32()])
                ),
        ];

    /// <summary>The words of the first source that are not furniture.</summary>
    public List<string> Article => [.. Blocks.Where(b => b.Kind != "furniture").Select(b => b.Words)];

    /// <summary>The notes of the report.</summary>
    public List<string> Notes => [.. Report.GetProperty("notes").EnumerateArray().Select(n => n.GetString()!)];
}
