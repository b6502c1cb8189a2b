using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Html;
using Assay.Reading.Intake.Page;
using Assay.Reading.Intake.PlainText;

namespace Assay.Reading.Intake.Mail;

/// <summary>
/// The text of a mail: what it quotes of earlier mails is set aside, with the line that introduces it, since they are the words of someone
/// else; so is the signature behind two dashes.
/// </summary>
internal static partial class MailText
{
    private const string Signature = "signature of the mail";

    /// <summary>Lays the text out.</summary>
    public static Result<PageDraft> Read(string text)
    {
        var blocks = new List<DraftBlock>();
        foreach (var (span, reason) in Runs(text))
        {
            var inner = LineBlocks.Of(span.Of(text));
            foreach (var block in inner.Select(b => b with { Span = new TextSpan(b.Span.Start + span.Start, b.Span.End + span.Start) }))
                blocks.Add(reason is null ? block : block with { Hint = BlockHint.Outside, Reason = reason });
        }

        return new PageDraft(text, blocks, new DeclaredMetadata()) { IsWhole = true };
    }

    // Runs of lines that are of the mail, or not and why.
    private static IEnumerable<(TextSpan Span, string? Reason)> Runs(string text)
    {
        var lines = Lines(text).ToList();
        var reasons = lines.Select(l => l.Of(text)).Select(l => IsQuoted(l) ? HtmlBlocks.QuotedMail : null).ToList();
        Introductions(text, lines, reasons);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Of(text);
            var rest =
                IsForwardMark().IsMatch(line) ? HtmlBlocks.QuotedMail
                : line.TrimEnd('\r') == "-- " ? Signature
                : null;
            if (rest is null)
                continue;
            for (var k = i; k < reasons.Count; k++)
                reasons[k] ??= rest;
            break;
        }

        for (var from = 0; from < lines.Count; )
        {
            var to = from;
            while (to + 1 < lines.Count && reasons[to + 1] == reasons[from])
                to++;
            yield return (new TextSpan(lines[from].Start, lines[to].End), reasons[from]);
            from = to + 1;
        }
    }

    // "On Monday she wrote:" before what is quoted.
    private static void Introductions(string text, List<TextSpan> lines, List<string?> reasons)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (reasons[i] is null || reasons[i - 1] is not null)
                continue;
            var k = i - 1;
            while (k > 0 && i - k < 3 && string.IsNullOrWhiteSpace(lines[k].Of(text)))
                k--;
            if (!lines[k].Of(text).TrimEnd().EndsWith(':'))
                continue;
            for (; k >= 0 && reasons[k] is null && !string.IsNullOrWhiteSpace(lines[k].Of(text)); k--)
                reasons[k] = HtmlBlocks.QuotedMail;
        }
    }

    private static bool IsQuoted(string line) => line.TrimStart().StartsWith('>');

    private static IEnumerable<TextSpan> Lines(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var end = text.IndexOf('\n', at);
            var stop = end < 0 ? text.Length : end;
            yield return new TextSpan(at, stop);
            at = stop + 1;
        }
    }

    // "-----Original Message-----" and its like in any language.
    [GeneratedRegex(@"^\s*-{4,}\s?\p{L}[\p{L} ]{3,40}-{4,}\s*$")]
    private static partial Regex IsForwardMark();
}
