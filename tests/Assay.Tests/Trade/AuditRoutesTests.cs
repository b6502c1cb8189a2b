using System.CommandLine;
using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Commands.Case;
using Assay.Dossier;
using Assay.Ground.Countries;
using Assay.Ground.Outcomes;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Trade;

/// <summary>The arrow from a text to the customs books: what it alleges is tested, and the dossier shows the verdict beside the
/// words.</summary>
public sealed class AuditRoutesTests : IDisposable
{
    private readonly SyntheticTrade trade;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-routes");

    public AuditRoutesTests(SyntheticTrade trade) => this.trade = trade;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Says_that_the_books_are_consistent_with_a_route_when_they_are_and_shows_the_card()
    {
        var reply = Audit($"{Name(trade.Destination)} may help Russia evade sanctions.", trade.Lake);
        var claim = Assert.Single(reply.Report.Claims);
        Assert.Equal((ClaimKind.Route, Outcome.Consistent), (claim.Kind, claim.Verdict));
        Assert.Contains("consistent with re-routing and never proof", string.Join(' ', claim.Findings), StringComparison.Ordinal);
        var page = Page(reply);
        Assert.Contains($"id=\"books-{claim.Id}\"", page, StringComparison.Ordinal);
        Assert.Contains("Read as: restricted goods reach", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_it_is_unknown_when_the_books_do_not_bear_on_it()
    {
        var claim = Assert.Single(Audit("Tonga helps Russia evade sanctions.", trade.Lake).Report.Claims);
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.Contains("unknown, not refuted", claim.NotTested, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_would_settle_it_when_there_are_no_books()
    {
        var reply = Audit("Tonga helps Russia evade sanctions.", null);
        var claim = Assert.Single(reply.Report.Claims);
        Assert.Equal(Outcome.Untested, claim.Verdict);
        Assert.StartsWith("Monthly exports of restricted goods to Tonga", claim.Ask[0], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", Page(reply), StringComparison.Ordinal); // no card, no looser policy
    }

    [Fact]
    public void Refuses_books_that_are_not_there()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "t.txt"), "Tonga helps Russia evade sanctions.");
        var request = new AuditRequest(
            [Path.Combine(folder.FullName, "t.txt")],
            AuditOptions.Default with
            {
                Lake = Path.Combine(folder.FullName, "gone"),
            }
        );
        Assert.Equal(ErrorKind.Input, AuditAccount.Run(request, cancellation: TestContext.Current.CancellationToken).Error!.Kind);
    }

    [Fact]
    public void Amounts_of_the_books_are_in_the_currency_that_is_asked_for()
    {
        var text = $"{Name(trade.Destination)} may help Russia evade sanctions.";
        var (euros, dollars) = (Page(Audit(text, trade.Lake)), Page(Audit(text, trade.Lake, "USD")));
        Assert.Contains("in EUR", euros, StringComparison.Ordinal);
        Assert.DoesNotContain("in USD", euros, StringComparison.Ordinal);
        Assert.Contains("in USD", dollars, StringComparison.Ordinal);
        Assert.DoesNotContain("in EUR", dollars, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in EUR", "in USD")]
    [InlineData("in USD", "in EUR", "--currency", "USD")]
    public void Amounts_of_a_case_are_in_the_currency_that_is_asked_for(string shown, string absent, params string[] options)
    {
        var (text, place) = (Path.Combine(folder.FullName, "t.txt"), Path.Combine(folder.FullName, "c.assay"));
        File.WriteAllText(text, $"{Name(trade.Destination)} may help Russia evade sanctions.");
        Case("new", place, "--title", "Routes");
        Case("add", place, text);
        Case("read", place);
        var page = Case(["check", place, "--format", "html", "--lake", trade.Lake, .. options]);
        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain(absent, page, StringComparison.Ordinal);
    }

    private static string Case(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CaseCommand.Create().Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error });
        Assert.True(code == 0, $"assay case {args[0]} ended with {code}: {error}{output}");
        return output.ToString();
    }

    private static string Name(string code) => CountryTable.Shipped.FindCode(code)!.UsualName;

    private AuditReply Audit(string text, string? lake, string? currency = null)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "t.txt"), text);
        var request = new AuditRequest(
            [Path.Combine(folder.FullName, "t.txt")],
            AuditOptions.Default with
            {
                Lake = lake,
                Currency = currency,
            }
        );
        return AuditAccount.Run(request, cancellation: TestContext.Current.CancellationToken).Value;
    }

    private static string Page(AuditReply reply)
    {
        using var writer = new StringWriter();
        DossierPage.Write(writer, reply.Report, reply.Routes);
        return writer.ToString();
    }
}
