using System.Text;
using System.Text.Json;
using Assay.Ground.Anchors;

namespace Assay.Cases.Exchange.Incoming;

/// <summary>A value of JSON and where it stands in the text: of a string without its quotation marks.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">A string's words, or a number as written; empty otherwise.</param>
/// <param name="At">Where it stands.</param>
internal sealed record JsonPiece(JsonValueKind Kind, string Words, TextSpan At)
{
    private const int Deepest = 64;
    private readonly Dictionary<string, JsonPiece> members = new(StringComparer.Ordinal);
    private readonly List<JsonPiece> items = [];

    /// <summary>The members of an object; of two of one name the last.</summary>
    public IReadOnlyDictionary<string, JsonPiece> Members => members;

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<JsonPiece> Items => items;

    /// <summary>True for the word true.</summary>
    public bool IsTrue => Kind == JsonValueKind.True;

    /// <summary>The member of a name, or null.</summary>
    public JsonPiece? this[string name] => members.GetValueOrDefault(name);

    /// <summary>The words of a member that is a string, or of the first string of one that is a list; null where there is none.</summary>
    public JsonPiece? Text(string name) =>
        this[name] switch
        {
            { Kind: JsonValueKind.String } one => one,
            { Kind: JsonValueKind.Array } list => list.Items.FirstOrDefault(i => i.Kind == JsonValueKind.String),
            _ => null,
        };

    /// <summary>Reads a stretch of a text. </summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the JSON begins.</param>
    /// <param name="to">One past its end.</param>
    /// <exception cref="JsonException">The stretch is no JSON, or deeper than 64.</exception>
    public static JsonPiece Read(string text, int from, int to)
    {
        var bytes = Encoding.UTF8.GetBytes(text, from, to - from);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest, AllowTrailingCommas = true });
        var places = new Places(bytes, from);
        try
        {
            reader.Read();
            var whole = Value(ref reader, places);
            while (reader.Read()) { }
            return whole;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A string holds half of a character.", e);
        }
    }

    private static JsonPiece Value(ref Utf8JsonReader reader, Places places)
    {
        var start = places.At((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new(JsonValueKind.String, reader.GetString()!, new TextSpan(start + 1, places.At((int)reader.BytesConsumed) - 1));
            case JsonTokenType.Number:
                return new(
                    JsonValueKind.Number,
                    Encoding.UTF8.GetString(reader.ValueSpan),
                    new TextSpan(start, places.At((int)reader.BytesConsumed))
                );
            case JsonTokenType.StartArray:
                var list = new JsonPiece(JsonValueKind.Array, "", new TextSpan(start, start));
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    list.items.Add(Value(ref reader, places));
                return list;
            case JsonTokenType.StartObject:
                var made = new JsonPiece(JsonValueKind.Object, "", new TextSpan(start, start));
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    made.members[name] = Value(ref reader, places);
                }

                return made;
            default:
                var isTrue = reader.TokenType == JsonTokenType.True;
                return new(isTrue ? JsonValueKind.True : JsonValueKind.Null, "", new TextSpan(start, start));
        }
    }

    // Bytes to characters, asked for in rising order.
    private sealed class Places
    {
        private readonly byte[] bytes;
        private readonly int from;
        private int known;
        private int character;

        public Places(byte[] bytes, int from) => (this.bytes, this.from, character) = (bytes, from, from);

        public int At(int index)
        {
            if (index < known)
                (known, character) = (0, from);
            character += Encoding.UTF8.GetCharCount(bytes, known, index - known);
            known = index;
            return character;
        }
    }
}
