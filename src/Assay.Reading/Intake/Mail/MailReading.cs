using Assay.Ground.Anchors;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;
using Assay.Reading.Intake.Formats;
using Assay.Reading.Intake.Html;
using Assay.Reading.Intake.Page;
using MimeKit;
using MimeKit.Text;
using NodaTime;
using Received = Assay.Reading.Intake.Formats.Received;

namespace Assay.Reading.Intake.Mail;

/// <summary>Reads one mail.</summary>
/// <param name="file">Name for messages.</param>
/// <param name="budget">What may be unpacked.</param>
internal sealed class MailReading(string file, IntakeBudget budget)
{
    private const string Flowed = "flowed";
    private readonly List<ReceivedPart> parts = [];
    private readonly List<Error> refused = [];
    private readonly List<string> notes = [];

    /// <summary>The words of the mail, and its attachments.</summary>
    public Result<Received> Read(MimeMessage message)
    {
        var leaves = MimeMessages.Leaves(message.Body).ToList();
        var body = Body(leaves);
        foreach (var leaf in leaves.Where(l => l != body && !IsOtherForm(l, body)))
            Attach(leaf);
        var text = body is null ? (Result<PageDraft>?)null : Words(body);
        if (text is { Succeeded: false } failed)
            refused.Add(failed.Error);
        if (text is not { Succeeded: true } && parts.Count == 0)
            return refused.Count > 0
                ? refused[0]
                : Fail("The mail has no words in it and no attachment that can be read.", "Give the mail as it was received.");
        var (declared, sent) = Head(message);
        return new Received
        {
            Text = text is { Succeeded: true } read ? Noted(read.Value, declared) : null,
            Origin = new SourceOrigin { Made = sent },
            Parts = parts,
            Refused = refused,
        };
    }

    private PageDraft Noted(PageDraft draft, DeclaredMetadata declared) =>
        draft with
        {
            Declared = declared,
            Notes = [.. draft.Notes, .. notes],
        };

    private static (DeclaredMetadata, Stated<OffsetDateTime>?) Head(MimeMessage message)
    {
        var sent =
            message.Headers.Contains(HeaderId.Date) && message.Date != default
                ? OffsetDateTime.FromDateTimeOffset(message.Date)
                : (OffsetDateTime?)null;
        var declared = new DeclaredMetadata
        {
            Title = string.IsNullOrWhiteSpace(message.Subject) ? null : new Declared(message.Subject.Trim(), "mail header Subject"),
            Published = sent is { } at
                ? new Declared(
                    NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(at.LocalDateTime),
                    "mail header Date"
                )
                : null,
            Authors = [.. message.From.Mailboxes.Select(m => new Declared(NameOf(m), "mail header From"))],
        };
        return (declared, sent is { } made ? new Stated<OffsetDateTime>(made, null, "mail header Date") : null);
    }

    private static string NameOf(MailboxAddress from) => string.IsNullOrWhiteSpace(from.Name) ? from.Address : from.Name.Trim();

    // The words as text where the mail has them so, else as HTML.
    private static TextPart? Body(List<MimeEntity> leaves)
    {
        var texts = leaves.OfType<TextPart>().Where(t => !t.IsAttachment).ToList();
        return texts.Find(t => t.IsPlain && !string.IsNullOrWhiteSpace(t.Text)) ?? texts.Find(t => t.IsHtml);
    }

    // The same words once more.
    private static bool IsOtherForm(MimeEntity leaf, TextPart? body) =>
        body is not null
            && leaf is TextPart { IsAttachment: false, FileName: null } text
            && (text.IsHtml || text.IsPlain)
            && text.IsHtml != body.IsHtml
        || leaf is TextPart { IsAttachment: false, FileName: null } empty && string.IsNullOrWhiteSpace(empty.Text);

    private Result<PageDraft> Words(TextPart body)
    {
        if (MimeMessages.Decoded(body, budget) is not { } bytes)
            return IntakeBudget.TooMuch(file);
        var decoded = TextDecoder.Decode(bytes, file, body.ContentType.Charset);
        if (!decoded.Succeeded)
            return decoded.Error;
        notes.AddRange(decoded.Value.Notes);
        if (body.IsHtml)
            return new HtmlFormat().Read(decoded.Value, file);
        var text = decoded.Value.Text.ReplaceLineEndings("\n");
        if (string.Equals(body.ContentType.Parameters["format"], Flowed, StringComparison.OrdinalIgnoreCase))
            text = new FlowedToText { DeleteSpace = IsYes(body.ContentType.Parameters["delsp"]) }
                .Convert(text)
                .ReplaceLineEndings("\n");
        return MailText.Read(text);
    }

    private static bool IsYes(string? value) => string.Equals(value, "yes", StringComparison.OrdinalIgnoreCase);

    private void Attach(MimeEntity leaf)
    {
        var name = AttachmentNames.Of(leaf, parts.Count + 1);
        var bytes = leaf switch
        {
            MessagePart { Message: { } message } => Written(message),
            MimePart part => MimeMessages.Decoded(part, budget),
            _ => [],
        };
        if (bytes is null)
        {
            refused.Add(IntakeBudget.TooMuch($"{file} » {Printable.Of(name)}"));
            return;
        }

        if (bytes.Length == 0)
            notes.Add($"The attachment “{Printable.Of(name)}” is empty.");
        else if (IsPicture(leaf) || KnownFormats.Of(bytes) is not null && !budget.Opens(bytes, name))
            notes.Add(
                $"The attachment “{Printable.Of(name)}” ({KnownFormats.Of(bytes)?.Name ?? Printable.Of(leaf.ContentType.MimeType)}) was not read."
            );
        else
            parts.Add(
                new ReceivedPart(Unique(name), leaf is MessagePart ? "mail.eml" : name, bytes)
                {
                    Charset = (leaf as TextPart)?.ContentType.Charset,
                }
            );
    }

    private static bool IsPicture(MimeEntity leaf) =>
        leaf.ContentType.MediaType.ToLowerInvariant() is "image" or "audio" or "video" or "font";

    private byte[]? Written(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.Length <= budget.Left && budget.Spend(bytes.Length) ? bytes.ToArray() : null;
    }

    private string Unique(string name)
    {
        var unique = name;
        for (var i = 2; parts.Exists(p => p.Entry == unique); i++)
            unique = $"{name} ({i})";
        return unique;
    }

    private Error Fail(string message, string hint) => new(ErrorKind.Input, message, hint, new Location(file));
}
