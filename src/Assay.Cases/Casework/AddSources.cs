using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Assay.Cases.Journal;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Casework;

/// <summary>Sources for a case.</summary>
/// <param name="Files">Files, or folders of them.</param>
public sealed record AddRequest(IReadOnlyList<string> Files)
{
    /// <summary>Sources that are not files here, such as uploads.</summary>
    public IReadOnlyList<GivenSource> Given { get; init; } = [];

    /// <summary>Publication date of those that state none; null where it is not known.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>Limits of intake.</summary>
    public IntakeOptions Intake { get; init; } = IntakeOptions.Default;
}

/// <summary>A source that comes as bytes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">The bytes as received.</param>
public sealed record GivenSource(string Name, byte[] Bytes);

/// <summary>What came of adding sources.</summary>
/// <param name="Added">Those that are new.</param>
/// <param name="Known">Those whose bytes the case had already, under their names there.</param>
/// <param name="Refused">Those that cannot be read, with the reason.</param>
public sealed record AddReply(IReadOnlyList<StoredSource> Added, IReadOnlyList<StoredSource> Known, IReadOnlyList<Error> Refused);

/// <summary>Adds sources to a case. Their bytes are kept as received, by their hash; the same bytes are kept once.</summary>
public sealed class AddSources
{
    private const int MostAtOnce = 200;
    private const long BytesAtOnce = 32 << 20;

    /// <summary>Adds the sources.</summary>
    /// <param name="desk">Who adds them to which case.</param>
    /// <param name="request">The sources.</param>
    /// <param name="cancellation">Stops the work; what is added by then stays.</param>
    /// <returns>What came of each; or why none could be added.</returns>
    public static Result<AddReply> Run(Desk desk, AddRequest request, CancellationToken cancellation = default)
    {
        if (Names.Wrong(desk.Who) is { } wrong)
            return wrong;
        var listing = InputFiles.Expand(request.Files);
        var reply = new AddReply(new List<StoredSource>(), new List<StoredSource>(), new List<Error>(listing.Errors));
        var (waiting, size) = (new List<GivenSource>(), 0L);
        foreach (
            var source in listing.Files.Select(f => Taken(f, request.Intake)).Concat(request.Given.Select(g => (Result<GivenSource>)g))
        )
        {
            if (cancellation.IsCancellationRequested)
                return Stopped(reply);
            var sound = source.Succeeded ? Sound(source.Value, request.Intake) : source.Error;
            if (!sound.Succeeded)
            {
                ((List<Error>)reply.Refused).Add(sound.Error);
                continue;
            }

            waiting.Add(sound.Value);
            size += sound.Value.Bytes.LongLength;
            if (waiting.Count < MostAtOnce && size < BytesAtOnce)
                continue;
            if (Keep(desk, waiting, request.Published, reply) is { } full)
                return full;
            (waiting, size) = ([], 0);
        }

        if (waiting.Count > 0 && Keep(desk, waiting, request.Published, reply) is { } failed)
            return failed;
        return reply.Added.Count + reply.Known.Count == 0 ? None(request, reply.Refused) : reply;
    }

    private static Error Stopped(AddReply reply) =>
        new(
            ErrorKind.Cancelled,
            $"Stopped; {reply.Added.Count} sources were added, and stay.",
            "Add the rest again: what is there is not kept twice."
        );

    private static Error None(AddRequest request, IReadOnlyList<Error> refused) =>
        refused.Count switch
        {
            0 => new Error(
                ErrorKind.Input,
                $"There is no file of a format that Assay reads in {string.Join(", ", request.Files)}.",
                "Name the files."
            ),
            1 => refused[0],
            _ => new Error(ErrorKind.Input, "None of the sources could be read:\n" + string.Join('\n', refused.Select(e => "  " + e))),
        };

    private static Result<GivenSource> Taken(string file, IntakeOptions limits)
    {
        var bytes = SourceIntake.ReadBytes(file, limits);
        return bytes.Succeeded ? new GivenSource(file, bytes.Value) : bytes.Error;
    }

    // What cannot be read is no source; it is refused before it is kept.
    private static Result<GivenSource> Sound(GivenSource given, IntakeOptions limits)
    {
        var name = Printable.Of(given.Name);
        var read = Drafting.SoundSources.Guard<OpenedFile>(name, () => SourceIntake.Open(given.Bytes, name, limits));
        if (!read.Succeeded)
            return read.Error;
        if (read.Value.Documents.Count == 0)
            return read.Value.Errors[0];
        if (read.Value.Documents is [{ Container: null }])
            return given with { Name = name };
        return new Error(
            ErrorKind.Input,
            "The file holds documents in it, and a case takes documents one by one.",
            "'assay audit' reads them all; to keep them in a case, save each as a file of its own and add those.",
            new Location(name)
        );
    }

    private static Error? Keep(Desk desk, List<GivenSource> sources, LocalDate? published, AddReply reply)
    {
        var kept = desk.Store.Change<(List<StoredSource> Added, List<StoredSource> Known)>(writer =>
        {
            var have = writer.Sources().ToDictionary(s => s.Sha256, StringComparer.Ordinal);
            var (added, known) = (new List<StoredSource>(), new List<StoredSource>());
            foreach (var source in sources)
            {
                var sha256 = Convert.ToHexStringLower(SHA256.HashData(source.Bytes));
                if (have.TryGetValue(sha256, out var other))
                    known.Add(other);
                else
                    added.Add(have[sha256] = Put(writer, desk, source, sha256, published));
            }

            return (added, known);
        });
        if (!kept.Succeeded)
            return kept.Error;
        ((List<StoredSource>)reply.Added).AddRange(kept.Value.Added);
        ((List<StoredSource>)reply.Known).AddRange(kept.Value.Known);
        return null;
    }

    private static StoredSource Put(CaseWriter writer, Desk desk, GivenSource source, string sha256, LocalDate? published)
    {
        var id = CaseTexts.IdOf(sha256);
        var after = new JsonObject
        {
            ["sha256"] = sha256,
            ["file"] = source.Name,
            ["bytes"] = source.Bytes.LongLength,
            ["published"] = published is { } date ? LocalDatePattern.Iso.Format(date) : null,
        };
        var note = new JournalNote(JournalAct.SourceAdded, desk.Who, desk.Clock.GetCurrentInstant())
        {
            Item = id,
            After = after.ToJsonString(),
        };
        var stored = new StoredSource(id, sha256, source.Name, source.Bytes.LongLength, published, writer.Record(note).Sequence);
        writer.Put(stored, source.Bytes);
        return stored;
    }
}
