namespace Assay.Fuzzer;

/// <summary>What taking one file in came to.</summary>
/// <param name="WasRead">True where it was read, false where it was refused.</param>
/// <param name="Broke">What broke; null where nothing did.</param>
internal sealed record Outcome(bool WasRead, string? Broke)
{
    /// <summary>True where the process cannot go on, since something in it does not end.</summary>
    public bool IsEndless { get; init; }
}

/// <summary>Takes one file in under watch.</summary>
/// <param name="options">The limits.</param>
/// <param name="take">Takes it in.</param>
internal sealed class Trial(FuzzOptions options, Func<Seed, bool> take)
{
    private const int Stack = 1 << 20; // as a thread of a server has it
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the file in.</summary>
    /// <param name="file">The file.</param>
    public Outcome Of(Seed file)
    {
        Outcome? came = null;
        var before = GC.GetTotalMemory(forceFullCollection: false);
        var work = new Thread(() => came = Came(file), Stack) { IsBackground = true };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        work.Start();
        var most = 0L;
        while (!work.Join(Look))
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
            if (watch.Elapsed > options.Longest)
                return new Outcome(false, $"hang: it took more than {options.Longest.TotalSeconds:0} s") { IsEndless = true };
        }

        return most > options.Most && came!.Broke is null
            ? came with
            {
                Broke = $"memory: {most >> 20} MB were in use, more than {options.Most >> 20} MB",
            }
            : came!;
    }

    private Outcome Came(Seed file)
    {
        try
        {
            return new Outcome(take(file), null);
        }
        catch (Exception e)
        {
            return new Outcome(false, $"{e.GetType().Name}: {e.Message}\n{e.StackTrace}");
        }
    }
}
