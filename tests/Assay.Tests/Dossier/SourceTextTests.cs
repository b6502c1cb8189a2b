using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Dossier;
using Assay.Html;
using Assay.Reading.Voices;
using Assay.Tests.Fixtures;
using Assay.Wording;

namespace Assay.Tests.Dossier;

public sealed class SourceTextTests
{
    private static readonly SourceEntry Source = Draft.Source("s1", "T", ("paragraph", "abcdefghijklmnop"));

    private static string Write(params (string Id, int Start, int End)[] quotes)
    {
        var report = new AuditReport
        {
            Version = "0",
            Sources = [Source],
            Statements =
            [
                .. quotes.Select(q => new StatementEntry(
                    q.Id,
                    [],
                    Stance.Asserted,
                    new Anchor("s1", q.Start, q.End, Source.Text[q.Start..q.End], "", ""),
                    null
                )),
            ],
        };
        using var writer = new StringWriter();
        SourceText.Write(new HtmlWriter(writer), new ReportIndex(report), Source, true);
        return writer.ToString();
    }

    [Fact]
    public void Cuts_pieces_where_quotes_overlap() =>
        Assert.Contains(
            """ab<span id="q-x"></span><a class="m m-statement" href="#x">cde</a><span id="q-y"></span><a class="m m-statement" href="#y">fghij</a>kl""",
            Write(("x", 2, 8), ("y", 5, 10)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Links_the_inner_quote_when_quotes_nest() =>
        Assert.Contains(
            """<span id="q-x"></span><a class="m m-statement" href="#x">abc</a><span id="q-y"></span><a class="m m-statement" href="#y">def</a><a class="m m-statement" href="#x">ghi</a>""",
            Write(("x", 0, 9), ("y", 3, 6)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Links_no_piece_too_small_to_hit() =>
        Assert.Contains(
            """<a class="m m-statement" href="#x">abcdef</a><span id="q-y"></span><span class="m m-statement">gh</span>ijklmnop</p>"""
                + "\n"
                + """<p class="chips">also here: <a href="#y">statement y</a>""",
            Write(("x", 0, 6), ("y", 6, 8)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Lists_an_item_behind_the_block_when_another_covers_all_its_words() =>
        Assert.Contains("""also here: <a href="#y">statement y</a>""", Write(("x", 0, 6), ("y", 0, 6)), StringComparison.Ordinal);

    [Fact]
    public void Says_so_when_the_words_have_moved()
    {
        var html = new StringWriter();
        QuoteLinks.Write(
            new HtmlWriter(html),
            new ReportIndex(new AuditReport { Version = "0", Sources = [Source] }),
            new Anchor("s1", 0, 3, "abd", "", ""),
            "x"
        );
        Assert.Contains("this anchor is broken", html.ToString(), StringComparison.Ordinal);
    }
}
