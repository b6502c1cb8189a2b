using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Trade.Lake;

/// <summary>JSON of the lake's provenance files: camel case, indented, in the order of the record.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FileProvenance))]
[JsonSerializable(typeof(IReadOnlyList<FileProvenance>))]
public sealed partial class LakeJson : JsonSerializerContext;
