using System.Globalization;
using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Cases.Report;
using Assay.Chronology.Model;
using Assay.Reading;
using Assay.Reading.Figures;
using Assay.Reading.Voices;
using NodaTime;

namespace Assay.Tests.Fixtures;

/// <summary>A long invented account of a flood: an entry every three minutes, with far more in it than anybody reads at once.</summary>
internal static class LongReport
{
    public const int Events = 300;
    private const string Zone = "Europe/Lisbon",
        Other = "Atlantic/Azores";
    private static readonly DateTimeOffset Start = new(2023, 2, 11, 4, 0, 0, TimeSpan.Zero);
    private static readonly string[] Entries = [.. Enumerable.Range(1, Events).Select(Entry)];
    private static readonly SourceEntry Log = Draft.Source(
        "s1",
        "The night the levee gave way",
        [("title", "The night the levee gave way"), .. Entries.Select(e => ("paragraph", e))]
    );

    public static AuditReport Make() =>
        new()
        {
            Version = "0.1.0",
            Sources = [Log],
            Refused =
            [
                .. Enumerable
                    .Range(1, 9)
                    .Select(i => new RefusedEntry($"page{i}.bin", "The file is not text: byte 0 at offset 12. Give the text of it.")),
            ],
            Events =
            [
                .. Enumerable
                    .Range(1, Events)
                    .Select(i =>
                        Draft.Event(
                            $"e{i}",
                            $"Gauge {i} was read by the crew of boat {i % 7}",
                            Log.In(Entries[i - 1]),
                            At(i),
                            At(i, 61),
                            At(i)
                        )
                    ),
            ],
            Clocks = [.. Enumerable.Range(1, Events).Select(Clock)],
            ZoneVariables =
            [
                new("z1", "the watch", "the clock of the watch", []),
                new("z2", "the mainland desk", "the clock of the mainland desk", []),
            ],
            Disagreements =
            [
                new(
                    "e4",
                    ["k4", "k5"],
                    Outcome.Never,
                    "“Gauge 4 was read” is timed 2 ways: the watch at 04:12; the mainland desk at 04:15.",
                    Duration.FromMinutes(3),
                    Duration.FromMinutes(3)
                ),
            ],
            Claims = [.. Failing(), .. Depending(), .. Holding(), .. Untested()],
            Orders =
            [
                .. Enumerable
                    .Range(1, 40)
                    .Select(i => new OrderEntry(
                        $"o{i}",
                        $"e{i}",
                        $"e{i + 1}",
                        Outcome.Sometimes,
                        HomeOutcome.Holds,
                        Duration.FromMinutes(-57),
                        Duration.FromMinutes(63),
                        ["z1", "z2"]
                    )),
            ],
            Statements =
            [
                .. Enumerable
                    .Range(1, 280)
                    .Select(i => new StatementEntry($"st{i}", ["author"], Stance.Asserted, Log.In(Entries[i - 1]), null)),
            ],
            Figures =
            [
                .. Enumerable
                    .Range(1, 60)
                    .Select(i => new FigureEntry($"f{i}", i, i, i, "cm", "level", ["author"], Stance.Asserted, Log.In(Entries[i - 1]))),
            ],
            Conflicts =
            [
                .. Enumerable
                    .Range(1, 12)
                    .Select(i => new ConflictEntry(
                        "level",
                        [$"f{i}", $"f{i + 12}"],
                        ConflictKind.Conflict,
                        $"The level is {i} cm by one account and {i + 12} cm by another."
                    )),
            ],
            Questions = [.. Enumerable.Range(1, 30).Select(i => new QuestionEntry($"q{i}", ["author"], false, [], Log.In(Entries[i - 1])))],
            Notes = [.. Enumerable.Range(1, 7).Select(i => $"Note {i} of the reading.")],
        };

    private static string At(int i, int later = 0) =>
        Start.AddMinutes((3 * i) + later).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Entry(int i) =>
        $"At {Start.AddMinutes(3 * i).ToString("HH:mm", CultureInfo.InvariantCulture)} gauge {i} was read by the crew of boat {i % 7}, who radioed the level to the watch and waited for the order to go on.";

    private static ClockEntry Clock(int i)
    {
        var words = Start.AddMinutes(3 * i).ToString("HH:mm", CultureInfo.InvariantCulture);
        return new ClockEntry(
            $"k{i}",
            $"e{i}",
            i % 2 == 0 ? "the watch" : "the mainland desk",
            i % 2 == 0 ? "z1" : "z2",
            LocalMoment.Read(At(i)[..16])!,
            [],
            Duration.FromMinutes(1),
            ClockRole.Event,
            false,
            false,
            [
                Draft.Zone(Zone, "Lisbon time", "seat of the watch", true, "+00:00", Draft.At(At(i))),
                Draft.Zone(Other, "Azores time", "place of the event", false, "-01:00", Draft.At(At(i)) + Duration.FromHours(1)),
            ],
            Log.In(Entries[i - 1]) with
            {
                Start = Log.In(Entries[i - 1]).Start + 3,
                End = Log.In(Entries[i - 1]).Start + 8,
                Exact = words,
            }
        );
    }

    private static ClaimEntry Claim(string id, int i, Outcome verdict, string heading) =>
        new()
        {
            Id = id,
            Kind = ClaimKind.Order,
            Origin = "text",
            Voice = ["author"],
            Earlier = $"e{i}",
            Later = $"e{i + 1}",
            Min = Duration.Zero,
            Quote = Log.In(Entries[i - 1]),
            Sentence = $"“Gauge {i} was read” came before “gauge {i + 1} was read”",
            Verdict = verdict,
            Heading = heading,
        };

    // Fifteen that one clock on a wrong day fails, each against another clock.
    private static IEnumerable<ClaimEntry> Failing() =>
        Enumerable
            .Range(1, 15)
            .Select(i =>
                Claim($"n{i}", 100 + i, Outcome.Never, "Cannot hold") with
                {
                    Findings = ["It holds under no admissible reading of the clocks."],
                    GapMin = Duration.FromMinutes(-540),
                    GapMax = Duration.FromMinutes(-480),
                    Because =
                    [
                        new("k7", "the mainland desk: “04:21” for “gauge 7 was read”"),
                        new($"k{100 + i}", $"the watch: the time of gauge {100 + i}"),
                    ],
                }
            );

    private static IEnumerable<ClaimEntry> Depending() =>
        Enumerable
            .Range(1, 15)
            .Select(i =>
                Claim($"d{i}", 200 + i, Outcome.Sometimes, "Depends on the clock") with
                {
                    Findings = ["True under 1 of 2 admissible combinations."],
                    GapMin = Duration.FromMinutes(-57),
                    GapMax = Duration.FromMinutes(63),
                    Home = HomeOutcome.Holds,
                    HomeGapMin = Duration.FromMinutes(3),
                    HomeGapMax = Duration.FromMinutes(3),
                    DecidedBy = i % 2 == 0 ? ["z1", "z2"] : ["z2", "z1"],
                    Ask = ["Which zone was the mainland desk on?"],
                }
            );

    private static IEnumerable<ClaimEntry> Holding() =>
        Enumerable.Range(1, 20).Select(i => Claim($"h{i}", 50 + i, Outcome.Always, "Holds whatever the clocks"));

    private static IEnumerable<ClaimEntry> Untested() =>
        Enumerable
            .Range(1, 45)
            .Select(i =>
                Claim($"u{i}", 230 + i, Outcome.Untested, "Not tested") with
                {
                    NotTested = $"It is unsure which event “the reading before number {i % 40}” is.",
                    Links =
                    [
                        new(
                            LinkKind.Event,
                            Evidence.Guessed,
                            $"the reading before number {i % 40}",
                            "Several events fit.",
                            [$"Gauge {i % 40} was read", "The crew waited"]
                        ),
                    ],
                }
            );
}
