using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Cases.Report;
using Assay.Chronology.Model;
using Assay.Reading;
using Assay.Reading.Actors;
using Assay.Reading.Figures;
using Assay.Reading.Time;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Tests.Fixtures;

/// <summary>An invented account of a ferry that lost power between two time zones.</summary>
internal static class FerryReport
{
    private const string Harbour = "Europe/Helsinki",
        Capital = "Europe/Stockholm";

    private static readonly SourceEntry First = Draft.Source(
        "s1",
        "Who knew the Merle was adrift?",
        ("title", "Who knew the Merle was adrift?"),
        (
            "paragraph",
            "The ferry Merle lost power in open water on the evening of 3 November 2021. At 9:40PM the harbour radio of Turku logged her distress call, long after the shipping line had told its insurers, says one account."
        ),
        ("furniture", "Join the Strait Review today. 14-day free trial."),
        (
            "paragraph",
            "According to the line's own bulletin, the insurers were told at 9:05PM. The tug left port at 10:20PM and reached the Merle three hours later, at 1:25AM on 4 November, although the crew was allegedly told to wait."
        ),
        (
            "paragraph",
            "The line speaks of 212 passengers. Was this bad luck, or was it a saving of the last pilot's pay? The company may yet sell her sister ships."
        ),
        ("bio", "A. Writer was once a purser of a rival line.")
    );

    private static readonly SourceEntry Second = Draft.Source(
        "s2",
        "Rescue in the strait",
        ("title", "Rescue in the strait"),
        (
            "paragraph",
            "Coastguards counted more than 240 people taken off the Merle. The inquiry opened on 18 November, before the divers had gone down, its chairman said; the divers went down on 16 November."
        )
    );

    public static AuditReport Make() =>
        new()
        {
            Version = "0.1.0",
            Sources = [First with { Bio = "A. Writer was once a purser of a rival line." }, Second],
            Refused = [new RefusedEntry("notes.bin", "The file is not text: byte 0 at offset 12. Give the text of it.")],
            TimeExpressions =
            [
                new(
                    "t1",
                    "s1",
                    First.In("9:40PM").Start,
                    First.In("9:40PM").End,
                    "9:40PM",
                    TimexType.Time,
                    new("2021-11-03T21:40"),
                    null,
                    null,
                    [new(new("2021-11-03T09:40"), "no other reading of PM")],
                    "clock time on the evening named before"
                ),
            ],
            Events = Events(),
            Clocks = Clocks(),
            ZoneVariables =
            [
                new("z1", "Turku radio", "Turku radio's clock", ["k1"]),
                new("z2", "the line", "the line's clock", ["k2"]),
                new("z3", "author", "the author's clock", ["k3", "k4"]),
            ],
            Globals = Globals(),
            Relations =
            [
                new("r1", "e1", "e5", Duration.Zero, null, "when she was told to wait", First.In("the crew was allegedly told to wait")),
            ],
            Disagreements =
            [
                new(
                    "e1",
                    ["k1", "k3"],
                    Outcome.Never,
                    "“Her distress call” is timed 2 ways: Turku radio at “9:40PM”; the author at “10:20PM”.",
                    Duration.FromMinutes(40),
                    Duration.FromMinutes(40)
                ),
            ],
            Claims = Claims(),
            Orders =
            [
                new("o1", "e2", "e3", Outcome.Sometimes, HomeOutcome.Holds, Duration.FromMinutes(-15), Duration.FromMinutes(75), ["z2"]),
                new("o2", "e3", "e6", Outcome.Always, HomeOutcome.Holds, Duration.FromDays(12), Duration.FromDays(13), []),
            ],
            Joint = new(
                ["c1", "c2"],
                Outcome.Sometimes,
                "Both of the text's claims hold together under 1 of 4 combinations.",
                [
                    new(
                        new Dictionary<string, string> { ["z1"] = Harbour, ["z2"] = Harbour },
                        Harbour,
                        "every clock on Turku time",
                        Outcome.Always,
                        null,
                        null,
                        false
                    ),
                ],
                []
            ),
            Statements = Statements(),
            Figures =
            [
                new("f1", 212, 212, 212, null, "passengers", ["author", "the line"], Stance.Reported, First.In("212 passengers")),
                new("f2", 240, 241, null, null, "people taken off", ["coastguards"], Stance.Reported, Second.In("more than 240 people")),
            ],
            Conflicts =
            [
                new("people aboard", ["f1", "f2"], ConflictKind.Conflict, "The line says 212; the coastguards counted more than 240."),
            ],
            Questions =
            [
                new(
                    "q1",
                    ["author"],
                    true,
                    ["bad luck", "a saving of the last pilot's pay"],
                    First.In("Was this bad luck, or was it a saving of the last pilot's pay?")
                ),
            ],
            Forecasts = [new("fc1", ["author"], "may", new(2021, 11, 20), null, First.In("The company may yet sell her sister ships."))],
            Places = [new("p1", "Turku", [new("Turku", "FI", 60.4518, 22.2666, [Harbour])], [First.In("Turku")])],
            Actors =
            [
                new("a1", "A. Writer", ActorKind.Person, [new("purser", "a rival line", OfficeStatus.Former)], [First.In("A. Writer")]),
            ],
            Meanings = [new("long after", "at least 1 h"), new("three hours", "2.5 h to 3.5 h")],
            Notes = ["notes.bin was refused; the other inputs are audited."],
        };

    private static EventEntry[] Events() =>
        [
            Draft.Event(
                "e2",
                "the insurers were told",
                First.In("the insurers were told at 9:05PM"),
                "2021-11-03T19:05:00Z",
                "2021-11-03T20:06:00Z",
                "2021-11-03T20:05:00Z",
                ["author", "the line"],
                Stance.Reported
            ),
            Draft.Event(
                "e1",
                "her distress call",
                First.In("the harbour radio of Turku logged her distress call"),
                "2021-11-03T19:40:00Z",
                "2021-11-03T20:41:00Z",
                "2021-11-03T19:40:00Z"
            ),
            Draft.Event(
                "e3",
                "The tug left port",
                First.In("The tug left port at 10:20PM"),
                "2021-11-03T20:20:00Z",
                "2021-11-03T21:21:00Z",
                "2021-11-03T20:20:00Z"
            ),
            Draft.Event(
                "e4",
                "reached the Merle",
                First.In("reached the Merle three hours later, at 1:25AM on 4 November"),
                "2021-11-03T23:25:00Z",
                "2021-11-04T00:26:00Z",
                "2021-11-03T23:25:00Z"
            ),
            Draft.Event(
                "e5",
                "the crew was told to wait",
                First.In("the crew was allegedly told to wait"),
                "2021-11-03T19:40:00Z",
                null,
                null,
                ["author"],
                Stance.Alleged
            ),
            Draft.Event(
                "e6",
                "the divers went down",
                Second.In("the divers went down on 16 November"),
                "2021-11-15T22:00:00Z",
                "2021-11-16T23:00:00Z",
                "2021-11-15T22:00:00Z",
                edtf: "2021-11-16"
            ),
            Draft.Event(
                "e7",
                "The inquiry opened",
                Second.In("The inquiry opened on 18 November"),
                "2021-11-17T22:00:00Z",
                "2021-11-18T23:00:00Z",
                "2021-11-17T22:00:00Z",
                ["its chairman"],
                Stance.Reported,
                edtf: "2021-11-18"
            ),
        ];

    private static ClockEntry Clock(
        string id,
        string e,
        string voice,
        string variable,
        string local,
        string home,
        Anchor quote,
        bool both = true
    )
    {
        ZoneEntry Put(string zone, string name, string reason, int offset, bool isHome) =>
            Draft.Zone(zone, name, reason, isHome, $"+0{offset}:00", Draft.At(local + ":00Z") - Duration.FromHours(offset));
        var turku = Put(Harbour, "Turku time", home == Harbour ? $"seat of {voice}" : "place of the event", 2, home == Harbour);
        var capital = Put(Capital, "Stockholm time", home == Capital ? $"seat of {voice}" : "place of the event", 1, home == Capital);
        return new ClockEntry(
            id,
            e,
            voice,
            variable,
            LocalMoment.Read(local)!,
            [],
            Duration.FromMinutes(1),
            ClockRole.Event,
            false,
            false,
            !both ? [turku]
                : home == Harbour ? [turku, capital]
                : [capital, turku],
            quote
        );
    }

    private static ClockEntry[] Clocks() =>
        [
            Clock("k1", "e1", "Turku radio", "z1", "2021-11-03T21:40", Harbour, First.In("9:40PM")),
            Clock("k2", "e2", "the line", "z2", "2021-11-03T21:05", Capital, First.In("9:05PM")),
            Clock("k3", "e3", "author", "z3", "2021-11-03T22:20", Harbour, First.In("10:20PM")),
            Clock("k4", "e4", "author", "z3", "2021-11-04T01:25", Harbour, First.In("1:25AM on 4 November")),
        ];

    private static GlobalEntry[] Globals()
    {
        ZoneEntry At(ClockEntry c, string zone) => c.Zones.First(z => z.Zone == zone);
        return
        [
            new(Harbour, "Turku time", "place of the event", Clocks().ToDictionary(c => c.Id, c => At(c, Harbour))),
            new(Capital, "Stockholm time", "seat of the line", Clocks().ToDictionary(c => c.Id, c => At(c, Capital))),
        ];
    }

    private static TableRowEntry Row(
        string radio,
        string line,
        string words,
        Outcome verdict,
        Duration gap,
        bool home = false,
        string? global = null
    ) => new(new Dictionary<string, string> { ["z1"] = radio, ["z2"] = line }, global, words, verdict, gap, gap, home);

    private static ClaimEntry[] Claims() =>
        [
            new()
            {
                Id = "c1",
                Kind = ClaimKind.Order,
                Origin = "text",
                Voice = ["author"],
                Earlier = "e2",
                Later = "e1",
                Min = Duration.FromMinutes(60),
                Quote = First.In("long after the shipping line had told its insurers"),
                Sentence = "The insurers were told long before the distress call",
                Meaning = "“long after” is read as at least 1 h",
                Verdict = Outcome.Sometimes,
                Heading = "Depends on the clock",
                Home = HomeOutcome.Fails,
                HomeGapMin = Duration.FromMinutes(-25),
                HomeGapMax = Duration.FromMinutes(-25),
                GapMin = Duration.FromMinutes(-25),
                GapMax = Duration.FromMinutes(95),
                DecidedBy = ["z1", "z2"],
                Findings =
                [
                    "True under 1 of 4 admissible combinations of two clocks; on home clocks the insurers were told 25 min after the call.",
                    "Counts of combinations are not probabilities.",
                ],
                Table =
                [
                    Row(
                        Harbour,
                        Capital,
                        "Turku radio on Turku time, the line on Stockholm time",
                        Outcome.Never,
                        Duration.FromMinutes(-25),
                        true
                    ),
                    Row(
                        Harbour,
                        Harbour,
                        "Turku radio on Turku time, the line on Turku time",
                        Outcome.Never,
                        Duration.FromMinutes(35),
                        global: Harbour
                    ),
                    Row(
                        Capital,
                        Capital,
                        "Turku radio on Stockholm time, the line on Stockholm time",
                        Outcome.Never,
                        Duration.FromMinutes(35),
                        global: Capital
                    ),
                    Row(
                        Capital,
                        Harbour,
                        "Turku radio on Stockholm time, the line on Turku time",
                        Outcome.Always,
                        Duration.FromMinutes(95)
                    ),
                ],
                For = new(
                    null,
                    [
                        Draft.Witness("e2", "2021-11-03T19:05", "2021-11-03T21:05", Harbour),
                        Draft.Witness("e1", "2021-11-03T20:40", "2021-11-03T21:40", Capital),
                    ]
                ),
                Against = new(
                    null,
                    [
                        Draft.Witness("e1", "2021-11-03T19:40", "2021-11-03T21:40", Harbour),
                        Draft.Witness("e2", "2021-11-03T20:05", "2021-11-03T21:05", Capital),
                    ]
                ),
                Because = [new("k1", "Turku radio: the call at 21:40"), new("k2", "the line: the insurers at 21:05")],
                Flip = new(
                    "Two clocks away from home (Turku radio on Stockholm time and the line on Turku time) make it true.",
                    new Dictionary<string, string> { ["z1"] = Capital, ["z2"] = Harbour },
                    null,
                    Duration.FromMinutes(85)
                ),
                Ask = ["the zone of the line's 9:05PM", "the zone of Turku radio's 9:40PM"],
            },
            new()
            {
                Id = "c2",
                Kind = ClaimKind.Gap,
                Origin = "text",
                Voice = ["author"],
                Earlier = "e3",
                Later = "e4",
                Min = Duration.FromMinutes(150),
                Max = Duration.FromMinutes(210),
                Quote = First.In("three hours later"),
                Sentence = "The tug reached the Merle three hours after it left port",
                Meaning = "“three hours” is read as 2 h 30 min to 3 h 30 min",
                Verdict = Outcome.Always,
                Heading = "Holds whatever the clocks",
                Home = HomeOutcome.Holds,
                HomeGapMin = Duration.FromMinutes(185),
                HomeGapMax = Duration.FromMinutes(185),
                GapMin = Duration.FromMinutes(185),
                GapMax = Duration.FromMinutes(185),
                Findings = ["Both times come from the same clock, so the zone cancels: the gap is 3 h 5 min."],
                Because = [new("k3", "the tug left at 22:20"), new("k4", "the tug arrived at 01:25")],
                Links =
                [
                    new(
                        LinkKind.Event,
                        Evidence.Read,
                        "three hours later",
                        "“Three hours later” counts from “The tug left port”, the only event before it.",
                        ["The tug left port"]
                    ),
                ],
            },
            new()
            {
                Id = "c3",
                Kind = ClaimKind.Order,
                Origin = "text",
                Voice = ["its chairman"],
                Earlier = "e7",
                Later = "e6",
                Min = Duration.Zero,
                Quote = Second.In("before the divers had gone down"),
                Sentence = "The inquiry opened before the divers went down",
                Verdict = Outcome.Never,
                Heading = "Cannot hold",
                Home = HomeOutcome.Fails,
                GapMin = Duration.FromDays(-3),
                GapMax = Duration.FromDays(-1),
                HomeGapMin = Duration.FromDays(-3),
                HomeGapMax = Duration.FromDays(-1),
                Findings = ["The divers went down at least a day earlier, whatever the clocks."],
                Flip = new(
                    "No zone within the lists would change it; the nearest change is of a day.",
                    new Dictionary<string, string>(),
                    null,
                    Duration.FromDays(1)
                ),
            },
            new()
            {
                Id = "c4",
                Kind = ClaimKind.Simultaneity,
                Origin = "text",
                Voice = ["author"],
                Earlier = "e1",
                Later = "e3",
                Quote = First.In("The tug left port at 10:20PM"),
                Sentence = "The tug left as the call came",
                Verdict = Outcome.Contradictory,
                Heading = "Accounts conflict",
                Findings = ["The premises around the tug clash with each other."],
                Because = [new("r1", "the crew was told to wait after the call"), new("k3", "the tug left at 22:20")],
            },
            new()
            {
                Id = "c5",
                Kind = ClaimKind.Order,
                Origin = "text",
                Voice = ["author"],
                Earlier = "e5",
                Later = "e4",
                Min = Duration.Zero,
                Quote = First.In("although the crew was allegedly told to wait"),
                Sentence = "The crew was told to wait before “it” came",
                Verdict = Outcome.Untested,
                Heading = "Not tested",
                NotTested = "It is unsure which event “it” is.",
                Links = [new(LinkKind.Event, Evidence.Guessed, "it", "Two events fit.", ["The tug left port", "reached the Merle"])],
            },
        ];

    private static StatementEntry[] Statements() =>
        [
            new(
                "st1",
                ["author"],
                Stance.Asserted,
                First.In("The ferry Merle lost power in open water on the evening of 3 November 2021."),
                null
            ),
            new(
                "st2",
                ["author", "the line"],
                Stance.Reported,
                First.In("According to the line's own bulletin, the insurers were told at 9:05PM."),
                "According to"
            ),
            new("st3", ["author"], Stance.Alleged, First.In("the crew was allegedly told to wait"), "allegedly"),
            new(
                "st4",
                ["coastguards"],
                Stance.Reported,
                Second.In("Coastguards counted more than 240 people taken off the Merle."),
                "counted"
            ),
        ];
}
