using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Document = DocumentFormat.OpenXml.Wordprocessing.Document;

namespace Assay.Tests.Formats;

/// <summary>Makes one account in each format, byte by byte the same on every run.</summary>
internal static class MadeFiles
{
    public const string Address = "https://example.org/port";
    public const string CapturedAt = "2021-03-05T06:07:08Z";
    private static readonly DateTimeOffset Stamp = new(2021, 3, 5, 6, 7, 8, TimeSpan.Zero);

    public static byte[] Text(string title, params string[] paragraphs) => Utf8(string.Join("\n\n", paragraphs.Prepend(title)) + "\n");

    public static byte[] Html(string title, params string[] paragraphs) =>
        Utf8(
            $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><article><h1>{title}</h1>{string.Concat(paragraphs.Select(p => $"<p>{p}</p>"))}</article></body></html>"
        );

    public static byte[] Pdf(string title, params string[] paragraphs) =>
        new MadePdf().Page().Line(72, MadePdf.Top, title, 16, true).Paragraphs(MadePdf.Top - 40, paragraphs).Bytes();

    public static byte[] Docx(string title, params string[] paragraphs) =>
        Docx(body =>
        {
            body.Append(Styled("Title", title));
            foreach (var paragraph in paragraphs)
                body.Append(new Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run(Words(paragraph))));
        });

    public static Paragraph Styled(string style, string words) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new DocumentFormat.OpenXml.Wordprocessing.Run(Words(words)));

    public static Text Words(string words) => new(words) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve };

    public static byte[] Docx(Action<Body> write, Action<WordprocessingDocument>? more = null)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            var part = document.AddMainDocumentPart();
            part.Document = new Document(new Body());
            write(part.Document.Body!);
            more?.Invoke(document);
        }

        return bytes.ToArray();
    }

    public static byte[] Eml(string title, params string[] paragraphs) =>
        Utf8(
            $"""
            From: The Port <port@example.org>
            To: desk@example.org
            Date: Fri, 05 Mar 2021 08:00:00 +0100
            Subject: From the port
            Message-ID: <1@example.org>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            {string.Join("\n\n", paragraphs.Prepend(title))}

            """.ReplaceLineEndings("\r\n")
        );

    public static byte[] Mhtml(string title, params string[] paragraphs) =>
        Utf8(
            $"""
            From: <Saved by a browser>
            Snapshot-Content-Location: {Address}
            Subject: {title}
            Date: Fri, 5 Mar 2021 06:07:08 -0000
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="--b0"

            ----b0
            Content-Type: text/html
            Content-ID: <frame-1@mhtml.blink>
            Content-Transfer-Encoding: base64
            Content-Location: {Address}

            {Convert.ToBase64String(Html(title, paragraphs), Base64FormattingOptions.InsertLineBreaks)}
            ----b0
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Location: https://example.org/logo.png

            iVBORw0KGgo=
            ----b0--

            """.ReplaceLineEndings("\r\n")
        );

    public static byte[] Warc(string title, params string[] paragraphs) => Response(Address, Html(title, paragraphs));

    /// <summary>A record of a page, with the digests of its block and its payload.</summary>
    public static byte[] Response(
        string address,
        byte[] body,
        string type = "text/html; charset=utf-8",
        string status = "200 OK",
        string? digest = null
    )
    {
        byte[] block = [.. Utf8($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
        return Record(
            "response",
            address,
            block,
            $"WARC-Payload-Digest: {digest ?? Digest(body)}\r\nWARC-Block-Digest: {Digest(block)}\r\n"
        );
    }

    public static byte[] Record(string type, string address, byte[] block, string more = "") =>
        [
            .. Utf8(
                $"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{Guid.Empty}>\r\nWARC-Target-URI: {address}\r\nWARC-Date: {CapturedAt}\r\n{more}Content-Type: application/http; msgtype=response\r\nContent-Length: {block.Length}\r\n\r\n"
            ),
            .. block,
            .. "\r\n\r\n"u8,
        ];

    public static string Digest(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static byte[] Packed(params byte[][] records)
    {
        using var bytes = new MemoryStream();
        foreach (var record in records)
        {
            using var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true);
            gzip.Write(record);
        }

        return bytes.ToArray();
    }

    public static byte[] Wacz(string title, params string[] paragraphs) => Wacz(Packed(Warc(title, paragraphs)), [Address]);

    public static byte[] Wacz(
        byte[] archive,
        string[] pages,
        Func<byte[], object?>? signed = null,
        params (string Name, byte[] Bytes)[] more
    )
    {
        var list = Utf8(
            "{\"format\":\"json-pages-1.0\",\"id\":\"pages\"}\n"
                + string.Concat(pages.Select(p => $"{{\"url\":\"{p}\",\"ts\":\"{CapturedAt}\"}}\n"))
        );
        var description = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                profile = "data-package",
                wacz_version = "1.1.1",
                resources = new[]
                {
                    new
                    {
                        name = "data.warc.gz",
                        path = "archive/data.warc.gz",
                        hash = Digest(archive),
                        bytes = archive.Length,
                    },
                    new
                    {
                        name = "pages.jsonl",
                        path = "pages/pages.jsonl",
                        hash = Digest(list),
                        bytes = list.Length,
                    },
                },
            }
        );
        var files = new List<(string, byte[])>
        {
            ("archive/data.warc.gz", archive),
            ("pages/pages.jsonl", list),
            ("datapackage.json", description),
        };
        if (signed is not null)
            files.Add(
                (
                    "datapackage-digest.json",
                    JsonSerializer.SerializeToUtf8Bytes(
                        new
                        {
                            path = "datapackage.json",
                            hash = Digest(description),
                            signedData = signed(Utf8(Digest(description))),
                        }
                    )
                )
            );
        return Zip([.. files, .. more]);
    }

    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Stamp;
                using var stream = entry.Open();
                stream.Write(content);
            }

        return bytes.ToArray();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
