using Assay.Ground.Anchors;
using Assay.Reading.Syntax;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Syntax.Trees;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Events;

/// <summary>
/// Reads events and their relations in time from the sentences of an article: every clause that carries a time becomes an event, and so
/// does every clause or noun that a time relation refers to. One event mentioned twice is one event.
/// </summary>
public sealed class EventReader
{
    /// <summary>
    /// Most times of one sentence that become events. A sentence with more is a table that lost its lines, and each of its events would
    /// carry
    /// the words of all.
    /// </summary>
    public const int MostTimes = 40;

    /// <summary>
    /// Most characters of a text's sentences that are read by their syntax, twice a long report; what follows is read by its
    /// clauses.
    /// </summary>
    public const int MostParsed = 250_000;

    /// <summary>How often a reading goes through the sentences.</summary>
    public const int Passes = 3;

    private readonly VerbLexicon lexicon = VerbLexicon.English;
    private readonly ClauseSplitter splitter;
    private readonly EventLabel labels;
    private readonly EventRoles roles;
    private readonly TimedPredicates predicates;
    private readonly TimedPhrases phrases;
    private readonly Tolerances tolerances;

    /// <summary>Creates a reader for English.</summary>
    /// <param name="tolerances">What round lengths mean; the defaults of the method where null.</param>
    public EventReader(Tolerances? tolerances = null)
    {
        splitter = new ClauseSplitter(lexicon);
        labels = new EventLabel(lexicon);
        roles = new EventRoles(lexicon);
        predicates = new TimedPredicates(lexicon);
        phrases = new TimedPhrases(lexicon);
        this.tolerances = tolerances ?? Tolerances.Default;
    }

    /// <summary>Loads the parser, which takes the longest.</summary>
    public static void LoadSyntax() => _ = SyntaxParser.English;

    /// <summary>Loads the words that reading needs.</summary>
    public static void Load() => _ = (AkinWords.English, EventKinds.English, RelationWords.English);

    /// <summary>Reads the events of an article.</summary>
    /// <param name="text">The text layer's text.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="times">Its time expressions, in order, not overlapping.</param>
    /// <param name="asides">What the parser is to read as blanks.</param>
    /// <param name="told">Told <see cref="Passes"/> times of each sentence; may be null.</param>
    public EventReading Read(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<TimeExpression> times,
        IReadOnlyList<TextSpan>? asides = null,
        Action? told = null
    )
    {
        var parsed = new List<ParsedSentence>(sentences.Count);
        var plain = EntryTimes.Dashed(TableRows.Of(Without(text, asides ?? []), times), sentences, times);
        var reader = new WordReader(plain);
        var (next, left) = (0, MostParsed);
        for (var i = 0; i < sentences.Count; i++)
        {
            while (next < times.Count && times[next].Span.End <= sentences[i].Span.Start)
                next++;
            parsed.Add(Parse(text, plain, reader, i, sentences[i].Span, times, next, isParsed: left > 0));
            if (parsed[^1].Tree is not null)
                left -= sentences[i].Span.Length;
            told?.Invoke();
        }

        var book = new EventBook(text, lexicon, labels, new Antecedents(text, parsed, span => left > 0 ? FirstTree(plain, span) : null));
        foreach (var sentence in parsed)
        {
            ReadTimes(book, sentence);
            told?.Invoke();
        }

        book.SortByPosition();
        var relations = new RelationReader(text, lexicon, book, tolerances, predicates);
        for (var i = 0; i < parsed.Count; i++)
        {
            relations.Read(parsed, i);
            told?.Invoke();
        }

        var lengths = new ToldLengthReader(new LengthReader(RelationWords.English, tolerances), book);
        return book.ToReading(relations.Relations) with { Lengths = lengths.Of(parsed, relations.Relations), IsCut = left <= 0 };
    }

    private static string Without(string text, IReadOnlyList<TextSpan> asides)
    {
        if (asides.Count == 0)
            return text;
        var plain = text.ToCharArray();
        foreach (var aside in asides)
            Array.Fill(plain, ' ', aside.Start, aside.Length);
        return new string(plain);
    }

    private ParsedSentence Parse(
        string text,
        string plain,
        WordReader reader,
        int index,
        TextSpan span,
        IReadOnlyList<TimeExpression> times,
        int first,
        bool isParsed
    )
    {
        var words = new List<Word>();
        reader.Read(span, words);
        var own = new List<TimeExpression>();
        for (var i = first; i < times.Count && times[i].Span.Start < span.End; i++)
            own.Add(times[i]);
        var timeOf = new int[words.Count];
        var at = 0;
        for (var i = 0; i < words.Count; i++)
        {
            while (at < own.Count && own[at].Span.End <= words[i].Start)
                at++;
            timeOf[i] = at < own.Count && own[at].Span.Start < words[i].End && words[i].Start < own[at].Span.End ? at : -1;
        }

        var isTime = (int i) => i >= 0 && i < timeOf.Length && timeOf[i] >= 0 && own[timeOf[i]].Type is TimexType.Date or TimexType.Time;
        var entry = EntryStamp.End(plain, span, words, isTime) is var behind and >= 0 ? new TextSpan(behind, span.End) : span;
        var tree = isParsed && (own.Count > 0 || RelationWords.English.Any(words)) ? FirstTree(plain, entry) : null;
        return new ParsedSentence(index, text, span, words, own, timeOf, isTime, splitter.Split(words, isTime)) { Tree = tree };
    }

    private static SyntaxTree? FirstTree(string text, TextSpan span) =>
        SyntaxParser.English.Parse(text, span) is [var first, ..] ? first : null;

    // Every date and clock time of a sentence times a clause of it. Two expressions in one clause, a clock and a date, time one event.
    private void ReadTimes(EventBook book, ParsedSentence sentence)
    {
        var named = new HashSet<int>();
        for (var i = 0; i < Math.Min(sentence.Times.Count, MostTimes); i++)
            if (Times(sentence.Times[i]) && phrases.Read(book, sentence, i))
                named.Add(i);
        var told = new Dictionary<int, List<int>>();
        if (sentence.Tree is { } tree)
            for (var i = 0; i < Math.Min(sentence.Times.Count, MostTimes); i++)
                if (
                    !named.Contains(i)
                    && Times(sentence.Times[i])
                    && predicates.Governor(tree, sentence.Times[i].Span, sentence.IsTimeToken) is var head and >= 0
                )
                {
                    // "The brake applied at 2131 and the impact at 2132": the second clock of a verb is that of the noun it stands by.
                    if (told.ContainsKey(head) && predicates.EventBefore(tree, sentence.Times[i].Span) is var noun and >= 0)
                        head = noun;
                    if (!told.TryGetValue(head, out var list))
                        told[head] = list = [];
                    list.Add(i);
                    named.Add(i);
                }
        foreach (var (head, list) in told)
        foreach (var (time, _) in Chosen(list.Select(i => sentence.Times[i]).ToList(), list))
        {
            var role = roles.Of(sentence.Tree!, head, time);
            book.Add(sentence, new Predication(sentence.Tree!, role.Head), sentence.IsTimeToken, time, role);
        }

        foreach (
            var group in sentence
                .Times.Take(MostTimes)
                .Select((time, i) => (time, i))
                .Where(t => !named.Contains(t.i) && Times(t.time))
                .GroupBy(t => sentence.ClauseAt(sentence.FirstWordOf(t.i)))
        )
        {
            if (group.Key < 0)
                continue;
            foreach (var (time, _) in Chosen(group.Select(g => g.time).ToList(), group.Select(g => g.i).ToList()))
            {
                var role = roles.Of(sentence, group.Key, time);
                // "Reported at nine that it would open": what is reported has not happened, the report has.
                if (role.TimesReport && book.MoodOf(sentence, sentence.Clauses[role.Clause], time) != EventMood.Actual)
                    role = new EventRole(role.Reporting, false, -1, true);
                book.Add(sentence, role.Clause, time, role);
            }
        }
    }

    // Clocks each time their own event; a date counts only where its clause has no clock.
    private static IEnumerable<(TimeExpression Time, int Index)> Chosen(List<TimeExpression> times, List<int> indexes)
    {
        var clocks = times.Select((t, i) => (t, indexes[i])).Where(t => t.t.Clock is not null).ToList();
        // "Half past one on the morning of Friday": the part of the day is said of the clock.
        if (clocks.Exists(c => c.t.Clock!.Granularity <= NodaTime.Duration.FromHours(1)))
            clocks.RemoveAll(c => c.t.Clock!.Granularity > NodaTime.Duration.FromHours(1));
        // "Three hours later, at 5.30": the clock is stated, and what the length says of it can be tested.
        if (clocks.Exists(c => c.t.Length is null))
            clocks.RemoveAll(c => c.t.Length is not null);
        return clocks.Count > 0 ? clocks : times.Select((t, i) => (t, indexes[i])).Take(1);
    }

    // A vague reference ("now", "recently"), a bare year of reference or a repeated time is no time of an event,
    // nor is a clock that repeats another one.
    private static bool Times(TimeExpression time) =>
        !time.IsRepeat
        && (
            time.Clock is not null
            || time.Type is TimexType.Date or TimexType.Time && time.Value.Length >= 4 && char.IsAsciiDigit(time.Value[0])
        );
}
