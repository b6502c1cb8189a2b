using System.Buffers;
using System.Text;
using System.Text.Json;
using Assay.Ground.Outcomes;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;

namespace Assay.Commands.Time;

/// <summary>
/// <c>--jsonl</c>: rows <c>{id,dct,text}</c> in, rows <c>{id,pred:[{start,end,type,value,text}]}</c> out, one at a time. A row that cannot
/// be read
/// is named with its line on the error stream; the others go on. Empty lines are skipped.
/// </summary>
internal sealed class TimeRows(TimeRequest request, TimeInputs inputs, TextWriter output, TextWriter error)
{
    private readonly ArrayBufferWriter<byte> bytes = new();
    private char[] chars = [];
    private long written;
    private long refused;

    /// <summary>Handles all inputs and returns the exit code.</summary>
    public int Run()
    {
        foreach (var name in request.Files)
        {
            var opened = inputs.Open(name);
            if (opened.Succeeded)
                Handle(name, opened.Value);
            else
                Refuse(opened.Error);
        }
        output.Flush();
        return refused == 0 ? ExitCodes.Done
            : written == 0 ? ExitCodes.Input
            : ExitCodes.Partial;
    }

    private void Handle(string name, Stream stream)
    {
        using (stream)
        {
            var lines = new Utf8Lines(stream);
            while (lines.TryRead(out var line))
            {
                if (line.Span.Trim(" \t"u8).IsEmpty)
                    continue;
                var row = Row(line, new Location(name == TimeInputs.StandardInput ? "standard input" : name, lines.Number));
                if (row.Succeeded)
                    Write(row.Value);
                else
                    Refuse(row.Error);
            }
        }
    }

    private void Refuse(Error refusal)
    {
        refused++;
        error.WriteLine(refusal);
    }

    private sealed record ReadRow(JsonElement Id, IReadOnlyList<TimeExpression> Found);

    private Result<ReadRow> Row(ReadOnlyMemory<byte> line, Location where)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return Bad("The row is no JSON object.", "Write {\"id\":...,\"dct\":...,\"text\":...}.", where);
            if (!root.TryGetProperty("id", out var id) || id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                return Bad("The row has no \"id\" that is a string or number.", "Give every row an id.", where);
            if (!root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
                return Bad("The row has no \"text\" that is a string.", "Give every row its text.", where);
            var hasDate = root.TryGetProperty("dct", out var dct) && dct.ValueKind != JsonValueKind.Null;
            if (hasDate && dct.ValueKind != JsonValueKind.String)
                return Bad("\"dct\" is no string.", WrittenAt.Hint, where);
            var date = hasDate ? WrittenAt.Parse(dct.GetString()) : request.Written;
            if (!date.Succeeded)
                return Bad($"\"dct\" {date.Error.Message}", WrittenAt.Hint, where);
            return new ReadRow(id.Clone(), Read(text.GetString()!, date.Value));
        }
        catch (JsonException e)
        {
            return Bad(
                "The line is no JSON object.",
                "Write one object a line, in UTF-8.",
                where with
                {
                    Column = e.BytePositionInLine is { } at ? (int)at + 1 : null,
                }
            );
        }
        catch (InvalidOperationException)
        {
            return Bad(
                "The row has a half surrogate pair or broken UTF-8 in a string.",
                "Write whole characters, so that offsets can be counted.",
                where
            );
        }
    }

    private IReadOnlyList<TimeExpression> Read(string text, WrittenAt date) =>
        TimeReader.For(request.Language ?? ScriptLanguage.Of(text)).Read(text, date.Context);

    private static Error Bad(string message, string hint, Location where) => new(ErrorKind.Input, message, hint, where);

    private void Write(ReadRow row)
    {
        bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(bytes, TimeJson.Compact))
        {
            json.WriteStartObject();
            json.WritePropertyName("id"u8);
            row.Id.WriteTo(json);
            json.WriteStartArray("pred"u8);
            foreach (var found in row.Found)
                Write(json, found);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        var most = Encoding.UTF8.GetMaxCharCount(bytes.WrittenCount);
        if (chars.Length < most)
            chars = new char[most];
        output.Write(chars, 0, Encoding.UTF8.GetChars(bytes.WrittenSpan, chars));
        output.Write('\n');
        written++;
    }

    private static void Write(Utf8JsonWriter json, TimeExpression found)
    {
        json.WriteStartObject();
        json.WriteNumber("start"u8, found.Span.Start);
        json.WriteNumber("end"u8, found.Span.End);
        json.WriteString("type"u8, TimexNames.Of(found.Type));
        json.WriteString("value"u8, found.Value);
        json.WriteString("text"u8, found.Text);
        json.WriteEndObject();
    }
}
