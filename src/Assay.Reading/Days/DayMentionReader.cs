using Assay.Reading.Text;
using Assay.Reading.Time;
using Assay.Reading.Voices.Words;
using NodaTime;

namespace Assay.Reading.Days;

/// <summary>Collects the places where a text names a day, and tells weak ones from strong ones.</summary>
/// <param name="text">The text.</param>
/// <param name="published">The day of publication, or null.</param>
/// <param name="around">A day that dates without a year are near, where publication is unknown; null where there is none.</param>
internal sealed class DayMentionReader(DayText text, int? published, int? around)
{
    private const int Reach = 9;
    private const int OldDays = 8;
    private const int NearYear = 120;
    private const int NearAhead = 60;
    private readonly DayLexicon lexicon = DayLexicon.English;

    /// <summary>The mentions, in the order of the text.</summary>
    public List<DayMention> Read()
    {
        var full = Full();
        var named = Enumerable.Range(0, text.Times.Count).Where(i => text.Times[i].Said is { NamesDay: true }).ToList();
        var weak = named.Where(IsWeak).ToHashSet();
        var isOld = published is not { } now || named.Exists(i => !weak.Contains(i) && text.Times[i].Said is { IsDate: true } said && DayOf(text.Times[i], said, full) < now - OldDays);
        var body = text.BodyFrom;
        var found = new List<DayMention>();
        foreach (var i in named)
        {
            var (kind, day) = Resolve(i, text.Times[i].Said!, full, isOld);
            if (kind is not { } known) continue;
            var isHead = day is not null && day == published && text.BlockOf(i) < body;
            var isBody = !isHead && text.Layer.Blocks[text.BlockOf(i)].Kind is not BlockKind.Caption;
            found.Add(new DayMention(text.Times[i].Span, text.SentenceOf[i], text.BlockOf(i), known, text.Times[i].Said!, day, weak.Contains(i), isBody));
        }

        return found;
    }

    // Dates with their year.
    private List<(int Day, int Month, int DayOfMonth)> Full() => text.Times
        .Where(t => t.Said is { IsDate: true, Year: not null })
        .Select(t => (Day: DayNumber.Of(t.Said!.Year!.Value, t.Said.Month!.Value, t.Said.Day!.Value), t.Said))
        .Where(t => t.Day is not null).Select(t => (t.Day!.Value, t.Said!.Month!.Value, t.Said.Day!.Value)).ToList();

    private int? DayOf(TimeExpression time, SaidDay said, List<(int Day, int Month, int DayOfMonth)> full) =>
        YearOf(time, said, full) is { } year ? DayNumber.Of(year, said.Month!.Value, said.Day!.Value) : null;

    private (DayKind?, int?) Resolve(int index, SaidDay said, List<(int Day, int Month, int DayOfMonth)> full, bool isOld)
    {
        var time = text.Times[index];
        if (said.IsDate) return DayOf(time, said, full) is { } day ? (DayKind.Date, day) : (null, null);
        if (said.Day is not null) return (DayKind.OfStory, null);
        if (said.Offset is { } offset) return published is { } written ? (DayKind.OfPublication, written + offset) : (null, null);
        if (published is not { } now || isOld || PointsBack(index)) return (DayKind.OfStory, null);
        var back = ((int)DayNumber.Date(now).DayOfWeek - (int)said.Weekday!.Value + 7) % 7;
        return (DayKind.OfPublication, IsAhead(time, now - back) ? now - back + 7 : now - back);
    }

    // The reader of times saw a clause that looks ahead.
    private static bool IsAhead(TimeExpression time, int past) =>
        LocalDateOf(time.Value) is { } read && DayNumber.Of(read) == past + 7;

    private static LocalDate? LocalDateOf(string value) =>
        value.Length >= 10 && NodaTime.Text.LocalDatePattern.Iso.Parse(value[..10]) is { Success: true } parsed ? parsed.Value : null;

    // "The Friday", "that Friday" is one of the story.
    private bool PointsBack(int index)
    {
        var words = text.WordsOf(text.SentenceOf[index]);
        var at = DayText.WordAt(words, text.Times[index].Span.Start);
        return at > 0 && lexicon.Article.Contains(words[at - 1].Lower);
    }

    // The year in the words; else that of the same day elsewhere; else that of a full date close by; else the last one before publication.
    private int? YearOf(TimeExpression time, SaidDay said, List<(int Day, int Month, int DayOfMonth)> full)
    {
        if (said.Year is { } stated) return stated;
        var same = full.FirstOrDefault(f => f.Month == said.Month && f.DayOfMonth == said.Day);
        if (same.Day > 0) return DayNumber.Date(same.Day).Year;
        var best = (Year: (int?)null, Distance: NearYear);
        foreach (var (near, _, _) in full)
        {
            for (var year = DayNumber.Date(near).Year - 1; year <= DayNumber.Date(near).Year + 1; year++)
            {
                if (DayNumber.Of(year, said.Month!.Value, said.Day!.Value) is { } day && Math.Abs(day - near) < best.Distance && day <= (published ?? day))
                    best = (year, Math.Abs(day - near));
            }
        }

        if (best.Year is not null || (published ?? around) is not { } now) return best.Year;
        var writing = DayNumber.Date(now).Year;
        if (DayNumber.Of(writing, said.Month!.Value, said.Day!.Value) is { } here && here <= now) return writing;
        return LocalDateOf(time.Value) is { } read && DayNumber.Of(read) is { } ahead && ahead > now && ahead < now + NearAhead ? read.Year : writing - 1;
    }

    private bool IsWeak(int index)
    {
        var words = text.WordsOf(text.SentenceOf[index]);
        var first = DayText.WordAt(words, text.Times[index].Span.Start);
        var end = DayText.WordAt(words, text.Times[index].Span.End);
        if (text.Times[index].Clock is not null && text.Times[index].Clock!.Granularity <= NodaTime.Duration.FromHours(1)) return false;
        return DatesDocument(words, first) || IsEnd(words, first) || DatesAct(words, first, end);
    }

    // "Letter of 8 August", "dated 3 May".
    private bool DatesDocument(List<Word> words, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 4); i--)
        {
            if (lexicon.Document.Contains(words[i].Lower)) return true;
            if (words[i].Lower is not ("of" or "dated" or "from" or "the" or "on")) return false;
        }

        return false;
    }

    private bool IsEnd(List<Word> words, int first)
    {
        var at = first - 1;
        if (at >= 0 && words[at].Lower is "the" or "on") at--;
        return at >= 0 && lexicon.Deadline.Contains(words[at].Lower);
    }

    // The verb of the clause says, rules or files, or stands in the pluperfect.
    private bool DatesAct(List<Word> words, int first, int end)
    {
        var (from, to) = (first, end);
        while (from > 0 && first - from < Reach && !Ends(words[from - 1])) from--;
        while (to < words.Count && to - end < Reach && !Ends(words[to])) to++;
        if (to < words.Count && words[to].Is(",") && from == Math.Max(0, first - 1))
        {
            // "On Tuesday, the court heard": the clause goes on after the comma.
            to++;
            while (to < words.Count && to - end < Reach && !Ends(words[to])) to++;
        }

        for (var i = from; i < to; i++)
        {
            if (i >= first && i < end) continue;
            if (DayLexicon.IsSaying(words[i]) || lexicon.Procedure.Contains(words[i].Lower)) return true;
            if (words[i].Lower is "had" && IsPluperfect(words, i, to)) return true;
        }

        return false;
    }

    private static bool IsPluperfect(List<Word> words, int had, int to)
    {
        for (var i = had + 1; i < Math.Min(words.Count, had + 4); i++)
            if (words[i].Is("been") || DayLexicon.IsPast(words[i])) return true;
        return false;
    }

    private bool Ends(Word word) => word.Kind == WordKind.Mark && word.Lower is "," or ";" or ":" or "(" or ")" or "—" or "–" || word.Kind == WordKind.QuoteMark
        || lexicon.Boundary.Contains(word.Lower);
}
