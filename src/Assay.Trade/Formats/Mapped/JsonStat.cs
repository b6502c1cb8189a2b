using System.Globalization;
using System.Text.Json;

namespace Assay.Trade.Formats.Mapped;

/// <summary>JSON-stat, in which Eurostat and the databases of many offices answer: a cube of values over named dimensions.</summary>
internal static class JsonStat
{
    /// <summary>The cube as rows, first the heading, each category as <c>code: label</c>; null where the JSON is none.</summary>
    public static List<string?[]>? Rows(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        if (root.TryGetProperty("dataset", out var inner) && inner.ValueKind == JsonValueKind.Object)
            root = inner;
        if (
            !root.TryGetProperty("dimension", out var dimension)
            || !root.TryGetProperty("value", out var value)
            || Property(root, dimension, "id") is not { } ids
            || Property(root, dimension, "size") is not { } sizes
        )
            return null;
        string[] names = [.. ids.EnumerateArray().Select(i => i.GetString() ?? "")];
        int[] size = [.. sizes.EnumerateArray().Select(s => s.GetInt32())];
        var categories = names.Select(n => Categories(dimension.GetProperty(n).GetProperty("category"))).ToArray();
        var rows = new List<string?[]> { (string?[])[.. names, "value"] };
        foreach (var (at, number) in Values(value))
        {
            var (row, rest) = (new string?[names.Length + 1], at);
            for (var d = names.Length - 1; d >= 0; d--)
            {
                row[d] = categories[d].ElementAtOrDefault((int)(rest % size[d]));
                rest /= size[d];
            }

            row[^1] = number;
            rows.Add(row);
        }

        return rows;
    }

    private static JsonElement? Property(JsonElement root, JsonElement dimension, string name) =>
        root.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Array ? found
        : dimension.TryGetProperty(name, out found) && found.ValueKind == JsonValueKind.Array ? found
        : null;

    // In the order of their index; a label that only repeats the code is left away.
    private static string[] Categories(JsonElement category)
    {
        var labels = category.TryGetProperty("label", out var given) ? given : default;
        string[] codes =
            !category.TryGetProperty("index", out var index) ? [.. labels.EnumerateObject().Select(l => l.Name)]
            : index.ValueKind == JsonValueKind.Array ? [.. index.EnumerateArray().Select(i => i.GetString() ?? "")]
            : [.. index.EnumerateObject().OrderBy(i => i.Value.GetInt32()).Select(i => i.Name)];
        return
        [
            .. codes.Select(c =>
                labels.ValueKind == JsonValueKind.Object
                && labels.TryGetProperty(c, out var label)
                && label.GetString() is { } text
                && text != c
                    ? $"{c}: {text}"
                    : c
            ),
        ];
    }

    private static IEnumerable<(long At, string Number)> Values(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? value
                .EnumerateArray()
                .Select((v, i) => ((long)i, v))
                .Where(v => v.v.ValueKind == JsonValueKind.Number)
                .Select(v => (v.Item1, v.v.GetRawText()))
            : value
                .EnumerateObject()
                .Where(v => v.Value.ValueKind == JsonValueKind.Number)
                .Select(v => (long.Parse(v.Name, CultureInfo.InvariantCulture), v.Value.GetRawText()));
}
