using System.Buffers;
using System.Text;
using System.Text.Json;
using Assay.Ground.Outcomes;

namespace Assay.Trade.Formats.Comtrade;

/// <summary>UN Comtrade JSON of version 1: an object whose <c>data</c> is an array of flat objects. Streamed into CSV, object by
/// object.</summary>
public sealed class ComtradeJson : ITradeFormat
{
    private static readonly string[] Fields =
    [
        "reporterCode",
        "partnerCode",
        "flowCode",
        "cmdCode",
        "period",
        "primaryValue",
        "netWgt",
        "qty",
        "qtyUnitAbbr",
        "classificationCode",
        "aggrLevel",
        "partner2Code",
        "customsCode",
        "motCode",
        "mosCode",
    ];

    /// <inheritdoc/>
    public string Name => "UN Comtrade v1 JSON";

    /// <inheritdoc/>
    public string Publisher => "United Nations Statistics Division";

    /// <inheritdoc/>
    public bool Recognises(FormatInput input) =>
        input.Kind == "json"
        && input.Head.Any(l => l.Contains("\"cmdCode\"", StringComparison.Ordinal))
        && input.Head.Any(l => l.Contains("\"reporterCode\"", StringComparison.Ordinal));

    /// <inheritdoc/>
    public Result<FormatPlan> Plan(FormatInput input)
    {
        var csv = Path.Combine(input.Workspace, "comtrade.csv");
        try
        {
            using var json = File.OpenRead(input.Path);
            using var writer = new StreamWriter(csv);
            Convert(json, writer);
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

        var made = new FormatInput(csv, input.OriginalName, "text", [string.Join(',', Fields)], input.Workspace);
        return ComtradeCsv.Plan(made, CsvScan.Of(csv, Fields, ','));
    }

    private static void Convert(Stream json, TextWriter writer)
    {
        writer.WriteLine(string.Join(',', Fields));
        var row = new string?[Fields.Length];
        var field = -1;
        Read(
            json,
            (ref Utf8JsonReader reader) =>
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        Array.Clear(row);
                        break;
                    case JsonTokenType.PropertyName:
                        field = Array.IndexOf(Fields, reader.GetString());
                        break;
                    case JsonTokenType.String or JsonTokenType.Number when field >= 0:
                        row[field] =
                            reader.TokenType == JsonTokenType.String ? reader.GetString() : Encoding.UTF8.GetString(reader.ValueSpan);
                        break;
                    case JsonTokenType.EndObject when row[0] is not null:
                        writer.WriteLine(string.Join(',', row.Select(Quote)));
                        Array.Clear(row);
                        break;
                }
            }
        );
    }

    private static string Quote(string? value) =>
        value is null ? ""
        : value.AsSpan().IndexOfAny(",\"\n\r") < 0 ? value
        : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private delegate void OnToken(ref Utf8JsonReader reader);

    // Feeds the reader from a buffer that grows only as far as the longest token.
    private static void Read(Stream json, OnToken onToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            var (filled, state, last) = (0, default(JsonReaderState), false);
            while (!last)
            {
                var read = json.Read(buffer, filled, buffer.Length - filled);
                last = read == 0;
                filled += read;
                var reader = new Utf8JsonReader(buffer.AsSpan(0, filled), last, state);
                while (reader.Read())
                    onToken(ref reader);

                var used = (int)reader.BytesConsumed;
                state = reader.CurrentState;
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
                buffer = filled == buffer.Length ? Grow(buffer) : buffer;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
