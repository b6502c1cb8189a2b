using Assay.Ground.Outcomes;
using Assay.Trade.Simulation;
using Assay.Trade.Validation;

namespace Assay.Cases.Books;

/// <summary>Takes a synthetic world through the front door: writes it as files of offices, imports them into a lake, scans
/// that.</summary>
internal static class FrontDoor
{
    /// <summary>How the scan did on a world.</summary>
    /// <param name="options">What the world is drawn from.</param>
    /// <param name="since">First month after the effective date.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The trial, or the error of the step that failed.</returns>
    public static Result<WorldTrial> Try(SyntheticOptions options, int since, CancellationToken cancellation)
    {
        var root = Directory.CreateTempSubdirectory("assay-validate-").FullName;
        try
        {
            var world = new SyntheticWorld(options);
            var (files, lake) = (Path.Combine(root, "files"), Path.Combine(root, "lake"));
            new SyntheticFiles(world).Write(files, null, cancellation);
            if (Import(files, lake, cancellation) is { } refused)
                return refused;
            var asked = new BookOptions { List = string.Join(',', WorldTrial.Restricted(world)), Since = since };
            var scanned = ScanBooks.Run(new ScanRequest(lake, options.Target, asked), null, cancellation);
            return scanned.Succeeded ? WorldTrial.Of(world, scanned.Value.Report) : scanned.Error;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static Error? Import(string files, string lake, CancellationToken cancellation)
    {
        var (import, said) = (new ImportFile(TimeProvider.System), FileSaid.Of(null, [], null).Value);
        foreach (var file in Directory.EnumerateFiles(files).Order(StringComparer.Ordinal).Where(f => Path.GetExtension(f) != ".json"))
        {
            var reply = import.Run(new FileRequest(file, lake, said), null, cancellation);
            if (!reply.Succeeded)
                return reply.Error;
            File.Delete(file);
        }

        return null;
    }
}
