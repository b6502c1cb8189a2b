using System.Runtime.CompilerServices;
using System.Text;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Formats;

namespace Assay.Reading.Intake.Mail;

/// <summary>A mail as it was sent: its words, and its attachments as sources of their own.</summary>
internal sealed class MailFormat : IReceivedFormat
{
    private const int HeadBytes = 16 * 1024;
    private static readonly string[] Sure = ["message-id", "received", "return-path", "mime-version", "delivered-to"];
    private static readonly string[] Usual = ["from", "date", "subject", "to"];

    /// <inheritdoc/>
    public string Name => "mail";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes, string fileName)
    {
        var fields = Fields(bytes);
        var usual = Usual.Count(fields.Contains);
        return fileName.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)
            ? usual >= 1
            : usual >= 2 && fields.Contains("from") && Sure.Any(fields.Contains);
    }

    /// <inheritdoc/>
    public Result<Received> Open(byte[] bytes, string fileName, IntakeBudget budget) => Read(bytes, fileName, budget);

    /// <summary>The names of the fields at the head of a mail, in small letters; empty where the bytes do not begin with such.</summary>
    public static HashSet<string> Fields(ReadOnlySpan<byte> bytes)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]);
        var lines = head.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0)
                return fields;
            if (line[0] is ' ' or '\t' && i > 0)
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !line.AsSpan(0, colon).ContainsAnyExcept(" \t") || line.AsSpan(0, colon).ContainsAny(' ', '\t'))
                return i == lines.Length - 1 && bytes.Length > HeadBytes ? fields : [];
            fields.Add(line[..colon].ToLowerInvariant());
        }

        return fields;
    }

    // Apart, so that the library is loaded no sooner than a mail is read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Result<Received> Read(byte[] bytes, string fileName, IntakeBudget budget) =>
        new MailReading(fileName, budget).Read(MimeMessages.Parse(bytes));
}
