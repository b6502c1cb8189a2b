using System.Text;
using Assay.Cases.Models;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assay.Mcp;

/// <summary>The prompts: those that Assay's own drafter is given, with the text of a source.</summary>
internal sealed class DrafterPrompts(McpDesk desk)
{
    private const string Source = "source";

    /// <summary>Adds the handlers.</summary>
    public void AddTo(McpServerHandlers handlers)
    {
        handlers.ListPromptsHandler = (_, _) => ValueTask.FromResult(List());
        handlers.GetPromptHandler = (request, _) =>
            ValueTask.FromResult(
                Get(
                    request.Params?.Name ?? "",
                    request.Params?.Arguments is { } given && given.TryGetValue(Source, out var id) ? id.GetString() : null
                )
            );
    }

    private static ListPromptsResult List() =>
        new()
        {
            Prompts =
            [
                .. Prompts.Shipped.Select(p => new Prompt
                {
                    Name = p.Name,
                    Title = p.Title,
                    Description =
                        $"Drafts of the kinds {string.Join(", ", p.Kinds)} for propose_drafts, from the text of a source. Version {p.Version}.",
                    Arguments =
                    [
                        new PromptArgument
                        {
                            Name = Source,
                            Description = "Id of the source; may be left out where there is only one.",
                            Required = false,
                        },
                    ],
                }),
            ],
        };

    private GetPromptResult Get(string name, string? source)
    {
        if (Prompts.Shipped.FirstOrDefault(p => p.Name == name) is not { } prompt)
            throw new McpProtocolException(
                $"There is no prompt {name}; there are {string.Join(", ", Prompts.Shipped.Select(p => p.Name))}.",
                McpErrorCode.InvalidParams
            );
        var text = desk.Ask(d =>
        {
            var sheet = desk.Sheet(d, source);
            return SpotlitText.Of(sheet, sheet.Sentences, []);
        });
        var said = new StringBuilder(prompt.Instructions);
        foreach (var example in prompt.Examples)
            said.Append($"\n\nExample. Text:\n{example.Text}\nDrafts:\n{example.Answer}");
        said.Append($"\n\nGive the drafts to propose_drafts. {McpDesk.Notice}\n\n{text}");
        return new GetPromptResult
        {
            Description = prompt.Title,
            Messages =
            [
                new PromptMessage
                {
                    Role = Role.User,
                    Content = new TextContentBlock { Text = said.ToString() },
                },
            ],
        };
    }
}
