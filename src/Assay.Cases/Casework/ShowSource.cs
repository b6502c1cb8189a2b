using System.Security.Cryptography;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>A source as it was received.</summary>
/// <param name="Source">What the case knows of it.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record SourceBytes(StoredSource Source, byte[] Bytes);

/// <summary>Gives a source of a case as it was received.</summary>
public sealed class ShowSource
{
    /// <summary>The source of an id.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="id">Its id.</param>
    /// <returns>The source; or that there is none of that id, or that its bytes are not those that were received.</returns>
    public static Result<SourceBytes> Run(OpenedCase opened, string id) =>
        opened.Store.Read<SourceBytes>(reader =>
        {
            if (reader.Sources().FirstOrDefault(s => s.Id == id) is not { } source)
                return new Error(ErrorKind.Input, "The case has no such source.", "The list of sources names them by their ids.");
            var bytes = reader.Bytes(source.Sha256);
            return bytes is not null && Convert.ToHexStringLower(SHA256.HashData(bytes)) == source.Sha256
                ? new SourceBytes(source, bytes)
                : new Error(
                    ErrorKind.Output,
                    "The bytes of the source are not those that were received.",
                    "'assay case verify' finds every place that does not hold."
                );
        });
}
