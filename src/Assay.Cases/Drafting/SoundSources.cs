using Assay.Cases.Report;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Drafting;

/// <summary>
/// The last resort for a defect of this program that one source brings out: that source is refused with a message, and the others go on. No
/// expected failure comes here; those are values.
/// </summary>
internal static class SoundSources
{
    /// <summary>Does one piece of work on one source; what it throws becomes the refusal of the source.</summary>
    /// <param name="file">The source, for the message.</param>
    /// <param name="work">The work.</param>
    public static Result<T> Guard<T>(string file, Func<Result<T>> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Refusal(file, e);
        }
    }

    /// <summary>
    /// Assesses the sources together. Where that fails, those that also fail alone are refused, and the rest are assessed once more; where
    /// it still
    /// fails, or none is left, the whole is refused.
    /// </summary>
    /// <param name="sources">The sources as read; those refused are taken out.</param>
    /// <param name="errors">The refusals so far; new ones are added.</param>
    /// <typeparam name="T">What is made of the sources.</typeparam>
    /// <param name="assess">Makes it of some sources, given the refusals.</param>
    public static Result<T> Assess<T>(
        List<SourceReading> sources,
        List<Error> errors,
        Func<IReadOnlyList<SourceReading>, List<Error>, T> assess
    )
    {
        var whole = Guard(sources[0].Document.File, () => (Result<T>)assess(sources, errors));
        if (whole.Succeeded || sources.Count == 1)
            return whole;
        var refused = sources.Select(s => Guard(s.Document.File, () => (Result<T>)assess([s], errors)).Error).ToList();
        errors.AddRange(refused.OfType<Error>());
        var sound = sources.Where((_, i) => refused[i] is null).ToList();
        if (sound.Count == 0 || sound.Count == sources.Count)
            return whole;
        sources.Clear();
        sources.AddRange(sound);
        return Guard(sources[0].Document.File, () => (Result<T>)assess(sources, errors));
    }

    private static Error Refusal(string file, Exception e)
    {
        var cause = e is AggregateException { InnerExceptions: [var first, ..] } ? first : e;
        return new Error(
            ErrorKind.Input,
            $"A defect of Assay kept this source from being read ({cause.GetType().Name}{Place(cause)}).",
            "The other inputs are not touched by it; please report it, with the file.",
            new Location(file)
        );
    }

    // The innermost method of this program on the stack, so that a report of the defect says where it is.
    private static string Place(Exception e) =>
        new System.Diagnostics.StackTrace(e)
            .GetFrames()
            .Select(f => System.Diagnostics.DiagnosticMethodInfo.Create(f))
            .FirstOrDefault(m => m?.DeclaringAssemblyName.StartsWith("Assay", StringComparison.Ordinal) == true)
            is { } method
            ? $" in {method.DeclaringTypeName?.Split('.')[^1]}.{method.Name}"
            : "";
}
