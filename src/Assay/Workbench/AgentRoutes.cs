using System.Runtime.CompilerServices;
using Assay.Cases.Casework;
using Assay.Cases.Team;
using Assay.Mcp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Server;

namespace Assay.Workbench;

/// <summary>
/// The Model Context Protocol over HTTP, a case at an address: <c>/mcp/CASE</c>. There are no sessions: each request brings its token, and
/// what its person may do is asked anew, so a role that was taken away is gone with the next request.
/// </summary>
internal static class AgentRoutes
{
    /// <summary>What every address begins with.</summary>
    public const string Root = "/mcp";

    private const string Pattern = Root + "/{case}";
    private static readonly ConditionalWeakTable<OpenedCase, CaseMemory> Memories = [];
    private static readonly Needs Needed = new(Access.Reader)
    {
        IsApi = true,
        ReadsByPost = true,
        Rate = Rate.Api,
    };

    /// <summary>Puts what the protocol needs into a server.</summary>
    /// <param name="services">The services.</param>
    /// <param name="isReadOnly">True where no client may write.</param>
    public static void Add(IServiceCollection services, bool isReadOnly) =>
        services
            .AddMcpServer()
            .WithHttpTransport(http =>
            {
                http.SessionMode = HttpServerSessionMode.Stateless;
                http.ConfigureSessionOptions = (context, options, _) =>
                {
                    Set(options, (Seat)context.Items[typeof(Seat)]!, MayWrite(context) && !isReadOnly);
                    return Task.CompletedTask;
                };
            });

    /// <summary>Maps the addresses.</summary>
    public static void Map(WebApplication app, CaseShelf shelf)
    {
        var address = app.MapMcp(Pattern).Needs(Needed).WithMetadata(new ExcludeFromDescriptionAttribute());
        address.Add(built =>
        {
            var answer = built.RequestDelegate!;
            built.RequestDelegate = context => Within(context, shelf, answer);
        });
        app.MapMethods(Pattern, ["GET", "DELETE", "PUT", "PATCH"], (RequestDelegate)Other)
            .Needs(Needed)
            .WithMetadata(new ExcludeFromDescriptionAttribute());
    }

    private static Task Within(HttpContext context, CaseShelf shelf, RequestDelegate answer)
    {
        var seat = new Desks(shelf, Visitor.Of(context), new LastReplies()).Open(Routes.Value(context, "case"));
        if (!seat.Succeeded)
            return TypedResults.Problem(seat.Error.ToString(), statusCode: Answer.Status(seat.Error)).ExecuteAsync(context);
        context.Items[typeof(Seat)] = seat.Value;
        return answer(context);
    }

    private static Task Other(HttpContext context)
    {
        context.Response.Headers.Allow = "POST";
        const string why = "There are no sessions here, and nothing is told unasked: POST alone is known.";
        return TypedResults.Problem(why, statusCode: StatusCodes.Status405MethodNotAllowed).ExecuteAsync(context);
    }

    private static bool MayWrite(HttpContext context)
    {
        var visitor = Visitor.Of(context);
        return visitor.Role(Routes.Value(context, "case")) >= CaseRole.Editor && visitor.Known is not { Scope: TokenScope.Read };
    }

    private static void Set(McpServerOptions options, Seat seat, bool mayWrite)
    {
        var desk = new CaseMcpDesk(Memories.GetOrCreateValue(seat.Case), seat.Desk);
        var made = McpServerSetup.Options(desk, mayWrite ? McpTools.Proposing : McpTools.Reading);
        (options.ServerInfo, options.ServerInstructions) = (made.ServerInfo, made.ServerInstructions);
        (options.ToolCollection, options.Handlers) = (made.ToolCollection, made.Handlers);
    }
}
