using System.Net.Mime;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using Assay.Wording;
using Assay.Workbench.Work;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>What may take long: taking sources in, reading and testing again, the archive of a case.</summary>
internal static class LongWork
{
    private const string AsBefore = "It was cancelled. Nothing was added or changed: the case is as it was.";

    /// <summary>Adds sources, and shows them.</summary>
    public static Task TakeIn(HttpContext context, Seat seat)
    {
        var request = Uploads.Request(Uploads.Given(context.Request.Form), context.Request.Form["published"].ToString());
        return request.Succeeded
            ? WorkPages.Begin(
                context,
                seat,
                TakingIn(seat, request.Value),
                end => end.Succeeded && end.Value.Told.Count == 0 ? Answer.Go(context, seat.Root + "/sources") : Sources(context, seat, end)
            )
            : ShowPages.Sources(context, seat, [request.Error.ToString()], Answer.Status(request.Error));
    }

    /// <summary>Reads all sources by the rules again, and tests what came of it.</summary>
    public static Task Read(HttpContext context, Seat seat) =>
        WorkPages.Begin(context, seat, Reading(seat), end => Sources(context, seat, end));

    /// <summary>Makes the archive of the whole case, to be fetched from the page of the work.</summary>
    public static Task Export(HttpContext context, Seat seat)
    {
        var errand = Exporting(seat);
        return WorkPages.Begin(
            context,
            seat,
            errand,
            end => end.Succeeded ? Answer.Go(context, WorkPages.Place(seat, errand.Job)) : Answer.Wrong(context, end.Error)
        );
    }

    /// <summary>The work of adding sources.</summary>
    public static Errand TakingIn(Seat seat, AddRequest request) =>
        new(
            new Job(seat.Name, seat.Desk.Who, $"Taking in {Verdicts.Count(request.Given.Count, "file")}", AsBefore),
            (work, stop) => TakeIn(seat, work, request, stop)
        );

    /// <summary>The work of reading all sources again.</summary>
    public static Errand Reading(Seat seat) =>
        new(
            new Job(
                seat.Name,
                seat.Desk.Who,
                "Reading and testing again",
                "It was cancelled. Drafts and decisions are as they were, or as the new reading has them where that was written before."
            ),
            (work, stop) => Read(seat, work, stop)
        );

    /// <summary>The work of making the archive.</summary>
    public static Errand Exporting(Seat seat) =>
        new(
            new Job(
                seat.Name,
                seat.Desk.Who,
                "Making the archive of the case",
                "It was cancelled. There is no archive; the case is as it was."
            ),
            (work, stop) => Export(seat, work, stop)
        );

    // The page of sources, with what the work has to say.
    private static Task Sources(HttpContext context, Seat seat, Result<JobEnd> end) =>
        end.Succeeded
            ? ShowPages.Sources(context, seat, end.Value.Told, StatusCodes.Status200OK)
            : ShowPages.Sources(context, seat, [end.Error.ToString()], Answer.Status(end.Error));

    private static Result<JobEnd> TakeIn(Seat seat, Job job, AddRequest request, CancellationToken stop)
    {
        var taken = TakeSources.Run(seat.Desk, request, s => job.Step = s, stop);
        if (!taken.Succeeded)
            return taken.Error;
        var (added, _, unread) = taken.Value;
        var told = added.Refused.Select(e => e.ToString()).ToList();
        told.AddRange(added.Known.Select(s => $"{s.File} is in the case already; it was not added again."));
        told.AddRange(added.Stamps.Select(s => $"Time stamp {Stamps.Of(s.Found)}"));
        told.AddRange(unread.Select(e => e.ToString()));
        if (added.Added.Any(s => s.Origin is not null))
            told.Insert(
                0,
                $"{Verdicts.Count(added.Added.Count, "source was", "sources were")} added; those that lay in a file each know it by its SHA-256."
            );
        return new JobEnd(told.Count == 0 ? $"{seat.Root}/sources" : $"{seat.Root}/sources?{WorkPages.Told}={job.Id}", told);
    }

    private static Result<JobEnd> Read(Seat seat, Job job, CancellationToken stop)
    {
        var read = ReadCase.Run(seat.Desk, new ReadCaseRequest(), s => job.Step = s, stop);
        if (!read.Succeeded)
            return read.Error;
        job.Step = WorkStep.Of("Testing");
        var tested = CheckCase.Run(seat.Case, null, stop);
        if (!tested.Succeeded)
            return tested.Error;
        var (found, changed, same, gone, _, _) = read.Value.Changes;
        return new JobEnd(
            $"{seat.Root}/sources?{WorkPages.Told}={job.Id}",
            [
                $"{Verdicts.Count(read.Value.Read, "source was", "sources were")} read and tested again: {found} drafts new, {same} the same, {changed} changed, {gone} gone.",
                .. read.Value.Refused.Select(e => e.ToString()),
            ]
        );
    }

    private static Result<JobEnd> Export(Seat seat, Job job, CancellationToken stop)
    {
        job.Step = WorkStep.Of("Verifying the case");
        var file = JobFile.Passing(".zip");
        try
        {
            var done = ExportCase.Run(seat.Case, file, (written, all) => job.Step = WorkStep.Of("Writing", written, all, "source"), stop);
            if (done.Succeeded)
            {
                file.Flush();
                var archive = new JobFile(file, MediaTypeNames.Application.Zip, Answer.Safe(seat.Name + ".zip"));
                return new JobEnd($"{seat.Root}/publish", []) { File = archive };
            }

            file.Dispose();
            return done.Error;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
