using System.Globalization;
using System.Text.Json;
using Assay.Ground.Outcomes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>JSON as the interfaces of offices give it, as a CSV: an array of arrays whose first is the heading, or an array of objects,
/// alone
/// or as a
/// property of an object; what lies in an object of an object is named by both (<c>Country.Code</c>).</summary>
internal static class JsonTable
{
    private const long Largest = 512L << 20;

    /// <summary>The file as a CSV in the workspace.</summary>
    public static Result<FormatInput> Csv(FormatInput input)
    {
        if (new FileInfo(input.Path).Length > Largest)
            return Wrong(input, $"The JSON is larger than {Largest >> 20} MB.", "Ask for fewer rows at a time, or for CSV.");
        try
        {
            using var stream = File.OpenRead(input.Path);
            using var json = JsonDocument.Parse(stream);
            var rows = JsonStat.Rows(json.RootElement) ?? Rows(json.RootElement);
            if (rows is null || rows.Count < 2)
                return Wrong(
                    input,
                    "The JSON holds no table: neither rows of values nor objects of one kind.",
                    "Ask the publisher for CSV."
                );
            return TableRows.AsCsv(input, "json.csv", rows);
        }
        catch (Exception e)
            when (e is KeyNotFoundException or InvalidOperationException or FormatException or DivideByZeroException or OverflowException)
        {
            return Wrong(
                input,
                "The JSON names dimensions, and they do not fit its values.",
                "Download it again, or ask the publisher for CSV."
            );
        }
        catch (JsonException e)
        {
            return new Error(
                ErrorKind.Input,
                $"The JSON breaks off or is wrong: {e.Message}",
                "Download it again; nothing was imported.",
                new Location(input.OriginalName, e.LineNumber + 1)
            );
        }
    }

    private static List<string?[]>? Rows(JsonElement root)
    {
        var array = root.ValueKind == JsonValueKind.Array ? root : Property(root);
        if (array is not { ValueKind: JsonValueKind.Array } found || found.GetArrayLength() == 0)
            return null;
        if (found.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Array))
            return [.. found.EnumerateArray().Select(r => r.EnumerateArray().Select(Text).ToArray())];
        if (!found.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Object))
            return null;
        var objects = found.EnumerateArray().Select(Flat).ToList();
        string?[] header = [.. objects.SelectMany(o => o.Keys).Distinct(StringComparer.Ordinal)];
        return [header, .. objects.Select(o => header.Select(h => o.GetValueOrDefault(h!)).ToArray())];
    }

    // The longest array among the properties of the root, or of an object in it ("data": { "list": [ ... ] }).
    private static JsonElement? Property(JsonElement root) =>
        root.ValueKind != JsonValueKind.Object
            ? null
            : root.EnumerateObject()
                .Select(p => p.Value.ValueKind == JsonValueKind.Array ? p.Value : Property(p.Value))
                .Where(p => p is not null)
                .MaxBy(p => p!.Value.GetArrayLength());

    private static Dictionary<string, string?> Flat(JsonElement element)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
                foreach (var (name, value) in Flat(property.Value))
                    fields[$"{property.Name}.{name}"] = value;
            else
                fields[property.Name] = Text(property.Value);
        }

        return fields;
    }

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText().Contains('e', StringComparison.OrdinalIgnoreCase)
                ? value.GetDouble().ToString("R", CultureInfo.InvariantCulture)
                : value.GetRawText(),
            _ => value.GetRawText(),
        };

    private static Error Wrong(FormatInput input, string what, string then) =>
        new(ErrorKind.Input, what, then, new Location(input.OriginalName));
}
