namespace Assay.Tests.Formats;

/// <summary>A mail is read as what its sender says, with its attachments beside it.</summary>
public sealed class MailTests : IDisposable
{
    private const string Head =
        "From: Ada Lind <ada@example.org>\r\nTo: desk@example.org\r\nDate: Fri, 05 Mar 2021 23:30:00 -0500\r\nSubject: The ferry\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n";

    private readonly string folder = Directory.CreateTempSubdirectory("assay-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Its_head_gives_author_title_and_date_with_its_offset()
    {
        var run = await Audited(Head + "Content-Type: text/plain\r\n\r\nThe ferry left at 14:10 yesterday, the port says.\r\n");
        Assert.Equal("The ferry", run.Source.GetProperty("title").GetString());
        Assert.Equal("Ada Lind", run.Source.GetProperty("authors")[0].GetString());
        Assert.Equal("2021-03-05", run.Source.GetProperty("published").GetString());
        Assert.Equal("2021-03-05T23:30:00-05:00", run.Source.GetProperty("origin").GetProperty("made").GetProperty("value").GetString());
        Assert.Contains("2021-03-04", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_quotes_of_another_mail_is_set_aside_with_the_line_before_it()
    {
        var run = await Audited(
            Head
                + "Content-Type: text/plain\r\n\r\nNo, it left at 14:10, the port says.\r\n\r\nOn Thursday Bo Ek wrote:\r\n> It left at 13:10.\r\n> So I heard.\r\n\r\nAda\r\n-- \r\nAda Lind, The Port\r\n"
        );
        var aside = run.Blocks.Where(b => b.Kind == "furniture").Select(b => b.Words).ToList();
        Assert.Equal("On Thursday Bo Ek wrote: > It left at 13:10. > So I heard. -- Ada Lind, The Port", string.Join(' ', aside));
        Assert.Contains(
            "quoted from an earlier mail",
            run.Source.GetProperty("furniture").EnumerateArray().Select(f => f.GetProperty("reason").GetString())
        );
    }

    [Fact]
    public async Task Lines_that_flow_are_put_together()
    {
        var run = await Audited(
            Head + "Content-Type: text/plain; format=flowed\r\n\r\nThe ferry left at \r\n14:10, the port says, \r\nand not before.\r\n"
        );
        Assert.Equal(["The ferry left at 14:10, the port says, and not before."], run.Article);
    }

    [Fact]
    public async Task Without_a_text_part_the_HTML_part_is_read()
    {
        var run = await Audited(
            Head
                + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>The ferry left at 14:10, the port says.</p><blockquote type=\"cite\"><p>It left at 13:10.</p></blockquote>\r\n--b--\r\n"
        );
        Assert.Equal([("paragraph", "The ferry left at 14:10, the port says."), ("furniture", "It left at 13:10.")], run.Blocks);
    }

    [Fact]
    public async Task Attachments_of_a_known_format_are_sources_and_the_others_are_named()
    {
        var docx = Convert.ToBase64String(MadeFiles.Docx("The log", "The log of the pier has the ferry leave at 14:12."));
        var mail =
            Head
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe ferry left at 14:10, the port says.\r\n"
            + $"--b\r\nContent-Type: application/octet-stream; name=\"../../log.docx\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n{docx}\r\n"
            + "--b\r\nContent-Type: image/png; name=\"logo.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n";
        var run = await Audited(mail);
        var sources = run.Report.GetProperty("sources").EnumerateArray().ToList();
        Assert.Equal(2, sources.Count);
        Assert.Equal("log.docx", sources[1].GetProperty("origin").GetProperty("entry").GetString());
        Assert.Equal(sources[0].GetProperty("sha256").GetString(), sources[1].GetProperty("origin").GetProperty("fileSha256").GetString());
        Assert.NotEqual(sources[0].GetProperty("sha256").GetString(), sources[1].GetProperty("sha256").GetString());
        Assert.Contains(
            run.Notes,
            n => n.Contains("“logo.png”", StringComparison.Ordinal) && n.EndsWith("was not read.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_dossier_keeps_the_mail_and_the_attachment_as_received()
    {
        var text = "The log of the pier has the ferry leave at 14:12 on 3 March 2021.";
        var mail =
            Head
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe ferry left at 14:10, the port says.\r\n"
            + $"--b\r\nContent-Type: text/plain; name=\"log.txt\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(MadeFiles.Utf8(text))}\r\n--b--\r\n";
        var file = Written("mail.eml", mail);
        using var output = new StringWriter();
        var parsed = Assay.Commands.Audit.AuditCommand.Create().Parse([file, "--out", Path.Combine(folder, "dossier")]);
        Assert.Equal(
            0,
            await parsed.InvokeAsync(
                new System.CommandLine.InvocationConfiguration { Output = output, Error = output },
                TestContext.Current.CancellationToken
            )
        );
        var kept = Directory.GetFiles(Path.Combine(folder, "dossier", "sources")).Select(File.ReadAllBytes).OrderBy(b => b.Length).ToList();
        Assert.Equal([MadeFiles.Utf8(text), MadeFiles.Utf8(mail)], kept);
    }

    [Fact]
    public async Task Mails_that_lie_too_deep_in_each_other_are_refused()
    {
        var mail = Head + "Content-Type: text/plain\r\n\r\nThe ferry left at 14:10, the port says.\r\n";
        for (var i = 0; i < 8; i++)
            mail =
                Head
                + $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\nContent-Type: text/plain\r\n\r\nLevel {i}, at 14:1{i} the port says.\r\n--b{i}\r\nContent-Type: message/rfc822\r\n\r\n{mail}\r\n--b{i}--\r\n";
        var run = await Run.Audit(Written("deep.eml", mail));
        Assert.Equal(4, run.Code);
        Assert.Contains("Files lie in files more than 4 deep.", run.Error, StringComparison.Ordinal);
    }

    private async Task<Run> Audited(string mail)
    {
        var run = await Run.Audit(Written("mail.eml", mail));
        Assert.True(run.Code == 0, run.Error);
        return run;
    }

    private string Written(string name, string words)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, words);
        return file;
    }
}
