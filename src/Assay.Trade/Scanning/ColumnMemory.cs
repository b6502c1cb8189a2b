using System.IO.MemoryMappedFiles;

namespace Assay.Trade.Scanning;

/// <summary>The three columns of a store.</summary>
internal enum ColumnPart
{
    /// <summary>Cell numbers, 4 bytes.</summary>
    Cells,

    /// <summary>Values, 4 or 8 bytes.</summary>
    Values,

    /// <summary>Kilograms, 4 or 8 bytes.</summary>
    Masses,
}

/// <summary>Where the columns lie: in pinned memory or in a memory-mapped file, so that a new process reads only the pages a question
/// needs.</summary>
internal sealed unsafe class ColumnMemory : IDisposable
{
    private const long Page = 4096;
    private readonly MemoryMappedFile? file;
    private readonly MemoryMappedViewAccessor? view;
    private readonly byte[]? pinned;
    private readonly byte* origin;
    private readonly long[] starts;

    private ColumnMemory(byte* origin, long[] starts, MemoryMappedFile? file, MemoryMappedViewAccessor? view, byte[]? pinned)
    {
        this.origin = origin;
        (this.starts, this.file, this.view, this.pinned) = (starts, file, view, pinned);
    }

    /// <summary>Bytes from the head's end (rounded up to a page) to the end of the columns.</summary>
    public static long Size(int rows, bool wide) => Starts(0, rows, wide)[^1];

    /// <summary>Columns in this process's memory.</summary>
    public static ColumnMemory InMemory(int rows, bool wide)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)Size(rows, wide)) + 1, pinned: true);
        fixed (byte* p = bytes)
            return new ColumnMemory(p, Starts(0, rows, wide), null, null, bytes);
    }

    /// <summary>Columns in a file, behind a head of <paramref name="head"/> bytes. The file must already have its full length.</summary>
    public static ColumnMemory Map(string path, long head, int rows, bool wide, bool write)
    {
        var access = write ? MemoryMappedFileAccess.ReadWrite : MemoryMappedFileAccess.Read;
        var stream = new FileStream(path, FileMode.Open, write ? FileAccess.ReadWrite : FileAccess.Read, FileShare.Read);
        var file = MemoryMappedFile.CreateFromFile(stream, null, 0, access, HandleInheritability.None, leaveOpen: false);
        var view = file.CreateViewAccessor(0, 0, access);
        byte* p = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref p);
        return new ColumnMemory(p, Starts(RoundUp(head), rows, wide), file, view, null);
    }

    /// <summary>A run of one column.</summary>
    public Span<T> Span<T>(ColumnPart part, int start, int count)
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(origin is null, this);
        return new Span<T>(origin + starts[(int)part] + ((long)start * sizeof(T)), count);
    }

    /// <summary>The next page boundary.</summary>
    public static long RoundUp(long bytes) => (bytes + Page - 1) / Page * Page;

    /// <summary>Unmaps the file.</summary>
    public void Dispose()
    {
        if (view is null)
            return;
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file!.Dispose();
        GC.KeepAlive(pinned);
    }

    private static long[] Starts(long head, int rows, bool wide)
    {
        var width = wide ? 8L : 4L;
        var values = head + RoundUp(rows * 4L);
        var masses = values + RoundUp(rows * width);
        return [head, values, masses, masses + (rows * width)];
    }
}
