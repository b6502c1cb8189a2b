using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Reading.Days;

/// <summary>Collects the clocks of a text in reading order, and what stands near each.</summary>
/// <param name="text">The text.</param>
/// <param name="mentions">The mentions of days.</param>
/// <param name="doubles">For each expression, the index of the clock it repeats in brackets, or -1.</param>
internal sealed class ClockPointReader(DayText text, IReadOnlyList<DayMention> mentions, int[] doubles)
{
    private const int Kept = 8;
    private const int GlueWords = 7;
    private const int Far = 600;
    private const int Opening = 12;
    private readonly DayLexicon lexicon = DayLexicon.English;

    /// <summary>The clocks.</summary>
    public List<ClockPoint> Read()
    {
        var is24 = Is24();
        var isSpoken = !is24 && IsSpoken();
        var clocks = new List<ClockPoint>();
        for (var i = 0; i < text.Times.Count; i++)
        {
            if (!IsClock(text.Times[i]) || doubles[i] >= 0)
                continue;
            var (time, clock) = (text.Times[i], text.Times[i].Clock!);
            var minute = clock.Time.Hour * 60 + clock.Time.Minute + clock.Time.Second / 60.0;
            var isUniversal = clock.Zone is { Zones: ["UTC"] };
            var bare = time.Said!.IsBareHour && (time.Said.IsSpelled || !is24 && !time.Said.IsPadded && !isUniversal);
            clocks.Add(
                new ClockPoint(i, time.Span, text.SentenceOf[i], text.BlockOf(i), minute, bare, EndsDay(time), time.Said)
                {
                    Is24 = IsSure24(time),
                    IsSpoken = bare && (time.Said.IsSpelled || isSpoken),
                    IsUniversal = isUniversal && !is24,
                }
            );
        }

        Surround(clocks);
        return clocks;
    }

    /// <summary>True for an expression whose day is decided here: a time on the clock, not a part of the day, and not counted from another
    /// one.</summary>
    public static bool IsClock(TimeExpression time) =>
        time is { Clock: { } clock, Said.IsCounted: false } && clock.Granularity <= NodaTime.Duration.FromHours(1) && time.Length is null;

    /// <summary>True for 24:00, which is written on the day that it ends.</summary>
    public static bool EndsDay(TimeExpression time) => time.Value.Contains("T24", StringComparison.Ordinal);

    // A text that writes 16:40 or 08:45 means the morning where it writes 8:45.
    private bool Is24()
    {
        var (sure, half) = (0, 0);
        foreach (var time in text.Times)
        {
            if (!IsClock(time) || time.Said!.IsSpelled || !time.Text.Any(char.IsAsciiDigit))
                continue;
            if (time.Said.IsPadded || time.Clock!.Time.Hour is 0 or > 12 && !SaysHalf(time))
                sure++;
            else if (SaysHalf(time))
                half++;
        }

        return sure > half;
    }

    // More of its hours are in words than in figures: "2:45" is as "a quarter to three" is.
    private bool IsSpoken()
    {
        var hours = text.Times.Where(t => IsClock(t) && t.Said!.IsBareHour).ToList();
        return hours.Count(t => t.Said!.IsSpelled) * 2 > hours.Count;
    }

    private static bool IsSure24(TimeExpression time) =>
        !time.Said!.IsSpelled && (time.Said.IsPadded || time.Clock!.Time.Hour is 0 or > 12 && !SaysHalf(time));

    private static bool SaysHalf(TimeExpression time) =>
        !time.Said!.IsBareHour && time.Text.AsSpan().TrimEnd(".").EndsWith("m", StringComparison.OrdinalIgnoreCase);

    private void Surround(List<ClockPoint> clocks)
    {
        var leads = Leads();
        var steps = Steps();
        var (mention, step, last) = (0, 0, 0);
        var (paragraph, block) = (new List<DayMention>(), -1);
        var (partBlock, part) = (-1, 0);
        for (var i = 0; i < clocks.Count; i++)
        {
            var clock = clocks[i];
            for (; mention < mentions.Count && mentions[mention].Span.Start < clock.Span.Start; mention++)
            {
                var named = mentions[mention];
                if (named.Block != block)
                    (block, paragraph) = (named.Block, []);
                if (named.IsWeak)
                    continue;
                paragraph.Add(named);
                if (paragraph.Count > Kept)
                    paragraph.RemoveAt(0);
                if (named.Span.Start >= last)
                    clock.Between.Add(named);
                if (clock.Between.Count > Kept)
                    clock.Between.RemoveAt(0);
            }

            InSentence(clock);
            clock.IsForeign = IsForeign(clock);
            clock.Lead = leads[clock.Block];
            for (; step < steps.Count && steps[step].Span.Start <= clock.Span.End; step++)
            {
                if (steps[step].Part > 0)
                    (partBlock, part) = (steps[step].Block, steps[step].Part);
                if (steps[step].Span.Start >= last && steps[step].Block == clock.Block && steps[step].Step is { } days)
                    (clock.Step, clock.IsStepSure) = (days, IsTold(steps[step].Span, steps[step].Sentence, clock));
            }

            if (partBlock == clock.Block)
                clock.PartBefore = part;
            After(clock, steps, step);
            // After "the next morning" the day named before it is no longer the day of the paragraph.
            if (clock is { IsStepSure: true, Step: not 0 })
                paragraph.RemoveAll(m => m.Sentence != clock.Sentence);
            if (block == clock.Block)
                clock.InParagraph.AddRange(paragraph);
            last = clock.Span.End;
        }

        Range(clocks);
    }

    // "4.22 in the afternoon of Thursday their time".
    private bool IsForeign(ClockPoint clock)
    {
        if (clock.Touching.Count == 0)
            return false;
        var end = Math.Max(clock.Span.End, clock.Touching.Max(m => m.Span.End));
        return DayMentionReader.IsTheirs(text.Layer.Text, end);
    }

    // Parts of the day and steps of days, in order.
    private List<(TextSpan Span, int Sentence, int Block, int Part, int? Step)> Steps() =>
        text
            .Times.Select((t, i) => (t.Span, text.SentenceOf[i], text.BlockOf(i), t.Said?.Part ?? 0, t.Said?.Step))
            .Where(s => s.Item4 > 0 || s.Step is not null)
            .ToList();

    // "The next morning ..." is said of what follows in its sentence, and of what follows that; "the gate, painted the day before, fell at
    // ten", "the next day's paper has it at ten" and "published on the following day, it has the gate falling at ten" are not.
    private bool IsTold(TextSpan step, int sentence, ClockPoint clock)
    {
        if (clock.Span.Contains(step) || sentence == clock.Sentence && Touches(sentence, step.End, clock.Span.Start))
            return true;
        var end = sentence == clock.Sentence ? clock.Span.Start : text.Sentences[sentence].Span.End;
        return step.Start - text.Sentences[sentence].Span.Start < Opening
            && text.Layer.Text.AsSpan(step.End).IndexOfAny('\'', '’') != 0
            && !IsAcross(sentence, step.End, end);
    }

    // "At half past nine that night", "at 6 the next morning": the words right after the clock.
    private void After(ClockPoint clock, List<(TextSpan Span, int Sentence, int Block, int Part, int? Step)> steps, int from)
    {
        if (clock.Said.Part > 0)
            clock.Part = clock.Said.Part;
        for (var i = from - 1; i >= Math.Max(0, from - Kept) && clock.Part == 0 && steps[i].Sentence == clock.Sentence; i--)
            clock.Part = steps[i].Part;
        for (var i = from; i < Math.Min(from + 2, steps.Count) && steps[i].Sentence == clock.Sentence; i++)
        {
            if (!Touches(clock.Sentence, clock.Span.End, steps[i].Span.Start))
                break;
            if (steps[i].Step is { } days)
                (clock.Step, clock.IsStepSure) = (days, true);
            if (steps[i].Part > 0)
                clock.Part = steps[i].Part;
        }
    }

    private void InSentence(ClockPoint clock)
    {
        var at = At(clock.Span.Start);
        for (var i = Math.Max(0, at - Kept); i < Math.Min(mentions.Count, at + Kept); i++)
        {
            var named = mentions[i];
            if (named.Sentence != clock.Sentence || Math.Abs(named.Span.Start - clock.Span.Start) > Far)
                continue;
            if (named.Span == clock.Span)
            {
                clock.Touching.Add(named);
                continue;
            }

            var (a, b) = named.Span.Start < clock.Span.Start ? (named.Span.End, clock.Span.Start) : (clock.Span.End, named.Span.Start);
            if (Touches(clock.Sentence, a, b))
                clock.Touching.Add(named);
            else if (!named.IsWeak || named.IsAside && named.Span.Start < clock.Span.Start || IsOwnClause(clock.Sentence, a, b))
                clock.InSentence.Add((named, IsAcross(clock.Sentence, a, b)));
        }

        // A clock that names its own day is on it, whatever stands beside it.
        if (clock.Touching.Exists(t => t.Span == clock.Span))
            clock.Touching.RemoveAll(t => t.Span != clock.Span);
    }

    // The first mention at or after a position.
    private int At(int position) => Ordered.CountBefore(mentions, position, static (m, at) => m.Span.Start < at);

    private bool Touches(int sentence, int from, int end)
    {
        if (end - from > 60)
            return false;
        var between = text.Between(sentence, from, end);
        if (between.Length > GlueWords)
            return false;
        foreach (var word in between)
        {
            if (word.Kind == WordKind.Mark && word.Lower is "," or "(" or ")" || lexicon.Glue.Contains(word.Lower) || word.AllCaps)
                continue;
            return false;
        }

        return true;
    }

    private bool IsAcross(int sentence, int from, int end)
    {
        foreach (var word in text.Between(sentence, from, end))
            if (DayLexicon.IsSaying(word))
                return true;
        return false;
    }

    private bool IsOwnClause(int sentence, int from, int end)
    {
        foreach (var word in text.Between(sentence, from, end))
            if (
                word.Kind == WordKind.Mark && word.Lower is "," or ";" or ":"
                || lexicon.Boundary.Contains(word.Lower)
                || DayLexicon.IsSaying(word)
            )
                return false;
        return true;
    }

    // "Between 12:17 and 12:30 UTC on 3 May": the zone belongs to both ends; the day is in the sentence.
    private void Range(List<ClockPoint> clocks)
    {
        for (var i = clocks.Count - 1; i > 0; i--)
        {
            var (first, second) = (clocks[i - 1], clocks[i]);
            if (first.Sentence != second.Sentence || !Connects(first, second))
                continue;
            first.Zone = second.Zone ?? text.Times[second.Index].Clock!.Zone;
        }
    }

    /// <summary>True where nothing but a word of range stands between two clocks.</summary>
    private bool Connects(ClockPoint first, ClockPoint second)
    {
        var between = text.Between(first.Sentence, first.Span.End, second.Span.Start);
        return between.Length == 1 && lexicon.Range.Contains(between[0].Lower);
    }

    // For each block the day of the line before its list, or of its heading.
    private DayMention?[] Leads()
    {
        var blocks = text.Layer.Blocks;
        var leads = new DayMention?[blocks.Count];
        var byBlock = mentions.Where(m => m is { IsWeak: false, IsBody: true }).ToLookup(m => m.Block);
        DayMention? heading = null,
            list = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Furniture)
                continue;
            var own = byBlock[i].LastOrDefault();
            var words = blocks[i].Span.Of(text.Layer.Text);
            if (blocks[i].Kind is BlockKind.Heading)
                (heading, list) = (own is not null && own.Span.Length * 2 > words.Length ? own : null, null);
            else if (blocks[i].Kind == BlockKind.ListItem)
                leads[i] = list ?? heading;
            else
            {
                leads[i] = heading;
                if (words.AsSpan().TrimEnd().EndsWith(":"))
                    list = own;
                else
                    list = null;
            }
        }

        return leads;
    }
}
