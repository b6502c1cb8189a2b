using System.Text;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Reading.Tests.Intake;

public sealed class SourceIntakeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assay-intake").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [InlineData("", "x.txt: The file is empty. Save the page again.")]
    [InlineData(" \n\t ", "x.txt: The file has nothing but white space in it. Save the page again.")]
    [InlineData(
        "{\\rtf1 ...",
        "x.txt: This is an RTF document. RTF is not read; save it from the word processor as .docx or .txt and give that."
    )]
    [InlineData(
        "one\ntwo\0three",
        "x.txt:2:4: The text has a NUL byte at byte 7. Give a text, HTML or Markdown file; if this is one, remove the NUL."
    )]
    public void Refuses_with_one_sentence_when_the_bytes_are_no_text(string text, string message) =>
        Assert.Equal(message, SourceIntake.Read(Encoding.UTF8.GetBytes(text), "x.txt").Error!.ToString());

    [Fact]
    public void Refuses_binary_data_when_it_has_many_control_bytes() =>
        Assert.Contains(
            "binary data",
            SourceIntake.Read([.. Enumerable.Range(0, 400).Select(i => (byte)(i % 32))], "x.bin").Error!.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Refuses_before_reading_when_the_file_is_larger_than_the_limit()
    {
        var path = Path.Combine(folder, "large.txt");
        using (var file = File.Create(path))
            file.SetLength(200L << 20);
        Assert.Equal(
            $"{path}: The file has 200 MB; the limit is 64 MB. Cut it into parts, or raise the limit.",
            SourceIntake.ReadFile(path).Error!.ToString()
        );
        Assert.Contains(
            "the limit is 0 MB",
            SourceIntake.Read("abc"u8.ToArray(), "x", new IntakeOptions { MaxBytes = 1 }).Error!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Says_what_it_is_when_given_nothing_or_a_folder()
    {
        Assert.Contains("no such file", SourceIntake.ReadFile(Path.Combine(folder, "none.txt")).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("a folder", SourceIntake.ReadFile(folder).Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    public void Reads_the_same_text_when_encoded_in_several_ways(string name, bool mark)
    {
        const string text = "The café opened at 4:40PM in Chișinău, and nobody came until nine.";
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        Assert.Equal(text, SourceIntake.Read(bytes, "x.txt").Value.Layer.Text);
    }

    [Fact]
    public void Notes_the_encoding_when_it_had_to_be_detected()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string text = "Войска прибыли в Алматы в полдень шестого января. Никто не знал, кто их позвал. Президент молчал до вечера.";
        var read = SourceIntake.Read(Encoding.GetEncoding("windows-1251").GetBytes(text), "x.txt").Value;
        Assert.Equal((text, "windows-1251"), (read.Layer.Text, read.Encoding));
        Assert.Contains("windows-1251", Assert.Single(read.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Uses_the_declared_charset_when_the_page_is_HTML()
    {
        var bytes = Encoding.Latin1.GetBytes(
            "<html><head><meta charset=iso-8859-1><title>x</title></head><body><p>The café opened.</p></body></html>"
        );
        Assert.Equal("The café opened.", SourceIntake.Read(bytes, "x.html").Value.Layer.Text);
    }

    [Fact]
    public void Hashes_the_bytes_as_received_when_reading() =>
        Assert.Equal(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            SourceIntake.Read("abc"u8.ToArray(), "x").Value.Sha256
        );

    [Fact]
    public void Expands_folders_in_order_and_reports_what_is_missing_when_given_several_inputs()
    {
        Directory.CreateDirectory(Path.Combine(folder, "b"));
        foreach (var name in (string[])["b/2.html", "a.txt", "c.png", "b/1.md"])
            File.WriteAllText(Path.Combine(folder, name), "x");
        var listing = InputFiles.Expand([folder, Path.Combine(folder, "a.txt"), Path.Combine(folder, "none")]);
        Assert.Equal(["a.txt", "b/1.md", "b/2.html"], listing.Files.Select(f => Path.GetRelativePath(folder, f)));
        Assert.EndsWith(
            "There is no such file or folder. Check the name.",
            Assert.Single(listing.Errors).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Reports_a_loop_and_goes_on_when_a_folder_contains_itself()
    {
        File.WriteAllText(Path.Combine(folder, "a.txt"), "x");
        Directory.CreateSymbolicLink(Path.Combine(folder, "loop"), folder);
        var listing = InputFiles.Expand([folder]);
        Assert.Single(listing.Files);
        Assert.Contains("contains itself", Assert.Single(listing.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("", null)]
    [InlineData("2021-03-01T23:30:00-05:00", "2021-03-01")]
    public void The_page_gives_its_own_day_or_none_when_a_machine_wrote_its_date(string declared, string? day)
    {
        var html =
            $"<html><head><title>A bridge</title><meta property=\"article:published_time\" content=\"{declared}\"></head><body><article><h1>A bridge</h1>"
            + "<p>The bridge was closed for a long time, and the people of the valley took the ferry, which was slow and wet.</p></article></body></html>";
        Assert.Equal(
            day,
            SourceIntake
                .Read(Encoding.UTF8.GetBytes(html), "x.html")
                .Value.Metadata.Published?.Value.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
    }
}
