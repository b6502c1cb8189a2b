using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Formats;
using NodaTime;
using NodaTime.Text;

namespace Assay.Reading.Intake.WebArchive;

/// <summary>Takes the pages out of a web archive: answers with status 200 that hold HTML, and those that a list names, of any kind that
/// is read.</summary>
/// <param name="file">Name for messages.</param>
/// <param name="budget">What may be unpacked.</param>
/// <param name="listed">The addresses that the archive lists as its pages; null where it has no list.</param>
internal sealed class WarcPages(string file, IntakeBudget budget, IReadOnlySet<string>? listed)
{
    private const int StreamedPerKept = 32;
    private static readonly string[] Html = ["text/html", "application/xhtml+xml"];
    private static readonly string[] Others = ["application/pdf", "text/plain", "text/markdown"];
    private readonly HashSet<string> entries = new(StringComparer.Ordinal);
    private int repeats;

    /// <summary>The pages.</summary>
    public List<ReceivedPart> Parts { get; } = [];

    /// <summary>What cannot be read, each with the reason.</summary>
    public List<Error> Refused { get; } = [];

    /// <summary>What a reader should know.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Reads an archive.</summary>
    /// <param name="bytes">Its bytes, packed or not.</param>
    /// <param name="within">Its place in the file, to go before the entries; empty for none.</param>
    public void Read(byte[] bytes, string within = "")
    {
        using var reader = new WarcReader(bytes, StreamedPerKept * budget.MostOfOne);
        try
        {
            while (reader.Next(IsWanted) is { } record && Parts.Count <= budget.MostParts)
                Take(record, within);
        }
        catch (BrokenArchiveException e)
        {
            Refused.Add(
                new Error(ErrorKind.Input, e.Message, "Get the archive again; what stands before that place was read.", Where(within))
            );
        }

        if (repeats > 0)
            Notes.Add($"{repeats} records say only that a page had not changed since an earlier capture, and were passed over.");
        repeats = 0;
    }

    private bool IsWanted(WarcRecord record, long length)
    {
        if (record.Type == "revisit")
            repeats++;
        if (record.Type is not ("response" or "resource") || !record.Address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return false;
        if (listed is not null && !listed.Contains(record.Address))
            return false;
        if (length <= budget.Left)
            return true;
        Refused.Add(IntakeBudget.TooMuch($"{file} » {Printable.Of(record.Address)}"));
        return false;
    }

    private void Take(WarcRecord record, string within)
    {
        if (record.Block.Length == 0)
            return;
        var entry = Entry(record, within);
        if (record["WARC-Block-Digest"] is { Length: > 0 } digest && Digests.Holds(digest, record.Block) == false)
        {
            Refused.Add(Changed(entry, "block"));
            return;
        }

        if (record.Type == "resource")
            Keep(record, entry, record["Content-Type"].Split(';')[0].Trim().ToLowerInvariant(), record.Block, null);
        else if (HttpAnswer.Parse(record.Block) is { Status: 200 } answer)
            Keep(record, entry, answer);
    }

    private void Keep(WarcRecord record, string entry, HttpAnswer answer)
    {
        if (!IsKind(answer.Kind))
            return;
        var digest = record["WARC-Payload-Digest"];
        if (digest.Length > 0 && Digests.Holds(digest, answer.Raw.Span) == false && Digests.Holds(digest, answer.Joined().Span) == false)
        {
            Refused.Add(Changed(entry, "payload"));
            return;
        }

        try
        {
            if (answer.Content(budget) is { } content)
                Keep(record, entry, answer.Kind, content, answer.Charset);
            else
                Refused.Add(IntakeBudget.TooMuch($"{file} » {entry}"));
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            Refused.Add(
                new Error(
                    ErrorKind.Input,
                    "The page was packed by its server, and what is packed is broken.",
                    "",
                    new Location($"{file} » {entry}")
                )
            );
        }
    }

    private void Keep(WarcRecord record, string entry, string kind, byte[] content, string? charset)
    {
        if (!IsKind(kind) || content.Length == 0)
            return;
        var name =
            Html.Contains(kind) ? "page.html"
            : kind == "application/pdf" ? "page.pdf"
            : kind == "text/markdown" ? "page.md"
            : "page.txt";
        Parts.Add(
            new ReceivedPart(entry, name, content)
            {
                Charset = charset,
                Origin = new SourceOrigin { Url = Printable.Of(record.Address), Captured = Captured(record) },
            }
        );
    }

    private bool IsKind(string kind) => Html.Contains(kind) || listed is not null && Others.Contains(kind);

    private string Entry(WarcRecord record, string within)
    {
        var entry = $"{within}{(within.Length > 0 ? " » " : "")}{Printable.Of(record.Address)} ({Printable.Of(record.Date)})";
        var unique = entry;
        for (var i = 2; !entries.Add(unique); i++)
            unique = $"{entry} ({i})";
        return unique;
    }

    private static Stated<OffsetDateTime>? Captured(WarcRecord record) =>
        InstantPattern.ExtendedIso.Parse(record.Date) is { Success: true } at
            ? new Stated<OffsetDateTime>(at.Value.WithOffset(Offset.Zero), null, "WARC-Date")
            : null;

    private Error Changed(string entry, string what) =>
        new(
            ErrorKind.Input,
            $"The bytes of the page do not have the {what} digest that the archive gives: they were changed or damaged.",
            "Get the archive again from where it was made.",
            new Location($"{file} » {entry}")
        );

    private Location Where(string within) => new(within.Length == 0 ? file : $"{file} » {within}");
}
