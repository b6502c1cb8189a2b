using Assay.Cases.Accounts;
using Assay.Cases.Report;

namespace Assay.Cases.Tests.Audit;

/// <summary>Bounds and guards of an audit, each with texts on both sides of it.</summary>
public sealed class GuardTests
{
    private static AuditReport Told(string body) => Audited.Text("The quay at Varn\n\nVarna, 9 May 2023\n\n" + body + "\n");

    [Theory]
    [InlineData("The harbour master", "The harbour master", 2, 0)]
    [InlineData("The harbour master", "The coast guard", 1, 1)]
    public void Takes_two_clock_times_for_one_event_when_two_voices_give_them(string one, string other, int events, int disagreements)
    {
        var report = Told(
            $"""
            {one} said that the grain ferry struck the north quay at 9 a.m. on 4 May.
            {other} said that the grain ferry struck the north quay at 11 a.m. on 4 May.
            """
        );
        Assert.Equal(events, report.Events.Count(e => e.Label.Contains("struck", StringComparison.Ordinal)));
        Assert.Equal(disagreements, report.Disagreements.Count);
    }

    [Theory]
    [InlineData("Varna, 9 May 2023", "Anna Lund and the Border Guard of Bulgaria", 1)]
    [InlineData("Tampere, 9 May 2023", "Pekka Salo and the Rescue Service of Finland", 0)]
    [InlineData("Tampere, 9 May 2023", "Anna Lund and the Rescue Service of Finland", 0)]
    [InlineData("Varna, 9 May 2020", "Anna Lund and the Border Guard of Bulgaria", 0)]
    public void Sets_figures_of_two_sources_against_each_other_when_they_tell_of_the_same(string dateline, string who, int conflicts)
    {
        var report = Audited.Text(
            "The quay\n\nVarna, 10 May 2023\n\nAnna Lund and the Border Guard of Bulgaria said that 12 soldiers were killed.\n",
            $"The pier\n\n{dateline}\n\n{who} said that 30 soldiers were killed.\n"
        );
        Assert.Equal(conflicts, report.Conflicts.Count(c => c.Figures.Count == 2));
    }

    [Theory]
    [InlineData("Oslo", 1)]
    [InlineData("Tampere", 0)] // Varna alone is named by both
    public void Sets_figures_of_two_sources_against_each_other_when_they_share_two_names(string other, int conflicts)
    {
        var report = Audited.Text(
            "The bell\n\nThe bell rang in Varna and in Oslo on 9 May 2023. 12 soldiers were killed.\n",
            $"The tower\n\nThe bell rang in Varna and in {other} on 9 May 2023. 30 soldiers were killed.\n"
        );
        Assert.Equal(conflicts, report.Conflicts.Count(c => c.Figures.Count == 2));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(5, 1)]
    [InlineData(15, 0)]
    public void Takes_two_sources_for_unrelated_when_less_than_a_quarter_of_their_names_is_shared(int cities, int conflicts)
    {
        string[] there =
        [
            "Oslo",
            "Bergen",
            "Trondheim",
            "Stavanger",
            "Tromsø",
            "Drammen",
            "Kristiansand",
            "Bodø",
            "Molde",
            "Hamar",
            "Larvik",
            "Harstad",
            "Narvik",
            "Alta",
            "Kirkenes",
        ];
        string[] here =
        [
            "Lima",
            "Arequipa",
            "Trujillo",
            "Cusco",
            "Piura",
            "Chiclayo",
            "Iquitos",
            "Huancayo",
            "Tacna",
            "Puno",
            "Ayacucho",
            "Cajamarca",
            "Huaraz",
            "Tumbes",
            "Moquegua",
        ];
        string Body(int killed, string[] names) =>
            "The quay\n\nVarna, 10 May 2023\n\n"
            + $"Anna Lund and the Border Guard of Bulgaria said that {killed} soldiers were killed.\n\n"
            + string.Join("\n\n", names.Take(cities).Select(n => $"The bell rang in {n}."))
            + "\n";
        var report = Audited.Text(Body(12, there), Body(30, here));
        Assert.Equal(conflicts, report.Conflicts.Count(c => c.Figures.Count == 2));
    }

    [Theory]
    [InlineData("Nine people drowned, the company said.", 1)]
    [InlineData("Two of the people drowned below the bridge, the company said.", 0)]
    public void Takes_a_number_of_some_of_them_for_a_part(string sentence, int conflicts)
    {
        var report = Audited.Text("The weir\n\nOslo, 10 May 2023\n\nEleven people drowned on 9 May, the police said. " + sentence + "\n");
        Assert.Equal(conflicts, report.Conflicts.Count(c => c.Figures.Count == 2));
    }

    [Fact]
    public void Puts_claims_first_that_cannot_hold_and_last_that_were_not_tested()
    {
        var report = Told(
            """
            The warden called the depot at 9:10 a.m. on 3 May. The cook called the depot at 9:50 a.m. on 3 May. The gate was shut at 9:30 a.m. on 3 May, before the call.

            The baker lit the oven at 6:10 a.m. on 4 May. The miller rang the bell at 7:30 a.m. on 4 May, after the baker lit the oven.

            The smith opened the forge at 5:00 a.m. on 6 May, before the storm.

            The pilot raised the flag at 8:10 a.m. on 5 May. The sexton locked the chapel at 7:30 a.m. on 5 May, after the pilot raised the flag.
            """
        );
        Assert.Equal([Outcome.Never, Outcome.Sometimes, Outcome.Always, Outcome.Untested], report.Claims.Select(c => c.Verdict));
    }

    [Fact]
    public void Puts_a_claim_that_a_clock_decides_before_one_that_an_unstated_time_decides()
    {
        var report = Told(
            """
            The smith opened the forge at 5:00 a.m. on 6 May, before the storm.

            The harbour office in Riga shut the lock at 11:40 p.m. on 3 May 2021. The barge struck the pier at 9:55 p.m. on 3 May 2021, the insurer in London said. The barge struck the pier well before the lock was shut, its owner said.
            """
        );
        Assert.Equal([Outcome.Sometimes, Outcome.Sometimes], report.Claims.Select(c => c.Verdict));
        Assert.Equal([2, 0], report.Claims.Select(c => c.DecidedBy.Count));
    }

    [Fact]
    public void Takes_no_claim_for_a_premise_of_another_when_clocks_time_both_its_events()
    {
        var report = Told(
            """
            The harbour office in Riga shut the lock at 11:40 p.m. on 3 May 2021. The barge struck the pier at 9:55 p.m. on 3 May 2021, the insurer in London said. The barge struck the pier well before the lock was shut, its owner said. The barge struck the pier before the lock was shut, its pilot said.
            """
        );
        Assert.Equal([Outcome.Sometimes, Outcome.Sometimes], report.Claims.Select(c => c.Verdict));
    }

    [Theory]
    [InlineData("10:30 a.m.", Outcome.Never)] // 25.5 hours: two clocks of the world may be that far apart
    [InlineData("11:30 a.m.", Outcome.Untested)] // 26.5 hours: none are
    public void Tests_a_gap_of_minutes_when_clocks_may_make_up_for_what_it_is_off(string time, Outcome verdict)
    {
        var report = Told(
            $"The mayor closed the bridge at 9 a.m. on 3 May. The engineer arrived at {time} on 4 May. The engineer arrived 20 minutes after the mayor had closed the bridge."
        );
        Assert.Equal(verdict, Assert.Single(report.Claims).Verdict);
    }

    // Paris and Berlin are 879 km apart.
    [Theory]
    [InlineData(1160, Outcome.Always)]
    [InlineData(1185, Outcome.Never)]
    [InlineData(710, Outcome.Always)]
    [InlineData(695, Outcome.Never)]
    public void Takes_a_distance_for_right_when_it_is_off_by_a_quarter_at_most(int kilometres, Outcome verdict) =>
        Assert.Equal(verdict, Assert.Single(Told($"Berlin is {kilometres} km from Paris.").Claims).Verdict);

    [Theory]
    [InlineData("2 March 2023", "20 April 2023", 1)]
    [InlineData("3 March 2023", "20 April 2023", 2)]
    [InlineData("3 March 2023", "21 April 2023", 1)]
    public void Counts_an_event_when_its_day_lies_in_the_window(string first, string last, int listed)
    {
        var report = Told(
            $"""
            The guards raided the quay on {first}. The guards raided the mill on {last}.

            From 3 March 2023 to 20 April 2023 there were two raids.
            """
        );
        Assert.Equal(listed, Assert.Single(report.Claims, c => c.Kind == ClaimKind.Count).Count!.Listed);
    }

    [Theory]
    [InlineData("9:47", Outcome.Always)]
    [InlineData("9:46", Outcome.Sometimes)]
    [InlineData("9:45", Outcome.Never)]
    [InlineData("9:49", Outcome.Never)]
    public void Tests_a_length_to_the_minute_when_it_is_told_to_the_minute(string time, Outcome verdict)
    {
        var report = Told(
            $"The pilot raised the flag at 9:10 a.m. on 5 May. The sexton locked the chapel at {time} a.m. on 5 May. The sexton locked the chapel 37 minutes after the pilot raised the flag."
        );
        Assert.Equal(verdict, Assert.Single(report.Claims).Verdict);
    }

    [Theory]
    [InlineData(28, 27 * 28 / 2)]
    [InlineData(29, (3 * 26) + 2 + 1)]
    public void Orders_every_pair_of_clocks_when_they_are_few_and_neighbours_when_they_are_many(int clocks, int orders)
    {
        string[] names = ["Berg", "Lund", "Holm", "Dahl", "Vik", "Moe", "Ness", "Rud", "Lie", "Hagen"];
        string[] did = ["closed the bridge", "rang the bell", "lit the oven"];
        var told = Enumerable.Range(0, clocks).Select(i => $"{names[i % 10]} {did[i / 10]} at {8 + (i / 6)}:{i % 6}5 a.m. on 3 May.");
        Assert.Equal(orders, Told(string.Join("\n\n", told)).Orders.Count);
    }
}
