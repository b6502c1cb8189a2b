using MimeKit;

namespace Assay.Reading.Intake.Mail;

/// <summary>Names of attachments: whoever sent them chose them, so that neither a folder nor an odd sign in one is taken over.</summary>
internal static class AttachmentNames
{
    private const int Longest = 120;

    /// <summary>A name for a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="number">Its number, for one without a name.</param>
    public static string Of(MimeEntity part, int number)
    {
        var given = part is MimePart file ? file.FileName : (part as MessagePart)?.Message?.Subject;
        var name = (given ?? "").Replace('\\', '/').Split('/')[^1].Trim();
        if (name.Length == 0 || name is "." or "..")
            name = $"attachment {number}";
        return name.Length <= Longest ? name : name[..(Longest / 2)] + "…" + name[^(Longest / 2)..];
    }
}
