using System.Globalization;
using Assay.Cases.Books;
using Assay.Trade.Findings;

namespace Assay.Wording.Trade;

/// <summary>What of a bloc's reports a scan leaves out, in words.</summary>
internal static class LeftOutWords
{
    private const int MostNamed = 8;

    /// <summary>The sentence; empty where nothing is left out.</summary>
    public static string Said(ScanReport report) => Members(report.Panel.LeftOut) + Periods(report.Panel.LeftOut);

    private static string Members(LeftOut left) =>
        left.Members.Count == 0
            ? ""
            : $" Left out, since they do not report every month that is used: {Named([.. left.Members.Select(CountryLabels.Name)])} "
                + $"({left.Share.ToString("P1", CultureInfo.InvariantCulture)} of what the bloc reports).";

    private static string Periods(LeftOut left) =>
        left.Periods.Count == 0
            ? ""
            : $" Not compared, since a reporter is missing in them or in the like: {Named([.. left.Periods.Select(Amounts.Period)])}.";

    private static string Named(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? $" and {Amounts.Count(names.Count - MostNamed)} more" : "");
}
