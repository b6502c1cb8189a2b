using System.Globalization;
using Assay.Cases.Drafting;
using Assay.Cases.Store;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;

namespace Assay.Cases.Casework;

/// <summary>What came of taking sources in.</summary>
/// <param name="Added">What came of each.</param>
/// <param name="Changes">What the reading changed; null where nothing could be read.</param>
/// <param name="Unread">Sources that could not be read by the rules.</param>
public sealed record TakeReply(AddReply Added, ReadingChanges? Changes, IReadOnlyList<Error> Unread);

/// <summary>Adds sources to a case and reads it anew, as one change: all of it is written, or nothing is. So whoever stops it finds the
/// case as it was.</summary>
public sealed class TakeSources
{
    private const long MostBytes = 1L << 30;

    /// <summary>Takes the sources in.</summary>
    /// <param name="desk">Who adds them to which case.</param>
    /// <param name="request">The sources.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellation">Stops the work; nothing is written then.</param>
    /// <returns>What came of each; or why nothing was added.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped; nothing was written.</exception>
    public static Result<TakeReply> Run(
        Desk desk,
        AddRequest request,
        Action<WorkStep>? progress = null,
        CancellationToken cancellation = default
    )
    {
        if (Names.Wrong(desk.Who) is { } wrong)
            return wrong;
        var (received, refused) = Received(request, progress, cancellation);
        if (received.Count == 0)
            return AddSources.None(request, refused);
        var content = desk.Case.Content();
        if (!content.Succeeded)
            return content.Error;
        var have = content.Value.Sources.Select(s => s.Sha256).ToHashSet(StringComparer.Ordinal);
        var fresh = received.Where(r => have.Add(r.Sha256)).ToList();
        var unread = new List<Error>();
        var drafted = Drafted(desk, content.Value, fresh, request, unread, progress, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var writing = WorkStep.Writing(progress, cancellation);
        var written = desk.Store.Change<(AddReply Reply, ReadingChanges? Changes)>(writer =>
        {
            // Somebody else may have added a source in between: what was drafted without it is not written.
            var isAsRead = writer.Sources().Select(s => s.Id).SequenceEqual(content.Value.Sources.Select(s => s.Id));
            var kept = AddSources.Keep(writer, desk, received, request.Published);
            var changes =
                isAsRead && drafted.Succeeded ? Readings.Put(writer, desk, CaseAccount.Rules, drafted.Value, null, written: writing) : null;
            return (kept with { Refused = refused }, changes);
        });
        if (!written.Succeeded)
            return written.Error;
        if (!drafted.Succeeded)
            return new TakeReply(written.Value.Reply, null, [.. unread, drafted.Error]);
        return written.Value.Changes is { } done
            ? new TakeReply(written.Value.Reply, done, unread)
            : ReadCase
                .Run(desk, new ReadCaseRequest(), progress, CancellationToken.None)
                .Match(r => new TakeReply(written.Value.Reply, r.Changes, r.Refused), e => new TakeReply(written.Value.Reply, null, [e]));
    }

    private static (List<ReceivedSource> Received, List<Error> Refused) Received(
        AddRequest request,
        Action<WorkStep>? progress,
        CancellationToken cancellation
    )
    {
        var files = new GivenFiles(request);
        var (received, refused, size) = (new List<ReceivedSource>(), new List<Error>(files.Errors), 0L);
        var total = files.Count;
        foreach (var (done, open) in files.Openings().Index())
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke(WorkStep.Files("Opening", done, total));
            var (sources, errors) = open();
            refused.AddRange(errors);
            size += sources.Sum(s => s.Bytes.LongLength);
            if (size > MostBytes)
            {
                refused.Add(TooMuch(total - done));
                break;
            }

            received.AddRange(sources);
        }

        return (received, refused);
    }

    private static Error TooMuch(int left) =>
        new(
            ErrorKind.Input,
            string.Create(
                CultureInfo.InvariantCulture,
                $"What was given has more than {MostBytes >> 20} MB in all; the last {left} files were not taken."
            ),
            "Add them by themselves."
        );

    private static Result<Accounts.Account> Drafted(
        Desk desk,
        CaseContent content,
        List<ReceivedSource> fresh,
        AddRequest request,
        List<Error> unread,
        Action<WorkStep>? progress,
        CancellationToken cancellation
    )
    {
        SourceReader.Prepare();
        var before = desk.Case.Documents(content.Sources, cancellation);
        if (!before.Succeeded)
            return before.Error;
        var (documents, lost) = before.Value;
        unread.AddRange(lost);
        var sources = content.Sources.ToList();
        foreach (var (done, source) in fresh.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke(WorkStep.Files("Taking the text out", done, fresh.Count));
            var stored = AddSources.Stored(source, request.Published, 0);
            var taken = CaseTexts.Of(stored, source.Bytes);
            if (!taken.Succeeded)
            {
                unread.Add(taken.Error);
                continue;
            }

            sources.Add(stored);
            documents[stored.Id] = taken.Value;
        }

        var readings = ReadCase.Readings(sources, documents, AuditOptions.Default, unread, progress, cancellation);
        if (readings.Count == 0)
            return new Error(ErrorKind.Input, "None of the sources could be read by the rules.");
        var meter = WorkStep.Drafting(progress, cancellation);
        return SoundSources.Assess(readings, unread, (of, errors) => AccountDrafter.Draft(of, errors, AuditOptions.Default, meter));
    }
}
