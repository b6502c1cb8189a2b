using Assay.Ground.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Workbench.Api;

/// <summary>The addresses of the HTTP API.</summary>
internal static class ApiRoutes
{
    /// <summary>Puts what the API needs into a server.</summary>
    public static void Add(IServiceCollection services) { }

    /// <summary>Maps the addresses.</summary>
    public static void Map(WebApplication app, CaseShelf shelf, Func<HttpContext, string, Result<bool>> made) { }
}
