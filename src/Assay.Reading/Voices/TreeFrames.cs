using Assay.Ground.Anchors;
using Assay.Reading.Events;
using Assay.Reading.Syntax.Attributions;
using Assay.Reading.Syntax.Parsing;
using Assay.Reading.Syntax.Patterns;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>Who says what in a stretch of words, as the trees of its sentences have it.</summary>
/// <param name="voices">The words.</param>
/// <param name="subjects">Tells whom words name.</param>
/// <param name="parsed">The trees, sentence by sentence.</param>
internal sealed class TreeFrames(VoiceText voices, SubjectReader subjects, ParsedText parsed)
{
    // Words of what is held.
    private const int LeastHeld = 3;

    private readonly WordedText text = voices.Text;
    private readonly Dictionary<int, IReadOnlyList<Attribution>> known = [];
    private int left = EventReader.MostParsed;

    /// <summary>The frames whose cue stands in the range, in the order of their cues, each with what it introduces there.</summary>
    public List<Frame> Find(int first, int end)
    {
        var frames = new List<Frame>();
        if (end <= first)
            return frames;
        var all = At(parsed.SentenceAt(text.Words[first].Start));
        foreach (var attribution in all)
            if (FrameOf(attribution, all, first, end) is { } frame)
                frames.Add(frame);
        return frames;
    }

    private IReadOnlyList<Attribution> At(int sentence)
    {
        if (sentence < 0)
            return [];
        if (!known.TryGetValue(sentence, out var there))
            known[sentence] = there = MayTell(sentence) ? AttributionReader.English.Read(parsed, sentence) : [];
        return there;
    }

    // A sentence without a word that may say something is not parsed, nor is what follows the first of a very long text.
    private bool MayTell(int sentence)
    {
        var span = parsed.Sentences[sentence].Span;
        if (left <= 0)
            return false;
        for (var i = text.IndexAt(span.Start); i < text.Words.Count && text.Words[i].Start < span.End; i++)
            if (text.Words[i].Kind == WordKind.Word && AttributionReader.MaySay(text.Words[i].Lower))
            {
                left -= span.Length;
                return true;
            }

        return false;
    }

    private Frame? FrameOf(Attribution attribution, IReadOnlyList<Attribution> all, int first, int end)
    {
        if (attribution.Source.Count == 0 || attribution.Content.Count == 0 || IsUnsaid(attribution))
            return null;
        var (cueFirst, cueEnd) = Hull(attribution.Cue);
        // "The mayor closed the gate at noon, adding that": what leads to "adding" is not a part of it.
        var (from, to) = attribution.Match.Nodes.ContainsKey("main")
            ? (cueFirst, cueEnd)
            : Hull([.. attribution.Source, .. attribution.Cue]);
        if (cueFirst < first || cueEnd > end || from < first || to > end || IsLesserAttitude(attribution, all, cueFirst))
            return null;
        if (VoiceOf(attribution) is not { } voice)
            return null;
        var left = Part(attribution.Content, first, from);
        var right = Part(attribution.Content, to, end);
        if (right is { } said && text.LowerAt(said.First) is "that" && said.End - said.First > 1)
            right = (said.First + 1, said.End);
        // "On the Uzbek side, according to the committee, the last car was let in": where is no saying.
        if (left is { } before && voices.Finite(before.First, before.End) == 0 && voices.QuotationAt(before.First) < 0)
            left = null;
        if (left is null && right is null)
            return null;
        // "wants to reopen the mine": what is held is told with the word for holding it.
        if (attribution.Match.Is(PatternTrait.Attitude) && right is { } held && cueFirst >= from)
            right = (cueFirst, held.End);
        return new Frame(from, right is { } r && left is null ? r.First : to, cueFirst, cueEnd, voice, StanceOf(attribution))
        {
            Left = left,
            Right = right,
        };
    }

    private (int First, int End)? Part(IReadOnlyList<TextSpan> content, int first, int end)
    {
        var (from, to) = (int.MaxValue, int.MinValue);
        foreach (var span in content)
        {
            var (a, b) = (Math.Max(first, text.IndexAt(span.Start)), Math.Min(end, text.IndexAt(span.End)));
            if (b > a)
                (from, to) = (Math.Min(from, a), Math.Max(to, b));
        }

        return to > from ? (from, to) : null;
    }

    private (int First, int End) Hull(IReadOnlyList<TextSpan> spans) =>
        (text.IndexAt(spans.Min(s => s.Start)), text.IndexAt(spans.Max(s => s.End)));

    // Whoever the head of the source names: a name, a pronoun, or the words themselves.
    private Voice? VoiceOf(Attribution attribution)
    {
        var tree = attribution.Match.Tree;
        var who = HeadOf(attribution);
        var nominal = TreeWords.Nominal(tree, who).Where(i => attribution.Source.Any(s => s.Contains(tree[i].Span))).ToList();
        if (nominal.Count == 0)
            return null;
        var named = tree.Children(who, "flat").Prepend(who).Concat(tree.Children(who, "appos"));
        return subjects.Of(
            text.IndexAt(tree[nominal[0]].Span.Start),
            text.IndexAt(tree[nominal[^1]].Span.End),
            text.IndexAt(tree[who].Span.Start),
            named.Select(n => text.IndexAt(tree[n].Span.Start)),
            text.IndexAt(attribution.Source[0].End)
        );
    }

    private static int HeadOf(Attribution attribution)
    {
        var (tree, nodes) = (attribution.Match.Tree, attribution.Match.Nodes);
        var who = nodes.GetValueOrDefault("who", nodes["cue"]);
        if (attribution.Source.Any(s => s.Contains(tree[who].Span)))
            return who;
        // The source is another than the tree's: the token of it whose head lies outside.
        var (from, to) = (tree.IndexAt(attribution.Source[0].Start), tree.IndexAt(attribution.Source[0].End - 1));
        return Enumerable.Range(from, to - from + 1).First(i => tree[i].Head < from || tree[i].Head > to);
    }

    private Stance StanceOf(Attribution attribution)
    {
        var lemma = attribution.Match.Tree[attribution.Match.Nodes["cue"]].Lemma;
        var words = voices.Words;
        return words.DenyingVerbs.Contains(lemma) ? Stance.Denied
            : words.AskingVerbs.Contains(lemma) ? Stance.Asked
            : words.PredictingVerbs.Contains(lemma) ? Stance.Forecast
            : words.AllegingVerbs.Contains(lemma) || words.ClaimNouns.Contains(lemma) ? Stance.Alleged
            : Stance.Reported;
    }

    // What somebody wants, supports or is sure of is a part of what another says where it stands in that, and a name alone says nothing.
    private bool IsLesserAttitude(Attribution attribution, IReadOnlyList<Attribution> all, int cue) =>
        attribution.Match.Is(PatternTrait.Attitude)
        && (
            attribution.Content.Sum(c => text.IndexAt(c.End) - text.IndexAt(c.Start)) < LeastHeld
            || voices.QuotationAt(cue) >= 0
            || all.Any(o => o != attribution && o.Content.Any(c => c.Contains(attribution.Cue[0])))
        );

    // "Did not say that", "would say": nothing is said.
    private bool IsUnsaid(Attribution attribution)
    {
        var (tree, cue) = (attribution.Match.Tree, attribution.Match.Nodes["cue"]);
        return tree[cue].Upos == "VERB"
            && tree.Children(cue)
                .Any(c =>
                    c < cue && tree[c].Kind is "aux" or "advmod" or "mark" && voices.Words.Unsaid.Contains(tree[c].Form.ToLowerInvariant())
                );
    }
}
