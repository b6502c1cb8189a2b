using Assay.Ground.Outcomes;
using DuckDB.NET.Data;

namespace Assay.Trade.Import;

/// <summary>Turns what goes wrong with files, lakes and the engine during an import into a sentence.</summary>
internal static class ImportFailures
{
    private const string Unchanged = "The lake is as it was.";

    /// <summary>The sentence for an exception; null where it is a defect of the program.</summary>
    /// <param name="e">The exception.</param>
    /// <param name="request">What was to be imported.</param>
    /// <param name="cancel">Whether the user stopped the import.</param>
    public static Error? Of(Exception e, ImportRequest request, CancellationToken cancel)
    {
        var name = new Location(Path.GetFileName(request.Path));
        if (cancel.IsCancellationRequested && e is DuckDBException or OperationCanceledException)
            return new Error(ErrorKind.Cancelled, "The import was stopped.", Unchanged, name);
        return e switch
        {
            UnreadableException or InvalidDataException => new Error(
                ErrorKind.Input,
                $"The file cannot be read: {First(e)}",
                $"Check that it is complete and may be read. {Unchanged}",
                name
            ),
            DuckDBException => new Error(
                ErrorKind.Input,
                "The file breaks off or is not what its beginning says.",
                $"Download it again. {Unchanged}",
                name
            ),
            IOException or UnauthorizedAccessException => new Error(
                ErrorKind.Output,
                $"The lake '{request.LakeDirectory}' cannot be written: {First(e)}",
                "Choose another folder with --lake, or make room.",
                new Location(request.LakeDirectory)
            ),
            _ => null,
        };
    }

    /// <summary>Runs what reads the file, so that its failures are told from those of the lake.</summary>
    public static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException(e);
        }
    }

    private static string First(Exception e) => e.Message.Split('\n')[0].TrimEnd('.');

    private sealed class UnreadableException(Exception inner) : Exception(inner.Message, inner);
}
