using System.Text.Json;
using Assay.Ground.Outcomes;

namespace Assay.Trade.Lake;

/// <summary>Reads what a lake says of its files, and believes none that was changed since.</summary>
internal static class ProvenanceFiles
{
    private const int HashLength = 64;
    private const string Again = "Delete this provenance file and import the original file again.";

    /// <summary>The provenance of every file, in order of import; empty where there is none yet.</summary>
    public static Result<IReadOnlyList<FileProvenance>> Read(LakeFolders folders)
    {
        var files = new List<FileProvenance>();
        if (!Directory.Exists(folders.Provenance))
            return files;
        foreach (var path in Directory.EnumerateFiles(folders.Provenance, "*.json").Order(StringComparer.Ordinal))
        {
            var file = Read(path, folders);
            if (!file.Succeeded)
                return file.Error;
            files.Add(file.Value);
        }

        files.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return files;
    }

    private static Result<FileProvenance> Read(string path, LakeFolders folders)
    {
        FileProvenance? file;
        string text;
        try
        {
            text = File.ReadAllText(path);
            file = JsonSerializer.Deserialize(text, LakeJson.Default.FileProvenance);
        }
        catch (JsonException e)
        {
            return new Error(
                ErrorKind.Input,
                $"The provenance file cannot be read: {e.Message}",
                Again,
                new Location(path, e.LineNumber + 1)
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error(ErrorKind.Input, $"The provenance file cannot be read: {e.Message}", Again, new Location(path));
        }

        if (file is null || !IsHash(file.Sha256) || Path.GetFileNameWithoutExtension(path) != file.Sha256 || !LakeSeal.Holds(file, text))
            return new Error(ErrorKind.Input, "The provenance file is not as the import wrote it (checksum).", Again, new Location(path));
        return File.Exists(folders.TradeFile(file.Sha256))
            ? file
            : new Error(ErrorKind.Input, $"The data of '{file.OriginalName}' are missing from the lake.", Again, new Location(path));
    }

    private static bool IsHash(string? text) => text?.Length == HashLength && text.All(char.IsAsciiHexDigitLower);
}
