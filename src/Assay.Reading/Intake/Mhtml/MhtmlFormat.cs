using System.Runtime.CompilerServices;
using System.Text;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;
using Assay.Reading.Intake.Formats;
using Assay.Reading.Intake.Html;
using Assay.Reading.Intake.Mail;
using MimeKit;
using NodaTime;
using Received = Assay.Reading.Intake.Formats.Received;

namespace Assay.Reading.Intake.Mhtml;

/// <summary>A web page saved by a browser as one file, laid out like a mail. Its date is that of the saving.</summary>
internal sealed class MhtmlFormat : IReceivedFormat
{
    private const int HeadBytes = 16 * 1024;

    /// <inheritdoc/>
    public string Name => "MHTML";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes, string fileName)
    {
        var fields = MailFormat.Fields(bytes);
        if (!fields.Contains("mime-version") && !fields.Contains("content-type"))
            return false;
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]);
        var isNamed =
            fileName.EndsWith(".mht", StringComparison.OrdinalIgnoreCase)
            || fileName.EndsWith(".mhtml", StringComparison.OrdinalIgnoreCase);
        return isNamed
            || fields.Contains("snapshot-content-location")
            || head.StartsWith("From: <Saved by", StringComparison.OrdinalIgnoreCase)
            || !fields.Contains("to")
                && !fields.Contains("received")
                && head.Contains("multipart/related", StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public Result<Received> Open(byte[] bytes, string fileName, IntakeBudget budget) => Read(bytes, fileName, budget);

    // Apart, so that the library is loaded no sooner than such a page is read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Result<Received> Read(byte[] bytes, string fileName, IntakeBudget budget)
    {
        var message = MimeMessages.Parse(bytes);
        var pages = MimeMessages.Leaves(message.Body).OfType<TextPart>().Where(t => t.IsHtml).ToList();
        var start = (message.Body as MultipartRelated)?.Root as TextPart;
        if ((start is { IsHtml: true } ? start : pages.FirstOrDefault()) is not { } root)
            return Fail(fileName, "The saved page has no HTML part in it.", "Save the page again.");
        if (MimeMessages.Decoded(root, budget) is not { } html)
            return IntakeBudget.TooMuch(fileName);
        var decoded = TextDecoder.Decode(html, fileName, root.ContentType.Charset);
        if (!decoded.Succeeded)
            return decoded.Error;
        var draft = new HtmlFormat().Read(decoded.Value, fileName);
        if (!draft.Succeeded)
            return draft.Error;
        return new Received
        {
            Text = draft.Value,
            Encoding = decoded.Value.Encoding,
            Origin = new SourceOrigin { Url = Address(message, root), Captured = Saved(message) },
            Notes = [.. decoded.Value.Notes, .. Frames(pages.Count - 1)],
        };
    }

    private static string? Address(MimeMessage message, TextPart root) =>
        message.Headers["Snapshot-Content-Location"]?.Trim()
        ?? root.ContentLocation?.ToString()
        ?? root.Headers["Content-Location"]?.Trim();

    private static Stated<OffsetDateTime>? Saved(MimeMessage message) =>
        message.Headers.Contains(HeaderId.Date) && message.Date != default
            ? new Stated<OffsetDateTime>(OffsetDateTime.FromDateTimeOffset(message.Date), null, "Date of the MHTML file")
            : null;

    private static IEnumerable<string> Frames(int count) =>
        count > 0
            ?
            [
                $"{count} more HTML {(count == 1 ? "part" : "parts")} of the saved page (frames, adverts) {(count == 1 ? "was" : "were")} not read.",
            ]
            : [];

    private static Error Fail(string file, string message, string hint) => new(ErrorKind.Input, message, hint, new Location(file));
}
