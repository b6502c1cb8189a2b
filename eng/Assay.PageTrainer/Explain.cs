using System.Globalization;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Bytes;
using Assay.Reading.Intake.Formats;
using Assay.Reading.Intake.Html;
using Assay.Reading.Intake.Markdown;
using Assay.Reading.Intake.Page;
using Assay.Reading.Intake.PlainText;

namespace Assay.PageTrainer;

/// <summary>Shows what the models say of a file.</summary>
internal static class Explain
{
    private static readonly ISourceFormat[] Formats = [new HtmlFormat(), new MarkdownFormat(), new PlainTextFormat()];

    /// <summary>Prints a line for each block.</summary>
    /// <param name="file">The file.</param>
    public static int Run(string file)
    {
        var text = new DecodedText(File.ReadAllText(file), "utf-8", []);
        var read = Formats.First(f => f.Recognises(text, file)).Read(text, file);
        if (!read.Succeeded)
            return 3;
        var facts = PageReader.Prepare(read.Value);
        var (likely, said) = (BlockSorter.Default.Likelihoods(facts), BlockSorter.Default.WordScores(facts));
        for (var i = 0; i < likely.Length; i++)
        {
            var block = facts.Blocks[i];
            var words = block.Text.ReplaceLineEndings(" ");
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{likely[i]:0.000} {said[i], 6:0.00} {block.Kind?.ToString() ?? "open", -10} {words[..Math.Min(100, words.Length)]}"
                )
            );
        }

        return 0;
    }
}
