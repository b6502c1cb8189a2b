using System.Text.Json.Serialization;

namespace Assay.Trade.Scanning;

/// <summary>The dictionaries and segments of a column store; stored as JSON at the head of its file.</summary>
/// <param name="Key">What the store was made from; a store whose key differs from the lake's is made anew.</param>
/// <param name="Reporters">Reporters by index.</param>
/// <param name="Partners">Partners by index.</param>
/// <param name="Products">Products by index.</param>
/// <param name="Segments">Segments in order of rows.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Wide">True where values take 8 bytes (floating point), false where 4 (whole numbers).</param>
internal sealed record ColumnHeader(
    string Key,
    string[] Reporters,
    string[] Partners,
    ProductKey[] Products,
    Segment[] Segments,
    int Rows,
    bool Wide
);

/// <summary>JSON of the column store's head.</summary>
[JsonSerializable(typeof(ColumnHeader))]
internal sealed partial class ColumnJson : JsonSerializerContext;
