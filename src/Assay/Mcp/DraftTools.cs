using System.ComponentModel;
using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Proposals;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assay.Mcp;

/// <summary>The tools about drafts: what of a source was read so far, by whomever, and what more is proposed.</summary>
internal sealed class DraftTools(McpDesk desk)
{
    private const int MostDrafts = 200;

    /// <summary>What propose_drafts is for.</summary>
    public const string ProposeDescription = """
        Proposes what a source tells, for Assay to check. Propose, in one call or several: (1) an event for everything that happened and has a time or is compared with another: one event where several voices
        time the same thing, with a clock of each, so that check_claims can say how far they differ; (2) a zone for every
        voice that gives a time (author, witness, agency, log), with the time zones its clock may be on, its own seat first; (3) a clock for every local time, with the event, the zone and the day;
        (4) a claim for every statement that one event came before or after another, so long apart, or at the same time; (5) statements, figures, figures that count the same thing, places and actors if wanted. Each names the number of a sentence and
        exact words of it. Copy the words; do not repair, shorten or translate them. Do not work out differences or convert zones yourself: Assay does, over every zone that each clock may be on.
        The answer says for each draft whether it was taken, or why it was refused and what to do; refused drafts may be proposed again, put right. Where the words tell a value themselves, Assay's
        reading stands. Nothing is decided or published by proposing.
        """;

    [Description(
        "Lists the drafts of the account so far (events, zones, clocks, claims, statements, figures, sameFigures, places, actors, questions, forecasts), with the words each rests on and who drafted it, and the proposals that were refused. "
            + "A draft is what somebody read, not a fact."
    )]
    public DraftList ListDrafts(
        [Description("Only this kind: event, zone, clock, claim, statement, figure, sameFigure, place, actor, question or forecast.")]
            string? kind = null,
        [Description("The draft to begin with, from 1; nextCursor of the answer before.")] int cursor = 1,
        [Description("How many drafts to give, at most 200.")] int limit = MostDrafts
    ) =>
        desk.Ask(d =>
        {
            var all = Drafts(d).Where(r => kind is null || r.Kind == kind).ToList();
            var from = Math.Max(1, cursor);
            var part = all.Skip(from - 1).Take(Math.Clamp(limit, 1, MostDrafts)).ToList();
            return new DraftList(
                part,
                all.Count,
                from - 1 + part.Count < all.Count ? from + part.Count : null,
                [.. d.Refused.Select(o => new RefusedDraft(o.Kind, o.Key, EnumNames.Of(o.Reason!.Value), o.Message))],
                Hashes(d),
                McpDesk.Notice
            );
        });

    /// <summary>As <see cref="ProposeDrafts"/>, with the shape of a draft: what it takes is described by this one.</summary>
    public static ProposedDrafts Typed(
        [Description("Who you are: the name of your model or program. It is written into the account.")] string drafter,
        [Description("The drafts.")] IReadOnlyList<Proposal> drafts
    ) => throw new NotSupportedException($"{drafter} {drafts.Count}");

    /// <summary>Takes proposals one by one.</summary>
    public ProposedDrafts ProposeDrafts(McpServer server, string drafter, JsonElement drafts, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(drafter))
            throw new McpException("Say who you are (“drafter”): the name is written into the account.");
        if (desk.Ask(d => d.Sheets.Count == 0))
            throw new McpException(desk.NoSource);
        var reply = desk.Propose(drafter.Trim(), Client(server.ClientInfo), ProposalReader.Read(drafts), cancellation);
        return new ProposedDrafts(
            [.. reply.Outcomes.Select(Outcome)],
            reply.Taken,
            reply.Outcomes.Count - reply.Taken,
            reply.Refused,
            desk.Ask(Hashes),
            reply.Taken == reply.Outcomes.Count
                ? "Go on, or see check_claims."
                : "Put the refused ones right and propose them again; see check_claims for the rest.",
            McpDesk.Notice
        );
    }

    private static string? Client(Implementation? client) => client is null ? null : Printable.Of($"{client.Name} {client.Version}".Trim());

    private static ProposedDraft Outcome(ProposalOutcome o) =>
        new(
            o.Index,
            o.Key,
            o.Kind,
            o.Taken,
            o.Id,
            o.Reason is { } r ? EnumNames.Of(r) : null,
            o.Message,
            o.Words,
            o.Quote?.Exact,
            o.Differences
        );

    /// <summary>The hashes of the sources, by id.</summary>
    public static Dictionary<string, string> Hashes(ProposalDesk d) =>
        d.Sheets.ToDictionary(s => s.Key, s => s.Value.Document.Sha256, StringComparer.Ordinal);

    private static IEnumerable<DraftAnswer> Drafts(ProposalDesk d)
    {
        var a = d.Account;
        var by = (a.Provenance ?? [])
            .SelectMany(p => p.Items.Select(i => (i, p.By)))
            .DistinctBy(p => p.i)
            .ToDictionary(p => p.i, p => p.By, StringComparer.Ordinal);
        var label = a.Events.ToDictionary(e => e.Id, e => e.Label, StringComparer.Ordinal);
        return
        [
            .. a.Events.Select(e => Draft(e.Id, "event", e.Label, e.Quote)),
            .. a.Zones.Select(z =>
                Draft(z.Id, "zone", $"{z.Voice}: {string.Join(", ", z.Candidates.Select(Choice))}{(z.Stated ? " (stated)" : "")}", null)
            ),
            .. a.Clocks.Select(c =>
                Draft(
                    c.Id,
                    "clock",
                    $"{label.GetValueOrDefault(c.Event)}: {c.Date?.ToString("uuuu-MM-dd", null)} {c.Time?.ToString("HH:mm", null)}".TrimEnd(),
                    c.Quote
                )
            ),
            .. a.Claims.Select(c =>
                Draft(
                    c.Id,
                    "claim",
                    $"{EnumNames.Of(c.Kind)}: {label.GetValueOrDefault(c.Earlier)} → {label.GetValueOrDefault(c.Later)}",
                    c.Quote
                )
            ),
            .. a.Statements.Select(s => Draft(s.Id, "statement", $"{string.Join(" > ", s.Voice)}: {EnumNames.Of(s.Stance)}", s.Quote)),
            .. a.Figures.Select(f => Draft(f.Id, "figure", $"{f.Value ?? f.Min ?? f.Max} {f.Unit} {f.Subject}".Trim(), f.Quote)),
            .. a.SameFigures.Select(s => Draft(s.Id, "sameFigure", $"{s.Subject}: {string.Join(", ", s.Figures)}", null)),
            .. a.Places.Select(p => Draft(p.Id, "place", p.Name, p.Mentions is [var named, ..] ? named : null)),
            .. a.Actors.Select(i =>
                Draft(i.Id, "actor", $"{i.Name} ({EnumNames.Of(i.Kind)})", i.Mentions is [var named, ..] ? named : null)
            ),
            .. a.Questions.Select(q => Draft(q.Id, "question", string.Join(" > ", q.Voice), q.Quote)),
            .. a.Forecasts.Select(f => Draft(f.Id, "forecast", string.Join(" > ", f.Voice), f.Quote)),
        ];

        DraftAnswer Draft(string id, string kind, string summary, Anchor? quote)
        {
            var sheet = quote is null ? null : d.Sheets.GetValueOrDefault(quote.Source);
            return new DraftAnswer(id, kind, summary, sheet?.Id, sheet?.NumberAt(quote!.Start), quote?.Exact, by.GetValueOrDefault(id));
        }

        static string Choice(ZoneChoice c) => c.Home ? $"{c.Zone} (home)" : c.Zone;
    }
}
