using System.Text.Json;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Cases.Evaluation;

/// <summary>A gold account: what a careful reader found in a text. Its shape is in <c>docs/models.md</c>; members that are left out
/// count for
/// nothing.</summary>
internal sealed record Gold
{
    private const string Ending = ".gold.json";

    /// <summary>Its name: that of its file without the ending.</summary>
    public required string Name { get; init; }

    /// <summary>The file of the text.</summary>
    public required string TextFile { get; init; }

    /// <summary>The whole of it.</summary>
    public required JsonElement Json { get; init; }

    /// <summary>A list of it; empty where it has none.</summary>
    public IEnumerable<JsonElement> List(string name) =>
        Json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    /// <summary>The golds in files and folders.</summary>
    /// <param name="inputs">Files that end in .gold.json, or folders of them.</param>
    public static Result<IReadOnlyList<Gold>> Of(IReadOnlyList<string> inputs)
    {
        var golds = new List<Gold>();
        foreach (var input in inputs)
        {
            var files = Directory.Exists(input)
                ? Directory.EnumerateFiles(input, "*" + Ending).Order(StringComparer.Ordinal).ToList()
                : [input];
            if (files.Count == 0)
                return new Error(
                    ErrorKind.Input,
                    "There is no gold account in this folder.",
                    $"A gold account is a file NAME{Ending}; docs/models.md has its shape.",
                    new Location(input)
                );
            foreach (var file in files)
            {
                var read = Read(file);
                if (!read.Succeeded)
                    return read.Error;
                golds.Add(read.Value);
            }
        }

        return golds;
    }

    private static Result<Gold> Read(string file)
    {
        if (!file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            return new Error(
                ErrorKind.Usage,
                "This is no gold account.",
                $"Give files NAME{Ending}, or folders of them.",
                new Location(file)
            );
        var bytes = SourceIntake.ReadBytes(file);
        if (!bytes.Succeeded)
            return bytes.Error;
        try
        {
            using var document = JsonDocument.Parse(bytes.Value);
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("file", out var text)
                || text.GetString() is not { Length: > 0 } name
            )
                return Wrong(file, "The gold does not say which “file” it is of.");
            return new Gold
            {
                Name = Path.GetFileName(file)[..^Ending.Length],
                TextFile = Path.Combine(Path.GetDirectoryName(file) ?? "", name),
                Json = root.Clone(),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Wrong(file, $"The gold cannot be read: {e.Message}");
        }
    }

    private static Error Wrong(string file, string what) =>
        new(ErrorKind.Input, what, "docs/models.md has the shape of a gold account.", new Location(file));

    /// <summary>A text of an item, or null.</summary>
    public static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number of an item, or null.</summary>
    public static double? Number(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    /// <summary>True where an item says so.</summary>
    public static bool Is(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>The texts of a list of an item; the one text of another member where it has no such list.</summary>
    public static IReadOnlyList<string> Texts(JsonElement item, string list, string otherwise) =>
        item.TryGetProperty(list, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(v => v.GetString() ?? "")]
        : Text(item, otherwise) is { } one ? [one]
        : [];
}
