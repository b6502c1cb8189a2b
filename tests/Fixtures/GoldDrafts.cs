using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assay.Cases.Proposals;

namespace Assay.Tests.Fixtures;

/// <summary>The drafts of a reader who makes no mistake: the gold of an account as proposals.</summary>
internal static partial class GoldDrafts
{
    /// <summary>The proposals.</summary>
    /// <param name="gold">The gold.</param>
    /// <param name="sheet">The source.</param>
    public static List<Proposal> Of(JsonNode gold, SentenceSheet sheet)
    {
        var clocks = gold["clocks"]!.AsArray().Concat(gold["dates"]?.AsArray() ?? []).Select(c => c!).ToList();
        return
        [
            .. gold["zones"]!.AsObject().Select(z => Zone(z.Key, z.Value!, sheet)),
            .. clocks.DistinctBy(c => Text(c, "ev")).Select(c => Event(c, sheet)),
            .. clocks.Select(c => Clock(c, sheet)),
            .. gold["claims"]!.AsArray().Select(c => Claim(c!, sheet)),
            .. gold["figures"]!.AsArray().Select((f, i) => Figure(f!, i, sheet)),
            .. gold["stances"]!.AsArray().Select(s => Said("statement", Text(s!, "quote")!, sheet) with { Stance = Text(s!, "stance") }),
            .. gold["questions"]!.AsArray().Select(q => Said("question", (string)q!, sheet)),
            .. gold["forecasts"]!.AsArray().Select(q => Said("forecast", (string)q!, sheet)),
        ];
    }

    private static Proposal Zone(string key, JsonNode zone, SentenceSheet sheet)
    {
        var isStated = (bool?)zone["stated"] == true;
        var words = isStated ? Stating((string)zone["zones"]![0]!, (string)zone["why"]!, sheet) : Seat(zone, sheet);
        return new Proposal
        {
            Kind = "zone",
            Key = key,
            Voice = [(string)zone["voice"]!],
            Zones =
            [
                .. zone["zones"]!
                    .AsArray()
                    .Select(z => new ProposedZone((string)z!, (string)z! == (string?)zone["home"], (string?)zone["why"])),
            ],
            Stated = isStated,
            Sentence = words?.Sentence,
            Words = words is null ? null : [words.Value.Words],
        };
    }

    // Words that name the zone, as a careful reader would copy them.
    private static (int Sentence, string Words)? Stating(string zone, string why, SentenceSheet sheet)
    {
        var city = zone.Split('/')[^1].Replace('_', ' ');
        string[] patterns =
            zone == "UTC" ? [@"\b(UTC|GMT|universal time)\b", @"\b\d\d(:?\d\d)?Z\b"]
            : why.Contains("local time", StringComparison.Ordinal) ? [@"\blocal time\b"]
            : [$@"\b{city}('s)? (time|clock)", .. Names(why).Select(n => $@"\b{n}('s)? (time|clock)"), @"\b[A-Z]\w+ [Tt]ime\b"];
        return First(patterns, sheet);
    }

    // Words that name the seat of a voice: the names in the reason that the gold gives.
    private static (int Sentence, string Words)? Seat(JsonNode zone, SentenceSheet sheet) =>
        First(
            [
                .. Names((string)zone["why"]!)
                    .Append(((string)zone["home"]!).Split('/')[^1].Replace('_', ' '))
                    .Select(n => $@"\b{Regex.Escape(n)}\b"),
            ],
            sheet
        );

    private static IEnumerable<string> Names(string why) => Regex.Matches(why, @"\p{Lu}\w+").Select(m => m.Value);

    private static (int Sentence, string Words)? First(string[] patterns, SentenceSheet sheet)
    {
        foreach (var pattern in patterns)
        foreach (var sentence in sheet.Sentences)
            if (Regex.Match(sentence.Text, $@"(\S+\s+){{2,4}}\S*{pattern}") is { Success: true } found)
                return (sentence.Number, found.Value);
        return null;
    }

    private static Proposal Event(JsonNode clock, SentenceSheet sheet) =>
        Said("event", Text(clock, "quote")!, sheet) with
        {
            Key = Text(clock, "ev"),
            Label = Text(clock, "event"),
            Voice = [Text(clock, "voice")!],
        };

    private static Proposal Clock(JsonNode clock, SentenceSheet sheet) =>
        Said("clock", Text(clock, "quote")!, sheet) with
        {
            Event = Text(clock, "ev"),
            Zone = Text(clock, "zoneVar"),
            Voice = [Text(clock, "voice")!],
            Date = Text(clock, "local")![..10],
            Time = Text(clock, "local")![11..],
            Grain = Minutes(clock["gran"]) ?? "PT1M",
            Approximate = clock["early"] is not null || clock["late"] is not null,
            Role = Text(clock, "role"),
        };

    private static Proposal Claim(JsonNode claim, SentenceSheet sheet)
    {
        var isPlain = Text(claim, "kind") == "order" && (double?)claim["lo"] is null or 0 && claim["hi"] is null;
        return Said("claim", Text(claim, "quote")!, sheet) with
        {
            Key = Text(claim, "id"),
            Relation = Text(claim, "kind"),
            Earlier = Text(claim, "earlier"),
            Later = Text(claim, "later"),
            Min = isPlain ? null : Minutes(claim["lo"]),
            Max = isPlain ? null : Minutes(claim["hi"]),
        };
    }

    private static Proposal Figure(JsonNode figure, int index, SentenceSheet sheet) =>
        Said("figure", Text(figure, "quote")!, sheet) with
        {
            Key = $"f{index}",
            Value = (double?)figure["value"],
            Least = (double?)figure["min"],
            Most = (double?)figure["max"],
            Unit = Text(figure, "unit"),
        };

    private static Proposal Said(string kind, string quote, SentenceSheet sheet) =>
        new()
        {
            Kind = kind,
            Sentence = SentenceOf(quote, sheet),
            Words = [quote],
        };

    // The gold gives words alone: a reader who makes no mistake knows their sentence, the first where they stand in several.
    private static int SentenceOf(string quote, SentenceSheet sheet) =>
        sheet.Hold(null, [quote]).Quote is { } once
            ? sheet.NumberAt(once.Start)
            : sheet.Sentences.FirstOrDefault(s => sheet.Hold(s.Number, [quote]).Quote is not null)?.Number ?? 1;

    private static string? Minutes(JsonNode? minutes) =>
        minutes is null ? null
        : (double)minutes is var m && m < 0 ? string.Create(CultureInfo.InvariantCulture, $"-PT{-m}M")
        : string.Create(CultureInfo.InvariantCulture, $"PT{m}M");

    private static string? Text(JsonNode node, string name) => (string?)node[name];
}
