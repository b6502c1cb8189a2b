using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;

namespace Assay.Reading.Places;

/// <summary>What a text says of the zone of its clocks, or of those of one log, apart from the clocks.</summary>
/// <param name="Span">The sentence that says it.</param>
/// <param name="Zone">The zone it names.</param>
/// <param name="Keeper">Lower-case content words of whose clocks they are ("log", "recorder"), or null where it speaks of all.</param>
/// <param name="Sections">Numbers of the sections it is limited to; empty where it is not.</param>
public sealed record ZoneStatement(TextSpan Span, ZoneMention Zone, IReadOnlySet<string>? Keeper, IReadOnlySet<string> Sections)
{
    /// <summary>The words that say whose clocks they are ("Its record", "it"), or null.</summary>
    public TextSpan? Subject { get; init; }

    /// <summary>True where it speaks of the rows of tables alone.</summary>
    public bool IsOfTable { get; init; }

    /// <summary>True where who writes speaks of their own clocks alone ("everything I say from my notes").</summary>
    public bool IsOwn { get; init; }

    /// <summary>True where it speaks of the clocks of one country's bodies, or of all told from one place: those that other words put in
    /// its zone are stated to be in it.</summary>
    public bool IsOfCountry { get; init; }

    /// <summary>Lemmas of the words that name whose clocks they are ("centre") and of what they keep in the zone ("log"); empty where
    /// all of <see cref="Keeper"/> do.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    /// <summary>True for what the keeper keeps in the zone: "log" of "the ship writes her log in UTC".</summary>
    public bool IsRecord(string word) => Heads.Count > 1 && Heads[^1] == word;

    /// <summary>True where it speaks of the records of who writes as well ("whatever comes from our own machines").</summary>
    public bool IsOfRecords { get; init; }

    /// <summary>True where it speaks of what stands below the heading it stands below.</summary>
    public bool IsOfSection { get; init; }

    /// <summary>True where it speaks of the clocks of its paragraph.</summary>
    public bool IsOfParagraph { get; init; }

    /// <summary>True where it speaks of the stamps that paragraphs begin with.</summary>
    public bool IsOfStamps { get; init; }

    /// <summary>True where it speaks of all clocks of the text.</summary>
    public bool IsOfWhole =>
        Keeper is null && Part is null && Sections.Count == 0 && !IsOfTable && !IsOwn && !IsOfCountry && !IsOfSection && !IsOfStamps;

    /// <summary>The part of the text it speaks of, or null for all of it: entries are those below the same heading.</summary>
    public TextSpan? Part { get; init; }
}

/// <summary>
/// Reads statements such as "all times are UTC", "times in sections 1 and 2 are in Eastern time", "the log is kept in UTC". Words:
/// <c>Places/Data/en.zonetalk.txt</c>.
/// </summary>
public sealed partial class ZoneStatements
{
    private const int Reach = 120;
    private const int Closing = 3; // a full stop and quotation marks
    private const int LongestHeader = 60;
    private const int HeadParagraphs = 2;
    private const int HeadBlocks = 8;
    private static readonly Lazy<ZoneStatements> Shared = new(() => new ZoneStatements(ReadingFiles.Words("Places.Data.en.zonetalk.txt")));
    private readonly Regex all;
    private readonly Regex entries;
    private readonly Regex keeping;
    private readonly Regex stamps;
    private readonly Regex doubt;
    private readonly HashSet<string> function;
    private readonly HashSet<string> tables;

    private ZoneStatements(Ground.DataFiles.WordFile words)
    {
        all = Any(
            @"(?:(?<!\bnot\s)\b(?:all|the|our|my)\s+(?:[\w-]+\s+){0,3}?|^\s*|\(|:\s*|,\s*(?=every|each|times\b|hours\b|an?y?\s))\b(?:",
            words.Entries("all-times"),
            @")\b"
        );
        entries = Any(@"\b(?:", words.Entries("all-entries"), @")\b");
        keeping = Any(@"\b(?:", words.Entries("keeping"), @")\s+");
        stamps = Any(@"\b(?:", words.Entries("stamps"), @")\b");
        doubt = Any(@"(?:^|\s)(?:", words.Entries("doubt"), @")\s");
        function = [.. words.Set("keeper-less")];
        tables = [.. words.Set("tables")];
    }

    private static Regex Any(string before, IReadOnlyList<string> words, string after) =>
        new(before + string.Join('|', words.Select(Regex.Escape)) + after, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The statements of a text, in order.</summary>
    /// <param name="layer">The text and its blocks.</param>
    /// <param name="sentences">Its sentences.</param>
    public static IReadOnlyList<ZoneStatement> Of(TextLayer layer, IReadOnlyList<Sentence> sentences)
    {
        var text = layer.Text;
        List<ZoneStatement> found = [.. InHead(layer), .. InHeadings(layer)];
        for (var i = 0; i < sentences.Count; i++)
        {
            var (span, from) = (sentences[i].Span, found.Count);
            var before = i > 0 && sentences[i - 1].Block == sentences[i].Block ? sentences[i - 1].Span : (TextSpan?)null;
            var whole =
                OfHeader(layer, span, i + 1 < sentences.Count ? sentences[i + 1].Span.Start : text.Length)
                ?? ZoneForms.Of(text, span)
                ?? Shared.Value.OfAll(text, span)
                ?? (Shared.Value.doubt.IsMatch(span.Of(text)) || Keeps().IsMatch(span.Of(text)) ? null : OfPassage(layer, sentences[i]));
            if (whole is not null)
            {
                if (whole.IsOfParagraph)
                    whole = whole with { Part = layer.Blocks[sentences[i].Block].Span };
                else if (whole.IsOfSection)
                    whole = whole with { Part = Section(layer, span.Start) };
                found.Add(
                    whole.Keeper is null && Shared.Value.entries.IsMatch(span.Of(text))
                        ? whole with
                        {
                            Part = Section(layer, span.Start),
                        }
                        : whole
                );
                if (whole.IsOfCountry)
                    found.AddRange(
                        FreeZones.In(text, span).Where(z => z.Span.Start > whole.Zone.Span.End).Select(z => whole with { Zone = z })
                    );
                found.AddRange(Lists(i, from));
                continue;
            }

            var owned = ZoneOwners
                .In(text, span, FreeZones.In(text, span))
                .Select(o => ToldZone.Of(text, span, o.Zone, o.Owner, before))
                .OfType<ZoneStatement>()
                .ToList();
            found.AddRange(owned.Select(o => o.IsOfSection ? o with { Part = Section(layer, span.Start) } : o));
            if (owned.Count == 0 && Shared.Value.OfKeeper(text, span, before ?? (i > 0 ? sentences[i - 1].Span : null)) is { } kept)
                found.Add(kept);
            else if (
                owned.Count == 0
                && Keeps().IsMatch(span.Of(text))
                && !Shared.Value.doubt.IsMatch(span.Of(text))
                && OfPassage(layer, sentences[i]) is { } passage
            )
                found.Add(passage);
            found.AddRange(Lists(i, from));
        }

        return found;

        List<ZoneStatement> Lists(int sentence, int from) =>
            [
                .. found.Skip(from).Select(f => ZonesOfLists.Of(layer, sentences[sentence].Block, f)).OfType<ZoneStatement>(),
                .. found.Skip(from).SelectMany(f => ZonesOfHeads.Of(layer, f)),
            ];
    }

    // From the heading before a position to the one after it.
    private static TextSpan Section(TextLayer layer, int at)
    {
        var headings = layer.Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Span.Start).ToList();
        return new TextSpan(
            headings.Where(h => h <= at).DefaultIfEmpty(0).Max(),
            headings.Where(h => h > at).DefaultIfEmpty(layer.Text.Length).Min()
        );
    }

    private static ZoneStatement? OfHeader(TextLayer layer, TextSpan span, int next) =>
        ZonesOfColumns.Of(layer.Text, span, next) is { } zone
            ? new ZoneStatement(span, zone, null, new HashSet<string>()) { Part = Section(layer, span.Start) }
            : null;

    // What the lines between the title and the text say is read though they are none of its text.
    private static IEnumerable<ZoneStatement> InHead(TextLayer layer)
    {
        var body = layer.Blocks.Where(b => b.Kind == BlockKind.Paragraph).Skip(HeadParagraphs).FirstOrDefault();
        var furniture = layer.Blocks.Where(b => b.Kind == BlockKind.Furniture && b.Span.End <= (body?.Span.Start ?? 0));
        foreach (var line in layer.Blocks.Take(HeadBlocks).Union(furniture))
        {
            var words = line.Span.Of(layer.Text);
            var from = words.LastIndexOf(". ", StringComparison.Ordinal) is var stop and >= 0 ? stop + 2 : 0;
            if (ZoneForms.OfLocal(layer.Text, new TextSpan(line.Span.Start + from, line.Span.End)) is { } said)
                yield return said;
        }
    }

    // "Timeline (control room log, AST)": of what stands below the heading.
    private static IEnumerable<ZoneStatement> InHeadings(TextLayer layer)
    {
        foreach (var heading in layer.Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Span))
        {
            if (InBrackets().Match(heading.Of(layer.Text)) is not { Success: true } bracket)
                continue;
            var at = heading.Start + bracket.Groups[1].Index;
            if (Named(layer.Text, heading, at) is { } zone && zone.Span.Start == at && zone.Span.End == at + bracket.Groups[1].Length)
                yield return new ZoneStatement(heading, zone, null, new HashSet<string>()) { Part = Section(layer, heading.Start) };
        }
    }

    [GeneratedRegex(@"[(,]\s*(?:all\s)?(?:times?\s)?(?:are\s|in\s)*([^(),]+)\)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex InBrackets();

    // "Here is how the morning went, in Kolwezi time.": of what follows in the paragraph; not where a clock of the sentence is meant.
    private static ZoneStatement? OfPassage(TextLayer layer, Sentence sentence)
    {
        var words = sentence.Span.Of(layer.Text);
        if (words.Any(char.IsAsciiDigit) || InTime().Match(words) is not { Success: true } link)
            return null;
        return
            FreeZones.At(layer.Text, sentence.Span.Start + link.Groups[1].Index) is { } zone && zone.Span.End >= sentence.Span.End - Closing
            ? new ZoneStatement(sentence.Span, zone, null, new HashSet<string>())
            {
                Part = new TextSpan(sentence.Span.End, Math.Max(sentence.Span.End, layer.Blocks[sentence.Block].Span.End)),
            }
            : null;
    }

    // "The hospital's records are in Broken Hill time": theirs.
    [GeneratedRegex(@"\b(?:is|are|was|were|keeps?|kept)\b(?:\s\w+){0,4}\sin\s\p{Lu}[\p{L}' -]* time\W*$")]
    private static partial Regex Keeps();

    [GeneratedRegex(@"\bin\s(\p{Lu}[\p{L}' -]* time)\W*$")]
    private static partial Regex InTime();

    private ZoneStatement? OfAll(string text, TextSpan span)
    {
        var words = span.Of(text);
        // "All his hours are Jamaican": those of one of them.
        if (all.Match(words) is not { Success: true } head || Theirs().IsMatch(head.Value))
            return null;
        // “All hours herein being East Africa Time”: what somebody else's paper says of itself.
        var isQuoted = IsQuoted(words[..(head.Index + 1)]);
        var from = head.Index + head.Length;
        foreach (Match link in Link().Matches(words, from))
            if (link.Index < from + Reach && Named(text, span, span.Start + link.Index + link.Length) is { } zone)
                return isQuoted
                    ? new ZoneStatement(span, zone, null, new HashSet<string>()) { IsOfParagraph = true }
                    : OfTeller(span, zone, words[..head.Index], words[from..link.Index])
                        ?? Ours(head.Value, Limited(span, zone, words[from..link.Index]));
        return null;
    }

    // "Our times are Fiji time": those of others may not be.
    private static ZoneStatement Ours(string head, ZoneStatement all) =>
        OwnHead().IsMatch(head) && all.IsOfWhole ? all with { IsOwn = true, IsOfRecords = true } : all;

    [GeneratedRegex(@"^\s*(?:our|my)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnHead();

    private static ZoneMention? Named(string text, TextSpan span, int at) => FreeZones.Named(text, at, span.End) ?? FreeZones.At(text, at);

    internal static bool IsQuoted(string before) =>
        before.LastIndexOf('“') > before.LastIndexOf('”') || before.AsSpan().Count('"') % 2 == 1;

    // "The commander said that all the times in his paper were Azores time": his.
    private static ZoneStatement? OfTeller(TextSpan span, ZoneMention zone, string before, string between) =>
        Theirs().IsMatch(between) && Content(before) is { Count: > 0 } teller
            ? new ZoneStatement(span, zone, teller, new HashSet<string>())
            : null;

    [GeneratedRegex(@"\b(?:his|her|their|its)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Theirs();

    [GeneratedRegex(@"\b(?:I|my)\b")]
    private static partial Regex Mine();

    // "Times in our own logs are": those of the logs. "Times in this report are": all of them.
    private static ZoneStatement Limited(TextSpan span, ZoneMention zone, string between)
    {
        if (Mine().IsMatch(between))
            return new ZoneStatement(span, zone, null, new HashSet<string>()) { IsOwn = true };
        if (Shared.Value.stamps.IsMatch(between))
            return new ZoneStatement(span, zone, null, new HashSet<string>()) { IsOfStamps = true };
        if (ToldZone.IsOfCountry(between, zone))
            return new ZoneStatement(span, zone, null, new HashSet<string>()) { IsOfCountry = true };
        var sections = Sections(between);
        var of = Of().Match(Copula().Split(between)[0]);
        var keeper = of.Success && sections.Count == 0 && !Whole().IsMatch(of.Value) ? Content(of.Value) : null;
        if (keeper is not null && keeper.IsSubsetOf(Shared.Value.tables) && keeper.Count > 0)
            return new ZoneStatement(span, zone, null, sections) { IsOfTable = true };
        return new ZoneStatement(span, zone, keeper is { Count: > 0 } ? keeper : null, sections);
    }

    // Content words, a plural as its singular: "our own logs" are kept by "the log".
    internal static HashSet<string> Content(string words) =>
        [
            .. Word()
                .Matches(words)
                .Select(m => m.Value.ToLowerInvariant())
                .Where(w => !Shared.Value.function.Contains(w))
                .Select(w => w.Length > 3 && w.EndsWith('s') ? w[..^1] : w),
        ];

    // The words before the verb say whose clocks they are; "it" is what the sentence before spoke of.
    private ZoneStatement? OfKeeper(string text, TextSpan span, TextSpan? before)
    {
        var words = span.Of(text);
        foreach (Match verb in keeping.Matches(words))
        {
            if (FreeZones.At(text, span.Start + verb.Index + verb.Length) is not { } zone || doubt.IsMatch(words[..verb.Index]))
                continue;
            var subject = Nearest(words[..verb.Index]);
            var said = SubjectIn(words[..verb.Index], subject, span.Start);
            if (said is { } who && ToldZone.IsPlace(who.Of(text)))
                continue;
            if (Pronoun().IsMatch(subject) && before is { } last)
                subject = last.Of(text);
            var keeper = Content(subject);
            if (keeper.Count is > 0 and <= 8)
                return new ZoneStatement(span, zone, keeper, new HashSet<string>()) { Subject = said };
        }

        return null;
    }

    // The subject without what links it to what stands before it.
    private static TextSpan? SubjectIn(string before, string subject, int start)
    {
        var words = subject.TrimEnd(' ', ',');
        var bare = Linking().Replace(words, "");
        return bare.Length is > 0 and <= LongestHeader && before.LastIndexOf(bare, StringComparison.Ordinal) is var at and >= 0
            ? new TextSpan(start + at, start + at + bare.Length)
            : null;
    }

    // "According to the log, which": the words right before, up to a comma or a preposition of saying, its relative word left out.
    private static string Nearest(string before)
    {
        var named = Relative().Replace(before, "");
        return named[(Lead().Matches(named) is { Count: > 0 } leads ? leads[^1].Index + leads[^1].Length : 0)..];
    }

    private static HashSet<string> Sections(string words) =>
        Limit().Match(words) is { Success: true } limit ? [.. Digits().Matches(limit.Value).Select(m => m.Value)] : [];

    [GeneratedRegex(
        @"\b(?:are|is|in|as|to|were|was|being)\s+(?:in\s+)?|:\s*|(?<=\bclock)\s*\(|\blocal(?:\s+times?)?\s*[,(]\s*|(?<=times?)\s+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(?:sections?|parts?|chapters?|annex(?:es)?|paragraphs?)\s+\d[\d,\sand–-]*", RegexOptions.IgnoreCase)]
    private static partial Regex Limit();

    [GeneratedRegex(@"\b(?:in|of|from|on|by)\s+.+")]
    private static partial Regex Of();

    [GeneratedRegex(
        @"\b(?:this|these|here|below|above|throughout|what\s+follows)\b|\b(?:clock|watch)\s*$|^\w+\s+the\s+(?:text|report|article|timeline|chronology|account|review|judgment)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:.*,\s)?(?:and|but|so)\s+|^\s+|^.*,\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Linking();

    // "All entries are from our servers and are in UTC": the servers are no keeper of some of them.
    [GeneratedRegex(@"\b(?:are|is|were|was)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Copula();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\W*(?:it|they|these|this|those)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@",?\s*\b(?:which|that|whose\s+\w+)\b(?:\s+\w+)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"[,;:(]\s*|\b(?:according to|by|from|in)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();
}
