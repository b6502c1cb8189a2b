using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Assay.Cases.Exchange;

/// <summary>The JSON of the formats of exchange.</summary>
internal static class Json
{
    /// <summary>A list.</summary>
    public static JsonArray List(IEnumerable<JsonNode?> items) => new([.. items]);

    /// <summary>A list of words.</summary>
    public static JsonArray Words(params IEnumerable<string?> words) => List(words.OfType<string>().Select(w => (JsonNode?)w));

    /// <summary>The node as text, indented, with an end of line.</summary>
    public static string Text(JsonNode node) => Text(node, true) + "\n";

    /// <summary>The node on one line.</summary>
    public static string Line(JsonNode node) => Text(node, false);

    /// <summary>An instant in UTC to the second.</summary>
    public static string Utc(Instant instant) => instant.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(JsonNode node, bool indented)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(stream, options))
            node.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
