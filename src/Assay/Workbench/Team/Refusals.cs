using Assay.Workbench.Api;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench.Team;

/// <summary>Says no, in the form that was asked in.</summary>
internal static class Refusals
{
    /// <summary>Says no in a sentence.</summary>
    public static Task Say(HttpContext context, int status, string why)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Needs>() is { IsApi: true })
            return Problems.Of(status, why).ExecuteAsync(context);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why + "\n");
    }
}
