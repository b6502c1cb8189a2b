using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Cases.Casework;
using Assay.Cases.Wording;

namespace Assay.Commands.Case;

/// <summary>Items of a case as JSON.</summary>
internal static class DraftsJson
{
    private static readonly JsonWriterOptions Form = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the items as a list.</summary>
    public static void Write(Stream stream, IReadOnlyList<DraftEntry> entries)
    {
        using (var writer = new Utf8JsonWriter(stream, Form))
        {
            writer.WriteStartArray();
            foreach (var entry in entries)
                Write(writer, entry);
            writer.WriteEndArray();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter writer, DraftEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("id", entry.Id);
        writer.WriteString("kind", entry.Kind);
        writer.WriteString("state", EnumNames.Of(entry.State));
        writer.WriteNumber("version", entry.Version);
        writer.WriteString("need", EnumNames.Of(entry.Need));
        List(writer, "claims", entry.Claims);
        List(writer, "drafters", entry.Drafters);
        if (entry.MayBe.Count > 0)
            MayBe(writer, entry.MayBe);
        writer.WriteString("source", entry.Source);
        writer.WriteNumber("start", entry.Start);
        writer.WriteNumber("end", entry.End);
        writer.WriteString("label", entry.Label);
        using (var body = JsonDocument.Parse(entry.Body))
        {
            writer.WritePropertyName("item");
            body.RootElement.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void MayBe(Utf8JsonWriter writer, IReadOnlyList<SameEventQuestion> questions)
    {
        writer.WriteStartArray("mayBe");
        foreach (var question in questions)
        {
            writer.WriteStartObject();
            writer.WriteString("event", question.Event);
            writer.WriteString("label", question.Label);
            writer.WriteString("reason", question.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void List(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
