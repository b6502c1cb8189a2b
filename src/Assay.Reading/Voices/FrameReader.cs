namespace Assay.Reading.Voices;

/// <summary>The introductions in a stretch of words: those the trees tell, and where they tell none those the words do.</summary>
/// <param name="trees">By the trees.</param>
/// <param name="words">By the words.</param>
internal sealed class FrameReader(TreeFrames trees, FrameFinder words)
{
    /// <summary>The outermost frames of the range, in order, with what each introduces.</summary>
    public List<Frame> Find(int first, int end)
    {
        var found = trees.Find(first, end).Where(f => words.IsVisible(f.CueFirst, first, end)).ToList();
        foreach (var frame in words.Find(first, end))
            if (found.Find(f => Overlap(f, frame)) is { } same)
                same.Source ??= frame.Source;
            else
                found.Add(frame);
        found.Sort((a, b) => a.CueFirst.CompareTo(b.CueFirst));
        words.Cut(found);
        return [.. found.Where((f, i) => !found.Where((o, k) => k != i && Hides(o, k, f, i)).Any())];
    }

    // The cue of one stands in the introduction of the other.
    private static bool Overlap(Frame a, Frame b) => a.First < b.CueEnd && b.CueFirst < a.End || a.CueFirst < b.End && b.First < a.CueEnd;

    // One stands in what the other introduces, the first in what the second does as well where each claims the other; or both introduce
    // the same, "states in its report that", and the other begins before.
    private static bool Hides(Frame other, int otherAt, Frame frame, int at) =>
        other.Introduces(frame.CueFirst) && !(frame.Introduces(other.CueFirst) && at < otherAt)
        || other.First < frame.First && other.Right is { } said && frame.Right is { } same && said.First == same.First;
}
