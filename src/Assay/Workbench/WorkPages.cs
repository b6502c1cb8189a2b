using System.Globalization;
using System.Text.Json.Nodes;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using Assay.Html;
using Assay.Workbench.Work;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>Long work: begun, watched, cancelled. The page of a piece of work refreshes itself; with a script its bar moves.</summary>
internal static class WorkPages
{
    /// <summary>The parameter that names work whose sentences a page tells.</summary>
    public const string Told = "told";

    // Work that is done sooner shows no page of its own.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1.5);

    /// <summary>Begins work, and leads to what it came to or, where it takes longer, to its page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="seat">The case.</param>
    /// <param name="errand">The work.</param>
    /// <param name="atOnce">Answers where it ended at once.</param>
    public static async Task Begin(HttpContext context, Seat seat, Errand errand, Func<Result<JobEnd>, Task> atOnce)
    {
        var (job, begun) = (errand.Job, seat.All.Shelf.Jobs.Begin(errand));
        if (!begun.Succeeded)
        {
            await Answer.Wrong(context, begun.Error);
            return;
        }

        await Task.WhenAny(job.Ended, Task.Delay(AtOnce, context.RequestAborted));
        await (job.Ended.IsCompleted && job.End is { } end ? atOnce(end) : Answer.Go(context, Place(seat, job)));
    }

    /// <summary>Writes what is under way in a case, with the way to its page.</summary>
    public static void UnderWay(HtmlWriter html, Seat seat)
    {
        foreach (var job in seat.All.Shelf.Jobs.Running(seat.Name))
            html.Write($"<p class=\"note\">Under way: <a href=\"{Place(seat, job)}\">{job.Title}</a> ({Words(job)})</p>\n");
    }

    /// <summary>Where the page of a piece of work is.</summary>
    public static string Place(Seat seat, Job job) => $"{seat.Root}/work/{job.Id}";

    /// <summary>The sentences of the work that the address names; none where it names none.</summary>
    public static IReadOnlyList<string> Sentences(HttpContext context, Seat seat)
    {
        var job = seat.All.Shelf.Jobs.Find(seat.Name, context.Request.Query[Told].ToString());
        return job?.End is { Succeeded: true } end ? end.Value.Told : [];
    }

    /// <summary>Shows a piece of work; what is done leads to what it came to.</summary>
    public static Task Show(HttpContext context, Seat seat)
    {
        if (Named(context, seat) is not { } job)
            return Answer.Wrong(context, Gone);
        var shown = ShowCase.Run(seat.Case);
        if (!shown.Succeeded)
            return Answer.Wrong(context, shown.Error);
        var state = job.State; // looked at once: work that ends while its page is written is led on by the next look at it
        if (state == JobState.Done && job.End is { Value: { File: null, Next: { } next } })
            return Answer.Go(context, next);
        return Answer.Page(
            context,
            html =>
                Frame.Write(
                    html,
                    job.Title,
                    body => Write(body, seat, job, state),
                    head => Frame.Case(head, seat, shown.Value.Title, "/work"),
                    refreshes: state == JobState.Running
                )
        );
    }

    /// <summary>Where a piece of work stands, for the script of its page.</summary>
    public static Task State(HttpContext context, Seat seat)
    {
        if (Named(context, seat) is not { } job)
            return Answer.Wrong(context, Gone);
        var state = new JsonObject
        {
            ["running"] = job.State == JobState.Running,
            ["stopping"] = job.IsStopping,
            ["words"] = Words(job),
            ["done"] = job.Step.Done,
            ["total"] = job.Step.Total,
        };
        return Answer.Bytes(context, "application/json", System.Text.Encoding.UTF8.GetBytes(state.ToJsonString()));
    }

    /// <summary>Cancels a piece of work: whoever asked for it, and who may change the case.</summary>
    public static async Task Cancel(HttpContext context, Seat seat)
    {
        if (Named(context, seat) is not { } job)
        {
            await Answer.Wrong(context, Gone);
            return;
        }

        var stopped = await Stop(context, seat, job);
        await (stopped is null ? Answer.Go(context, Place(seat, job)) : Answer.Wrong(context, stopped));
    }

    /// <summary>Cancels a piece of work, and waits a moment for its end.</summary>
    /// <returns>Why it is not cancelled; null where it is.</returns>
    public static async Task<Error?> Stop(HttpContext context, Seat seat, Job job)
    {
        if (!seat.MayEdit && job.Who != seat.Desk.Who)
            return new Error(ErrorKind.Usage, "Somebody else asked for this.", "Its editors may cancel it.");
        job.Cancel();
        await Task.WhenAny(job.Ended, Task.Delay(AtOnce, context.RequestAborted));
        return null;
    }

    /// <summary>Sends the file that a piece of work made.</summary>
    public static Task File(HttpContext context, Seat seat)
    {
        if (Named(context, seat)?.End is not { Succeeded: true, Value.File: { } file })
            return Answer.Wrong(context, Gone);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Answer.Safe(file.Name)}\"";
        context.Response.ContentType = file.Type;
        context.Response.ContentLength = file.Bytes.Length;
        return file.CopyTo(context.Response.Body, context.RequestAborted);
    }

    /// <summary>That there is no such work.</summary>
    public static Error Gone { get; } =
        new(ErrorKind.Input, "There is no such work here, or it is no longer kept.", "What is done is kept for an hour.");

    private static Job? Named(HttpContext context, Seat seat) => seat.All.Shelf.Jobs.Find(seat.Name, Routes.Value(context, "work"));

    private static void Write(HtmlWriter html, Seat seat, Job job, JobState state)
    {
        html.Write($"<h1>{job.Title}</h1>\n");
        if (state == JobState.Running)
            Running(html, seat, job);
        else
            Ended(html, seat, job, state);
    }

    private static void Running(HtmlWriter html, Seat seat, Job job)
    {
        html.Write(
            $"<section class=\"work\" id=\"work\" data-state=\"{Place(seat, job)}/state\"><p class=\"lead\" id=\"work-words\">{Words(job)}</p>\n"
        );
        if (job.Step.Total > 0)
            html.Write(
                $"<progress id=\"work-bar\" aria-label=\"{job.Title}\" max=\"{job.Step.Total}\" value=\"{job.Step.Done}\"></progress>\n"
            );
        else
            html.Write($"<progress id=\"work-bar\" aria-label=\"{job.Title}\"></progress>\n");
        html.Write(
            "<p class=\"sr\" role=\"status\" id=\"work-said\"></p><p>You may leave this page; the work goes on, and this address shows how it ended.</p>\n"
        );
        if (!job.IsStopping && (seat.MayEdit || job.Who == seat.Desk.Who))
        {
            html.Write($"<form method=\"post\" action=\"{Place(seat, job)}/cancel\">");
            Frame.Key(html, seat.All);
            html.Write("<button>Cancel</button></form>");
        }

        html.Write("</section>\n");
    }

    private static void Ended(HtmlWriter html, Seat seat, Job job, JobState state)
    {
        if (state == JobState.Done)
            Frame.Tell(html, job.End!.Value.Value.Told);
        else
            html.Write($"<p class=\"{(state == JobState.Cancelled ? "note" : "refused")}\" role=\"status\">{Words(job)}</p>\n");
        if (job.End is { Succeeded: true, Value.File: { } file })
            html.Write(
                $"<p class=\"lead\">It is ready: {Size(file.Bytes.Length)}. It is kept here for an hour.</p><p><a class=\"button\" href=\"{Place(seat, job)}/file\" download>Download {file.Name}</a></p>\n"
            );
        var back = job.End is { Succeeded: true, Value.Next: { } next } ? next : seat.Root;
        html.Write($"<p><a href=\"{back}\">Back to the case</a></p>\n");
    }

    private static string Size(long bytes) =>
        bytes < 1 << 20
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes >> 10):#,0} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:#,0.#} MB");

    /// <summary>Where a piece of work stands, in words.</summary>
    public static string Words(Job job)
    {
        if (job.End is { Succeeded: false } end)
            return end.Error.ToString();
        return job is { IsStopping: true, State: JobState.Running }
            ? $"Being cancelled; it ends after this step. {job.Step.Words}"
            : job.Step.Words;
    }
}
