namespace Assay.Workbench.Work;

/// <summary>A file that long work made, gone when it is disposed of. Nobody else on the machine may read it.</summary>
/// <param name="Bytes">The file, from its beginning.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name for those who fetch it.</param>
internal sealed record JobFile(FileStream Bytes, string Type, string Name) : IDisposable
{
    private const int Piece = 1 << 16;

    /// <summary>Opens a file that is gone when it is closed.</summary>
    /// <param name="ending">The end of its name.</param>
    public static FileStream Passing(string ending)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"assay-{Guid.NewGuid():N}{ending}"), options);
    }

    /// <summary>Copies it; several may do so at once.</summary>
    public async Task CopyTo(Stream output, CancellationToken cancellation)
    {
        var piece = new byte[Piece];
        for (long at = 0; ; )
        {
            var read = await RandomAccess.ReadAsync(Bytes.SafeFileHandle, piece, at, cancellation);
            if (read == 0)
                return;
            await output.WriteAsync(piece.AsMemory(0, read), cancellation);
            at += read;
        }
    }

    /// <summary>Throws it away.</summary>
    public void Dispose() => Bytes.Dispose();
}
