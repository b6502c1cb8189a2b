using Assay.Cases.Accounts;
using Assay.Cases.Report;

namespace Assay.Wording;

/// <summary>Where a source and a quote in it are to be found, for people.</summary>
internal static class SourcePlaces
{
    /// <summary>The file of a source, and its place in the file where that holds several.</summary>
    public static string Of(SourceEntry source) => source.Origin?.Entry is { } entry ? $"{source.File} » {entry}" : source.File;

    /// <summary>The page of a quote, to go behind something else: <c>, p. 3</c>; nothing where its source has no pages.</summary>
    public static string Page(Anchor quote) => quote.Page is { } page ? $", p.\u00A0{page}" : "";
}
