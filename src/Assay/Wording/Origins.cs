using Assay.Cases.Accounts;
using Assay.Cases.Report;

namespace Assay.Wording;

/// <summary>Sources of one origin, in words: what a person confirmed is said to be so, a proposal to look so.</summary>
internal static class Origins
{
    /// <summary>What is said of a source among others of its origin: "looks like one origin with s2 (copy.html): ...".</summary>
    /// <param name="index">The report.</param>
    /// <param name="source">Id of the source.</param>
    public static IEnumerable<string> Of(ReportIndex index, string source) =>
        (index.Report.SameOrigins ?? [])
            .Where(o => o.Sources.Contains(source))
            .Select(o => $"{With(o)} {Names(index, o.Sources.Where(s => s != source))}{Because(o)}");

    /// <summary>What is said of two sources: "s1 (a.html) and s2 (b.html) look like one origin: ...".</summary>
    public static string Sentence(ReportIndex index, SameOriginEntry origin) =>
        $"{Names(index, origin.Sources)} {(origin.Confirmed ? "have one origin" : "look like one origin")}{Because(origin)}";

    private static string With(SameOriginEntry origin) => origin.Confirmed ? "one origin with" : "looks like one origin with";

    private static string Because(SameOriginEntry origin) => origin.Reason.Length > 0 ? $": {origin.Reason}" : "";

    private static string Names(ReportIndex index, IEnumerable<string> sources) =>
        string.Join(" and ", sources.Select(s => index.Source(s) is { } known ? $"{index.Short(s)} ({SourcePlaces.Of(known)})" : s));
}
