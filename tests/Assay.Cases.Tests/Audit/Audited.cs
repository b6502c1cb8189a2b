using Assay.Cases.Drafting;
using Assay.Cases.Report;
using Assay.Cases.UseCases;

namespace Assay.Cases.Tests.Audit;

/// <summary>Runs audits for tests: over articles given as text, the shipped sample, the founding page.</summary>
internal static class Audited
{
    public static AuditReport Text(params string[] articles) => Texts(articles, "txt");

    public static AuditReport Markdown(string article) => Texts([article], "md");

    private static AuditReport Texts(string[] articles, string ending)
    {
        var folder = Directory.CreateTempSubdirectory("assay-audit-");
        try
        {
            for (var i = 0; i < articles.Length; i++)
                File.WriteAllText(Path.Combine(folder.FullName, $"{i + 1}.{ending}"), articles[i].ReplaceLineEndings("\n"));
            return Files(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static AuditReport Files(params string[] inputs)
    {
        var reply = AuditAccount.Run(new AuditRequest(inputs, AuditOptions.Default), cancellation: TestContext.Current.CancellationToken);
        Assert.True(reply.Succeeded, reply.Error?.ToString());
        return reply.Value.Report;
    }

    public static string SampleFolder => Path.Combine(Root(), "samples", "mh370");

    public static AuditReport Sample() => Files(SampleFolder);

    public static AuditReport Founding()
    {
        var shared = Environment.GetEnvironmentVariable("ASSAY_SHARED") ?? Path.Combine(Root(), "..", "shared");
        var file = Path.Combine(shared, "seed", "kazakhstan-opinion-2022-05-20.txt");
        if (!File.Exists(file))
            Assert.Skip("skipped: ../shared is absent");
        return Files(file);
    }

    /// <summary>The only clock with some words in its quote.</summary>
    public static ClockEntry Clock(this AuditReport report, string words) =>
        Assert.Single(report.Clocks, c => c.Quote.Exact.Contains(words, StringComparison.Ordinal));

    public static ClaimEntry Claim(this AuditReport report, string earlier, string later) =>
        Assert.Single(
            report.Claims,
            c =>
                c.Earlier is not null
                && report.Event(c.Earlier).Label.Contains(earlier, StringComparison.Ordinal)
                && report.Event(c.Later!).Label.Contains(later, StringComparison.Ordinal)
        );

    public static OrderEntry Order(this AuditReport report, string earlier, string later) =>
        Assert.Single(
            report.Orders,
            o =>
                report.Event(o.Earlier).Label.Contains(earlier, StringComparison.Ordinal)
                && report.Event(o.Later).Label.Contains(later, StringComparison.Ordinal)
        );

    public static EventEntry Event(this AuditReport report, string id) => Assert.Single(report.Events, e => e.Id == id);

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Assay.slnx")))
            at = at.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        return at.FullName;
    }
}
