using System.Text.Json.Nodes;
using Assay.Cases.Journal;
using Assay.Cases.Report;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
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
public sealed record GivenSource(string Name, byte[] Bytes)
{
    /// <summary>Time stamps that stood beside it.</summary>
    public IReadOnlyList<SourceStamp> Stamps { get; init; } = [];
}

/// <summary>What came of adding sources.</summary>
/// <param name="Added">Those that are new.</param>
/// <param name="Known">Those whose bytes the case had already, under their names there.</param>
/// <param name="Refused">Those that cannot be read, with the reason.</param>
public sealed record AddReply(IReadOnlyList<StoredSource> Added, IReadOnlyList<StoredSource> Known, IReadOnlyList<Error> Refused)
{
    /// <summary>Time stamps that are new; what each shows.</summary>
    public IReadOnlyList<StampReply> Stamps { get; init; } = [];

    /// <summary>That the work was stopped before all was taken, with how much was; null where it was not stopped.</summary>
    public Error? Stopped { get; init; }
}

/// <summary>A time stamp that was kept beside a source.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Found">What it shows.</param>
public sealed record StampReply(string Source, StampEntry Found);

/// <summary>Adds sources to a case. Their bytes are kept as received, by their hash; the same bytes are kept once. Files are taken one
/// after another, each with all that lies in it or not at all: whoever stops the work keeps those that were taken by then.</summary>
public sealed class AddSources
{
    private const int MostAtOnce = 200;
    private const long BytesAtOnce = 32 << 20;

    /// <summary>Adds the sources.</summary>
    /// <param name="desk">Who adds them to which case.</param>
    /// <param name="request">The sources.</param>
    /// <param name="cancellation">Stops the work after the file that is being taken; what was taken by then is kept, and told.</param>
    /// <returns>What came of each; or why none could be added.</returns>
    public static Result<AddReply> Run(Desk desk, AddRequest request, CancellationToken cancellation = default)
    {
        if (Names.Wrong(desk.Who) is { } wrong)
            return wrong;
        var given = new GivenFiles(request);
        var reply = new AddReply(new List<StoredSource>(), new List<StoredSource>(), new List<Error>(given.Errors))
        {
            Stamps = new List<StampReply>(),
        };
        var (waiting, size, taken) = (new List<ReceivedSource>(), 0L, 0);
        Error? stopped = null;
        foreach (var open in given.Openings())
        {
            if (cancellation.IsCancellationRequested)
            {
                stopped = Stopped(taken, given.Count);
                break;
            }

            taken++;
            var (sources, refused) = open();
            ((List<Error>)reply.Refused).AddRange(refused);
            waiting.AddRange(sources);
            size += sources.Sum(s => s.Bytes.LongLength);
            if (waiting.Count < MostAtOnce && size < BytesAtOnce)
                continue;
            if (Keep(desk, waiting, request.Published, reply) is { } full)
                return full;
            (waiting, size) = ([], 0);
        }

        if (waiting.Count > 0 && Keep(desk, waiting, request.Published, reply) is { } failed)
            return failed;
        if (stopped is not null)
            return reply with { Stopped = stopped };
        return reply.Added.Count + reply.Known.Count == 0 ? None(request, reply.Refused) : reply;
    }

    private static Error Stopped(int taken, int all) =>
        new(
            ErrorKind.Cancelled,
            taken == 0
                ? "Stopped before the first file was taken: the case is as it was."
                : $"Stopped after {taken} of {all} files. The sources named as added are in the case, each whole; the other files are not.",
            "The same command takes the rest: what is there is not kept twice."
        );

    internal static Error None(AddRequest request, IReadOnlyList<Error> refused) =>
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

    private static Error? Keep(Desk desk, List<ReceivedSource> sources, LocalDate? published, AddReply reply)
    {
        var kept = desk.Store.Change<AddReply>(writer => Keep(writer, desk, sources, published));
        if (!kept.Succeeded)
            return kept.Error;
        ((List<StoredSource>)reply.Added).AddRange(kept.Value.Added);
        ((List<StoredSource>)reply.Known).AddRange(kept.Value.Known);
        ((List<StampReply>)reply.Stamps).AddRange(kept.Value.Stamps);
        return null;
    }

    /// <summary>Keeps sources and their time stamps within a change; what is there already is not kept again.</summary>
    internal static AddReply Keep(CaseWriter writer, Desk desk, IReadOnlyList<ReceivedSource> sources, LocalDate? published)
    {
        var have = writer.Sources().ToDictionary(s => s.Sha256, StringComparer.Ordinal);
        var (added, known) = (new List<StoredSource>(), new List<StoredSource>());
        foreach (var source in sources)
        {
            if (have.TryGetValue(source.Sha256, out var other))
                known.Add(other);
            else
                added.Add(have[source.Sha256] = Put(writer, desk, source, published));
        }

        var stamps = KeepStamps.Run(writer, desk, sources);
        var found = desk.Case.Stamps.Of(writer, stamps);
        return new AddReply(added, known, [])
        {
            Stamps = [.. stamps.Select(s => new StampReply(have[s.Source].Id, found[s.Source].First(f => f.Sha256 == s.Sha256)))],
        };
    }

    /// <summary>A source as the case will keep it.</summary>
    internal static StoredSource Stored(ReceivedSource source, LocalDate? published, long sequence) =>
        new(CaseTexts.IdOf(source.Sha256), source.Sha256, source.Name, source.Bytes.LongLength, published, sequence)
        {
            Origin = source.Origin,
        };

    private static StoredSource Put(CaseWriter writer, Desk desk, ReceivedSource source, LocalDate? published)
    {
        var after = new JsonObject
        {
            ["sha256"] = source.Sha256,
            ["file"] = source.Name,
            ["bytes"] = source.Bytes.LongLength,
            ["published"] = published is { } date ? LocalDatePattern.Iso.Format(date) : null,
        };
        if (source.Origin is { } origin)
            after["origin"] = JsonNode.Parse(origin.Json());
        var note = new JournalNote(JournalAct.SourceAdded, desk.Who, desk.Clock.GetCurrentInstant())
        {
            Item = CaseTexts.IdOf(source.Sha256),
            After = after.ToJsonString(),
        };
        var stored = Stored(source, published, writer.Record(note).Sequence);
        writer.Put(stored, source.Bytes);
        return stored;
    }
}
