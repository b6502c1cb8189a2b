using System.ComponentModel;
using Assay.Cases.Accounts;
using Assay.Cases.Books;
using Assay.Cases.Report;
using Assay.Cases.Routes;
using Assay.Cases.UseCases;
using Assay.Cases.Wording;
using Assay.Ground.Countries;
using Assay.Wording.Trade;
using ModelContextProtocol;
using NodaTime;
using NodaTime.Text;

namespace Assay.Mcp;

/// <summary>The tools that say what follows from the drafts.</summary>
internal sealed class VerdictTools(McpDesk desk)
{
    private const string Meaning =
        "always: it holds on every admissible reading of the clocks. sometimes: on some readings and not on others, so it depends on whose clock is meant. never: on none. "
        + "contradictory: what it rests on cannot all be true. untested: a link that it needs is unsure; that says nothing for or against it. unsettled: not decided within the budget.";

    [Description(
        "Tests every claim of the account over all zones that each clock may be on, and gives the verdicts: always, sometimes, never, contradictory, untested or unsettled. "
            + "Also says which events voices time differently, and what was refused. It is computed from the drafts alone: the same drafts give the same verdicts."
    )]
    public ClaimVerdicts CheckClaims(CancellationToken cancellation) =>
        desk.AskReport(
            (d, report) =>
                new ClaimVerdicts(
                    [.. report.Claims.Select(Claim)],
                    [.. report.Disagreements.Select(g => g.Sentence)],
                    [.. report.Refused.Select(r => r.Item is null ? r.Message : $"{r.Item}: {r.Message}")],
                    report.Notes,
                    DraftTools.Hashes(d),
                    Meaning,
                    McpDesk.Notice
                ),
            cancellation
        );

    [Description(
        "Explains one verdict of check_claims: how its words were read, the premises it follows from, the verdict under each combination of the clocks that decide it, the smallest change that would flip it, "
            + "and what to ask for to settle it."
    )]
    public ExplainedVerdict ExplainVerdict(
        [Description("Id of the claim, from check_claims or propose_drafts.")] string claim,
        CancellationToken cancellation
    ) =>
        desk.AskReport(
            (d, report) =>
            {
                var entry =
                    report.Claims.FirstOrDefault(c => c.Id == claim)
                    ?? throw new McpException(
                        report.Claims.Count == 0
                            ? "The account has no claims yet: propose some with propose_drafts."
                            : $"There is no claim “{claim}”; there are {string.Join(", ", report.Claims.Select(c => c.Id))}."
                    );
                return new ExplainedVerdict(
                    Claim(entry),
                    entry.Meaning,
                    entry.Findings,
                    [.. entry.Because.Select(b => b.Words)],
                    [
                        .. entry.Table.Select(r => new CombinationAnswer(
                            r.Words,
                            EnumNames.Of(r.Verdict),
                            Length(r.GapMin),
                            Length(r.GapMax),
                            r.Home
                        )),
                    ],
                    entry.Flip?.Words,
                    entry.Ask,
                    [.. entry.Links.Select(l => $"{l.Words}: {l.Reason}")],
                    DraftTools.Hashes(d),
                    McpDesk.Notice
                );
            },
            cancellation
        );

    [Description(
        "Gives the events in order of time under one reading of the clocks: each voice's own (home) clock, or every clock that states no zone read on one zone. "
            + "Compare readings to see what depends on the clock; no reading is the true one."
    )]
    public ChronologyAnswer Chronology(
        [Description("An IANA zone such as Europe/Kyiv, to read every clock that states no zone on it; left out, every voice's own clock.")]
            string? zone = null,
        CancellationToken cancellation = default
    )
    {
        if (zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            throw new McpException($"“{zone}” is no time zone: give an IANA id such as Europe/Berlin, or an offset such as UTC+03.");
        return desk.AskReport(
            (d, report) =>
                new ChronologyAnswer(
                    zone is null ? "every voice's own clock" : $"every clock that states no zone on {zone}",
                    [.. ShowChronology.Of(report, zone).Select(Row)],
                    DraftTools.Hashes(d),
                    McpDesk.Notice
                ),
            cancellation
        );
    }

    [Description(
        "Tests whether customs books support that goods reach a country through others (re-routing past sanctions). Where the server has no books, it says which statistics would settle it. "
            + "\"Supported\" is consistent with re-routing and never proof of it."
    )]
    public TradeAnswer TradeFinding(
        [Description("ISO two-letter codes of the countries through which goods are said to go, such as [\"KG\"].")] string[] through,
        [Description("ISO two-letter code of the country they are said to reach, such as RU.")] string target,
        [Description("HS or CN codes of the goods; left out, a list of high-priority goods that ships with Assay.")] string[]? goods = null,
        [Description("First month of it, as yyyymm such as 202203; left out, that of the list.")] int? since = null,
        [Description("Currency of the amounts, three letters such as USD; left out, EUR.")] string? currency = null,
        CancellationToken cancellation = default
    )
    {
        if ((goods ?? []).FirstOrDefault(g => g.Length is < 4 or > 8 || !g.All(char.IsAsciiDigit)) is { } wrong)
            throw new McpException($"“{wrong}” is no product code: give 4 to 8 digits, such as 854231.");
        if (currency is not null && (currency.Length != 3 || !currency.All(char.IsAsciiLetter)))
            throw new McpException($"“{currency}” is no currency: give its three letters, such as USD.");
        var claim = new RouteClaim([.. through.Select(Country)], Country(target)) { Goods = goods ?? [], Since = since };
        var tested = TestRoute.Run(
            new RouteRequest(claim, new BookOptions { Currency = currency ?? BookOptions.StandardCurrency }),
            desk.Lake,
            cancellation
        );
        if (!tested.Succeeded)
            throw new McpException(tested.Error.ToString());
        var verdict = tested.Value;
        return new TradeAnswer(
            desk.Lake is null ? "Unknown: this server has no customs books." : RouteWords.Verdict(verdict),
            RouteWords.Read(verdict),
            RouteWords.Assumed(verdict),
            RouteWords.Meaning,
            [.. RouteWords.Needs(verdict).Select(n => $"{n[0]}, as reported by {n[1]}, with {n[2]}: {n[3]}; {n[4]}")]
        );
    }

    private static string Country(string name) =>
        CountryTable.Shipped.Find(name)?.Code
        ?? throw new McpException($"“{name}” is no country: give its ISO two-letter code or its name.");

    private static ClaimVerdictAnswer Claim(ClaimEntry c) =>
        new(
            c.Id,
            EnumNames.Of(c.Kind),
            c.Sentence,
            EnumNames.Of(c.Verdict),
            c.Heading,
            c.NotTested,
            c.Home is { } home ? EnumNames.Of(home) : null,
            Length(c.HomeGapMin),
            Length(c.HomeGapMax),
            Length(c.GapMin),
            Length(c.GapMax),
            c.Findings.Count > 0 ? c.Findings[0] : "",
            c.Quote.Exact
        );

    private static ChronologyEvent Row(ChronologyRow r) =>
        new(
            r.Instant is { } at ? InstantPattern.General.Format(at) : null,
            r.Event,
            r.Label,
            r.Local.ToString(),
            r.Zone,
            r.Stated,
            r.Voice,
            EnumNames.Of(r.Role),
            r.Clock
        );

    private static string? Length(Duration? length) => length is { } value ? LengthForm.Of(value) : null;
}
