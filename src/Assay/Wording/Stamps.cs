using Assay.Cases.Report;
using Assay.Cases.Wording;

namespace Assay.Wording;

/// <summary>The time stamps beside a source, a sentence each.</summary>
internal static class Stamps
{
    /// <summary>The sentences; one where there is no stamp.</summary>
    public static IEnumerable<string> Of(SourceEntry source) =>
        source.Stamps is { Count: > 0 } stamps ? stamps.Select(Of) : [StampWords.None];

    /// <summary>A stamp by its name, and what it shows.</summary>
    public static string Of(StampEntry stamp) => $"{stamp.File.Split('/', '\\')[^1]}: {stamp.Words}";
}
