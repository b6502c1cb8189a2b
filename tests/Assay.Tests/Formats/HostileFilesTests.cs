using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Tests.Formats;

/// <summary>Whatever a file holds, it is read or refused with a sentence, in bounded time and memory, and the others go on.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly Lazy<Dictionary<string, byte[]>> Made = new(() => HostileFiles.Made().ToDictionary(f => f.Name, f => f.Bytes));
    private readonly string folder = Directory.CreateTempSubdirectory("assay-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Trait("Alone", "yes")] // it looks at the clock
    [Fact]
    public void Every_hostile_file_is_read_or_refused_with_a_sentence()
    {
        var (count, refused) = (0, 0);
        var wrong = new List<string>();
        foreach (var (name, bytes) in HostileFiles.All())
        {
            count++;
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var opened = SourceIntake.Open(bytes, name);
            if (watch.Elapsed > Longest)
                wrong.Add($"{name} took {watch.Elapsed}");
            if (opened.Documents.Count == 0 && opened.Errors.Count == 0)
                wrong.Add($"{name} gave nothing and no reason");
            refused += opened.Documents.Count == 0 ? 1 : 0;
            wrong.AddRange(opened.Errors.Select(e => e.ToString()).Where(e => !IsSentence(e)).Select(e => $"{name}: {e}"));
        }

        Assert.Empty(wrong);
        Assert.True(count >= 300, $"There are {count} files.");
        Assert.InRange(refused, count / 5, count);
    }

    [Theory]
    [InlineData("deep.docx", "nests its elements more than 256 deep")]
    [InlineData("laughs.docx", "declares a document type")]
    [InlineData("outside.docx", "declares a document type")]
    [InlineData("twice.docx", "two parts named “word/document.xml”")]
    [InlineData("bomb.docx", "It unpacks to more than the limits allow.")]
    [InlineData("bomb.pdf", "It unpacks to more than the limits allow.")]
    [InlineData("bomb-in-bomb.pdf", "It unpacks to more than the limits allow.")]
    [InlineData("bomb.wacz", "It unpacks to more than the limits allow.")]
    [InlineData("packed.warc", "It unpacks to more than the limits allow.")]
    [InlineData("bomb.warc.gz", "It unpacks to more than the limits allow.")]
    [InlineData("many.eml", "It holds more than 200 sources; the first 200 were taken.")]
    [InlineData("line.warc", "a line longer than 16384 bytes")]
    [InlineData("fields.warc", "The head of record 1 is broken.")]
    [InlineData("length.warc", "The archive ends in the middle of record 1.")]
    [InlineData("nested-root.pdf", "The PDF file is broken and cannot be read")]
    public void Each_guard_says_what_it_found(string name, string sentence)
    {
        Assert.Contains(SourceIntake.Open(Made.Value[name], name).Errors, e => e.ToString().Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_with_hostile_files_is_audited_with_the_sound_one()
    {
        string[] taken =
        [
            "deep.docx",
            "bomb.pdf",
            "nested-arrays.pdf",
            "bomb.warc.gz",
            "turned.eml",
            "turned.wacz",
            "laughs.docx",
            "cut-9-a.wacz",
        ];
        foreach (var (name, bytes) in HostileFiles.All().Where(f => taken.Contains(f.Name)).ToList())
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        File.WriteAllBytes(
            Path.Combine(folder, "sound.pdf"),
            MadeFiles.Pdf("The call", "The port of Oslo says that the ferry left at 14:10 on 3 March 2021.")
        );
        var run = await Run.Audit(folder);
        Assert.Equal(4, run.Code);
        Assert.Contains(
            run.Report.GetProperty("sources").EnumerateArray(),
            s => s.GetProperty("file").GetString()!.EndsWith("sound.pdf", StringComparison.Ordinal)
        );
        Assert.DoesNotContain('\u202E', run.Error);
        Assert.DoesNotContain("A defect of Assay", run.Error, StringComparison.Ordinal);
        Assert.True(run.Report.GetProperty("refused").GetArrayLength() >= 6, run.Error);
    }

    private static bool IsSentence(string error) =>
        error.Contains(": ", StringComparison.Ordinal)
        && error[^1] is '.' or ')'
        && !error.Contains("   at ", StringComparison.Ordinal)
        && !error.Any(c => char.IsControl(c) || c == '\u202E');
}
