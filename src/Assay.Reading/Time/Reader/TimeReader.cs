using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time.Language;
using Assay.Reading.Time.Matching;
using Assay.Reading.Time.Resolving;

namespace Assay.Reading.Time.Reader;

/// <summary>
/// Finds the time expressions of a text and gives them TIMEX3 values. The words and patterns of a language are compiled once from its file;
/// a text is then read in one pass, in time linear in its length. Thread-safe.
/// </summary>
public sealed class TimeReader
{
    private const string Folder = "Time.Data.";
    private const string Ending = ".time";
    private static readonly ConcurrentDictionary<string, Lazy<TimeReader>> Readers = new(StringComparer.Ordinal);
    private readonly Grammar _grammar;
    private readonly TimeTokenizer _tokenizer;

    private TimeReader(Grammar grammar)
    {
        _grammar = grammar;
        _tokenizer = new TimeTokenizer(grammar.Lexicon, grammar.Possessive);
    }

    /// <summary>The languages there are files for, as language tags.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [.. ReadingFiles.All.Names(Folder, Ending).Select(n => n[Folder.Length..^Ending.Length])];

    /// <summary>The reader of a language; compiled on first use and kept.</summary>
    /// <param name="language">A language tag out of <see cref="Languages"/>.</param>
    /// <exception cref="ArgumentException">There is no file for the language.</exception>
    public static TimeReader For(string language = "en") =>
        Readers.GetOrAdd(language, l => new Lazy<TimeReader>(() => new TimeReader(LanguageFile.Compile(l, Source(l))))).Value;

    private static string Source(string language) =>
        Languages.Contains(language)
            ? ReadingFiles.All.Text(Folder + language + Ending)
            : throw new ArgumentException(
                $"no time expressions for language '{language}'; there are: {string.Join(", ", Languages)}",
                nameof(language)
            );

    /// <summary>The time expressions of a text, in order, without overlap.</summary>
    /// <param name="text">The text; spans are UTF-16 offsets into it.</param>
    /// <param name="context">What is known of the text.</param>
    public IReadOnlyList<TimeExpression> Read(string text, TimeContext context)
    {
        var (tokens, count) = _tokenizer.Read(text);
        try
        {
            MarkBlocks(tokens, ref count, context.Blocks);
            var matches = new List<Match>();
            var captures = new List<Capture>();
            new Matcher(_grammar).FindAll(tokens.AsSpan(0, count), matches, captures);
            return Resolve(text, tokens, count, context, matches, captures);
        }
        finally
        {
            ArrayPool<TimeToken>.Shared.Return(tokens);
        }
    }

    private List<TimeExpression> Resolve(
        string text,
        TimeToken[] tokens,
        int count,
        TimeContext context,
        List<Match> matches,
        List<Capture> captures
    )
    {
        var survey = Survey.Of(matches, CollectionsMarshal.AsSpan(captures), tokens.AsSpan(0, count), context);
        var story = new Story
        {
            DocumentDate = context.DocumentDate,
            DocumentTime = context.DocumentTime,
            IsNarrative = survey.IsNarrative,
        };
        var resolver = new Resolver(_grammar, story, text, tokens, count, survey.DayFirst);
        var found = new List<TimeExpression>(matches.Count);
        var ranges = new RangeJoiner(_grammar, tokens, count);
        foreach (var match in matches)
        {
            if (survey.Drops(match, tokens))
                continue;
            if (InCalendar(resolver, match, captures) is not { } expression)
                continue;
            found.Add(expression);
            ranges.Join(match, found);
        }
        return found;
    }

    // "Two days after 31 December 9999" is no date of the calendar, whichever step of the reckoning finds out.
    private static TimeExpression? InCalendar(Resolver resolver, Match match, List<Capture> captures)
    {
        try
        {
            return resolver.Resolve(match, CollectionsMarshal.AsSpan(captures)[match.From..match.To]);
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Drops tokens outside the blocks and begins a paragraph at each.</summary>
    private static void MarkBlocks(TimeToken[] tokens, ref int count, IReadOnlyList<TextSpan>? blocks)
    {
        if (blocks is null)
            return;
        var (kept, block, fresh) = (0, 0, true);
        for (var i = 0; i < count; i++)
        {
            while (block < blocks.Count && tokens[i].Start >= blocks[block].End)
                (block, fresh) = (block + 1, true);
            if (block == blocks.Count || tokens[i].Start < blocks[block].Start || tokens[i].End > blocks[block].End)
                continue;
            tokens[kept] = tokens[i];
            if (fresh)
                tokens[kept].Flags |= TokenFlags.Paragraph | TokenFlags.Sentence;
            fresh = false;
            kept++;
        }
        count = kept;
    }
}
