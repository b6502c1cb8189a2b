using System.Globalization;

namespace Assay.Cases.Drafting;

/// <summary>How far the reading of sources by the rules has come.</summary>
/// <param name="Sources">How many are read.</param>
/// <param name="OfSources">How many there are.</param>
/// <param name="Sentences">How many sentences were read, in all of them.</param>
/// <param name="Done">Characters of the texts, as far as they are read.</param>
/// <param name="Total">Characters of all texts.</param>
public sealed record ReadStep(int Sources, int OfSources, long Sentences, long Done, long Total)
{
    /// <summary>The step in words: "3 of 12 sources, 1,480 sentences".</summary>
    public string Words =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Sources:#,0} of {OfSources:#,0} source{(OfSources == 1 ? "" : "s")}, {Sentences:#,0} sentence{(Sentences == 1 ? "" : "s")}"
        );
}

/// <summary>Counts how far the reading of sources has come, and stops it. Told a hundred times or so in all, and once after each source,
/// in order. Safe for use by several threads.</summary>
/// <param name="sources">How many sources there are.</param>
/// <param name="total">Characters of all texts.</param>
/// <param name="progress">Told of each step; may be null.</param>
/// <param name="stop">Stops the reading.</param>
internal sealed class ReadingMeter(int sources, long total, IProgress<ReadStep>? progress, CancellationToken stop)
{
    private const int Steps = 100;
    private readonly Lock gate = new();
    private readonly double least = Math.Max(1, (double)total / Steps);
    private int read;
    private long sentences;
    private double done;
    private double told;

    /// <summary>The meter of one source.</summary>
    /// <param name="length">Characters of its text.</param>
    public SourceMeter Of(int length) => new(this, length);

    /// <summary>Counts some of the work.</summary>
    /// <param name="characters">How many characters it comes to.</param>
    /// <param name="ofSentences">How many sentences were read with it.</param>
    /// <param name="ofSources">How many sources were.</param>
    /// <exception cref="OperationCanceledException">The reading is to stop.</exception>
    internal void Count(double characters, int ofSentences, int ofSources)
    {
        stop.ThrowIfCancellationRequested();
        lock (gate)
        {
            (done, sentences, read) = (done + characters, sentences + ofSentences, read + ofSources);
            if (progress is null || ofSources == 0 && done - told < least)
                return;
            told = done;
            progress.Report(new ReadStep(read, sources, sentences, Math.Min(total, (long)Math.Round(done)), total));
        }
    }
}

/// <summary>Counts how far the reading of one source has come. Safe for use by several threads.</summary>
/// <param name="all">That of all sources.</param>
/// <param name="length">Characters of its text.</param>
internal sealed class SourceMeter(ReadingMeter all, int length)
{
    private readonly Lock gate = new();
    private double left = length;
    private double each;

    /// <summary>Says how much there is to do.</summary>
    /// <param name="passes">How many sentences are gone through, each as often as that is done.</param>
    public void Begin(int passes) => each = length / (double)Math.Max(1, passes);

    /// <summary>A sentence was read.</summary>
    public void Sentence() => all.Count(Taken(each), 1, 0);

    /// <summary>A sentence was gone through.</summary>
    public void Pass() => all.Count(Taken(each), 0, 0);

    /// <summary>The source was read, or could not be.</summary>
    public void End() => all.Count(Taken(double.MaxValue), 0, 1);

    private double Taken(double most)
    {
        lock (gate)
        {
            var taken = Math.Min(left, most);
            left -= taken;
            return taken;
        }
    }
}
