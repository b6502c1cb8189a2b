using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Cases.UseCases;

namespace Assay.Cases.Tests.Accounts;

public sealed class DecisionTests : IDisposable
{
    private readonly Night night = new();

    public void Dispose() => night.Dispose();

    private Account Drafts => ReadAccount.Run(new AuditRequest([night.SourceFile], AuditOptions.Default)).Value.Account;

    [Fact]
    public void Leaves_the_drafts_as_they_are_when_nothing_is_decided()
    {
        var drafts = Drafts;
        Assert.Same(drafts, Account.Of(drafts, []));
    }

    [Fact]
    public void Takes_out_what_rests_on_an_item_that_is_struck_and_nothing_else()
    {
        var drafts = Drafts;
        var struck = drafts.Claims[0].Earlier;
        var account = Account.Of(drafts, [new Struck(struck)]);
        Assert.Equal(drafts.Events.Count - 1, account.Events.Count);
        Assert.DoesNotContain(account.Clocks, c => c.Event == struck);
        Assert.DoesNotContain(account.Claims, c => c.Earlier == struck || c.Later == struck);
        Assert.Equal(drafts.Statements, account.Statements);
        Assert.Empty(Checked(account).Report.Refused);
    }

    [Fact]
    public void Gives_a_label_and_a_zone_and_the_last_word_counts()
    {
        var drafts = Drafts;
        var (made, zone) = (drafts.Events[0].Id, drafts.Zones[0].Id);
        Decision[] decisions =
        [
            new Renamed(made, "first"),
            new ZoneSettled(zone, "Asia/Tokyo", "a slip"),
            new Renamed(made, "second"),
            new ZoneSettled(zone, "Europe/Riga", "the office says so"),
            new Struck("e-gone"),
        ];
        var reply = Checked(Account.Of(drafts, decisions));
        Assert.Empty(reply.Report.Refused);
        Assert.Equal("second", reply.Report.Events.Single(e => e.Id == made).Label);
        Assert.All(reply.Report.Clocks.Where(c => c.Variable == zone), c => Assert.Equal("Europe/Riga", Assert.Single(c.Zones).Zone));
    }

    private static AuditReply Checked(Account account)
    {
        using var stream = new MemoryStream();
        ReadAccount.Write(stream, account);
        return Night.Check(stream.ToArray());
    }
}
