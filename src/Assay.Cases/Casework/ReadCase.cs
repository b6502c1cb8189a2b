using System.Collections.Concurrent;
using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;

namespace Assay.Cases.Casework;

/// <summary>What of a case to read by the rules.</summary>
public sealed record ReadCaseRequest
{
    /// <summary>Sources to read beside those that were read before, by id, name or the beginning of their hash; empty for all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Meanings of words, zones for all, and the date of sources that state none.</summary>
    public AuditOptions Options { get; init; } = AuditOptions.Default;
}

/// <summary>What came of a reading.</summary>
/// <param name="Changes">What it changed.</param>
/// <param name="Read">How many sources were read.</param>
/// <param name="Refused">Sources that could not be read.</param>
public sealed record ReadCaseReply(ReadingChanges Changes, int Read, IReadOnlyList<Error> Refused);

/// <summary>Reads sources of a case by the rules. All of them are read together, as by <c>assay read</c>, since an event told in two of
/// them is one. What somebody decided stays as it is.</summary>
public sealed class ReadCase
{
    /// <summary>Reads.</summary>
    /// <param name="desk">Who reads which case.</param>
    /// <param name="request">What to read.</param>
    /// <param name="progress">Told as the reading goes on, and after each source.</param>
    /// <param name="cancellation">Stops the work; nothing is written then.</param>
    public static Result<ReadCaseReply> Run(
        Desk desk,
        ReadCaseRequest request,
        Action<WorkStep>? progress = null,
        CancellationToken cancellation = default
    )
    {
        if (Names.Wrong(desk.Who) is { } wrong)
            return wrong;
        var content = desk.Case.Content();
        if (!content.Succeeded)
            return content.Error;
        var chosen = Chosen(content.Value, request.Sources);
        if (!chosen.Succeeded)
            return chosen.Error;
        var documents = desk.Case.Documents(chosen.Value, cancellation);
        if (!documents.Succeeded)
            return documents.Error;
        SourceReader.Prepare();
        var errors = documents.Value.Errors;
        var readings = Readings(chosen.Value, documents.Value.Documents, request.Options, errors, progress, cancellation);
        if (readings.Count == 0)
            return new Error(ErrorKind.Input, "None of the sources could be read:\n" + string.Join('\n', errors.Select(e => "  " + e)));
        var meter = WorkStep.Drafting(progress, cancellation);
        var drafted = SoundSources.Assess(readings, errors, (of, refused) => AccountDrafter.Draft(of, refused, request.Options, meter));
        if (!drafted.Succeeded)
            return drafted.Error;
        var told = WorkStep.Writing(progress, cancellation);
        var written = desk.Store.Change<ReadingChanges>(writer =>
            Casework.Readings.Put(writer, desk, CaseAccount.Rules, drafted.Value, null, written: told)
        );
        return written.Succeeded ? new ReadCaseReply(written.Value, readings.Count, errors) : written.Error;
    }

    private static Result<List<StoredSource>> Chosen(CaseContent content, IReadOnlyList<string> named)
    {
        if (content.Sources.Count == 0)
            return new Error(ErrorKind.Input, "The case has no source yet.", "'assay case add' adds one.");
        if (named.Count == 0)
            return content.Sources.ToList();
        var found = SourceNames.Find(content.Sources, named);
        if (!found.Succeeded)
            return found.Error;
        var before = content.Drafts.Where(d => d.Drafter == CaseAccount.Rules).Select(d => d.Source).ToHashSet(StringComparer.Ordinal);
        return content.Sources.Where(s => found.Value.Contains(s) || before.Contains(s.Id)).ToList();
    }

    /// <summary>Reads each source; what cannot be read is told.</summary>
    internal static List<SourceReading> Readings(
        List<StoredSource> sources,
        Dictionary<string, SourceDocument> documents,
        AuditOptions options,
        List<Error> errors,
        Action<WorkStep>? progress,
        CancellationToken cancellation
    )
    {
        var read = new Result<SourceReading>?[sources.Count];
        var total = sources.Sum(s => documents.TryGetValue(s.Id, out var d) ? (long)d.Layer.Text.Length : 0);
        var meter = new ReadingMeter(sources.Count(s => documents.ContainsKey(s.Id)), total, WorkStep.Reading(progress), cancellation);
        Parallel.For(
            0,
            read.Length,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i =>
            {
                var source = sources[i];
                if (!documents.TryGetValue(source.Id, out var document))
                    return;
                var own = meter.Of(document.Layer.Text.Length);
                read[i] = SoundSources.Guard<SourceReading>(source.File, () => SourceReader.Read(source.Id, document, options, own));
                own.End();
            }
        );
        errors.AddRange(read.Where(r => r is { Succeeded: false }).Select(r => r!.Value.Error!));
        return [.. read.Where(r => r is { Succeeded: true }).Select(r => r!.Value.Value)];
    }
}

/// <summary>Finds sources by what a person calls them.</summary>
internal static class SourceNames
{
    private const int ShortestHash = 6;

    /// <summary>The sources of these names, or which name is that of none or of several.</summary>
    public static Result<HashSet<StoredSource>> Find(IReadOnlyList<StoredSource> sources, IReadOnlyList<string> names)
    {
        var found = new HashSet<StoredSource>();
        foreach (var name in names)
        {
            var those = sources.Where(s => Is(s, name)).ToList();
            if (those.Count == 0)
                return new Error(ErrorKind.Usage, $"The case has no source “{Printable.Of(name)}”.", "'assay case list' names them.");
            if (those.Count > 1)
                return new Error(
                    ErrorKind.Usage,
                    $"“{Printable.Of(name)}” may be {string.Join(" or ", those.Select(s => $"{s.Id} ({s.File})"))}.",
                    "Give the id."
                );
            found.Add(those[0]);
        }

        return found;
    }

    private static bool Is(StoredSource source, string name) =>
        source.Id == name
        || source.File == name
        || Path.GetFileName(source.File) == name
        || name.Length >= ShortestHash && source.Sha256.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
