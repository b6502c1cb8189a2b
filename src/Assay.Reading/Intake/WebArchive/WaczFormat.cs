using System.IO.Compression;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Formats;

namespace Assay.Reading.Intake.WebArchive;

/// <summary>
/// A web archive in a ZIP file (WACZ): the pages that it lists are sources. Every file in it is held against the digest that the archive
/// gives, before anything of it is read.
/// </summary>
internal sealed class WaczFormat : IReceivedFormat
{
    private const int MostEntries = 10_000;

    /// <inheritdoc/>
    public string Name => "WACZ";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes, string fileName) =>
        bytes.StartsWith("PK\u0003\u0004"u8)
        && (
            bytes.IndexOf("datapackage.json"u8) >= 0 && bytes.IndexOf("archive/"u8) >= 0
            || fileName.EndsWith(".wacz", StringComparison.OrdinalIgnoreCase)
        );

    /// <inheritdoc/>
    public Result<Received> Open(byte[] bytes, string fileName, IntakeBudget budget)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostEntries)
            return Fail(fileName, $"The WACZ file holds more than {MostEntries} files.", "Cut it into parts.");
        if (zip.Entries.GroupBy(e => e.FullName, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Fail(
                fileName,
                $"The WACZ file holds two files named “{Printable.Of(twice.Key)}”: nobody can say which is meant.",
                Again
            );
        if (zip.Entries.FirstOrDefault(e => LeadsOut(e.FullName)) is { } leading)
            return Fail(fileName, $"The WACZ file holds a name that leads out of it, “{Printable.Of(leading.FullName)}”.", Again);
        var opened = WaczPackage.Open(zip, fileName, budget);
        return opened.Succeeded ? Pages(opened.Value, fileName, budget) : opened.Error;
    }

    private const string Again = "Get the archive again from where it was made.";

    private static Result<Received> Pages(WaczPackage package, string fileName, IntakeBudget budget)
    {
        var pages = new WarcPages(fileName, budget, package.Pages);
        foreach (var (path, bytes) in package.Archives)
            pages.Read(bytes, path);
        var signature = package.Signature;
        List<Error> refused = [.. package.Refused, .. pages.Refused];
        if (pages.Parts.Count == 0)
            return refused.Count > 0
                ? refused[0]
                : Fail(fileName, "None of the pages that the WACZ file lists is in it with status 200.", Again);
        return new Received
        {
            Parts = [.. pages.Parts.Select(p => p with { Origin = p.Origin with { Signature = signature } })],
            Refused = refused,
            Notes = [.. package.Notes, .. pages.Notes],
        };
    }

    // Nothing is written to disk by these names; one that leads elsewhere still means no good.
    private static bool LeadsOut(string name) =>
        name.Length == 0
        || name[0] is '/' or '\\'
        || name.Contains(':', StringComparison.Ordinal) && name.Length > 1 && name[1] == ':'
        || name.Replace('\\', '/').Split('/').Contains("..", StringComparer.Ordinal);

    private static Error Fail(string file, string message, string hint) => new(ErrorKind.Input, message, hint, new Location(file));
}
