using System.Text.Json;

namespace Assay.Cases.Accounts;

/// <summary>Finds the lines of a JSON file on which the members of its root and the items of their lists begin.</summary>
internal static class ItemLines
{
    /// <summary>Lines from 1, by path: <c>clocks</c>, <c>clocks[0]</c>.</summary>
    /// <param name="json">UTF-8 bytes of valid JSON whose root is an object.</param>
    public static Dictionary<string, int> Of(byte[] json)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(
            json,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        var (line, counted, name, item) = (1, 0, "", 0);
        while (reader.Read())
        {
            var isMember = reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName };
            var isItem = reader.CurrentDepth == 2 && IsBeginning(reader.TokenType);
            if (!isMember && !isItem)
                continue;
            var start = (int)reader.TokenStartIndex;
            line += json.AsSpan(counted, start - counted).Count((byte)'\n');
            counted = start;
            if (isMember)
                (name, item) = (reader.GetString()!, 0);
            lines[isMember ? name : $"{name}[{item++}]"] = line;
        }

        return lines;
    }

    private static bool IsBeginning(JsonTokenType type) =>
        type is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray);
}
