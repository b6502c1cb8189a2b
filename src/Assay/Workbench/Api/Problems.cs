using Assay.Ground.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assay.Workbench.Api;

/// <summary>What went wrong, as the HTTP API says it (RFC 9457).</summary>
internal static class Problems
{
    /// <summary>An expected failure.</summary>
    public static ProblemHttpResult Of(Error error) => Of(Answer.Status(error), error.ToString());

    /// <summary>A sentence, under a status.</summary>
    public static ProblemHttpResult Of(int status, string why) =>
        TypedResults.Problem(
            new ProblemDetails
            {
                Status = status,
                Title = Title(status),
                Detail = why,
            }
        );

    private static string Title(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => "The request cannot be read",
            StatusCodes.Status401Unauthorized => "No token that counts",
            StatusCodes.Status403Forbidden => "Not allowed",
            StatusCodes.Status404NotFound => "Not here",
            StatusCodes.Status409Conflict => "Somebody else changed it",
            StatusCodes.Status413PayloadTooLarge => "Too large",
            StatusCodes.Status422UnprocessableEntity => "That cannot be done",
            StatusCodes.Status429TooManyRequests => "Too often",
            StatusCodes.Status503ServiceUnavailable => "Not ready",
            _ => "Not done",
        };
}
