namespace Assay.Cases.Casework;

/// <summary>What the last tests of a case changed, each beside the one before it. Safe for use by several threads.</summary>
internal sealed class ToldTests
{
    private const int Most = 64;
    private readonly Lock gate = new();
    private readonly Queue<TestedSince> told = new();

    /// <summary>Keeps what a test said; the oldest go.</summary>
    public void Keep(TestedSince tested)
    {
        lock (gate)
        {
            told.Enqueue(tested);
            if (told.Count > Most)
                told.Dequeue();
        }
    }

    /// <summary>The first test that knew of an entry, where it is kept and the one before it did not know of that entry; else
    /// null.</summary>
    /// <param name="entry">The entry of the journal.</param>
    public TestedSince? Of(long entry)
    {
        lock (gate)
            return told.FirstOrDefault(t => t.After < entry && entry <= t.Until);
    }
}
