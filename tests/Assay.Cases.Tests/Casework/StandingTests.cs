using System.Text;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Report;

namespace Assay.Cases.Tests.Casework;

/// <summary>A case is tested beside the work on it: nobody waits for it, what is from before a decision is said to be, and in the end it
/// says what a case says that was just opened.</summary>
public sealed class StandingTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly CaseFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Gives_the_report_before_a_decision_and_then_what_it_changed()
    {
        var (place, desk) = Large();
        var before = Standing(desk);
        Assert.True(before.IsCurrent);
        var claim = before.Report.Claims[0];
        var done = Work.Decide(desk, new DecideRequest(new Struck(claim.Earlier!)) { ShowChanges = false }).Value;
        Assert.Empty(done.Changed);
        var standing = Standing(desk);
        Assert.False(standing.IsCurrent);
        Assert.Same(before.Report, standing.Report);
        var after = Ended(desk);
        Assert.Equal(Fresh(place), AuditJson.ToText(after.Report));
        var tested = StandingCheck.Of(desk.Case, done.Entry.Sequence)!;
        Assert.Equal((done.Entry.Sequence - 1, done.Entry.Sequence), (tested.After, tested.Until));
        Assert.Equal(VerdictChanges.Between(before.Report, after.Report), tested.Changed);
        Assert.Contains(tested.Changed, c => c.Claim == claim.Id && c.After is null);
        Assert.Null(StandingCheck.Of(desk.Case, done.Entry.Sequence + 1));
    }

    [Theory, InlineData(1), InlineData(OpenedCase.UsuallyLarge)]
    public void Who_does_not_wait_gets_the_report_from_before_marked_and_then_the_new_one(int largeFrom)
    {
        var (place, desk) = Large(largeFrom);
        var before = Standing(desk);
        var claim = before.Report.Claims[0];
        var done = Work.Decide(desk, new DecideRequest(new Struck(claim.Earlier!)) { ShowChanges = false }).Value;
        Assert.False(done.IsCompared);
        var standing = AtOnce(desk);
        Assert.False(standing.IsCurrent);
        Assert.Same(before.Report, standing.Report);
        Assert.Null(StandingCheck.Of(desk.Case, done.Entry.Sequence));
        var after = Ended(desk, AtOnce);
        Assert.Equal(Fresh(place), AuditJson.ToText(after.Report));
        Assert.Contains(StandingCheck.Of(desk.Case, done.Entry.Sequence)!.Changed, c => c.Claim == claim.Id && c.After is null);
    }

    [Fact]
    public void Who_waits_gets_the_report_of_a_case_of_usual_size_as_it_is_now()
    {
        var (place, desk) = Large(OpenedCase.UsuallyLarge);
        var claim = Standing(desk).Report.Claims[0];
        Work.Decide(desk, new DecideRequest(new Struck(claim.Earlier!)) { ShowChanges = false });
        Assert.False(AtOnce(desk).IsCurrent); // a test is under way
        var standing = Standing(desk);
        Assert.True(standing.IsCurrent);
        Assert.Equal(Fresh(place), AuditJson.ToText(standing.Report));
    }

    [Fact]
    public void What_a_decision_changed_is_told_whoever_made_the_test()
    {
        var (_, desk) = Large(OpenedCase.UsuallyLarge);
        var claims = Standing(desk).Report.Claims;
        var first = Work.Decide(desk, new DecideRequest(new Struck(claims[0].Id)) { ShowChanges = false }).Value.Entry.Sequence;
        Assert.True(Work.Check(desk.Case).Succeeded); // another page asks
        var second = Work.Decide(desk, new DecideRequest(new Accepted(claims[1].Id)) { ShowChanges = false }).Value.Entry.Sequence;
        Assert.True(Standing(desk).IsCurrent);
        Assert.Equal(claims[0].Id, Assert.Single(StandingCheck.Of(desk.Case, first)!.Changed).Claim);
        Assert.Empty(StandingCheck.Of(desk.Case, second)!.Changed);
    }

    [Fact]
    public void Accepting_needs_no_test()
    {
        var (_, desk) = Large();
        var before = Standing(desk);
        Work.Decide(desk, new DecideRequest(new Accepted(before.Report.Claims[0].Id)) { ShowChanges = false });
        Assert.Equal(before, Standing(desk));
    }

    [Fact]
    public void Says_in_the_end_what_a_case_says_that_was_just_opened_after_any_decisions()
    {
        var random = new Random(9);
        var (place, desk) = Large();
        _ = Standing(desk);
        for (var step = 0; step < 12; step++)
        {
            var items = CaseFolder.Items(desk, "events", "clocks", "claims");
            Decision decision = random.Next(3) switch
            {
                0 => new Accepted(items[random.Next(items.Count)].Id),
                1 => new Skipped(items[random.Next(items.Count)].Id),
                _ => new Struck(items[random.Next(items.Count)].Id),
            };
            Assert.True(Work.Decide(desk, new DecideRequest(decision) { ShowChanges = false }).Succeeded);
            if (random.Next(4) == 0)
                Assert.True(Work.Undo(desk, new UndoRequest { ShowChanges = false }).Succeeded);
            if (random.Next(2) == 0)
                _ = Standing(desk);
            if (random.Next(3) == 0)
                Assert.Equal(Fresh(place), AuditJson.ToText(Ended(desk).Report));
        }

        Assert.Equal(Fresh(place), AuditJson.ToText(Ended(desk).Report));
    }

    [Fact]
    public void A_case_is_closed_while_it_is_tested_and_closed_again()
    {
        var (_, desk) = Large();
        var before = Standing(desk);
        Work.Decide(desk, new DecideRequest(new Struck(before.Report.Claims[0].Id)) { ShowChanges = false });
        Assert.False(Standing(desk).IsCurrent);
        desk.Case.Dispose();
        desk.Case.Dispose();
    }

    [Fact]
    public void A_source_that_came_since_is_never_missing()
    {
        var (_, desk) = Large();
        _ = Standing(desk);
        var added = Work.Add(
            desk,
            new AddRequest([]) { Given = [new GivenSource("new.txt", "The gate shut at 6:30 p.m. on 3 May 2021."u8.ToArray())] }
        );
        var standing = Standing(desk);
        Assert.True(standing.IsCurrent);
        Assert.Contains(standing.Report.Sources, s => s.Id == added.Value.Added[0].Id);
    }

    private (string Place, Desk Desk) Large(int largeFrom = 1)
    {
        var place = folder.Place(CaseFolder.Sqlite);
        var made = folder.New(place, out _);
        var given = new GivenSource("night.txt", Encoding.UTF8.GetBytes(Tests.Accounts.Night.Text));
        Assert.Single(Work.Add(made, new AddRequest([]) { Given = [given] }).Value.Added);
        Assert.True(Work.Read(made, new ReadCaseRequest()).Succeeded);
        return (place, new Desk(folder.Open(place, largeFrom), "Ada", folder.Clock));
    }

    private static StandingReply Standing(Desk desk) => StandingCheck.Run(desk.Case, TestContext.Current.CancellationToken).Value;

    private static StandingReply AtOnce(Desk desk) =>
        StandingCheck.Run(desk.Case, TimeSpan.Zero, TestContext.Current.CancellationToken).Value;

    private static StandingReply Ended(Desk desk, Func<Desk, StandingReply>? ask = null)
    {
        for (var since = System.Diagnostics.Stopwatch.StartNew(); since.Elapsed < Longest; Thread.Sleep(5))
            if ((ask ?? Standing)(desk) is { IsCurrent: true } ended)
                return ended;
        throw new InvalidOperationException("The test of the case does not end.");
    }

    private static string Fresh(string place)
    {
        using var opened = OpenCase.Run(place).Value;
        return AuditJson.ToText(Work.Check(opened).Value.Report);
    }
}
