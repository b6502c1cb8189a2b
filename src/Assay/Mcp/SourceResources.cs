using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assay.Mcp;

/// <summary>The texts of the sources as resources: <c>assay://source/ID</c>, plain text with the sentences numbered.</summary>
internal sealed class SourceResources(McpDesk desk)
{
    private const string Scheme = "assay://source/";

    /// <summary>The handlers.</summary>
    public McpServerHandlers Handlers() =>
        new()
        {
            ListResourcesHandler = (_, _) => ValueTask.FromResult(List()),
            ReadResourceHandler = (request, _) => ValueTask.FromResult(Read(request.Params?.Uri ?? "")),
        };

    private ListResourcesResult List() =>
        desk.Ask(d => new ListResourcesResult
        {
            Resources =
            [
                .. d.Sheets.Values.Select(s => new Resource
                {
                    Uri = Scheme + s.Id,
                    Name = s.Id,
                    Title = s.Document.Metadata.Title?.Value ?? s.Document.File,
                    Description = $"The text of {s.Document.File}, sentences numbered. {McpDesk.Notice}",
                    MimeType = "text/plain",
                }),
            ],
        });

    private ReadResourceResult Read(string uri) =>
        desk.Ask(d =>
        {
            if (!uri.StartsWith(Scheme, StringComparison.Ordinal) || !d.Sheets.TryGetValue(uri[Scheme.Length..], out var sheet))
                throw new McpProtocolException($"There is no resource {uri}.", McpErrorCode.ResourceNotFound);
            var lines = sheet.Sentences.Select(s => $"[{s.Number}] {s.Text}");
            return new ReadResourceResult
            {
                Contents =
                [
                    new TextResourceContents
                    {
                        Uri = uri,
                        MimeType = "text/plain",
                        Text = $"SHA-256 {sheet.Document.Sha256}. {McpDesk.Notice}\n\n{string.Join('\n', lines)}\n",
                    },
                ],
            };
        });
}
