using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;
using Assay.Reading.Intake.Stamps;

namespace Assay.Cases.Casework;

/// <summary>What a request to add sources names, file by file, each with the time stamps that stand beside it.</summary>
internal sealed class GivenFiles
{
    private readonly IReadOnlyList<string> files;
    private readonly List<GivenSource> given;
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
        given =
        [
            .. StampFiles
                .Joined(request.Given, g => g.Name, g => g.Bytes, n => n, errors)
                .Select(g => g.File with { Stamps = [.. g.File.Stamps, .. g.Stamps] }),
        ];
    }

    /// <summary>What cannot be taken, as far as that is known before anything is read.</summary>
    public IReadOnlyList<Error> Errors => errors;

    /// <summary>How many files there are.</summary>
    public int Count => files.Count + given.Count;

    /// <summary>Opens each file when its turn comes: the sources of it, and what of it cannot be read.</summary>
    public IEnumerable<Func<(IReadOnlyList<ReceivedSource> Sources, IReadOnlyList<Error> Refused)>> Openings() =>
        files
            .Select(f => new Func<(IReadOnlyList<ReceivedSource>, IReadOnlyList<Error>)>(() => Opened(f)))
            .Concat(
                given.Select(g => new Func<(IReadOnlyList<ReceivedSource>, IReadOnlyList<Error>)>(() => ReceivedSources.Of(g, limits)))
            );

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
