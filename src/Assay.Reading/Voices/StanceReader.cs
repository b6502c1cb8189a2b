using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>A stretch of words of one stance, with the words that give the stance away.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">One past its last word.</param>
/// <param name="Stance">The stance.</param>
/// <param name="CueFirst">First word of the cue, or -1.</param>
/// <param name="CueEnd">One past the cue.</param>
internal readonly record struct Piece(int First, int End, Stance Stance, int CueFirst, int CueEnd);

/// <summary>Cuts what one voice says where the stance changes, and reads each part's stance from its hedges, denials and modals.</summary>
internal sealed class StanceReader(VoiceText voices, IReadOnlyList<(int First, int End)> times)
{
    private readonly WordedText text = voices.Text;
    private readonly VoiceWords words = voices.Words;

    /// <summary>The pieces of a range said by one voice whose own cue gives the stance.</summary>
    public List<Piece> Read(int first, int end, Stance given, bool reported)
    {
        var pieces = new List<Piece>();
        foreach (var (start, stop) in Whole(first, end))
        {
            if (IsQuestion(start, stop))
            {
                pieces.Add(new Piece(start, stop, given == Stance.Denied ? given : Stance.Asked, -1, -1));
                continue;
            }

            foreach (var (a, b) in Clauses(start, stop))
                Merge(pieces, Of(a, b, given, reported), start);
        }

        return pieces;
    }

    /// <summary>True where the range ends with a question mark, closing marks aside.</summary>
    public bool IsQuestion(int first, int end)
    {
        for (var i = end - 1; i >= first && i > end - 5; i--)
        {
            if (text.Words[i].Is("?"))
                return true;

            if (text.Words[i].Kind is WordKind.Word or WordKind.Number or WordKind.Code)
                return false;
        }

        return false;
    }

    // Sentences inside the range: a quotation may hold several.
    private IEnumerable<(int First, int End)> Whole(int first, int end)
    {
        var start = first;
        for (var i = first; i < end - 1; i++)
        {
            if (text.Words[i].Lower is "." or "?" or "!" or "..." or "…" && text.Words[i + 1].Capital && i - start > 1)
            {
                yield return (start, i + 1);
                start = i + 1;
            }
        }

        if (start < end)
            yield return (start, end);
    }

    private IEnumerable<(int First, int End)> Clauses(int first, int end)
    {
        var start = first;
        var leading =
            words.Subordinators.Contains(text.Words[first].Lower)
            || (text.LowerAt(first) is "and" or "but" && words.Subordinators.Contains(text.LowerAt(first + 1)));
        for (var i = first + 2; i < end - 2; i++)
        {
            var word = text.Words[i];
            if (word.Kind != WordKind.Mark)
                continue;

            var dash = word.Lower is "—" or "–" or "--" or ";";
            var comma = word.Is(",") && (words.Conjunctions.Contains(text.Words[i + 1].Lower) || (leading && start == first));
            if ((dash || comma) && voices.Finite(start, i) > 0 && voices.Finite(i, end) > 0)
            {
                yield return (start, i);
                start = i + 1;
            }
        }

        yield return (start, end);
    }

    private static void Merge(List<Piece> pieces, Piece piece, int floor)
    {
        if (pieces.Count > 0 && pieces[^1].First >= floor && pieces[^1].Stance == piece.Stance && piece.Stance != Stance.Forecast)
        {
            var last = pieces[^1];
            pieces[^1] = last with
            {
                End = piece.End,
                CueFirst = last.CueFirst < 0 ? piece.CueFirst : last.CueFirst,
                CueEnd = last.CueFirst < 0 ? piece.CueEnd : last.CueEnd,
            };
        }
        else
            pieces.Add(piece);
    }

    private Piece Of(int first, int end, Stance given, bool reported)
    {
        var plain = new Piece(first, end, given, -1, -1);
        if (given is Stance.Denied or Stance.Asked)
            return plain;

        if (given != Stance.Alleged && Denial(first, end) is { Length: > 0 } denial)
            return new Piece(first, end, Stance.Denied, denial.At, denial.At + denial.Length);

        if (Future(first, end, reported) is { Length: > 0 } future)
            return new Piece(first, end, Stance.Forecast, future.At, future.At + future.Length);

        if (given is Stance.Asserted or Stance.Reported)
        {
            var hedge = words.Hedges.Find(text.Words, first, end);
            hedge = hedge.At < 0 ? Possibility(first, end) : hedge;
            if (hedge.At >= 0)
                return new Piece(first, end, Stance.Alleged, hedge.At, hedge.At + hedge.Length);

            var hearsay = words.Hearsay.Find(text.Words, first, end);
            if (hearsay.At >= 0)
                return new Piece(first, end, Stance.Reported, hearsay.At, hearsay.At + hearsay.Length);
        }

        return plain;
    }

    private (int At, int Length) Denial(int first, int end)
    {
        var phrase = words.Denials.Find(text.Words, first, end);
        if (phrase.At >= 0)
            return phrase;

        for (var i = first; i < end; i++)
        {
            if (text.Words[i].Lower is not ("no" or "none" or "nobody" or "neither"))
                continue;

            for (var k = i + 1; k < Math.Min(end, i + 9) && text.Words[k].Kind == WordKind.Word; k++)
            {
                if (k > i + (text.Words[i].Is("no") ? 1 : 0) && words.ExistenceVerbs.LemmaOf(text.Words[k].Lower) is not null)
                    return (i, k + 1 - i);
            }
        }

        return (-1, 0);
    }

    /// <summary>The words that make the range a forecast; length 0 where it is none.</summary>
    public (int At, int Length) Future(int first, int end, bool reported)
    {
        for (var i = first; i < end; i++)
        {
            if (words.NotForecast.Match(text.Words, i, end) is var skip && skip > 0)
            {
                i += skip - 1;
                continue;
            }

            var length = words.Future.Match(text.Words, i, end);
            if (length > 0 && IsModal(i, first))
                return (i, length);

            if (words.Possible.Contains(text.Words[i].Lower) && !(text.Words[i].Capital && i > first) && Opens(i, end, first))
                return (i, 1);

            if (words.Would.Contains(text.Words[i].Lower) && Bare(i, end) is { } verb && verb != "have" && (reported || HasHorizon(i, end)))
                return (i, 1);
        }

        return (-1, 0);
    }

    // "the will of the people", "free will": a noun.
    private bool IsModal(int i, int first) =>
        text.Words[i].Lower != "will"
        || i == first
        || !(
            text.Words[i - 1].Lower
            is "the"
                or "his"
                or "her"
                or "their"
                or "its"
                or "good"
                or "free"
                or "political"
                or "a"
                or "of"
                or "popular"
        );

    // May, might, could before a bare verb look ahead; before "have", or "could" in a past tale, they do not.
    private bool Opens(int i, int end, int first)
    {
        if (Bare(i, end) is not { } verb || verb == "have")
            return false;

        if (text.Words[i].Is("could") && (text.LowerAt(i + 1) is "not" or "no" || HasPast(first, end, i)))
            return false;

        return verb != "be" || HasHorizon(i, end);
    }

    private bool HasPast(int first, int end, int modal)
    {
        for (var k = first; k < end; k++)
        {
            if (k != modal && (text.Words[k].Lower is "was" or "were" or "had" or "did" || (words.IsPast(text.Words[k]) && k < modal)))
                return true;
        }

        return false;
    }

    private string? Bare(int modal, int end)
    {
        var k = modal + 1;
        while (k < end && words.Unquestioned.Contains(text.Words[k].Lower))
            k++;

        return k < end && text.Words[k].Kind == WordKind.Word ? text.Words[k].Lower : null;
    }

    private (int At, int Length) Possibility(int first, int end)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (
                words.Possible.Contains(text.Words[i].Lower)
                && !(text.Words[i].Capital && i > first)
                && Bare(i, end) is "have" or "be"
                && !text.Words[i].Is("could")
            )
                return words.Possible.Contains(text.Words[i].Lower) ? (i, 1) : (-1, 0);

            if (text.Words[i].Is("could") && Bare(i, end) is "have" && text.LowerAt(i + 1) is not "not")
                return (i, 1);
        }

        return (-1, 0);
    }

    private bool HasHorizon(int from, int end) => Horizon(from, end) is not null;

    /// <summary>The words after a forecast's hedge that say when, as a range; null where there are none.</summary>
    public (int First, int End)? Horizon(int from, int end)
    {
        var phrase = words.Horizons.Find(text.Words, from, end);
        if (phrase.At >= 0)
            return (phrase.At, phrase.At + phrase.Length);

        var next = Ordered.CountBefore(times, from, static (t, at) => t.First < at);
        if (next < times.Count && times[next].End <= end)
            return times[next];

        for (var i = from; i + 1 < end; i++)
        {
            if (text.Words[i].Lower is "by" or "until" or "within" or "before" or "in" && text.Words[i + 1].Kind == WordKind.Number)
            {
                var stop = i + 2;
                if (stop < end && text.Words[stop].Lower is "days" or "weeks" or "months" or "years" or "hours" or "minutes")
                    return (i, stop + 1);

                if (text.Words[i + 1].Lower.Length == 4)
                    return (i, stop);
            }
        }

        return null;
    }
}
