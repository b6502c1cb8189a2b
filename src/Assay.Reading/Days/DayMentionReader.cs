using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Intake.Page;
using Assay.Reading.Text;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Reading.Days;

/// <summary>Collects the places where a text names a day, and tells weak ones from strong ones.</summary>
/// <param name="text">The text.</param>
/// <param name="published">The day of publication, or null.</param>
/// <param name="around">A day that dates without a year are near, where publication is unknown; null where there is none.</param>
internal sealed partial class DayMentionReader(DayText text, int? published, int? around)
{
    private const int Reach = 9;
    private const int Theirs = 30;
    private const int LongestRange = 16;
    private const int MonthLength = 7;
    private const int Relative = 14;
    private const int DaysOfWeek = 7;
    private const int MostFull = 400;
    private const int NearYear = 120;
    private WeekdayYears? weekdays;
    private const int NearAhead = 60;
    private readonly DayLexicon lexicon = DayLexicon.English;

    /// <summary>The mentions, in the order of the text.</summary>
    public List<DayMention> Read()
    {
        var full = Full();
        var found = new List<DayMention>();
        for (var i = 0; i < text.Times.Count; i++)
        {
            if (text.Times[i].Said is not { NamesDay: true } said || Resolve(i, said, full) is not { } day)
                continue;
            var weakness = WeaknessOf(i);
            var isHead = day.Written is not null && day.Written == published && text.IsHead(text.BlockOf(i));
            var isBody = !isHead && text.Layer.Blocks[text.BlockOf(i)].Kind is not BlockKind.Caption;
            var isNear = PointsBack(i) || IsTheirs(text.Layer.Text, text.Times[i].Span.End);
            var from = day.Kind == DayKind.PartOfDate && !isNear ? published : null;
            var isStory = isNear && day.Kind == DayKind.PartOfDate && said.Weekday is not null;
            var after = PointsBack(i) && day.Kind == DayKind.PartOfDate ? FirstAfter(said.Weekday, found, text.BlockOf(i)) : null;
            found.Add(
                new DayMention(
                    text.Times[i].Span,
                    text.SentenceOf[i],
                    text.BlockOf(i),
                    day.Kind,
                    said,
                    after ?? day.Written,
                    from,
                    weakness != Weakness.None,
                    weakness == Weakness.Aside,
                    isBody
                )
                {
                    IsCounted = after is not null,
                    NotOn = isStory && after is null ? published : null,
                }
            );
        }

        return found.Exists(m => m is { IsDate: true, IsBody: true, IsWeak: false })
            ? found.ConvertAll(m => m.NotOn is null ? m : m with { Written = null })
            : found.ConvertAll(Told);
    }

    // "On Thursday 23 July ... on the Friday": the first one from the date before it in the paragraph.
    private static int? FirstAfter(IsoDayOfWeek? weekday, List<DayMention> before, int block) =>
        weekday is { } named && before.LastOrDefault(m => m.IsDate) is { Written: { } date } last && last.Block == block
            ? date + ((int)named - (int)DayNumber.Date(date).DayOfWeek + 7) % 7
            : null;

    // Where no other date is told, all of it is told in the pluperfect, as in minutes: the trawler had burned on 7 July, the beacon had
    // been
    // picked up at 4:22.
    private static DayMention Told(DayMention mention) =>
        mention is { IsAside: true, IsDate: true } ? mention with { IsWeak = false, IsAside = false } : mention;

    // Dates with their year.
    private List<(int Day, int Month, int DayOfMonth)> Full() =>
        text
            .Times.Where(t => t.Said is { IsDate: true, Year: not null })
            .Select(t => (Day: DayNumber.Of(t.Said!.Year!.Value, t.Said.Month!.Value, t.Said.Day!.Value), t.Said))
            .Where(t => t.Day is not null)
            .Select(t => (t.Day!.Value, t.Said!.Month!.Value, t.Said.Day!.Value))
            .DistinctBy(t => t.Item1)
            .Take(MostFull)
            .ToList();

    private int? DayOf(TimeExpression time, SaidDay said, List<(int Day, int Month, int DayOfMonth)> full) =>
        YearOf(time, said, full) is { } year ? DayNumber.Of(year, said.Month!.Value, said.Day!.Value) : null;

    private (DayKind Kind, int? Written)? Resolve(int index, SaidDay said, List<(int Day, int Month, int DayOfMonth)> full)
    {
        var time = text.Times[index];
        if (said.IsDate)
            return DayOf(time, said, full) is { } day ? (DayKind.Date, day) : null;
        if (said.Day is not null)
            return (DayKind.PartOfDate, null);
        if (said.Offset is { } offset)
            return published is { } written ? (DayKind.Counted, written + offset) : null;
        if (published is not { } now)
            return (DayKind.PartOfDate, null);
        var back = ((int)DayNumber.Date(now).DayOfWeek - (int)said.Weekday!.Value + 7) % 7;
        // "Last Thursday" is not this one.
        return (DayKind.PartOfDate, now - (back == 0 && said.Direction < 0 ? DaysOfWeek : back));
    }

    private static LocalDate? LocalDateOf(string value) =>
        value.Length >= 10 && NodaTime.Text.LocalDatePattern.Iso.Parse(value[..10]) is { Success: true } parsed ? parsed.Value : null;

    // "The Friday", "that Friday" is one of the story.
    private bool PointsBack(int index)
    {
        var words = text.WordsOf(text.SentenceOf[index]);
        var at = DayText.WordAt(words, text.Times[index].Span.Start);
        return at > 0 && lexicon.Article.Contains(words[at - 1].Lower);
    }

    // The year in the words; else the last one before publication; else that of the nearest full date.
    private int? YearOf(TimeExpression time, SaidDay said, List<(int Day, int Month, int DayOfMonth)> full)
    {
        if (said.Year is { } stated)
            return stated;
        if ((published ?? around) is not { } now)
            return Nearest(said, full);
        weekdays ??= new WeekdayYears(text.Layer.Text, text.Times, now);
        if (weekdays.Of(said) is { } told)
            return told;
        var writing = DayNumber.Date(now).Year;
        if (DayNumber.Of(writing, said.Month!.Value, said.Day!.Value) is { } here && here <= now)
            return writing;
        return LocalDateOf(time.Value) is { } read && DayNumber.Of(read) is { } ahead && ahead > now && ahead < now + NearAhead
            ? read.Year
            : writing - 1;
    }

    private static int? Nearest(SaidDay said, List<(int Day, int Month, int DayOfMonth)> full)
    {
        var best = (Year: (int?)null, Distance: NearYear);
        foreach (var (near, _, _) in full)
        {
            for (var year = DayNumber.Date(near).Year - 1; year <= DayNumber.Date(near).Year + 1; year++)
            {
                if (DayNumber.Of(year, said.Month!.Value, said.Day!.Value) is { } day && Math.Abs(day - near) < best.Distance)
                    best = (year, Math.Abs(day - near));
            }
        }

        return best.Year;
    }

    private enum Weakness
    {
        None,
        Weak,
        Aside,
    }

    private Weakness WeaknessOf(int index)
    {
        var words = text.WordsOf(text.SentenceOf[index]);
        var first = DayText.WordAt(words, text.Times[index].Span.Start);
        var end = DayText.WordAt(words, text.Times[index].Span.End);
        if (IsTheirs(text.Layer.Text, text.Times[index].Span.End) || IsInRelative(words, first, end))
            return Weakness.Weak;
        if (IsLabelled(text.Times[index].Span.Start) || IsSomeDay(index))
            return Weakness.Weak;
        if (text.Times[index].Clock is { } clock && clock.Granularity <= NodaTime.Duration.FromHours(1))
            return Weakness.None;
        // "The control-room page of 12 March notes": what is noted on it happened that day.
        if (first > 1 && words[first - 1].Is("of") && lexicon.Record.Contains(words[first - 2].Lower))
            return Weakness.None;
        // A feast names its day by the way; "next Thursday" is still to come.
        if (text.Times[index].Said is { IsFeast: true } or { Direction: > 0 })
            return Weakness.Weak;
        if (text.Times[index].Said!.Offset is not null && IsQuotedAlone(index, words, first))
            return Weakness.Weak;
        // "Before 14 July" is a deadline, "before dawn on 14 July" is that morning.
        var isDeadline = text.Times[index].Said!.Part == 0 && IsEnd(words, first);
        return DatesDocument(words, first) || isDeadline ? Weakness.Weak : DatesAct(words, first, end);
    }

    // "Heard: 8 to 19 August 2022": a line that tells when the paper was made.
    private bool IsLabelled(int at)
    {
        var line = text.Layer.Text.AsSpan(0, at);
        line = line[(line.LastIndexOf('\n') + 1)..];
        var colon = line.IndexOf(':');
        if (colon < 1 || line.Length - colon > LongestRange)
            return false;
        var label = line[..colon].ToString().ToLowerInvariant();
        var word = label[(label.LastIndexOf(' ') + 1)..];
        return lexicon.Procedure.Contains(word) || PageWords.English.PaperWords.Contains(word);
    }

    // "On a quiet Sunday in April": not the last one.
    private bool IsSomeDay(int index) =>
        text.Times[index].Said is { Weekday: not null, IsDate: false, Day: null }
        && index + 1 < text.Times.Count
        && text.Times[index + 1] is { Clock: null, Value.Length: MonthLength } month
        && text.Layer.Text[text.Times[index].Span.End..month.Span.Start] is " in " or " of ";

    /// <summary>True where a day is said in somebody else's time: "Thursday, their time".</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">One past the words that name the day.</param>
    public static bool IsTheirs(string text, int end) => TheirTime().IsMatch(text.AsSpan(end, Math.Min(Theirs, text.Length - end)));

    [GeneratedRegex(@"^,?\s\(?(?:by\s|in\s)?(?:their|its|his|her)\s(?:own\s|local\s)?(?:time|clocks?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TheirTime();

    // "Mangoes tomorrow", and beside it the time 7.05 p.m.: a day counted from whoever speaks, with no clock in the same marks.
    private bool IsQuotedAlone(int index, List<Word> words, int first)
    {
        var marks = Enumerable.Range(0, words.Count).Where(i => words[i].Kind == WordKind.QuoteMark).ToList();
        var before = marks.Count(m => m < first);
        if (before % 2 == 0 || before >= marks.Count)
            return false;
        var quote = new TextSpan(words[marks[before - 1]].Start, words[marks[before]].End);
        for (var i = index; i >= 0 && text.Times[i].Span.Start >= quote.Start; i--)
            if (text.Times[i].Clock is not null)
                return false;
        for (var i = index; i < text.Times.Count && text.Times[i].Span.End <= quote.End; i++)
            if (text.Times[i].Clock is not null)
                return false;
        return true;
    }

    // "Letter of 8 August", "dated 3 May".
    private bool DatesDocument(List<Word> words, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 4); i--)
        {
            if (lexicon.Document.Contains(words[i].Lower))
                return true;
            // "According to the one of 22 November".
            if (lexicon.DocumentAnaphors.Contains(words[i].Lower) && words[i + 1].Is("of"))
                return true;
            // "In its first communiqué, of 24 February".
            if (words[i].Is(",") && words[i + 1].Lower is "of" or "dated")
                continue;
            if (words[i].Lower is not ("of" or "dated" or "from" or "the" or "on"))
                return false;
        }

        return false;
    }

    // "The office, whose note was read out on Wednesday, called at 4:20": the day is of the words between the commas alone.
    private bool IsInRelative(List<Word> words, int first, int end)
    {
        var (from, to) = (first - 1, end);
        while (from > 0 && first - from < Relative && words[from].Kind == WordKind.Word && !lexicon.Relative.Contains(words[from].Lower))
            from--;
        while (to < words.Count && to - end < Relative && words[to].Kind == WordKind.Word)
            to++;
        return from > 0 && lexicon.Relative.Contains(words[from].Lower) && words[from - 1].Is(",") && to < words.Count && words[to].Is(",");
    }

    private bool IsEnd(List<Word> words, int first)
    {
        var at = first - 1;
        if (at >= 0 && words[at].Lower is "the" or "on")
            at--;
        return at >= 0 && lexicon.Deadline.Contains(words[at].Lower);
    }

    // The verb of the clause says, rules or files, or stands in the pluperfect.
    private Weakness DatesAct(List<Word> words, int first, int end)
    {
        var (from, to) = (first, end);
        while (from > 0 && first - from < Reach && !Ends(words[from - 1]))
            from--;
        while (to < words.Count && to - end < Reach && !Ends(words[to]))
            to++;
        if (to < words.Count && words[to].Is(",") && from == Math.Max(0, first - 1))
        {
            // "On Tuesday, the court heard": the clause goes on after the comma.
            to++;
            while (to < words.Count && to - end < Reach && !Ends(words[to]))
                to++;
        }

        var isAside = false;
        for (var i = from; i < to; i++)
        {
            if (i >= first && i < end)
                continue;
            if (DayLexicon.IsSaying(words[i]) && !IsObject(words, i, first) && !IsRinging(words, i) && !IsMusing(words, i))
                return Weakness.Weak;
            // "On Tuesday we charged 3,118 customers twice": what who writes did is the story.
            if (lexicon.Procedure.Contains(words[i].Lower) && (i == 0 || !lexicon.Writers.Contains(words[i - 1].Lower)))
                return Weakness.Weak;
            if (lexicon.ProcedureWith.Contains(words[i].Lower) && words.FindIndex(i, to - i, w => w.Is("with")) > 0)
                return Weakness.Weak;
            if (lexicon.Giving.Contains(words[i].Lower) && words.FindIndex(i, to - i, w => lexicon.Account.Contains(w.Lower)) > 0)
                return Weakness.Weak;
            // "The writ will be returned on Friday."
            if (lexicon.Future.Contains(words[i].Lower))
                return Weakness.Weak;
            isAside |= words[i].Lower is "had" && IsPluperfect(words, i, to);
        }

        return isAside ? Weakness.Aside : Weakness.None;
    }

    // "Recalled 3 May 2001", "tells me about the evening of 18 April": the day is what is spoken of. "Said Tuesday" dates the saying.
    private static bool IsObject(List<Word> words, int verb, int first) =>
        verb == first - 1 && words[first].Kind != WordKind.Word || verb < first - 1 && words[first - 1].Is("about");

    // "A boat called us" is what happened; "called for a boycott" is said.
    private static bool IsRinging(List<Word> words, int verb) =>
        words[verb].Lower is "called" && (verb + 1 >= words.Count || !words[verb + 1].Is("for") && !words[verb + 1].Is("on"));

    // "I thought of this last Wednesday": what who writes did that day.
    private bool IsMusing(List<Word> words, int verb) =>
        verb > 0 && lexicon.Writers.Contains(words[verb - 1].Lower) && lexicon.Musing.Contains(words[verb].Lower);

    private static bool IsPluperfect(List<Word> words, int had, int to)
    {
        for (var i = had + 1; i < Math.Min(words.Count, had + 4); i++)
            if (words[i].Is("been") || DayLexicon.IsPast(words[i]))
                return true;
        return false;
    }

    private bool Ends(Word word) =>
        word.Kind == WordKind.Mark && word.Lower is "," or ";" or ":" or "(" or ")" or "—" or "–"
        || word.Kind == WordKind.QuoteMark
        || lexicon.Boundary.Contains(word.Lower);
}
