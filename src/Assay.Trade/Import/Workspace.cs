using Assay.Trade.Lake;

namespace Assay.Trade.Import;

/// <summary>A folder for one import, below the lake's <c>incoming</c>; what earlier imports that were killed left there is
/// removed.</summary>
internal sealed class Workspace : IDisposable
{
    private const string LockName = "lock";
    private readonly LakeLock held;

    private Workspace(string folder, LakeLock held) => (Folder, this.held) = (folder, held);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Makes a workspace, and the lake where there is none.</summary>
    /// <exception cref="IOException">The lake cannot be made.</exception>
    public static Workspace In(LakeFolders folders, CancellationToken cancel)
    {
        Directory.CreateDirectory(folders.Incoming);
        using var alone = LakeLock.Wait(folders.Lock, cancel);
        foreach (var left in Directory.EnumerateDirectories(folders.Incoming))
            Remove(left);
        var folder = Path.Combine(folders.Incoming, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        return new Workspace(folder, LakeLock.Try(Path.Combine(folder, LockName))!);
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose()
    {
        held.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static void Remove(string left)
    {
        using (var free = LakeLock.Try(Path.Combine(left, LockName)))
            if (free is null)
                return;
        Directory.Delete(left, recursive: true);
    }
}
