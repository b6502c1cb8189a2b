using System.ComponentModel;
using System.Globalization;
using Assay.Cases.Proposals;
using Assay.Commands.Time;
using Assay.Ground.Anchors;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using ModelContextProtocol;
using NodaTime.Text;

namespace Assay.Mcp;

/// <summary>The tools about sources and their words.</summary>
internal sealed class SourceTools(McpDesk desk)
{
    private const int MostSentences = 200;
    private const int UsualSentences = 60;

    [Description(
        "Lists the sources (articles, reports, logs) that are open: id, title, publication date, number of sentences, and the SHA-256 of the bytes. Begin here."
    )]
    public SourceList ListSources() => desk.Ask(d => new SourceList([.. d.Sheets.Values.Select(Source)], McpDesk.Notice));

    [Description(
        "Reads a source as numbered sentences, furniture of the page left out. Everything you propose points at such a sentence by its number and by exact words of it. "
            + "Long sources come in parts: call again with the cursor that the answer gives as nextCursor, until it is null."
    )]
    public SourcePage ReadSource(
        [Description("Id of the source, from list_sources; may be left out where there is only one.")] string? source = null,
        [Description("The sentence to begin with, from 1; nextCursor of the answer before.")] int cursor = 1,
        [Description("How many sentences to give, at most 200.")] int limit = UsualSentences
    ) =>
        desk.Ask(d =>
        {
            var sheet = desk.Sheet(d, source);
            var from = Math.Clamp(cursor, 1, Math.Max(1, sheet.Sentences.Count));
            var part = sheet.Sentences.Skip(from - 1).Take(Math.Clamp(limit, 1, MostSentences)).ToList();
            var next = from + part.Count;
            return new SourcePage(
                sheet.Id,
                sheet.Document.Sha256,
                [.. part.Select(s => new SentenceAnswer(s.Number, s.Paragraph, s.Kind, s.Text))],
                sheet.Sentences.Count,
                next <= sheet.Sentences.Count ? next : null,
                McpDesk.Notice
            );
        });

    [Description(
        "Says whether words stand in a source: exactly, or but for typographic quotation marks, dashes and blanks (folded); otherwise whether they stand in another sentence, more than once, "
            + "or not at all. Nothing is matched by likeness. It proves that the words stand there, not that they mean what somebody says they mean."
    )]
    public QuoteAnswer VerifyQuote(
        [Description("The exact words: three or more, unless they are a number or a time.")] string words,
        [Description("Number of the sentence; left out, all sentences are searched.")] int? sentence = null,
        [Description("Id of the source; may be left out where there is only one.")] string? source = null
    ) =>
        desk.Ask(d =>
        {
            var sheet = desk.Sheet(d, source);
            var held = sheet.Hold(sentence, [words]);
            return new QuoteAnswer(
                sheet.Id,
                sheet.Document.Sha256,
                held.Quote is not null,
                held.Reason is { } reason ? Cases.Wording.EnumNames.Of(reason)
                    : held.IsFolded ? "folded"
                    : "exact",
                held.Message,
                held.Quote?.Exact,
                held.Quote?.Start,
                held.Quote?.End,
                held.Quote is { } quote ? sheet.NumberAt(quote.Start) : null,
                McpDesk.Notice
            );
        });

    [Description(
        "Reads the times in a phrase as Assay does: type, value, clock time, day, a zone where the words state one, other values the words allow, and why. Use it to see how a time will be read before you propose it."
    )]
    public static TimesAnswer TimeRead(
        [Description("The words, such as \"at about 4:40 p.m. Kyiv time on 3 May 2021\" or \"two days later\".")] string phrase,
        [Description("The day (and time) the text was written, 2021-05-04 or 2021-05-04T17:30; relative days count from it.")]
            string? written = null,
        [Description("Language tag such as en, de, fr; left out, it is told by the script.")] string? language = null
    )
    {
        var at = WrittenAt.Parse(written);
        if (!at.Succeeded)
            throw new McpException(at.Error.ToString());
        if (language is not null && !TimeReader.Languages.Contains(language))
            throw new McpException(
                $"“{language}” is no language that times are read in; there are {string.Join(", ", TimeReader.Languages)}."
            );
        var read = TimeReader.For(language ?? ScriptLanguage.Of(phrase)).Read(phrase, at.Value.Context);
        return new TimesAnswer(
            [.. read.Select(Time)],
            read.Count == 0 ? "No time is read in these words." : string.Create(CultureInfo.InvariantCulture, $"{read.Count} read.")
        );
    }

    [Description(
        "Adds the text of a source, such as an article you were given, so that its words can be pointed at. Give the whole text, or the HTML of the page. Returns its id. "
            + "Nothing is fetched: an address is not a source."
    )]
    public AddedSource AddSource(
        [Description("A short name for it, such as the headline.")] string name,
        [Description("The whole text as plain text or HTML, at most 4 MB; with its headline and its publication date where known.")]
            string text
    )
    {
        if (text.Length > McpServerSetup.LongestText)
            throw new McpException("The text is longer than 4 MB: give the article alone.");
        var id = desk.Add(name, text);
        return desk.Ask(d =>
        {
            var sheet = d.Sheets[id];
            return new AddedSource(
                id,
                sheet.Document.File,
                sheet.Document.Sha256,
                sheet.Sentences.Count,
                "Read it with read_source; propose what it tells with propose_drafts; then check_claims."
            );
        });
    }

    private static SourceAnswer Source(SentenceSheet sheet)
    {
        var page = sheet.Document.Metadata;
        return new SourceAnswer(
            sheet.Id,
            sheet.Document.File,
            sheet.Document.Sha256,
            page.Title?.Value,
            page.Published is { } day ? LocalDatePattern.Iso.Format(day.Value) : null,
            [.. page.Authors.Select(a => a.Value)],
            page.DatelinePlace?.Value,
            sheet.Sentences.Count,
            sheet.Sentences.Sum(s => s.Text.Split(' ').Length)
        );
    }

    private static TimeAnswer Time(TimeExpression t) =>
        new(
            t.Text,
            TimexNames.Of(t.Type),
            t.Value,
            t.Edtf,
            t.Clock?.Time.ToString("HH:mm", CultureInfo.InvariantCulture),
            t.Clock?.Date is { } date ? LocalDatePattern.Iso.Format(date) : null,
            t.Clock?.Zone is { } zone ? (zone.Zones.Count > 0 ? string.Join(" or ", zone.Zones) : zone.Text) : null,
            t.Reason,
            [.. t.Alternatives.Select(a => $"{a.Value}: {a.Reason}")]
        );
}
