using System.Text;

namespace Assay.Tests.Formats;

/// <summary>Makes files that are broken, or made to break what reads them; the same on every run.</summary>
internal static class HostileFiles
{
    private const int Seed = 20210305;
    private static readonly string[] Paragraphs =
    [
        "OSLO, 5 March 2021 - The port of Oslo says that the ferry left the pier at 14:10 on 3 March 2021, Oslo time.",
        "The coast guard in London says that the call came at 13:40 the same day, London time.",
    ];

    /// <summary>All of them, by name.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> All()
    {
        var random = new Random(Seed);
        foreach (var (name, bytes) in Sound())
        {
            foreach (var cut in Enumerable.Range(1, 20))
                yield return ($"cut-{cut}-{name}", bytes[..(bytes.Length * cut / 21)]);
            foreach (var flip in Enumerable.Range(1, 24))
                yield return ($"flip-{flip}-{name}", Flipped(bytes, random, flip));
            yield return ($"twice-{name}", [.. bytes, .. bytes]);
            yield return ($"nuls-{name}", [.. bytes[..64], .. new byte[4096], .. bytes[64..]]);
        }

        foreach (var made in Made())
            yield return made;
    }

    private static IEnumerable<(string, byte[])> Sound()
    {
        yield return ("a.pdf", MadeFiles.Pdf("The call", Paragraphs));
        yield return ("a.docx", MadeFiles.Docx("The call", Paragraphs));
        yield return ("a.eml", MadeFiles.Eml("The call", Paragraphs));
        yield return ("a.mhtml", MadeFiles.Mhtml("The call", Paragraphs));
        yield return ("a.warc", MadeFiles.Warc("The call", Paragraphs));
        yield return ("a.warc.gz", MadeFiles.Packed(MadeFiles.Warc("The call", Paragraphs)));
        yield return ("a.wacz", MadeFiles.Wacz("The call", Paragraphs));
    }

    // From one bit to many.
    private static byte[] Flipped(byte[] bytes, Random random, int flips)
    {
        var broken = (byte[])bytes.Clone();
        for (var i = 0; i < flips * flips / 8 + 1; i++)
            broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
        return broken;
    }

    /// <summary>Those made to break what reads them, by name.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Made()
    {
        foreach (var pdf in Pdfs())
            yield return pdf;
        foreach (var zip in Zips())
            yield return zip;
        foreach (var mail in Mails())
            yield return mail;
        foreach (var archive in Archives())
            yield return archive;
    }

    private static IEnumerable<(string, byte[])> Pdfs()
    {
        const string pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
        yield return ("nested-arrays.pdf", Content($"BT /F1 12 Tf 72 700 Td {new string('[', 200_000)} TJ ET"));
        yield return ("nested-dictionaries.pdf", Content(Repeated("<</A ", 100_000)));
        yield return ("nested-states.pdf", Content(Repeated("q ", 300_000) + "BT /F1 12 Tf 72 700 Td (The ferry left at 14:10.) Tj ET"));
        yield return (
            "nested-root.pdf",
            Pdf(MadeFiles.Utf8($"<</Type/Catalog/Pages 2 0 R/X {new string('[', 300_000)}>>"), MadeFiles.Utf8(pages))
        );
        yield return ("own-kid.pdf", Pdf(Catalog, "<</Type/Pages/Kids[2 0 R]/Count 1>>"u8.ToArray()));
        yield return (
            "deep-pages.pdf",
            Pdf([
                Catalog,
                .. Enumerable.Range(3, 20_000).Select(i => MadeFiles.Utf8($"<</Type/Pages/Parent {i - 2} 0 R/Kids[{i} 0 R]/Count 1>>")),
            ])
        );
        yield return (
            "own-length.pdf",
            Pdf(Catalog, MadeFiles.Utf8(pages), Page, "<</Length 4 0 R>> stream\nBT ET\nendstream"u8.ToArray())
        );
        yield return ("many-pages.pdf", Pdf(Catalog, "<</Type/Pages/Kids[]/Count 2147483647>>"u8.ToArray()));
        yield return (
            "own-form.pdf",
            Pdf(
                Catalog,
                MadeFiles.Utf8(pages),
                Page,
                Stream("/X Do"u8.ToArray()),
                Font,
                Stream("/X Do"u8.ToArray(), "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
            )
        );
        yield return ("bomb.pdf", Content(Inflated(new byte[300_000_000]), "/Filter/FlateDecode"));
        yield return ("bomb-in-bomb.pdf", Content(Inflated(Inflated(new byte[300_000_000])), "/Filter[/FlateDecode/FlateDecode]"));
        yield return ("filters.pdf", Content("x"u8.ToArray(), $"/Filter[{Repeated("/ASCIIHexDecode", 5_000)}]"));
        yield return (
            "predictor.pdf",
            Content(
                Inflated(new byte[1000]),
                "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000/Colors 32/BitsPerComponent 16>>"
            )
        );
        yield return ("letters.pdf", Content("BT /F1 12 Tf 72 700 Td " + Repeated("(a) Tj ", 60_000) + "ET"));
        yield return (
            "words.pdf",
            Content(
                "BT /F1 1 Tf 1 700 Td "
                    + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"1 0 0 1 {i * 7919 % 590} {i * 104_729 % 790} Tm (ab) Tj "))
                    + "ET"
            )
        );
        yield return ("far.pdf", Content("BT /F1 1e300 Tf 1e308 0 0 1e308 1e308 1e308 Tm (The ferry left at 14:10.) Tj ET"));
        yield return ("nowhere.pdf", Content("BT /F1 12 Tf 0 0 0 0 0 0 Tm (The ferry left at 14:10.) Tj ET"));
        yield return ("sound.pdf", Content("BT /F1 12 Tf 72 700 Td (The ferry left at 14:10.) Tj ET"));
    }

    private static byte[] Catalog => "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray();

    private static byte[] Page =>
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>"u8.ToArray();

    private static byte[] Font => "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"u8.ToArray();

    private static byte[] Content(string content) => Content(MadeFiles.Utf8(content), "");

    private static byte[] Content(byte[] content, string more) =>
        Pdf(Catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(), Page, Stream(content, more), Font);

    private static byte[] Stream(byte[] content, string more = "") =>
        [.. MadeFiles.Utf8($"<</Length {content.Length}{more}>> stream\n"), .. content, .. "\nendstream"u8];

    // With a table of where each object stands, so that what is wrong with it is only what is meant to be.
    private static byte[] Pdf(params byte[][] objects)
    {
        using var pdf = new MemoryStream();
        pdf.Write("%PDF-1.7\n"u8);
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(null, $"{pdf.Position:D10} 00000 n \n");
            pdf.Write(MadeFiles.Utf8($"{i + 1} 0 obj\n"));
            pdf.Write(objects[i]);
            pdf.Write("\nendobj\n"u8);
        }

        table.Append(null, $"trailer <</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{pdf.Position}\n%%EOF");
        pdf.Write(MadeFiles.Utf8(table.ToString()));
        return pdf.ToArray();
    }

    private static byte[] Inflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(content);
        return packed.ToArray();
    }

    private static IEnumerable<(string, byte[])> Zips()
    {
        const string main = "word/document.xml";
        var types = (
            "[Content_Types].xml",
            MadeFiles.Utf8(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            )
        );
        var relations = (
            "_rels/.rels",
            MadeFiles.Utf8(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            )
        );
        byte[] Docx(string body) =>
            MadeFiles.Zip(
                types,
                relations,
                (
                    main,
                    MadeFiles.Utf8(
                        $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
                    )
                )
            );
        yield return ("deep.docx", Docx(Repeated("<w:sdt><w:sdtContent>", 50_000) + Repeated("</w:sdtContent></w:sdt>", 50_000)));
        yield return (
            "laughs.docx",
            MadeFiles.Zip(
                types,
                relations,
                (main, MadeFiles.Utf8("<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><a>&b;</a>"))
            )
        );
        yield return (
            "outside.docx",
            MadeFiles.Zip(types, relations, (main, MadeFiles.Utf8("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>")))
        );
        yield return ("bomb.docx", MadeFiles.Zip(types, relations, (main, new byte[100_000_000])));
        yield return ("empty.docx", Docx(""));
        yield return ("twice.docx", MadeFiles.Zip(types, relations, (main, []), (main, [])));
        yield return ("names.docx", MadeFiles.Zip(types, relations, ("../../" + main, [1]), ("word/\u202Etxt.exe", [1])));
        yield return ("no-main.docx", MadeFiles.Zip(types));
        yield return ("nothing.wacz", MadeFiles.Zip(("x", [1])));
        yield return ("odd.wacz", MadeFiles.Zip(("archive/", []), ("datapackage.json", MadeFiles.Utf8("[1,2"))));
        yield return ("deep.wacz", MadeFiles.Zip(("archive/x", []), ("datapackage.json", MadeFiles.Utf8(new string('[', 100_000)))));
        yield return ("bomb.wacz", MadeFiles.Zip(("archive/x", []), ("datapackage.json", new byte[100_000_000])));
        yield return (
            "turned.wacz",
            MadeFiles.Zip(("datapackage.json", MadeFiles.Utf8("{}")), ("archive/\u202Ecraw.exe", [1]), ("../x", [1]))
        );
    }

    private static IEnumerable<(string, byte[])> Mails()
    {
        const string head = "From: a@example.org\r\nDate: Fri, 05 Mar 2021 08:00:00 +0100\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
        var nested = new StringBuilder();
        for (var i = 0; i < 3_000; i++)
            nested.Append(null, $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        yield return ("nested.eml", MadeFiles.Utf8(head + nested));
        yield return (
            "forwarded.eml",
            MadeFiles.Utf8(string.Concat(Enumerable.Repeat(head + "Content-Type: message/rfc822\r\n\r\n", 2_000)))
        );
        yield return ("long-line.eml", [.. MadeFiles.Utf8(head + "\r\n"), .. Enumerable.Repeat((byte)'a', 10_000_000)]);
        yield return ("long-head.eml", MadeFiles.Utf8(head + "X: " + new string('x', 5_000_000) + "\r\n\r\nThe ferry left at 14:10."));
        yield return ("charset.eml", MadeFiles.Utf8(head + "Content-Type: text/plain; charset=klingon\r\n\r\nThe ferry left at 14:10."));
        yield return ("wrong.eml", [.. MadeFiles.Utf8(head + "Content-Type: text/plain; charset=utf-8\r\n\r\n"), 0xFF, 0xFE, 0xC3, 0x28]);
        yield return (
            "turned.eml",
            MadeFiles.Utf8(
                head
                    + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; name=\"..\\..\\\u202Etxt.exe\"\r\nContent-Disposition: attachment\r\n\r\nThe ferry left at 14:10.\r\n--b--\r\n"
            )
        );
        yield return (
            "many.eml",
            MadeFiles.Utf8(
                head
                    + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                    + string.Concat(
                        Enumerable.Repeat("--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nx\r\n", 3_000)
                    )
                    + "--b--\r\n"
            )
        );
        yield return ("empty.mhtml", MadeFiles.Utf8(head + "Content-Type: multipart/related; boundary=b\r\n\r\n--b--\r\n"));
        yield return ("quotes.eml", MadeFiles.Utf8(head + "\r\n" + Repeated("> a\r\n", 200_000)));
    }

    private static IEnumerable<(string, byte[])> Archives()
    {
        yield return ("bomb.warc.gz", MadeFiles.Packed(MadeFiles.Record("response", MadeFiles.Address, new byte[100_000_000])));
        yield return ("length.warc", MadeFiles.Utf8("WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nx"));
        yield return ("minus.warc", MadeFiles.Utf8("WARC/1.1\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx"));
        yield return ("line.warc", [.. "WARC/1.1\r\nA: "u8, .. Enumerable.Repeat((byte)'a', 10_000_000)]);
        yield return (
            "fields.warc",
            MadeFiles.Utf8("WARC/1.1\r\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"A{i}: b\r\n")))
        );
        var bomb = MadeFiles.Packed(new byte[100_000_000]);
        yield return (
            "packed.warc",
            MadeFiles.Record(
                "response",
                MadeFiles.Address,
                [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"u8, .. bomb]
            )
        );
        yield return (
            "chunks.warc",
            MadeFiles.Record(
                "response",
                MadeFiles.Address,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n<p>The ferry left.</p>"u8.ToArray()
            )
        );
        yield return ("name.warc", MadeFiles.Response("https://example.org/\u202Efdp.exe/../../etc", MadeFiles.Html("A", Paragraphs)));
    }

    private static string Repeated(string part, int times) => new StringBuilder().Insert(0, part, times).ToString();
}
