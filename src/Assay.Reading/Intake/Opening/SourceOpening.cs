using System.Security.Cryptography;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Archive;
using Assay.Reading.Intake.Bytes;
using Assay.Reading.Intake.Formats;
using Assay.Reading.Intake.Html;
using Assay.Reading.Intake.Mail;
using Assay.Reading.Intake.Markdown;
using Assay.Reading.Intake.Mhtml;
using Assay.Reading.Intake.Page;
using Assay.Reading.Intake.Pdf;
using Assay.Reading.Intake.PlainText;
using Assay.Reading.Intake.Stamps;
using Assay.Reading.Intake.WebArchive;
using Assay.Reading.Intake.Word;

namespace Assay.Reading.Intake.Opening;

/// <summary>The sources that one file holds, and what of it could not be read.</summary>
/// <param name="Documents">The sources, in their order in the file.</param>
/// <param name="Errors">The refusals.</param>
public sealed record OpenedFile(IReadOnlyList<SourceDocument> Documents, IReadOnlyList<Error> Errors);

/// <summary>Opens one file, and what lies in it, into sources.</summary>
/// <param name="file">The file's name as given.</param>
/// <param name="options">The limits.</param>
internal sealed class SourceOpening(string file, IntakeOptions options)
{
    private const int Stack = 16 * 1024 * 1024;
    private static readonly ISourceFormat[] Texts = [new HtmlFormat(), new MarkdownFormat(), new PlainTextFormat()];
    private static readonly IReceivedFormat[] Formats =
    [
        new PdfFormat(),
        new WaczFormat(),
        new WarcFormat(),
        new WordFormat(),
        new ZipFormat(),
        new MhtmlFormat(),
        new MailFormat(),
        new MboxFormat(),
    ];
    private readonly IntakeBudget budget = new(options, Opens);
    private readonly List<SourceDocument> documents = [];
    private readonly List<Error> errors = [];

    /// <summary>Opens the file.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="stamps">Time stamps that stood beside it.</param>
    public OpenedFile Open(byte[] bytes, IReadOnlyList<SourceStamp>? stamps = null)
    {
        Take(new ReceivedPart("", file, bytes) { Stamps = stamps ?? [] }, null, 0);
        return new OpenedFile(documents, errors);
    }

    /// <summary>Opens what lay in a file.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="container">The file, and the place in it.</param>
    /// <param name="origin">Where and when it comes from.</param>
    public OpenedFile OpenPart(byte[] bytes, SourceContainer container, SourceOrigin origin)
    {
        Take(new ReceivedPart(container.Entry, container.FileName, bytes) { Origin = origin, Charset = container.Charset }, container, 0);
        return new OpenedFile(documents, errors);
    }

    private static bool Opens(byte[] bytes, string fileName) => Array.Exists(Formats, f => f.Recognises(bytes, fileName));

    private string Named(string entry) => entry.Length == 0 ? file : $"{file} » {Printable.Of(entry)}";

    private void Take(ReceivedPart part, SourceContainer? container, int depth)
    {
        var name = Named(container?.Entry ?? "");
        if (part.Bytes.Length == 0)
            errors.Add(Fail(name, "The file is empty.", "Save the page again."));
        else if (Array.Find(Formats, f => f.Recognises(part.Bytes, part.FileName)) is { } format)
            Open(format, part, container, depth);
        else if (KnownFormats.Of(part.Bytes) is var (known, hint))
            errors.Add(Fail(name, $"This is {known}.", hint));
        else if (StampNames.Stamped(part.FileName) is { } stamped && StampCheck.MayBe(part.Bytes))
            errors.Add(StampFiles.Alone(name, stamped));
        else
            ReadText(part, container, name);
    }

    private void ReadText(ReceivedPart part, SourceContainer? container, string name)
    {
        var decoded = TextDecoder.Decode(part.Bytes, name, part.Charset);
        if (!decoded.Succeeded)
        {
            errors.Add(decoded.Error);
            return;
        }

        if (string.IsNullOrWhiteSpace(decoded.Value.Text))
        {
            errors.Add(Fail(name, "The file has nothing but white space in it.", "Save the page again."));
            return;
        }

        var format = Array.Find(Texts, f => f.Recognises(decoded.Value, part.FileName))!;
        var draft = format.Read(decoded.Value, name);
        if (draft.Succeeded)
            Add(draft.Value with { Notes = [.. decoded.Value.Notes, .. draft.Value.Notes] }, format.Name, decoded.Value.Encoding);
        else
            errors.Add(draft.Error);

        void Add(PageDraft text, string formatName, string encoding) =>
            documents.Add(Document(part, container, text, formatName, encoding, part.Origin));
    }

    private SourceDocument Document(
        ReceivedPart part,
        SourceContainer? container,
        PageDraft draft,
        string format,
        string encoding,
        SourceOrigin origin
    )
    {
        var (layer, metadata) = PageReader.Read(draft);
        return new SourceDocument(file, part.Bytes.LongLength, Hash(part.Bytes), format, layer, metadata, encoding)
        {
            Notes = draft.Notes,
            Received = part.Bytes,
            Container = container,
            Origin = origin,
            Stamps = part.Stamps,
        };
    }

    private void Open(IReceivedFormat format, ReceivedPart part, SourceContainer? container, int depth)
    {
        var name = Named(container?.Entry ?? "");
        if (depth >= options.MaxDepth)
        {
            errors.Add(Fail(name, $"Files lie in files more than {options.MaxDepth} deep.", "Unpack it, and give the file inside."));
            return;
        }

        var opened = Guard(format, part.Bytes, name);
        if (!opened.Succeeded)
        {
            errors.Add(opened.Error);
            return;
        }

        var received = opened.Value;
        errors.AddRange(received.Refused);
        if (received.Text is { } text)
        {
            var draft = text with { Notes = [.. text.Notes, .. received.Notes] };
            documents.Add(Document(part, container, draft, format.Name, received.Encoding, Joined(part.Origin, received.Origin)));
        }
        else if (part.Stamps.Count > 0)
            errors.Add(StampFiles.OfHolder(name));

        var first = documents.Count;
        Take(received, part, container, format.Name, depth);
        if (received.Text is null && received.Notes.Count > 0 && documents.Count > first)
            documents[first] = documents[first] with { Notes = [.. received.Notes, .. documents[first].Notes] };
    }

    private void Take(Received received, ReceivedPart part, SourceContainer? container, string format, int depth)
    {
        var name = Named(container?.Entry ?? "");
        var hash = received.Parts.Count > 0 && container is null ? Hash(part.Bytes) : "";
        var within = container is null ? "" : $"{container.Entry} » ";
        foreach (var (inner, stamps) in StampFiles.Joined(received.Parts, p => p.Entry, p => p.Bytes, n => Named(within + n), errors))
        {
            if (!budget.TakePart())
            {
                var many = $"It holds more than {options.MaxParts} sources; the first {options.MaxParts} were taken.";
                errors.Add(Fail(name, many, "Give the others by themselves."));
                return;
            }

            var outer = container is null
                ? new SourceContainer(hash, part.Bytes.LongLength, format, inner.Entry)
                {
                    Received = part.Bytes,
                    FileName = inner.FileName,
                    Charset = inner.Charset,
                }
                : container with
                {
                    Entry = $"{container.Entry} » {inner.Entry}",
                    FileName = inner.FileName,
                    Charset = inner.Charset,
                };
            Take(inner with { Origin = Joined(part.Origin, inner.Origin), Stamps = stamps }, outer, depth + 1);
        }
    }

    // What is nearer to the document knows better.
    private static SourceOrigin Joined(SourceOrigin outer, SourceOrigin inner) =>
        new()
        {
            Url = inner.Url ?? outer.Url,
            Captured = inner.Captured ?? outer.Captured,
            Made = inner.Made ?? outer.Made,
            Signature = inner.Signature ?? outer.Signature,
        };

    // On a thread of its own, which a library that finds no end cannot keep from being left; and what a library throws at broken bytes is
    // a
    // refusal.
    private Result<Received> Guard(IReceivedFormat format, byte[] bytes, string name)
    {
        Result<Received>? opened = null;
        var work = new Thread(() => opened = OpenSafely(format, bytes, name), Stack) { IsBackground = true };
        work.Start();
        return work.Join(options.MaxTime) && opened is { } done
            ? done
            : Fail(
                name,
                $"The {format.Name} file was not opened within {options.MaxTime.TotalSeconds:0} seconds.",
                "Save its text as .txt and give that."
            );
    }

    private Result<Received> OpenSafely(IReceivedFormat format, byte[] bytes, string name)
    {
        try
        {
            var opened = format.Open(bytes, name, budget);
            return budget.IsSpent ? IntakeBudget.TooMuch(name) : opened;
        }
        catch (TooMuchUnpackedException)
        {
            return IntakeBudget.TooMuch(name);
        }
        catch (Exception e)
        {
            return Fail(
                name,
                $"The {format.Name} file is broken and cannot be read ({e.GetType().Name}).",
                "Get it again from where it came, or save its text as .txt and give that."
            );
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Error Fail(string where, string message, string hint) => new(ErrorKind.Input, message, hint, new Location(where));
}
