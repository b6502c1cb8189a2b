namespace Assay.Trade.Lake;

/// <summary>Keeps two programs from changing a lake, or using one workspace, at the same time; falls with the program that holds
/// it.</summary>
internal sealed class LakeLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream file;

    private LakeLock(FileStream file) => this.file = file;

    /// <summary>Takes a lock, or null where another holds it.</summary>
    /// <param name="path">The lock's file; made where it does not exist.</param>
    public static LakeLock? Try(string path)
    {
        try
        {
            return new LakeLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Waits for a lock.</summary>
    /// <exception cref="IOException">Another has held it for five minutes.</exception>
    public static LakeLock Wait(string path, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (Try(path) is { } held)
                return held;
            if (cancel.WaitHandle.WaitOne(Pause))
                cancel.ThrowIfCancellationRequested();
        }

        throw new IOException("another import has held the lake for five minutes");
    }

    /// <summary>Lets go.</summary>
    public void Dispose() => file.Dispose();
}
