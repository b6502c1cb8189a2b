using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Cases.Drafting;

/// <summary>Takes in and reads the inputs of a request, side by side on all processors.</summary>
internal static class SourceReadings
{
    /// <summary>The sources that could be read, with the refusals of the others; an error where none could.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="progress">Told after each source.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<(List<SourceReading> Sources, List<Error> Errors)> Of(
        AuditRequest request,
        IProgress<AuditProgress>? progress,
        CancellationToken cancellation
    )
    {
        if (request.Inputs.Count == 0)
            return new Error(ErrorKind.Usage, "No file or folder was named.", "Name at least one, as in: assay audit article.txt");
        SourceReader.Prepare();
        var listing = InputFiles.Expand(request.Inputs);
        var (sources, errors) = ReadAll(listing, request.Options, progress, cancellation);
        return sources.Count == 0 ? None(request, listing, errors) : (sources, errors);
    }

    private static (List<SourceReading> Sources, List<Error> Errors) ReadAll(
        InputListing listing,
        AuditOptions options,
        IProgress<AuditProgress>? progress,
        CancellationToken cancellation
    )
    {
        var parallel = new ParallelOptions { CancellationToken = cancellation };
        var opened = new OpenedFile[listing.Files.Count];
        var done = 0;
        Parallel.For(
            0,
            opened.Length,
            parallel,
            i =>
            {
                var file = listing.Files[i];
                var result = SoundSources.Guard<OpenedFile>(file, () => SourceIntake.OpenFile(file, options.Intake));
                opened[i] = result.Succeeded ? result.Value : new OpenedFile([], [result.Error]);
                progress?.Report(new AuditProgress(Interlocked.Increment(ref done), opened.Length, file));
            }
        );
        var taken = opened.SelectMany(o => o.Documents).ToList();
        var ids = new DraftIds();
        var names = taken.Select(d => ids.Of("s", d.Sha256)).ToList();
        var read = new Result<SourceReading>[taken.Count];
        Parallel.For(
            0,
            read.Length,
            parallel,
            i => read[i] = SoundSources.Guard<SourceReading>(taken[i].File, () => SourceReader.Read(names[i], taken[i], options))
        );
        return (
            read.Where(r => r.Succeeded).Select(r => r.Value).ToList(),
            [.. listing.Errors, .. opened.SelectMany(o => o.Errors), .. read.Where(r => !r.Succeeded).Select(r => r.Error!)]
        );
    }

    private static Error None(AuditRequest request, InputListing listing, List<Error> errors)
    {
        if (errors.Count == 1)
            return errors[0];
        if (errors.Count == 0 && listing.Files.Count == 0)
            return new Error(
                ErrorKind.Input,
                $"There is no file of a format that is read in {string.Join(", ", request.Inputs)}.",
                "Name the files, or another folder."
            );
        return new Error(ErrorKind.Input, "None of the inputs could be read:\n" + string.Join("\n", errors.Select(e => "  " + e)), "");
    }
}
