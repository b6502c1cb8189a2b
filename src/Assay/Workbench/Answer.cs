using System.Text;
using Assay.Ground.Outcomes;
using Assay.Html;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>Sends pages and files.</summary>
internal static class Answer
{
    /// <summary>Sends a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="status">The status.</param>
    public static Task Page(HttpContext context, Action<HtmlWriter> write, int status = StatusCodes.Status200OK)
    {
        using var text = new StringWriter { NewLine = "\n" };
        write(new HtmlWriter(text));
        context.Response.StatusCode = status;
        return Bytes(context, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Sends bytes.</summary>
    public static Task Bytes(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>Sends bytes to be kept as a file.</summary>
    public static Task File(HttpContext context, string type, string name, byte[] bytes)
    {
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Safe(name)}\"";
        return Bytes(context, type, bytes);
    }

    /// <summary>A name as that of a file on any system: letters and digits of ASCII, hyphens and stops.</summary>
    public static string Safe(string name) => new([.. name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-')]);

    /// <summary>Sends the reader to another page.</summary>
    public static Task Go(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
        return Task.CompletedTask;
    }

    /// <summary>Says why a page cannot be shown.</summary>
    public static Task Wrong(HttpContext context, Error error) =>
        Page(
            context,
            html =>
                Frame.Write(
                    html,
                    "Not done",
                    body =>
                        body.Write(
                            $"<h1>That was not done</h1><p class=\"refused\" role=\"alert\">{error.ToString()}</p><p><a href=\"/\">To the cases</a></p>\n"
                        ),
                    head => Frame.Top(head, Visitor.Of(context))
                ),
            Status(error)
        );

    /// <summary>The status of an expected failure.</summary>
    public static int Status(Error error) =>
        error.Kind switch
        {
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            ErrorKind.Usage => StatusCodes.Status422UnprocessableEntity,
            ErrorKind.Input => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status500InternalServerError,
        };
}
