using System.Globalization;
using Assay.Cases.Books;
using Assay.Trade.Findings;

namespace Assay.Wording.Trade;

/// <summary>What of a bloc's reports a scan leaves out or lacks, in words.</summary>
internal static class LeftOutWords
{
    private const int MostNamed = 8;

    /// <summary>The sentences; empty where nothing is left out and nothing lacking.</summary>
    public static string Said(ScanReport report) => Members(report.Panel.LeftOut) + Periods(report.Panel.LeftOut) + Gaps(report.Panel.Gaps);

    private static string Gaps(IReadOnlyList<MemberGap> gaps) =>
        gaps.Count == 0 ? "" : string.Concat(gaps.Take(MostNamed).Select(Gap)) + More(gaps);

    private static string Gap(MemberGap gap) =>
        $" {CountryLabels.Name(gap.Member)} reports nothing for {Named([.. gap.Periods.Select(Amounts.Period)])}: "
        + (
            gap.Worth > 0
                ? $"the sums compared are about {Share(gap.Worth)} too low for it."
                : "none of it is compared, and the model has less to go by."
        );

    private static string More(IReadOnlyList<MemberGap> gaps) =>
        gaps.Count <= MostNamed
            ? ""
            : $" {Amounts.Count(gaps.Count - MostNamed)} more lack some too: all gaps together make the sums about {Share(gaps.Sum(g => g.Worth))} too low.";

    private static string Share(double worth) => worth < 0.0005 ? "0.1 % or less" : $"{Amounts.Percent(worth)} %";

    private static string Members(LeftOut left) =>
        left.Members.Count == 0
            ? ""
            : $" Left out, since they do not report every month that is used: {Named([.. left.Members.Select(CountryLabels.Name)])} "
                + $"({left.Share.ToString("P1", CultureInfo.InvariantCulture)} of what the bloc reports).";

    private static string Periods(LeftOut left) =>
        left.Periods.Count == 0
            ? ""
            : $" Not compared, since a reporter is missing in them or in the like: {Named([.. left.Periods.Select(Amounts.Period)])}.";

    /// <summary>The first names of a list, and how many more there are.</summary>
    public static string Named(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? $" and {Amounts.Count(names.Count - MostNamed)} more" : "");
}
