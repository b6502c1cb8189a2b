using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Assay.Reading.Intake.Bytes;

/// <summary>What a name leads to.</summary>
internal enum FileKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A file with an end.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A pipe, which may never end.</summary>
    Pipe,

    /// <summary>A device, which may never end.</summary>
    Device,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>A link whose own name is not UTF-8; such links are not followed, since nothing tells where they lead.</summary>
    Link,
}

/// <summary>
/// Files by the names that the system keeps, which are bytes and need not be UTF-8. A byte that is not UTF-8 is carried in a string as the
/// half of a
/// surrogate pair from U+DC80 on, so that every name goes there and back; <see cref="Assay.Ground.Outcomes.Printable"/> shows it.
/// It asks the runtime's own portable layer, since the libraries above it know neither such names nor pipes; where that layer is absent
/// (Windows), the
/// libraries are asked.
/// </summary>
internal static class SystemFiles
{
    private const string Layer = "libSystem.Native";
    private const int KindBits = 0xF000;
    private const int CloseOnExec = 0x10;
    private const int RoomForStatus = 512;
    private const int RawBase = 0xDC00;

    /// <summary>True where the name holds bytes that are not UTF-8.</summary>
    public static bool IsRaw(string name) => name.Where((c, i) => IsRawByte(c) && (i == 0 || !char.IsHighSurrogate(name[i - 1]))).Any();

    /// <summary>What the name leads to, links followed but for those whose own name is not UTF-8.</summary>
    public static FileKind KindOf(string name)
    {
        if (OperatingSystem.IsWindows())
            return Directory.Exists(name) ? FileKind.Folder
                : File.Exists(name) ? FileKind.File
                : FileKind.None;
        var status = new int[RoomForStatus / sizeof(int)];
        if (name.Contains('\0', StringComparison.Ordinal))
            return FileKind.None;
        if ((IsRaw(name) ? LinkStat(Terminated(name), status) : Stat(Terminated(name), status)) != 0)
            return FileKind.None;
        return (status[1] & KindBits) switch
        {
            0x4000 => FileKind.Folder,
            0x1000 => FileKind.Pipe,
            0x2000 or 0x6000 => FileKind.Device,
            0xC000 => FileKind.Socket,
            0xA000 => FileKind.Link,
            _ => FileKind.File,
        };
    }

    /// <summary>Opens a file to read it.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string name)
    {
        if (!IsRaw(name))
            return new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        var descriptor = Open(Terminated(name), CloseOnExec, 0);
        if (descriptor < 0)
            throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
        return new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read, 1);
    }

    /// <summary>The full names of what a folder holds, in no order.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static List<string> EntriesOf(string folder)
    {
        var entries = IsRaw(folder) ? null : Directory.EnumerateFileSystemEntries(folder).ToList();
        // The library shows a byte that is not UTF-8 as U+FFFD, and then no longer finds the file.
        return entries is not null && (OperatingSystem.IsWindows() || !entries.Exists(e => e.Contains('\uFFFD', StringComparison.Ordinal)))
            ? entries
            : RawEntriesOf(folder);
    }

    /// <summary>A name from the bytes that the system keeps.</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes)
    {
        var name = new StringBuilder(bytes.Length);
        while (bytes.Length > 0)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) == System.Buffers.OperationStatus.Done)
                name.Append(rune.ToString());
            else
                foreach (var raw in bytes[..used])
                    name.Append((char)(RawBase + raw));
            bytes = bytes[used..];
        }

        return name.ToString();
    }

    private static List<string> RawEntriesOf(string folder)
    {
        var open = OpenFolder(Terminated(folder));
        if (open == 0)
            throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
        try
        {
            var entries = new List<string>();
            while (ReadFolder(open, out var entry) == 0)
                if (Name(entry) is not ("." or "..") and var name)
                    entries.Add(Path.Combine(folder, name));
            return entries;
        }
        finally
        {
            _ = CloseFolder(open);
        }
    }

    private static string Name(FolderEntry entry)
    {
        var length = 0;
        while (length != entry.Length && Marshal.ReadByte(entry.Name, length) != 0)
            length++;
        var bytes = new byte[length];
        Marshal.Copy(entry.Name, bytes, 0, length);
        return NameOf(bytes);
    }

    private static bool IsRawByte(char c) => c is >= '\uDC80' and <= '\uDCFF';

    // The bytes of a name with the NUL that ends it.
    private static byte[] Terminated(string name)
    {
        var bytes = new List<byte>(name.Length + 8);
        Span<byte> letter = stackalloc byte[4];
        for (var i = 0; i < name.Length; i++)
        {
            if (Rune.TryGetRuneAt(name, i, out var rune))
            {
                bytes.AddRange(letter[..rune.EncodeToUtf8(letter)]);
                i += rune.Utf16SequenceLength - 1;
            }
            else
                bytes.Add(IsRawByte(name[i]) ? (byte)(name[i] - RawBase) : (byte)'?');
        }

        bytes.Add(0);
        return [.. bytes];
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct FolderEntry
    {
        public readonly nint Name;
        public readonly int Length;
        private readonly int kind;
    }

    [DllImport(Layer, EntryPoint = "SystemNative_Stat", SetLastError = true)]
    private static extern int Stat(byte[] path, [Out] int[] status);

    [DllImport(Layer, EntryPoint = "SystemNative_LStat", SetLastError = true)]
    private static extern int LinkStat(byte[] path, [Out] int[] status);

    [DllImport(Layer, EntryPoint = "SystemNative_Open", SetLastError = true)]
    private static extern nint Open(byte[] path, int flags, int mode);

    [DllImport(Layer, EntryPoint = "SystemNative_OpenDir", SetLastError = true)]
    private static extern nint OpenFolder(byte[] path);

    [DllImport(Layer, EntryPoint = "SystemNative_ReadDir", SetLastError = true)]
    private static extern int ReadFolder(nint folder, out FolderEntry entry);

    [DllImport(Layer, EntryPoint = "SystemNative_CloseDir", SetLastError = true)]
    private static extern int CloseFolder(nint folder);
}
