using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>Makes a case of an export. Everything in it is verified first: the hash of every file, the chain of the journal, and all tables
/// against what the journal tells. What does not hold is refused with the reason, and no case is made.</summary>
public sealed class ImportCase
{
    /// <summary>Makes the case.</summary>
    /// <param name="file">The export, seekable.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="place">A file that is not there yet, or a connection to PostgreSQL.</param>
    /// <returns>The case, open; or why it is not made.</returns>
    public static Result<OpenedCase> Run(Stream file, string name, string place)
    {
        using var archive = ExportArchive.Open(file, name);
        if (archive.Wrong is { } wrong)
            return wrong;
        var made = CasePlaces.Create(place, writer => Fill(writer, archive, name));
        return made.Succeeded ? new OpenedCase(made.Value) : made.Error;
    }

    private static Result<bool> Fill(CaseWriter writer, ExportArchive archive, string name)
    {
        if (archive.Fill(writer) is { } wrong)
            return wrong;
        var verified = VerifyCase.Run(writer, [], null);
        if (!verified.Succeeded)
            return verified.Error;
        if (verified.Value.Faults is [var first, ..])
            return Refused(name, $"It does not hold: {first.Where}: {first.What}");
        return verified.Value.Head == archive.Head ? true : Refused(name, "Its journal does not end as its manifest says.");
    }

    private static Error Refused(string name, string what) =>
        new(ErrorKind.Input, what, "No case was made. Ask for the export anew.", new Location(name));
}
