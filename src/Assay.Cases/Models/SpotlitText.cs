using System.Security.Cryptography;
using System.Text;
using Assay.Cases.Proposals;

namespace Assay.Cases.Models;

/// <summary>Text of a source as a drafter is shown it: numbered sentences between marks that do not stand in it.</summary>
public static class SpotlitText
{
    private const int MarkLength = 12;

    /// <summary>The sentences between their marks.</summary>
    /// <param name="sheet">The source.</param>
    /// <param name="sentences">The sentences to draft from.</param>
    /// <param name="context">Sentences before them, there to be understood.</param>
    /// <param name="head">What is known of the text: it is out of the text as well, and stands between the marks like it.</param>
    public static string Of(
        SentenceSheet sheet,
        IReadOnlyList<NumberedSentence> sentences,
        IReadOnlyList<NumberedSentence> context,
        IReadOnlyList<string>? head = null
    )
    {
        var lines = new StringBuilder();
        foreach (var line in head ?? [])
            lines.Append(line.ReplaceLineEndings(" ")).Append('\n');
        foreach (var sentence in context)
            lines.Append($"[{sentence.Number}, context] {Line(sentence)}\n");
        foreach (var sentence in sentences)
            lines.Append($"[{sentence.Number}] {Line(sentence)}\n");
        var mark = Mark(sheet.Document.Sha256, lines.ToString());
        return $"<text {mark}>\n{lines}</text {mark}>";
    }

    private static string Line(NumberedSentence sentence) => sentence.Text.ReplaceLineEndings(" ");

    // A mark that nobody who wrote the text can have known to stand in it.
    private static string Mark(string hash, string lines)
    {
        for (var round = 0; ; round++)
        {
            var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{hash}\n{round}\n{lines}")))[..MarkLength];
            if (!lines.Contains(mark, StringComparison.Ordinal))
                return mark;
        }
    }
}
