namespace Assay.Reading.Voices;

/// <summary>Words that introduce what somebody says, with what they introduce.</summary>
/// <param name="First">Index of the first word of the introduction.</param>
/// <param name="End">One past its last word.</param>
/// <param name="CueFirst">First word of the cue.</param>
/// <param name="CueEnd">One past the cue.</param>
/// <param name="Voice">Whoever says it.</param>
/// <param name="Stance">The stance the cue gives.</param>
internal sealed record Frame(int First, int End, int CueFirst, int CueEnd, Voice Voice, Stance Stance)
{
    /// <summary>What is said after the introduction, or null.</summary>
    public (int First, int End)? Right { get; set; }

    /// <summary>What is said before it, or null.</summary>
    public (int First, int End)? Left { get; set; }

    /// <summary>Whom the voice cites in turn ("reported, citing officials"), or null.</summary>
    public Voice? Source { get; set; }

    /// <summary>True for "saying", "adding": a further saying of the clause's subject.</summary>
    public bool Continues { get; init; }

    /// <summary>True where the word lies in what is said.</summary>
    public bool Introduces(int word) =>
        (Right is { } r && word >= r.First && word < r.End) || (Left is { } l && word >= l.First && word < l.End);
}
