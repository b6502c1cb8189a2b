using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Reading.Time;
using NodaTime.Text;

namespace Assay.Commands.Time;

/// <summary><c>--format json</c>: one object for all texts, as <c>docs/time.schema.json</c> describes it.</summary>
internal static class TimeJson
{
    /// <summary>One line, characters beyond ASCII as they are.</summary>
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    /// <summary>Writes all texts.</summary>
    public static void Write(IReadOnlyList<TimeDocument> documents, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("documents");
            foreach (var document in documents)
                Write(json, document);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        output.Write('\n');
    }

    private static void Write(Utf8JsonWriter json, TimeDocument document)
    {
        json.WriteStartObject();
        json.WriteString("file", document.Name);
        json.WriteString("language", document.Language);
        Optional(json, "documentTime", document.Written.Timex);
        json.WriteStartArray("expressions");
        foreach (var found in document.Expressions)
            Write(json, found);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TimeExpression found)
    {
        json.WriteStartObject();
        json.WriteNumber("start", found.Span.Start);
        json.WriteNumber("end", found.Span.End);
        json.WriteString("text", found.Text);
        json.WriteString("type", TimexNames.Of(found.Type));
        json.WriteString("value", found.Value);
        Optional(json, "mod", found.Mod);
        Optional(json, "quant", found.Quant);
        Optional(json, "freq", found.Freq);
        Optional(json, "beginPoint", found.BeginPoint);
        Optional(json, "endPoint", found.EndPoint);
        Optional(json, "anchorTime", found.AnchorTime);
        Optional(json, "edtf", found.Edtf);
        Optional(json, "reason", found.Reason.Length == 0 ? null : found.Reason);
        Alternatives(json, found.Alternatives);
        if (found.Clock is { } clock)
            Write(json, clock);
        if (found.Anchor is { } anchor)
            Write(json, anchor);
        json.WriteEndObject();
    }

    private static void Alternatives(Utf8JsonWriter json, IReadOnlyList<TimeAlternative> alternatives)
    {
        if (alternatives.Count == 0)
            return;
        json.WriteStartArray("alternatives");
        foreach (var other in alternatives)
        {
            json.WriteStartObject();
            json.WriteString("value", other.Value);
            json.WriteString("reason", other.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ClockTime clock)
    {
        json.WriteStartObject("clock");
        Optional(json, "date", clock.Date is { } date ? LocalDatePattern.Iso.Format(date) : null);
        json.WriteString("time", clock.Time.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        json.WriteNumber("granularitySeconds", clock.Granularity.TotalSeconds);
        json.WriteBoolean("approximate", clock.Approximate);
        if (clock.Zone is { } zone)
        {
            json.WriteStartObject("zone");
            json.WriteNumber("start", zone.Span.Start);
            json.WriteNumber("end", zone.Span.End);
            json.WriteString("text", zone.Text);
            Optional(json, "place", zone.Place);
            json.WriteStartArray("candidates");
            foreach (var candidate in zone.Zones)
                json.WriteStringValue(candidate);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EventAnchor anchor)
    {
        json.WriteStartObject("relativeTo");
        json.WriteString("relation", anchor.Relation);
        json.WriteNumber("start", anchor.Head.Start);
        json.WriteNumber("end", anchor.Head.End);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
