using System.Text;
using Assay.Cases.Accounts;
using Assay.Cases.Proposals;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Cases.Tests.Proposals;

/// <summary>A small report for drafters, and a desk on it.</summary>
internal static class Pier
{
    public const string Text = """
        The night the barge came loose

        The harbour office in Riga shut the lock at 11:40 p.m. on 3 May 2021. The barge struck the pier at 9:55 p.m. GMT, the insurer in London said.
        “The barge struck the pier well before the lock was shut,” its owner maintains. Perhaps the lock had been left open for a while. Was the lock open at all?

        Twenty minutes after the barge struck the pier the alarm rang, and the barge struck the pier again. At least 14 people were hurt.
        """;

    public static ProposalDesk Desk(string text = Text)
    {
        var desk = new ProposalDesk(new Account(), new Dictionary<string, SourceDocument>());
        desk.Add(SourceIntake.Read(Encoding.UTF8.GetBytes(text), "pier.txt").Value, "pier.txt");
        return desk;
    }

    public static Proposal Event(string key, int sentence, params string[] words) =>
        new()
        {
            Kind = "event",
            Key = key,
            Label = key,
            Sentence = sentence,
            Words = words,
        };

    public static Proposal Zone(string key, params string[] zones) =>
        new()
        {
            Kind = "zone",
            Key = key,
            Voice = [key],
            Zones = [.. zones.Select((z, i) => new ProposedZone(z, i == 0))],
        };

    /// <summary>An event and a zone that others may refer to, then the proposals.</summary>
    public static IReadOnlyList<ProposalOutcome> Propose(params Proposal[] proposals)
    {
        Proposal[] all =
        [
            Event("shut", 2, "shut the lock at"),
            Event("struck", 3, "The barge struck the pier"),
            Zone("office", "Europe/Riga"),
            .. proposals,
        ];
        return [.. Desk().Propose("tester", "person", null, all).Outcomes.Skip(3)];
    }
}
