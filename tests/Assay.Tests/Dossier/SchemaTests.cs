using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Tests.Fixtures;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Dossier;

/// <summary>The schemas in docs/ say what the program writes: the same properties as the records, and everything written fits.</summary>
public sealed class SchemaTests
{
    private static readonly DocumentedSchema Report = new("audit.schema.json");
    private static readonly DocumentedSchema Drafted = new("account.schema.json");

    [Fact]
    public void Have_the_properties_of_the_records_and_no_others()
    {
        Assert.True(Report.Compare(typeof(AuditReport)) > 20, "The walk over the records found too few of them.");
        Assert.True(Drafted.Compare(typeof(Account)) > 20, "The walk over the records found too few of them.");
    }

    [Fact]
    public void Describe_every_property() => Assert.Empty(Report.Undescribed().Concat(Drafted.Undescribed()));

    [Fact]
    public void Fit_what_is_written()
    {
        foreach (var report in new[] { Reports.Ferry, Reports.Empty, Reports.WithoutClocks, Reports.Hostile, Reports.Long })
            Assert.Empty(Report.Problems(JsonNode.Parse(AuditJson.ToText(report))));
    }

    [Fact]
    public void Fit_an_account_that_was_read()
    {
        var request = new AuditRequest([Path.Combine(Repository.Root, "samples")], AuditOptions.Default);
        using var stream = new MemoryStream();
        ReadAccount.Write(stream, ReadAccount.Run(request, cancellation: TestContext.Current.CancellationToken).Value.Account);
        Assert.Empty(Drafted.Problems(JsonNode.Parse(stream.ToArray())));
    }

    [Theory]
    [InlineData("sources", "[{}]"), InlineData("claims", "{}"), InlineData("notes", "[1]")]
    public void Do_not_fit_when_a_part_is_wrong(string property, string value)
    {
        var json = JsonNode.Parse(AuditJson.ToText(Reports.Ferry))!.AsObject();
        json[property] = JsonNode.Parse(value);
        Assert.NotEmpty(Report.Problems(json));
    }
}
