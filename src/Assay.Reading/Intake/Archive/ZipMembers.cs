using System.IO.Compression;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Formats;

namespace Assay.Reading.Intake.Archive;

/// <summary>The files in a ZIP archive that may be taken out, and why the others may not.</summary>
/// <param name="file">Name of the archive, for messages.</param>
/// <param name="budget">What may still be unpacked.</param>
internal sealed class ZipMembers(string file, IntakeBudget budget)
{
    private const int MostEntries = 10_000;
    private const int MostNamed = 50;
    private const int LongestName = 1_000;
    private const int LinkMode = 0xA000;
    private const int KindOfMode = 0xF000;
    private readonly List<ReceivedPart> parts = [];
    private readonly List<Error> refused = [];
    private int unnamed;

    /// <summary>Takes the files out.</summary>
    public Result<Received> Read(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
            return Fail(
                file,
                $"The archive has {zip.Entries.Count} files in it, more than {MostEntries}.",
                "Unpack it, and give a folder."
            );
        var names = new HashSet<string>(StringComparer.Ordinal);
        var passed = 0;
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith('/'))
                continue; // a folder
            if (IsOfSystem(entry.FullName))
                passed++;
            else if (Wrong(entry, names) is { } wrong)
                Refuse(entry.FullName, wrong.What, wrong.Hint);
            else if (!Take(entry))
                break;
        }

        if (unnamed > 0)
            refused.Add(Fail(file, $"{unnamed} more files in it were refused.", "Unpack it, and give what is to be read."));
        if (parts.Count == 0 && refused.Count == 0)
            return Fail(file, "The archive has no file in it.", "Check that it was made whole.");
        return new Received
        {
            Parts = parts,
            Refused = refused,
            Notes = passed == 0 ? [] : [$"{passed} files of an operating system (__MACOSX, .DS_Store) were passed over in {file}."],
        };
    }

    private static bool IsOfSystem(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Split('/')[^1] is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    private (string What, string Hint)? Wrong(ZipArchiveEntry entry, HashSet<string> names)
    {
        var name = entry.FullName;
        if (name.Length is 0 or > LongestName || name.Contains('\0', StringComparison.Ordinal))
            return ("Its name is none.", "It was not taken out.");
        if (name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal))
            return ("Its name leads out of the archive.", "It was not taken out.");
        if (name.Split('/').Contains(".."))
            return ("Its name leads out of the archive.", "It was not taken out.");
        if (!names.Add(name))
            return ("There is another file of that name in the archive.", "Only the first was taken out.");
        if (((entry.ExternalAttributes >> 16) & KindOfMode) == LinkMode)
            return ("It is a link, not a file.", "Give the file that it leads to.");
        if (entry.IsEncrypted)
            return ("It is encrypted.", "Unpack it with its password, and give the file.");
        return entry.Length > budget.Left
            ? (
                $"It unpacks to {entry.Length >> 20} MB, more than may still be unpacked from this archive.",
                "If it is sound, unpack it yourself and give the file, or raise the limit (--max-size)."
            )
            : null;
    }

    // False where the archive says less than it holds: no more of it is taken out then.
    private bool Take(ZipArchiveEntry entry)
    {
        if (parts.Count >= budget.MostParts)
        {
            refused.Add(
                Fail(
                    file,
                    $"The archive holds more than {budget.MostParts} files to read; the first {budget.MostParts} were taken.",
                    "Unpack it, and give the others by themselves."
                )
            );
            return false;
        }

        try
        {
            using var stream = entry.Open();
            if (budget.Unpack(stream) is { } bytes)
            {
                parts.Add(new ReceivedPart(entry.FullName, entry.FullName.Split('/')[^1], bytes));
                return true;
            }

            Refuse(entry.FullName, "It unpacks to more than the archive says.", "No more was taken out of this archive.");
            return false;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            Refuse(
                entry.FullName,
                "It is broken, or packed in a way that is not read.",
                "Unpack it by another program, and give the file."
            );
            return true;
        }
    }

    private void Refuse(string name, string what, string hint)
    {
        if (refused.Count < MostNamed)
            refused.Add(Fail($"{file} » {Printable.Of(name)}", what, hint));
        else
            unnamed++;
    }

    private static Error Fail(string where, string what, string hint) => new(ErrorKind.Input, what, hint, new Location(where));
}
