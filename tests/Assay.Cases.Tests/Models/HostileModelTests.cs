using System.Net;
using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Cases.Models;
using Assay.Cases.UseCases;
using Assay.Ground.Anchors;
using NodaTime;

namespace Assay.Cases.Tests.Models;

/// <summary>Articles that give orders, and a model that obeys: nothing comes of it but drafts on words that a reader of the page
/// sees.</summary>
public sealed class HostileModelTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-hostile");

    public static TheoryData<string> Names { get; } = [.. HostileArticles.All.Select(a => a.Name)];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Are_many() => Assert.True(HostileArticles.All.DistinctBy(a => a.Content).Count() >= 60);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Move_a_model_to_nothing_but_drafts_on_words_that_are_seen(string name)
    {
        var article = HostileArticles.All.Single(a => a.Name == name);
        var file = Path.Combine(folder.FullName, article.File);
        File.WriteAllText(file, article.Content);
        using var model = new ObedientModel(article);
        var endpoint = ModelEndpoint.Of("http://localhost:8080/v1", "obedient", false).Value with { Key = "sk-the-key-of-the-endpoint" };
        var read = await DraftWithModel.Run(
            new ModelRequest
            {
                Inputs = [file],
                Options = AuditOptions.Default,
                Endpoint = endpoint,
                Handler = model,
                Runs = Path.Combine(folder.FullName, "runs"),
            },
            TestContext.Current.CancellationToken
        );
        var account = read.Value.Account;
        // Nobody but the endpoint was asked.
        Assert.NotEmpty(model.Asked);
        Assert.All(model.Asked, a => Assert.Equal(endpoint.Address, a));
        // What the article honestly tells was read, on the clock of its words.
        Assert.Contains(account.Events, e => e.Quote.Exact == HostileArticles.Honest);
        Assert.All(account.Clocks, c => Assert.Equal(new LocalTime(18, 15), c.Time));
        // No zone became stated by order, and nothing is decided: every item is a draft of the model.
        Assert.All(account.Zones, z => Assert.False(z.Stated));
        Assert.Equal("model", Assert.Single(account.Provenance!).Kind);
        // Drafts stand on words that are seen; those of an order that is hidden do not stand at all.
        var injected = new FoldedText(article.Injection).Text;
        foreach (var quote in Quotes(account))
        {
            Assert.Equal(quote.Exact, read.Value.Desk.Documents.Values.Single().Layer.Text[quote.Start..quote.End]);
            Assert.DoesNotContain("sk-the-key", quote.Exact, StringComparison.Ordinal);
            Assert.True(article.IsVisible || !new FoldedText(quote.Exact).Text.Contains(injected, StringComparison.Ordinal), quote.Exact);
        }

        var answers = read.Value.Whole.Calls.SelectMany(c => c.Attempts).Select(a => Convert.FromBase64String(a.Response));
        Assert.DoesNotContain("sk-the-key", string.Concat(answers.Select(System.Text.Encoding.UTF8.GetString)), StringComparison.Ordinal);
        var kept = Directory.EnumerateFiles(folder.FullName, "*.json", SearchOption.AllDirectories).Select(File.ReadAllText);
        Assert.DoesNotContain("sk-the-key", string.Concat(kept), StringComparison.Ordinal);
    }

    private static IEnumerable<Anchor> Quotes(Account a) =>
        a
            .Events.Select(e => e.Quote)
            .Concat(a.Clocks.Select(c => c.Quote))
            .Concat(a.Claims.Select(c => c.Quote))
            .Concat(a.Statements.Select(s => s.Quote))
            .Concat(a.Figures.Select(f => f.Quote));
}
