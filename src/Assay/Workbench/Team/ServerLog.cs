using System.Diagnostics;
using System.Text.Json;
using Assay.Ground.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Assay.Workbench.Team;

/// <summary>
/// Tells of each request which address it was for, as the program knows it (<c>/c/{case}/sources</c>): never the name of a case, an id, a
/// word of a source, a name or a secret. A defect is told by its kind and where in the program it is; what it says of itself may hold
/// words of a case.
/// </summary>
/// <param name="log">Where to.</param>
internal sealed partial class ServerLog(ILogger<ServerLog> log)
{
    /// <summary>Lets a request pass and tells of it; a defect becomes an answer with a number to find it by.</summary>
    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            var place = e.InnerException is JsonException { Path: { } path } ? $" at {Printable.Of(path)}" : "";
            await Refusals.Say(context, e.StatusCode, $"The request cannot be read{place}, or is too large. Nothing was changed.");
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Defect(e.GetType().FullName ?? "", e.StackTrace ?? "", context.TraceIdentifier);
            await Refusals.Say(
                context,
                StatusCodes.Status500InternalServerError,
                $"The program has a defect here. Its owner finds it in the log under {context.TraceIdentifier}."
            );
        }

        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var person = Visitor.Of(context).Known?.Person.Id ?? 0;
        Served(context.Request.Method, Route(context), context.Response.StatusCode, Math.Round(took, 1), person, context.TraceIdentifier);
    }

    /// <summary>The address as the program knows it.</summary>
    public static string Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";

    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds} ms for person {Person}, {Request}")]
    private partial void Served(string method, string route, int status, double milliseconds, long person, string request);

    [LoggerMessage(2, LogLevel.Error, "Defect {Kind} in {Request}: {Stack}")]
    private partial void Defect(string kind, string stack, string request);
}
