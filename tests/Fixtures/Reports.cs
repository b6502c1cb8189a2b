using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Chronology.Model;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Tests.Fixtures;

/// <summary>Reports made by hand: an invented ferry, every kind of verdict, and the awkward ends.</summary>
internal static class Reports
{
    /// <summary>Nothing but a source without a word of time.</summary>
    public static AuditReport WithoutClocks =>
        new()
        {
            Version = "0.1.0",
            Sources =
            [
                Draft.Source(
                    "s1",
                    "On the virtues of slow ferries",
                    ("title", "On the virtues of slow ferries"),
                    ("paragraph", "A ferry that is never early is never late either.")
                ),
            ],
            Notes = ["No time was found in s1.txt, so there was no clock to test."],
        };

    /// <summary>No source could be read.</summary>
    public static AuditReport Empty =>
        new()
        {
            Version = "0.1.0",
            Sources = [],
            Refused = [new RefusedEntry("gone.txt", "There is no such file. Check the name.")],
        };

    /// <summary>Text that would like to be markup.</summary>
    public static AuditReport Hostile
    {
        get
        {
            const string evil =
                "</script><script>window.hit = 1</script><img src=x onerror=\"window.hit=1\">' \" & \u202Egnp.exe\u202C \u0000 שלום עולם";
            var source = Draft.Source("s1", evil, ("title", evil), ("paragraph", "مرحبا at 5 p.m. " + evil), ("furniture", evil));
            var quote = source.In("مرحبا at 5 p.m. " + evil);
            var label = evil + new string('W', 400);
            return new AuditReport
            {
                Version = "0.1.0",
                Sources = [source with { File = evil, Bio = evil, Disclaimer = evil, Site = evil, Authors = [evil] }],
                Events =
                [
                    Draft.Event("e1", label, quote, "2021-11-01T15:00:00Z", "2021-11-01T18:00:00Z", "2021-11-01T15:00:00Z", [evil]),
                    Draft.Event("e2", evil, quote, null, "2021-11-02T15:00:00Z", null),
                ],
                Clocks =
                [
                    new ClockEntry(
                        "k1",
                        "e1",
                        evil,
                        "z1",
                        LocalMoment.Of(new LocalDateTime(2021, 11, 1, 17, 0)),
                        [],
                        Duration.FromMinutes(1),
                        ClockRole.Event,
                        true,
                        false,
                        [Draft.Zone("Europe/Helsinki", evil, evil, true, "+02:00", Draft.At("2021-11-01T15:00:00Z"))],
                        source.In("5 p.m.")
                    ),
                ],
                Globals = [new GlobalEntry("\"><script>", evil, evil, new Dictionary<string, ZoneEntry>())],
                Claims =
                [
                    new ClaimEntry
                    {
                        Id = "c1",
                        Kind = ClaimKind.Order,
                        Origin = "text",
                        Quote = quote,
                        Sentence = label,
                        Verdict = Outcome.Unsettled,
                        Heading = "Not settled within the budget",
                        Earlier = "e2",
                        Later = "e1",
                        Min = Duration.Zero,
                        Findings = [evil],
                        Ask = [evil],
                        Voice = [evil],
                    },
                ],
                Statements = [new StatementEntry("st1", [evil], Stance.Alleged, quote, evil)],
                Figures = [new FigureEntry("f1", 5, 5, 5, evil, evil, [evil], Stance.Asserted, quote)],
                Questions = [new QuestionEntry("q1", [evil], true, [evil], new Anchor("s1", 3, 9, "not the words there", "", ""))],
                Notes = [evil],
            };
        }
    }

    /// <summary>A long account: hundreds of events, many claims of one cause, many that were not tested, and an event timed
    /// differently.</summary>
    public static AuditReport Long { get; } = LongReport.Make();

    /// <summary>An account with a bit of everything.</summary>
    public static AuditReport Ferry { get; } = FerryReport.Make();
}
