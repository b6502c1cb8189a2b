using Assay.Reading.Intake.Page;
using NodaTime;
using UglyToad.PdfPig.Content;

namespace Assay.Reading.Intake.Pdf;

/// <summary>What the information dictionary of a PDF says. Programs fill it in by themselves, so that it comes after the words of the
/// pages.</summary>
internal static class PdfInformation
{
    /// <summary>Title and author. A title that is a file's name says nothing.</summary>
    public static DeclaredMetadata Declared(DocumentInformation information) =>
        new()
        {
            Title = Said(information.Title) is { } title && !IsFileName(title) ? new Declared(title, "PDF information Title") : null,
            Authors = Said(information.Author) is { } author ? Authors(author) : [],
        };

    /// <summary>When the file was made, with its offset; null where it gives no offset or no date. It is no date of publication.</summary>
    public static Stated<OffsetDateTime>? Made(DocumentInformation information) =>
        information.CreationDate is { Length: > 0 } && information.GetCreatedDateTimeOffset() is { } made
            ? new Stated<OffsetDateTime>(OffsetDateTime.FromDateTimeOffset(made), null, "PDF information CreationDate")
            : null;

    private static string? Said(string? value) => string.IsNullOrWhiteSpace(value) ? null : PdfLetters.Plain(value).Trim();

    private static bool IsFileName(string title) =>
        title.Split(' ').Length <= 4 && Path.GetExtension(title) is { Length: >= 3 and <= 6 } ending && ending.Skip(1).All(char.IsLetter)
        || title.StartsWith("Microsoft Word - ", StringComparison.Ordinal)
        || title.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        || title.StartsWith("about:", StringComparison.OrdinalIgnoreCase);

    private static List<Declared> Authors(string author) =>
        Names
            .Parts(author, new Assay.Ground.Anchors.TextSpan(0, author.Length))
            .Select(p => new Declared(p.Of(author), "PDF information Author"))
            .ToList();
}
