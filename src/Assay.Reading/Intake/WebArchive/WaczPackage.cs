using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Assay.Ground.Outcomes;

namespace Assay.Reading.Intake.WebArchive;

/// <summary>The files of a WACZ archive whose digests hold.</summary>
internal sealed record WaczPackage
{
    private const string Description = "datapackage.json";
    private const string DescriptionDigest = "datapackage-digest.json";
    private const string Changed = "They were changed or damaged: get the archive again from where it was made.";
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 32 };

    /// <summary>The archives in it: their names and bytes.</summary>
    public required IReadOnlyList<(string Path, byte[] Bytes)> Archives { get; init; }

    /// <summary>The addresses it lists as pages; null where it has no list, or an empty one.</summary>
    public required IReadOnlySet<string>? Pages { get; init; }

    /// <summary>Who signed it, in words.</summary>
    public required string Signature { get; init; }

    /// <summary>Files that do not hold.</summary>
    public required IReadOnlyList<Error> Refused { get; init; }

    /// <summary>What a reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Opens an archive.</summary>
    public static Result<WaczPackage> Open(ZipArchive zip, string file, IntakeBudget budget)
    {
        if (zip.GetEntry(Description) is not { } described)
            return Fail(file, $"The WACZ file has no {Description}, which says what is in it.", Changed);
        if (Unpacked(described, budget) is not { } description)
            return IntakeBudget.TooMuch(file);
        var signature = Signed(zip, description, file, budget);
        if (!signature.Succeeded)
            return signature.Error;
        try
        {
            using var json = JsonDocument.Parse(description, Json);
            return Read(zip, json.RootElement, signature.Value, file, budget);
        }
        catch (JsonException)
        {
            return Fail(file, $"The {Description} of the WACZ file is not valid JSON.", Changed);
        }
    }

    private static Result<string> Signed(ZipArchive zip, byte[] description, string file, IntakeBudget budget)
    {
        if (zip.GetEntry(DescriptionDigest) is not { } entry)
            return WaczSignature.None;
        if (Unpacked(entry, budget) is not { } bytes)
            return IntakeBudget.TooMuch(file);
        try
        {
            using var json = JsonDocument.Parse(bytes, Json);
            var hash = Text(json.RootElement, "hash");
            if (hash is null || Digests.Holds(hash, description) != true)
                return Fail(file, $"The {Description} of the WACZ file does not have the digest that {DescriptionDigest} gives.", Changed);
            return WaczSignature.InWords(json.RootElement, hash);
        }
        catch (JsonException)
        {
            return Fail(file, $"The {DescriptionDigest} of the WACZ file is not valid JSON.", Changed);
        }
    }

    private static Result<WaczPackage> Read(ZipArchive zip, JsonElement description, string signature, string file, IntakeBudget budget)
    {
        if (
            description.ValueKind != JsonValueKind.Object
            || !description.TryGetProperty("resources", out var resources)
            || resources.ValueKind != JsonValueKind.Array
        )
            return Fail(file, $"The {Description} of the WACZ file does not list what is in it.", Changed);
        var (archives, refused) = (new List<(string, byte[])>(), new List<Error>());
        var listed = new HashSet<string>(StringComparer.Ordinal) { Description, DescriptionDigest };
        HashSet<string>? pages = null;
        foreach (var resource in resources.EnumerateArray())
        {
            if (resource.ValueKind != JsonValueKind.Object || Text(resource, "path") is not { } path || !listed.Add(path))
                continue;
            var held = Held(zip, resource, path, file, budget);
            if (!held.Succeeded)
                refused.Add(held.Error);
            else if (IsArchive(path))
                archives.Add((Printable.Of(path), held.Value));
            else if (path == "pages/pages.jsonl")
                pages = Listed(held.Value);
        }

        refused.AddRange(
            zip.Entries.Where(e => IsArchive(e.FullName) && !listed.Contains(e.FullName))
                .Select(e =>
                    Fail(
                        $"{file} » {Printable.Of(e.FullName)}",
                        $"The {Description} does not list this file, so nothing vouches for it.",
                        ""
                    )
                )
        );
        if (refused.Exists(r => r.Where?.File.EndsWith("pages.jsonl", StringComparison.Ordinal) == true))
            return refused[0];
        return new WaczPackage
        {
            Archives = archives,
            Pages = pages is { Count: > 0 } ? pages : null,
            Signature = signature,
            Refused = refused,
            Notes = pages is { Count: > 0 } ? [] : ["The WACZ file lists no pages; every HTML page in it was taken."],
        };
    }

    private static bool IsArchive(string path) =>
        path.StartsWith("archive/", StringComparison.Ordinal)
        && (path.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase));

    private static Result<byte[]> Held(ZipArchive zip, JsonElement resource, string path, string file, IntakeBudget budget)
    {
        var name = $"{file} » {Printable.Of(path)}";
        if (zip.GetEntry(path) is not { } entry)
            return Fail(name, $"The {Description} of the WACZ file lists this file, and it is not there.", Changed);
        if (Unpacked(entry, budget) is not { } bytes)
            return IntakeBudget.TooMuch(name);
        var digest = Text(resource, "hash") is { } hash ? Digests.Holds(hash, bytes) : null;
        return digest switch
        {
            true => bytes,
            false => Fail(name, $"Its bytes do not have the digest that the {Description} gives.", Changed),
            null => Fail(name, $"The {Description} gives no digest of it that can be checked.", Changed),
        };
    }

    // The list's first line says what it is; a line that is broken names no page.
    private static HashSet<string> Listed(byte[] bytes)
    {
        var pages = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var line in Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            try
            {
                using var json = JsonDocument.Parse(line, Json);
                if (json.RootElement.ValueKind == JsonValueKind.Object && Text(json.RootElement, "url") is { } url)
                    pages.Add(url);
            }
            catch (JsonException)
            {
                // The other lines go on.
            }
        }

        return pages;
    }

    private static byte[]? Unpacked(ZipArchiveEntry entry, IntakeBudget budget)
    {
        using var packed = entry.Open();
        return budget.Unpack(packed);
    }

    /// <summary>A member that is a text, or null.</summary>
    internal static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static Error Fail(string file, string message, string hint) => new(ErrorKind.Input, message, hint, new Location(file));
}
