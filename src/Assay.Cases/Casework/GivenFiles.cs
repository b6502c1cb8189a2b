using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;
using Assay.Reading.Intake.Stamps;

namespace Assay.Cases.Casework;

/// <summary>What a request to add sources names, file by file, each with the time stamps that stand beside it.</summary>
internal sealed class GivenFiles
{
    private readonly IReadOnlyList<string> files;
    private readonly IReadOnlyList<GivenSource> given;
    private readonly Dictionary<GivenSource, IReadOnlyList<SourceStamp>> beside = new(ReferenceEqualityComparer.Instance);
    private readonly IntakeOptions limits;
    private readonly List<Error> errors;

    /// <summary>The files of a request; of those on disk none is read before its turn.</summary>
    public GivenFiles(AddRequest request)
    {
        var listing = InputFiles.Expand(request.Files);
        var names = listing.Files.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        limits = request.Intake;
        errors = [.. listing.Errors];
        files = [.. listing.Files.Where(f => StampNames.Stamped(Path.GetFullPath(f)) is not { } of || !names.Contains(of))];
        given = request.Given;
        // Looked at by number: the list itself is gone through once, as the work goes on.
        var all = Enumerable.Range(0, given.Count).Select(i => given[i]).ToList();
        foreach (var (file, stamps) in StampFiles.Joined(all, g => g.Name, g => g.Bytes, n => n, errors))
            beside.TryAdd(file, stamps);
    }

    /// <summary>What cannot be taken, as far as that is known before anything is read.</summary>
    public IReadOnlyList<Error> Errors => errors;

    /// <summary>How many files there are.</summary>
    public int Count => files.Count + beside.Count;

    /// <summary>Opens each file when its turn comes: the sources of it, and what of it cannot be read.</summary>
    public IEnumerable<Func<(IReadOnlyList<ReceivedSource> Sources, IReadOnlyList<Error> Refused)>> Openings() =>
        files.Select(f => Later(() => Opened(f))).Concat(given.Where(beside.ContainsKey).Select(g => Later(() => Opened(g))));

    private static Func<(IReadOnlyList<ReceivedSource> Sources, IReadOnlyList<Error> Refused)> Later(
        Func<(IReadOnlyList<ReceivedSource>, IReadOnlyList<Error>)> open
    ) => open;

    private (IReadOnlyList<ReceivedSource>, IReadOnlyList<Error>) Opened(GivenSource source) =>
        ReceivedSources.Of(source with { Stamps = [.. source.Stamps, .. beside[source]] }, limits);

    private (IReadOnlyList<ReceivedSource> Sources, IReadOnlyList<Error> Refused) Opened(string file)
    {
        var bytes = SourceIntake.ReadBytes(file, limits);
        if (!bytes.Succeeded)
            return ([], [bytes.Error]);
        var (stamps, lost) = StampFiles.Beside(file);
        var (sources, refused) = ReceivedSources.Of(new GivenSource(file, bytes.Value) { Stamps = stamps }, limits);
        return (sources, [.. refused, .. lost]);
    }
}
