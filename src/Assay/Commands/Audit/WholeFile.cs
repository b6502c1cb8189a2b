using Assay.Ground.Outcomes;

namespace Assay.Commands.Audit;

/// <summary>Writes a file whole or not at all: beside its place first, then renamed.</summary>
internal static class WholeFile
{
    /// <summary>Writes; null where it is done, else why it could not be.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="write">Writes the content.</param>
    public static Error? Write(string path, Action<Stream> write) =>
        Write(
            path,
            stream =>
            {
                write(stream);
                return true;
            }
        );

    /// <summary>True for what lies in the folder of devices: to put a file in its place takes the device from everybody.</summary>
    internal static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>Writes; null where it is done, else why it could not be.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="write">Writes the content; where it gives false, the file is not made, and the caller knows why.</param>
    public static Error? Write(string path, Func<Stream, bool> write)
    {
        if (string.IsNullOrWhiteSpace(path))
            return new Error(ErrorKind.Usage, "--out names no file.", "Give a file, or leave --out off.");
        if (IsDevice(path))
            return new Error(
                ErrorKind.Usage,
                $"{Printable.Of(path)} is no file of its own: it would be replaced, and not written to.",
                "Leave --out off, and send what is printed there."
            );
        var beside = $"{path}.{Environment.ProcessId}.new";
        try
        {
            bool isWhole;
            using (var stream = File.Create(beside))
                isWhole = write(stream);
            if (!isWhole)
            {
                File.Delete(beside);
                return new Error(ErrorKind.Output, $"{Printable.Of(path)} was not written.");
            }

            File.Move(beside, path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside))
                File.Delete(beside);
            return new Error(
                ErrorKind.Output,
                $"{Printable.Of(path)} could not be written: {e.Message.TrimEnd('.')}.",
                "Check the folder and the disk."
            );
        }
    }
}
