using System.Text;
using Assay.Tests.Fixtures;
using Assay.Tests.Formats;

namespace Assay.Fuzzer;

/// <summary>A file to begin with.</summary>
/// <param name="Name">Its name, which tells the format.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record Seed(string Name, byte[] Bytes);

/// <summary>Sound files of every format that is taken in, made as the tests make them.</summary>
internal static class Seeds
{
    private const string Title = "The call";
    private static readonly string[] Paragraphs =
    [
        "OSLO, 5 March 2021 - The port of Oslo says that the ferry left the pier at 14:10 on 3 March 2021, Oslo time.",
        "The coast guard in London says that the call came at 13:40 the same day, London time, before the ferry left the pier.",
    ];

    /// <summary>The text of the source that stamps stand over.</summary>
    public static byte[] Stamped => MadeFiles.Text(Title, Paragraphs);

    /// <summary>The sources.</summary>
    public static IEnumerable<Seed> Sources()
    {
        var (text, html) = (MadeFiles.Text(Title, Paragraphs), MadeFiles.Html(Title, Paragraphs));
        var eml = MadeFiles.Eml(Title, Paragraphs);
        yield return new("a.txt", text);
        yield return new(
            "a.md",
            [.. "---\ntitle: The call\ndate: 2021-03-05\n---\n\n"u8, .. text, .. "\n| a | b |\n|---|---|\n| `1` | [x](y) |\n"u8]
        );
        yield return new("a.html", html);
        yield return new("rich.html", Encoding.UTF8.GetBytes(RichPage));
        yield return new("a.pdf", MadeFiles.Pdf(Title, Paragraphs));
        yield return new("plain.pdf", Encoding.Latin1.GetBytes(PlainPdf));
        yield return new("a.docx", MadeFiles.Docx(Title, Paragraphs));
        yield return new("a.eml", eml);
        yield return new("parts.eml", Encoding.UTF8.GetBytes(PartsMail.ReplaceLineEndings("\r\n")));
        yield return new("a.mhtml", MadeFiles.Mhtml(Title, Paragraphs));
        yield return new("a.warc", MadeFiles.Warc(Title, Paragraphs));
        yield return new("a.warc.gz", MadeFiles.Packed(MadeFiles.Warc(Title, Paragraphs)));
        yield return new("a.wacz", MadeFiles.Wacz(Title, Paragraphs));
        yield return new("signed.wacz", SignedWacz());
        yield return new(
            "a.mbox",
            [
                .. "From port@example.org Fri Mar  5 08:00:00 2021\n"u8,
                .. eml,
                .. "\nFrom b@example.org Fri Mar  5 09:00:00 2021\n"u8,
                .. eml,
            ]
        );
        yield return new(
            "a.zip",
            MadeFiles.Zip(("a.txt", text), ("b/a.html", html), ("a.docx", MadeFiles.Docx(Title, Paragraphs)), ("a.eml", eml))
        );
    }

    /// <summary>Time stamps over <see cref="Stamped"/>.</summary>
    /// <param name="authority">Who stamps.</param>
    public static IEnumerable<Seed> Stamps(StampAuthority authority)
    {
        var token = authority.Token(Stamped);
        yield return new("a.txt.tsr", StampAuthority.Answer(token));
        yield return new("token.txt.tsr", token);
        yield return new("alone.txt.tsr", authority.Token(Stamped, carries: false));
    }

    /// <summary>What other programs write.</summary>
    public static IEnumerable<Seed> Exchanges()
    {
        yield return new(
            "table.exchange.csv",
            MadeFiles.Utf8(
                "date,time,zone,event\n2021-03-03,14:10,Europe/Oslo,\"The ferry left, they say\"\n2021-03-03,13:40,Z,The call came\n"
            )
        );
        yield return new(
            "line.exchange.json",
            MadeFiles.Utf8(
                """{"title":{"text":{"headline":"The call"}},"events":[{"start_date":{"year":"2021","month":"3","day":"3","hour":"14","minute":"10"},"text":{"headline":"The ferry left","text":"<b>From</b> the pier"},"unique_id":"e1"}]}"""
            )
        );
        yield return new(
            "entities.exchange.json",
            MadeFiles.Utf8(
                """{"id":"a","schema":"Event","properties":{"name":["The ferry left"],"date":["2021-03-03T14:10:00"],"location":["Oslo"]}}"""
                    + "\n"
                    + """{"id":"b","schema":"PublicBody","properties":{"name":["The port of Oslo"]}}"""
                    + "\n"
            )
        );
        yield return new(
            "notes.exchange.json",
            MadeFiles.Utf8(
                """{"total":1,"rows":[{"id":"x","user":"acct:a@b","text":"Which clock?","tags":["t"],"target":[{"selector":[{"type":"TextQuoteSelector","exact":"the ferry left the pier","prefix":"says that ","suffix":" at 14:10"}]}]}]}"""
            )
        );
    }

    private static byte[] SignedWacz() =>
        MadeFiles.Wacz(
            MadeFiles.Packed(MadeFiles.Warc(Title, Paragraphs)),
            [MadeFiles.Address],
            hash => new
            {
                hash = Encoding.UTF8.GetString(hash),
                signature = Convert.ToBase64String(new byte[64]),
                publicKey = Convert.ToBase64String(new byte[91]),
                created = MadeFiles.CapturedAt,
                software = "a",
            }
        );

    private const string RichPage = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>The call | The Port</title>
        <meta property="article:published_time" content="2021-03-05T08:00:00+01:00"><link rel="canonical" href="https://example.org/port">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"The call","datePublished":"2021-03-05","author":{"name":"A. Berg"}}</script></head>
        <body><nav><ul><li><a href="/">Home</a><li><a href="/a">More</a></ul></nav><main><article><h1>The call</h1><p class="byline">By A. Berg, <time datetime="2021-03-05T08:00">5 March 2021</time>
        <p>OSLO - The ferry left the pier at 14:10 on 3 March 2021, the port said.<blockquote>The call came at 13:40.</blockquote>
        <table><tr><th>Port<th>Ships<tr><td>Oslo<td>12</table><pre>a  b</pre><ol><li>one<li>two</ol><figure><img src="data:image/png;base64,iVBORw0KGgo=" alt="A pier"><figcaption>A pier</figcaption></figure>
        </article><aside>Related</aside></main><footer>© 2021 The Port</footer></body></html>
        """;

    private const string PlainPdf =
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
        + "4 0 obj\n<< /Length 122 >>\nstream\nBT /F1 12 Tf 72 720 Td (The port says that the ferry left) Tj 0 -14 Td (the pier at 14:10 on 3 March 2021.) Tj ET q 1 0 0 1 0 0 cm Q\nendstream\nendobj\n"
        + "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 6 >>\nstartxref\n0\n%%EOF\n";

    private const string PartsMail = """
        From: =?utf-8?Q?The_P=C3=B8rt?= <port@example.org>
        Date: Fri, 05 Mar 2021 08:00:00 +0100
        Subject: =?utf-8?B?VGhlIGNhbGw=?=
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b1"

        --b1
        Content-Type: multipart/alternative; boundary="b2"

        --b2
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        The ferry left the pier at 14:10 on=
         3 March 2021.
        --b2
        Content-Type: text/html; charset=utf-8

        <p>The ferry left the pier at <b>14:10</b> on 3 March 2021.</p>
        --b2--
        --b1
        Content-Type: message/rfc822

        From: a@example.org
        Subject: Inner
        Date: Thu, 04 Mar 2021 08:00:00 +0000

        The call came at 13:40 on 3 March 2021.
        --b1
        Content-Type: text/plain; name="../log.txt"
        Content-Disposition: attachment; filename*=utf-8''l%C3%B8g.txt
        Content-Transfer-Encoding: base64

        VGhlIGNhbGwgY2FtZSBhdCAxMzo0MCBvbiAzIE1hcmNoIDIwMjEu
        --b1--

        """;
}
