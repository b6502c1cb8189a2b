using Assay.Cases.Proposals;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;

namespace Assay.Cases.Models;

/// <summary>About how many events a text tells, before anybody has read it: one for each time of day in it.</summary>
/// <param name="sheet">The text.</param>
internal sealed class ExpectedEvents(SentenceSheet sheet)
{
    // "Event known: " with an id of twelve signs, " = ", a label of five words, " (sentence 100)".
    private const int LineLength = 73;
    private readonly List<int> sentences =
    [
        .. TimeReader
            .For(LanguageOf(sheet))
            .Read(sheet.Document.Layer.Text, new TimeContext())
            .Where(t => t.Clock is not null)
            .Select(t => sheet.NumberAt(t.Span.Start)),
    ];

    /// <summary>About how many tokens it takes to name those that are known when a part has been read.</summary>
    /// <param name="last">Number of the last sentence of the part.</param>
    /// <param name="most">No more events than this are named.</param>
    public int TokensUpTo(int last, int most) =>
        TokenEstimate.Of(new string(' ', LineLength)) * Math.Min(most, sentences.Count(s => s <= last));

    // Times stand in digits in most languages: the reader of English finds those.
    private static string LanguageOf(SentenceSheet sheet) =>
        Prompts.For(sheet.Document)[0].Language is var own && TimeReader.Languages.Contains(own) ? own : "en";
}
