using System.Text.Json;

namespace Assay.Dossier;

/// <summary>Where a dossier goes.</summary>
/// <param name="Folder">The folder, as the user gave it or as the default names it.</param>
/// <param name="MayGiveWay">
/// True for a name nobody asked for: where a dossier of other inputs lies there, the next free number is added (<c>report-2</c>), since two
/// inputs of one base name must not overwrite each other.
/// </param>
public sealed record DossierPlace(string Folder, bool MayGiveWay)
{
    private const int MostNumbers = 10_000;

    /// <summary>The folder to write to, given what lies there now.</summary>
    /// <param name="files">The inputs of the new dossier.</param>
    internal string For(IReadOnlyCollection<string> files)
    {
        if (!MayGiveWay)
            return Folder;
        for (var number = 1; number < MostNumbers; number++)
        {
            var folder = number == 1 ? Folder : $"{Folder}-{number}";
            if (InputsOf(folder) is not { } inputs || inputs.SetEquals(files))
                return folder;
        }

        return Folder;
    }

    // The inputs of the dossier in a folder; null where there is none, empty where it cannot be told.
    private static HashSet<string>? InputsOf(string folder)
    {
        var file = Path.Combine(folder, DossierFolder.Data);
        if (!File.Exists(file) && !File.Exists(Path.Combine(folder, DossierFolder.Page)))
            return null;
        try
        {
            using var stream = File.OpenRead(file);
            using var report = JsonDocument.Parse(stream);
            return report
                .RootElement.GetProperty("sources")
                .EnumerateArray()
                .Select(s => s.GetProperty("file").GetString() ?? "")
                .ToHashSet();
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }
}
