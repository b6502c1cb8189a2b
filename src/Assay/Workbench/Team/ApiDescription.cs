using Assay.Workbench.Api;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Assay.Workbench.Team;

/// <summary>The description of the HTTP API, without a server.</summary>
internal static class ApiDescription
{
    /// <summary>The document as JSON.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<string> Text(CancellationToken cancellation)
    {
        await using var app = TeamBench.Described();
        using var scope = app.Services.CreateScope();
        var provider = scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name);
        var document = await provider.GetOpenApiDocumentAsync(cancellation);
        return (await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation)).Replace(
            "\r\n",
            "\n",
            StringComparison.Ordinal
        );
    }
}
