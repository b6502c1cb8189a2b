using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Formats;

namespace Assay.Reading.Intake.Mail;

/// <summary>A mailbox in one file (mbox): each mail in it is a source, with the bytes between the lines that part them.</summary>
internal sealed class MboxFormat : IReceivedFormat
{
    private const int HeadBytes = 4096;

    /// <inheritdoc/>
    public string Name => "mailbox";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes, string fileName)
    {
        if (!bytes.StartsWith("From "u8))
            return false;
        var end = bytes.IndexOf((byte)'\n');
        return end > 0 && end < HeadBytes && MailFormat.Fields(bytes[(end + 1)..]).Count >= 2;
    }

    /// <inheritdoc/>
    public Result<Received> Open(byte[] bytes, string fileName, IntakeBudget budget)
    {
        var parts = new List<ReceivedPart>();
        var refused = new List<Error>();
        foreach (var (from, to) in Mails(bytes))
        {
            if (parts.Count >= budget.MostParts)
            {
                refused.Add(
                    new Error(
                        ErrorKind.Input,
                        $"The mailbox holds more than {budget.MostParts} mails; the first {budget.MostParts} were taken.",
                        "Part it, and give the others by themselves.",
                        new Location(fileName)
                    )
                );
                break;
            }

            if (!budget.Spend(to - from))
                return IntakeBudget.TooMuch(fileName);
            var number = parts.Count + 1;
            parts.Add(new ReceivedPart($"mail {number}", $"mail-{number}.eml", bytes[from..to]));
        }

        return new Received { Parts = parts, Refused = refused };
    }

    // From the line after one that parts mails to the blank line before the next. Such a line begins with "From ", comes after a blank
    // line,
    // and a field of a head comes after it: a sentence that begins with "From" parts nothing.
    private static IEnumerable<(int From, int To)> Mails(byte[] bytes)
    {
        var start = After(bytes, 0);
        for (var line = start; line < bytes.Length; )
        {
            var next = After(bytes, line);
            if (next < bytes.Length && IsBlank(bytes, line, next) && Parts(bytes, next))
            {
                if (line > start)
                    yield return (start, line);
                next = start = After(bytes, next);
            }

            line = next;
        }

        if (start < bytes.Length)
            yield return (start, bytes.Length);
    }

    private static bool Parts(byte[] bytes, int line)
    {
        if (!bytes.AsSpan(line).StartsWith("From "u8))
            return false;
        var field = After(bytes, line);
        var name = bytes.AsSpan(field, After(bytes, field) - field);
        var colon = name.IndexOf((byte)':');
        return colon > 0 && !name[..colon].ContainsAny((byte)' ', (byte)'\t');
    }

    private static bool IsBlank(byte[] bytes, int line, int next) =>
        next - line <= 2 && bytes.AsSpan(line, next - line).Trim("\r\n"u8).IsEmpty;

    private static int After(byte[] bytes, int line)
    {
        var end = bytes.AsSpan(line).IndexOf((byte)'\n');
        return end < 0 ? bytes.Length : line + end + 1;
    }
}
