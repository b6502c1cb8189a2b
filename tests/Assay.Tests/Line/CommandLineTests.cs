namespace Assay.Tests.Line;

public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-line");
    private readonly AssayProcess assay;

    public CommandLineTests()
    {
        assay = new AssayProcess(folder.FullName);
        File.WriteAllText(
            Path.Combine(folder.FullName, "a.txt"),
            "The mill closed at 4:40PM on 5 May 2021. The flood came two hours later."
        );
    }

    public void Dispose()
    {
        assay.Run("rm -rf ./*"); // the library finds no file whose name is not UTF-8, and so deletes none
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("$ASSAY audit a.txt --pubished 2021-05-06", 2, "There is no option --pubished. Did you mean --published?")]
    [InlineData("$ASSAY time a.txt --jsnol", 2, "There is no option --jsnol. Did you mean --jsonl?")]
    [InlineData("$ASSAY audit a.txt --out ''", 2, "--out names no folder.")]
    [InlineData("$ASSAY audit a.txt --published 9999-12-31", 2, "--published 9999-12-31 is outside the years 1 to 9000.")]
    [InlineData("$ASSAY audit a.txt --max-size 4000", 2, "--max-size 4000 is no size.")]
    [InlineData("$ASSAY audit --no-dossier a.txt -- --gone", 4, "--gone: There is no such file or folder.")]
    [InlineData(
        "$ASSAY audit a.txt --no-dossier > /dev/full",
        5,
        "The result could not be written: No space left on device. Check that the disk has room"
    )]
    [InlineData("$ASSAY audit a.txt --format json > /dev/full", 5, "The result could not be written: No space left on device.")]
    [InlineData("$ASSAY --help > /dev/full", 5, "The result could not be written: No space left on device.")]
    [InlineData(
        "mkfifo p.txt; $ASSAY audit p.txt a.txt --no-dossier",
        4,
        "p.txt: This is a pipe, not a file; it may never end. Save what it gives to a file"
    )]
    [InlineData("mkfifo q.txt; $ASSAY audit . --no-dossier", 4, "q.txt: This is a pipe, not a file; it may never end.")]
    [InlineData("$ASSAY audit /dev/zero --no-dossier", 3, "/dev/zero: This is a device, not a file; it may never end.")]
    [InlineData("mkfifo p.txt; $ASSAY time p.txt", 3, "p.txt: This is a pipe, not a file; it may never end.")]
    public void Says_what_is_wrong_and_exits_as_documented_when_it_cannot_go_on(string line, int code, string message)
    {
        var ran = assay.Run(line);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Equal(code, ran.Code);
        Assert.DoesNotContain("Unhandled", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$ASSAY audit \"$(printf 'caf\\351.txt')\" --no-dossier --format json")]
    [InlineData("$ASSAY audit d --no-dossier --format json")]
    public void Reads_a_file_when_its_name_is_not_UTF8(string line)
    {
        var ran = assay.Run(
            """mkdir d; cp a.txt "$(printf 'caf\351.txt')"; cp a.txt "$(printf 'd/caf\351.txt')"; cp a.txt "$(printf 'd/caf\350.txt')"; """
                + line
        );
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("""caf\\xE9.txt""", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_what_a_folder_holds_when_its_own_name_is_not_UTF8()
    {
        var ran = assay.Run(
            """f="$(printf 'd\377')"; mkdir "$f"; cp a.txt "$f/b.txt"; ln -s . "$f/loop"; $ASSAY audit "$f" --no-dossier --format json"""
        );
        Assert.Contains("""d\\xFF/b.txt""", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_no_raw_escape_when_a_file_name_has_one()
    {
        var ran = assay.Run("""n="$(printf 'a\033[31m\r.txt')"; cp a.txt "$n"; $ASSAY audit "$n" "$n.gone" "$n.gone.txt" """);
        Assert.Equal(4, ran.Code);
        Assert.DoesNotContain('\u001B', ran.Output + ran.Error);
        Assert.Contains("""a\x1B[31m\x0D.txt.gone""", ran.Error, StringComparison.Ordinal);
        Assert.Contains("""a\x1B[31m\x0D.txt""", ran.Output, StringComparison.Ordinal);
    }
}
