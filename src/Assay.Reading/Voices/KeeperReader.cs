using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>
/// Reads which record a sentence tells a time from: "by the gate log ...", "the gate log has ...", "..., the foreman's screen shows, ...".
/// Words: <c>Voices/Data/en.keepers.txt</c>. It looks at words alone, so that a bad parse costs nothing.
/// </summary>
public sealed class KeeperReader
{
    private const int LongestName = 7;
    private const int Farthest = 28;
    private const int Nearest = 4;
    private static readonly KeeperWords Words = KeeperWords.English;
    private readonly string text;
    private readonly List<Token> tokens;
    private readonly List<string> lower;
    private IReadOnlyList<Keeper>? records;

    /// <summary>Makes the reader of one sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence.</param>
    public KeeperReader(string text, TextSpan sentence)
    {
        this.text = text;
        tokens = Tokenizer.Tokens(text, sentence);
        lower = [.. tokens.Select(t => t.Span.Of(text).ToLowerInvariant().Replace('’', '\''))];
    }

    /// <summary>True for a noun that names a record: "log", "notebook".</summary>
    /// <param name="noun">The noun, in lower case.</param>
    public static bool IsRecordNoun(string noun) => Words.Records.Contains(noun);

    /// <summary>True for what is done by those who notice a thing or enter it: "heard", "had logged"; false for "was logged".</summary>
    /// <param name="text">The text.</param>
    /// <param name="verb">Where the verb stands.</param>
    public static bool IsNoting(string text, TextSpan verb)
    {
        var before = text.AsSpan(0, verb.Start).TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..].ToString();
        return Words.Noting.Contains(verb.Of(text).ToLowerInvariant()) && !Words.Passive.Contains(word);
    }

    /// <summary>True for "I", "we" and their like.</summary>
    public static bool IsOwn(string word) => Words.Own.Contains(word.ToLowerInvariant().Split(' ')[0]);

    /// <summary>The records the sentence names, in order.</summary>
    public IReadOnlyList<Keeper> Records() => records ??= [.. Enumerable.Range(0, tokens.Count).Select(RecordAt).OfType<Keeper>()];

    /// <summary>The few words the sentence begins with, up to a verb, a preposition or a mark: whom it is about, if they are a name or have
    /// an article; else null.</summary>
    public TextSpan? Subject()
    {
        var end = 0;
        while (end < tokens.Count && IsOfName(end) && !IsEnd(end) && !Words.Keeping.Contains(lower[end]) && !(end > 0 && IsPast(end)))
            end++;
        return end is > 0 and <= LongestName && end < tokens.Count && (Words.Beginning.Contains(lower[0]) || end > 1 && IsCapital(1))
            ? new TextSpan(tokens[0].Span.Start, tokens[end - 1].Span.End)
            : null;
    }

    /// <summary>Whoever or whatever a time of the sentence is told from, or null.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="isOther">True where another time of the sentence stands: what is beyond it is told of that one.</param>
    public Keeper? Of(TextSpan clock, Func<int, bool> isOther)
    {
        var at = FirstEnding(clock.Start + 1);
        if (at == tokens.Count)
            return null;
        var after = FirstAt(clock.End);
        return Behind(after, after) ?? Before(at) ?? Trailing(after, isOther);
    }

    /// <summary>True for a pronoun that the sentence begins with.</summary>
    public bool IsAtHead(Keeper keeper) => tokens.Count > 0 && keeper.Span.Start == tokens[0].Span.Start;

    // The first token that begins at a position or beyond; their number where none does.
    private int FirstAt(int position) => Ordered.CountBefore(tokens, position, static (t, at) => t.Span.Start < at);

    private int FirstEnding(int position) => Ordered.CountBefore(tokens, position, static (t, at) => t.Span.End < at);

    // The nearest words before the time, unless somebody else begins to speak between.
    private Keeper? Before(int at)
    {
        for (var i = at - 1; i >= 0 && at - i <= Farthest; i--)
        {
            if (lower[i] is ";" or ":" || Words.Turning.Contains(lower[i]) && i > 0 && lower[i - 1] == ",")
                return null;
            if ((Led(i, at) ?? Keeping(i, at) ?? HasIt(i, at) ?? Thrust(i, at) ?? Told(i)) is { } keeper)
                return keeper;
        }

        return null;
    }

    // "..., five minutes late, by the gate log": to the end of the clause, no other time between.
    private Keeper? Trailing(int after, Func<int, bool> isOther)
    {
        for (var i = after; i < tokens.Count && i - after <= Farthest; i++)
        {
            if (lower[i] is ";" || isOther(tokens[i].Span.Start))
                return null;
            if (Behind(i, after) is { } keeper)
                return keeper;
        }

        return null;
    }

    // ", by the gate log", "by the gate log", ", the foreman's screen shows".
    private Keeper? Behind(int i, int after)
    {
        if (i >= tokens.Count)
            return null;
        var isMarked = lower[i] is "," or "—" or "–" or "(";
        var start = isMarked ? i + 1 : i;
        if (isMarked && start < tokens.Count && lower[start] == "as")
            start++;
        if (isMarked && Saying(start) is { } said)
            return said;
        if (!isMarked && i != after)
            return null;
        return Led(start, tokens.Count) is { } led && (isMarked || lower[start] is not ("in" or "on" or "from")) ? led : null;
    }

    // "By the gate log": at the head of the sentence, behind a mark, or where the time ends.
    private Keeper? Led(int i, int at)
    {
        var length = Phrase(Words.Leading, i);
        if (length == 0 || i + length >= at)
            return null;
        if (i > 0 && lower[i] is "in" or "on" or "from" && !IsHead(i))
            return null;
        var first = i + length;
        if (Words.Again.Contains(lower[first]) && lower[first] is not ("that" or "this" or "these" or "those"))
            return IsHead(i) && IsBare(first) ? new Keeper(tokens[first].Span, lower[first], KeeperKind.Pronoun) : null;
        for (var head = first; head < Math.Min(at, first + LongestName); head++)
        {
            if (!IsOfName(head) || head > first && IsEnd(head))
                return null;
            if (RecordAt(head) is { } record && record.Span.Start == tokens[first].Span.Start)
                return record.Owner is not null || Words.Beginning.Contains(lower[first]) ? record : null; // "by satellite telephone"
        }

        return null;
    }

    // "in it the last man": a pronoun with nothing that it belongs to.
    private bool IsBare(int i) => i + 1 >= tokens.Count || lower[i + 1] is not ("'s" or "of");

    // A sentence begins here, or a part of it behind a mark or "and"; numbers of paragraphs and words such as "but" count for nothing.
    private bool IsHead(int i)
    {
        while (i > 0 && (tokens[i - 1].Kind != TokenKind.Word && lower[i - 1] is not ("," or ";" or "—" or "–" or ":" or "(")))
            i--;
        return i == 0 || lower[i - 1] is "," or ";" or "—" or "–" or ":" or "(" or "and" or "but" or "that";
    }

    // "The gate log, which nobody had read, has him leaving at 9:02", "it has".
    private Keeper? Keeping(int verb, int at)
    {
        if (tokens[verb].Kind != TokenKind.Word || verb == 0)
            return null;
        var isBeing = Words.Being.Contains(lower[verb]);
        if (!isBeing && !Words.Keeping.Contains(lower[verb]))
            return null;
        if (lower[verb] is "had" or "has" or "have" && verb + 1 < at && IsParticiple(verb + 1))
            return null;
        if (!isBeing && lower[verb - 1] is "it" or "they" && IsHead(verb - 1))
            return new Keeper(tokens[verb - 1].Span, lower[verb - 1], KeeperKind.Pronoun);
        var commas = 0;
        for (var i = verb - 1; i >= 0 && verb - i <= 20; i--)
        {
            if (lower[i] is ";" or ":" or "\"" or "“" or "”")
                return null;
            if (lower[i] == ",")
                commas++;
            if (RecordAt(i) is not { } record || !IsHead(FirstAt(record.Span.Start)))
                continue;
            var isPart = record.IsPart;
            return
                (!isBeing || isPart)
                && (
                    verb - i == 1
                    || commas == 2
                    || commas == 0 && Words.Linking.Contains(lower[i + 1])
                    || commas == 0 && IsParticiple(i + 1)
                )
                ? record
                : null;
        }

        return null;
    }

    // "The road office has it washed away at 15:20": what somebody has done, by their telling.
    private Keeper? HasIt(int verb, int at) =>
        lower[verb] is "has" or "have"
        && verb + 2 < at
        && Words.Objects.Contains(lower[verb + 1])
        && (
            lower[verb + 2].EndsWith("ed", StringComparison.Ordinal)
            || VoiceWords.English.IsIrregularPast(lower[verb + 2])
            || lower[verb + 2].EndsWith("ing", StringComparison.Ordinal)
        )
        && Subject() is { } subject
        && subject.End <= tokens[verb].Span.Start
            ? new Keeper(subject, lower[FirstEnding(subject.End)], KeeperKind.Teller)
            : null;

    // "its sheet, which has the last man leaving at 9:02", "its sheet, on which the last man leaves at 9:02".
    private Keeper? Told(int which)
    {
        if (lower[which] != "which" || which < 2)
            return null;
        var end = Words.Telling.Contains(lower[which - 1]) ? which - 1 : which;
        if (end > 0 && lower[end - 1] == ",")
            end--;
        var isTold = end < which - 1 || which + 1 < tokens.Count && Words.Keeping.Contains(lower[which + 1]);
        return isTold && end > 0 ? RecordAt(end - 1) : null;
    }

    // ", the foreman's screen shows," with the time behind it.
    private Keeper? Thrust(int comma, int at)
    {
        if (lower[comma] != "," || comma == 0)
            return null;
        var start = comma + 1;
        if (start < at && lower[start] == "as")
            start++;
        return Saying(start) is { } keeper && FirstAt(keeper.Span.End) < at ? keeper : null;
    }

    /// <summary>Where somebody or a record that tells is thrust in between two commas: ", as the log shows", ", he has noted". The first
    /// comma is in it, the second is not.</summary>
    public IEnumerable<TextSpan> Thrusts()
    {
        for (var comma = 1; comma + 2 < tokens.Count; comma++)
        {
            if (lower[comma] != ",")
                continue;
            var start = comma + (lower[comma + 1] == "as" ? 2 : 1);
            if (Saying(start, out var end) is not null && end < tokens.Count && lower[end] == ",")
                yield return new TextSpan(tokens[comma].Span.Start, tokens[end - 1].Span.End);
        }
    }

    /// <summary>Who or what tells, thrust in between two commas.</summary>
    public IEnumerable<Keeper> Tellers()
    {
        for (var comma = 1; comma + 2 < tokens.Count; comma++)
            if (lower[comma] == "," && Saying(comma + (lower[comma + 1] == "as" ? 2 : 1), out var end) is { } teller)
                if (end < tokens.Count && lower[end] is "," or ".")
                    yield return teller;
    }

    /// <summary>Who or what tells an entry, before a colon at the head of the sentence ("Jetty log: hoses connected"): a record; else
    /// null.</summary>
    /// <param name="end">One past the colon where there is one.</param>
    public Keeper? OfEntry(out int end)
    {
        end = 0;
        var colon = lower.IndexOf(":");
        if (colon is < 1 or > LongestName || !IsCapital(0))
            return null;
        for (var i = 0; i < colon; i++)
            if (RecordAt(i) is { } record && FirstAt(record.Span.Start) == 0 && FirstAt(record.Span.End) == colon)
            {
                end = tokens[colon].Span.End;
                return record;
            }

        return null;
    }

    /// <summary>True where the words before a clock say that something was entered: "was entered at".</summary>
    public bool IsEntered(int clock)
    {
        var at = FirstAt(clock);
        for (var i = at - 1; i > 0 && at - i <= Nearest; i--)
            if (Words.Entering.Contains(lower[i]) && Words.Passive.Contains(lower[i - 1]))
                return true;
        return false;
    }

    /// <summary>"his" where a record is on his desk or wrist; else null.</summary>
    public string? HolderOf(Keeper record)
    {
        var at = FirstAt(record.Span.End);
        return
            at + 2 < tokens.Count
            && lower[at] is "on" or "in" or "over" or "above" or "beside" or "at"
            && lower[at + 1] is "his" or "her" or "their"
            ? lower[at + 1]
            : null;
    }

    private Keeper? Saying(int start) => Saying(start, out _);

    // A name and a verb, and a mark, a time or the end of the sentence behind them.
    private Keeper? Saying(int start, out int end)
    {
        end = start;
        for (var verb = start + 1; verb < Math.Min(tokens.Count, start + LongestName + 2); verb++)
        {
            if (!IsOfName(verb))
                return null;
            // "he has noted"
            var has = lower[verb] is "has" or "have" or "had" && Phrase(Words.Saying, verb + 1) > 0 ? 1 : 0;
            var says = Phrase(Words.Saying, verb + has);
            var keeps = Words.Keeping.Contains(lower[verb]) ? 1 : 0;
            if (says + keeps == 0)
                continue;
            end = verb + has + Math.Max(says, has > 0 ? 0 : keeps);
            if (end < tokens.Count && lower[end] is not ("," or "." or ":" or ";" or "—" or "–" or "at" or "on" or "\"" or "“"))
                return null;
            if (RecordAt(verb - 1) is { } record && record.Span.Start == tokens[start].Span.Start)
                return record;
            if (RecordOf(start, verb) is { } longer)
                return longer;
            if (says == 0 || verb - start > LongestName || Words.Own.Contains(lower[start]) || lower[start] is "it" && verb - start > 1)
                return null;
            return Enumerable.Range(start + 1, verb - start - 1).Any(i => IsEnd(i) && !IsSetting(i)) || IsEnd(start) && !IsPerson(start)
                ? null
                : new Keeper(new TextSpan(tokens[start].Span.Start, tokens[verb - 1].Span.End), lower[verb - 1], KeeperKind.Teller);
        }

        return null;
    }

    // "the transcript of the police radio shows".
    private Keeper? RecordOf(int start, int verb)
    {
        for (var i = start; i < verb - 1; i++)
            if (RecordAt(i) is { } record && record.Span.Start == tokens[start].Span.Start && lower[i + 1] == "of")
                return record;
        return null;
    }

    private bool IsPerson(int i) => lower[i] is "he" or "she" or "they" or "it";

    // "The rescue service in Porto confirms".
    private bool IsSetting(int i) =>
        lower[i] is "in" or "of" or "at" or "for" && i + 1 < tokens.Count && (IsCapital(i + 1) || lower[i] == "of");

    private bool IsEnd(int i) => Words.Ending.Contains(lower[i]);

    // "The beacon floated", "the service sent"; "the fixed camera" has a noun behind it.
    private bool IsPast(int i) =>
        VoiceWords.English.IsIrregularPast(lower[i])
        || lower[i].EndsWith("ed", StringComparison.Ordinal) && !Words.Beginning.Contains(lower[i - 1]) && !IsMark(i - 1);

    private bool IsParticiple(int i) =>
        i < tokens.Count
        && tokens[i].Kind == TokenKind.Word
        && (lower[i].EndsWith("ed", StringComparison.Ordinal) || lower[i] is "kept" or "been" or "made");

    // A record whose last word is here: back to the word its name begins with, with whose it is.
    private Keeper? RecordAt(int head)
    {
        if (tokens[head].Kind != TokenKind.Word || !Words.Records.Contains(lower[head]))
            return null;
        if (
            head + 1 < tokens.Count
            && (IsMark(head + 1) || Words.Records.Contains(lower[head + 1]) && !Words.Keeping.Contains(lower[head + 1]))
        )
            return null;
        var first = head;
        var owner = -1;
        while (first > 0 && head - first < LongestName && IsOfName(first - 1))
        {
            var before = lower[first - 1];
            if (IsEnd(first - 1) || Words.Own.Contains(before))
                break;
            first--;
            if (owner < 0 && IsMark(first))
                owner = first;
            if (Words.Beginning.Contains(before))
                break;
        }

        if (first > 0 && Words.Own.Contains(lower[first - 1]) || first == head && !IsCapital(head))
            return null;
        var end = OwnerEnd(head);
        return new Keeper(new TextSpan(tokens[first].Span.Start, tokens[end].Span.End), lower[head], KeeperKind.Record)
        {
            IsMeans = first > 0 && lower[first] is "a" or "an" && lower[Math.Max(0, first - 1)] is "in" or "by" or "with",
            Owner =
                owner > first ? new TextSpan(tokens[first].Span.Start, tokens[owner - 1].Span.End)
                : end > head ? new TextSpan(tokens[head + 2].Span.Start, tokens[end].Span.End)
                : null,
        };
    }

    // "the log of the Bari coastguard": two words and names, no dates.
    private int OwnerEnd(int head)
    {
        if (head + 2 >= tokens.Count || lower[head + 1] != "of" || tokens[head + 2].Kind != TokenKind.Word)
            return head;
        var first = head + 2 + (Words.Beginning.Contains(lower[head + 2]) ? 1 : 0);
        var end = first;
        while (end < tokens.Count && tokens[end].Kind == TokenKind.Word && !IsEnd(end) && (end < first + 2 || IsCapital(end)))
            end++;
        return end > first ? end - 1 : head;
    }

    private bool IsCapital(int i) => char.IsUpper(text[tokens[i].Span.Start]);

    private bool IsOfName(int i) => tokens[i].Kind == TokenKind.Word || IsMark(i);

    // The 's of "the guard's log", the ' of "the guards' log".
    private bool IsMark(int i) =>
        i > 0
        && tokens[i - 1].Span.End == tokens[i].Span.Start
        && (tokens[i].Kind == TokenKind.Possessive || lower[i] == "'" && lower[i - 1].EndsWith('s'));

    private int Phrase(IReadOnlyList<string[]> phrases, int i) =>
        phrases.FirstOrDefault(p => i + p.Length <= lower.Count && p.Select((w, k) => lower[i + k] == w).All(m => m))?.Length ?? 0;
}
