using System.Text;
using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Reading.Intake;
using NodaTime;

namespace Assay.Cases.Tests.Accounts;

/// <summary>What does not hold is refused with its place and the reason; nothing else is lost with it.</summary>
public sealed class AccountCheckTests : IDisposable
{
    private readonly Night night = new();

    public void Dispose() => night.Dispose();

    [Fact]
    public void Refuses_what_is_wrong_with_its_place_and_loses_nothing_else_when_one_thing_of_an_account_is()
    {
        var (tried, plain) = (0, Counts(Night.Check(night.Json)));
        foreach (var (path, reason, change) in Wrongs(night.Tree()))
        {
            var account = night.Tree();
            change(account);
            var reply = Night.Check(account);
            var refused = reply.Report.Refused.Select(r => $"{r.Item}: {r.Message}").ToList();
            Assert.True(
                refused.Exists(r => r.StartsWith(path, StringComparison.Ordinal) && r.Contains(reason, StringComparison.Ordinal)),
                $"{path}: {reason}: {string.Join(" | ", refused)}"
            );
            var others = refused.Where(r => !r.StartsWith(path, StringComparison.Ordinal)).ToList();
            Assert.All(
                others,
                r => Assert.Contains(reason == "It lacks id" ? "There is no “" : "does not hold", r, StringComparison.Ordinal)
            ); // only what rests on it
            var lost = plain.Zip(Counts(reply), (before, after) => before - after).Sum();
            Assert.True(
                lost <= refused.Count,
                $"{path}: {lost} items are gone, {refused.Count} are said to be: {string.Join(" | ", refused)}"
            );
            tried++;
        }

        Assert.True(tried >= 100, $"{tried} accounts were tried.");
    }

    // One of everything that can be wrong with an anchor, a kind, a time, a reference, a zone.
    private static IEnumerable<(string Path, string Reason, Action<JsonObject> Change)> Wrongs(JsonObject account)
    {
        foreach (var list in new[] { "events", "clocks", "claims", "figures", "statements" })
        {
            for (var i = 0; i < account[list]!.AsArray().Count; i++)
            {
                var (name, at) = (list, i);
                var path = $"{list}[{i}]";
                yield return (
                    path + ".quote",
                    "does not stand in the source",
                    a => Item(a, name, at)["quote"]!["exact"] = "words nobody wrote"
                );
                yield return (path + ".quote", "does not stand at", a => Move(Item(a, name, at)["quote"]!));
                yield return (path + ".quote", "There is no source", a => Item(a, name, at)["quote"]!["source"] = "s-gone");
                yield return (path, "has a member that is not known, “colour”", a => Item(a, name, at)["colour"] = "red");
                yield return (path, "It lacks id", a => Item(a, name, at).Remove("id"));
            }
        }

        for (var i = 0; i < account["events"]!.AsArray().Count; i++)
        {
            var at = i;
            var path = $"events[{i}]";
            yield return (path + ".stance", "“sworn” is not one of asserted, reported", a => Item(a, "events", at)["stance"] = "sworn");
            yield return (path + ".mood", "“perhaps” is not one of actual", a => Item(a, "events", at)["mood"] = "perhaps");
            yield return (path + ".time", "There is no “t-gone”", a => Item(a, "events", at)["time"] = "t-gone");
            yield return (path + ".actors[0]", "There is no “a-gone”", a => Item(a, "events", at)["actors"] = new JsonArray("a-gone"));
        }

        for (var i = 0; i < account["clocks"]!.AsArray().Count; i++)
        {
            var at = i;
            var path = $"clocks[{i}]";
            yield return (path + ".time", "says", a => Item(a, "clocks", at)["time"] = "04:44");
            yield return (path + ".time", "“25:00” is not a time of day such as 16:40", a => Item(a, "clocks", at)["time"] = "25:00");
            yield return (path + ".date", "“2021-02-30” is not a date such as", a => Item(a, "clocks", at)["date"] = "2021-02-30");
            yield return (path + ".date", "The year is outside", a => Item(a, "clocks", at)["date"] = "9500-01-01");
            yield return (path, "Neither its day", a => Item(a, "clocks", at)["date"] = null);
            yield return (path + ".grain", "“an hour” is not a length such as PT1H30M", a => Item(a, "clocks", at)["grain"] = "an hour");
            yield return (path + ".grain", "longer than nothing", a => Item(a, "clocks", at)["grain"] = "PT0S");
            yield return (path + ".grain", "a day at most", a => Item(a, "clocks", at)["grain"] = "P2D");
            yield return (path + ".grain", "the whole month that begins on its date", a => Item(a, "clocks", at)["grain"] = "P31D");
            yield return (path + ".event", "There is no “e-gone”", a => Item(a, "clocks", at)["event"] = "e-gone");
            yield return (path + ".zone", "There is no “z-gone”", a => Item(a, "clocks", at)["zone"] = "z-gone");
            yield return (path + ".zone", "which cannot stand here", a => Item(a, "clocks", at)["zone"] = (string)a["events"]![0]!["id"]!);
            yield return (path + ".role", "“rumour” is not one of event, report", a => Item(a, "clocks", at)["role"] = "rumour");
        }

        for (var i = 0; i < account["zones"]!.AsArray().Count; i++)
        {
            var at = i;
            yield return (
                $"zones[{i}].candidates[0].zone",
                "“Europe/Atlantis” is no time zone",
                a => Item(a, "zones", at)["candidates"] = new JsonArray(new JsonObject { ["zone"] = "Europe/Atlantis" })
            );
            yield return (
                $"zones[{i}].evidence",
                "“sure” is not one of stated, read, guessed",
                a => Item(a, "zones", at)["evidence"] = "sure"
            );
        }

        for (var i = 0; i < account["claims"]!.AsArray().Count; i++)
        {
            var at = i;
            var path = $"claims[{i}]";
            yield return (path + ".kind", "“sooner” is not one of order, gap, simultaneity", a => Item(a, "claims", at)["kind"] = "sooner");
            yield return (path + ".kind", "A gap says how long", a => Bounds(Item(a, "claims", at), "gap", null, null));
            yield return (
                path + ".kind",
                "An order with a difference below nothing",
                a => Bounds(Item(a, "claims", at), "order", "-PT1H", null)
            );
            yield return (path + ".kind", "“At the same time” allows", a => Bounds(Item(a, "claims", at), "simultaneity", "PT1H", "PT2H"));
            yield return (
                path,
                "The least difference, PT2H, is more than the greatest, PT1H",
                a => Bounds(Item(a, "claims", at), "gap", "PT2H", "PT1H")
            );
            yield return (path + ".min", "“P1M” is not a length", a => Item(a, "claims", at)["min"] = "P1M");
            yield return (path + ".earlier", "There is no “e-gone”", a => Item(a, "claims", at)["earlier"] = "e-gone");
            yield return (
                path,
                "neither before nor after itself",
                a => Item(a, "claims", at)["later"] = (string)Item(a, "claims", at)["earlier"]!
            );
        }
    }

    private static void Bounds(JsonObject claim, string kind, string? min, string? max) =>
        (claim["kind"], claim["min"], claim["max"]) = (kind, min, max);

    private static JsonObject Item(JsonObject account, string list, int at) => account[list]![at]!.AsObject();

    // One character on: the words are there, not here.
    private static void Move(JsonNode anchor) => (anchor["start"], anchor["end"]) = ((int)anchor["start"]! + 1, (int)anchor["end"]! + 1);

    private static int[] Counts(AuditReply reply) =>
        [
            reply.Report.Events.Count,
            reply.Report.Clocks.Count,
            reply.Report.Claims.Count,
            reply.Report.Figures.Count,
            reply.Report.Statements.Count,
            reply.Report.ZoneVariables.Count,
            reply.Report.Actors.Count,
            reply.Report.Places.Count,
            reply.Report.TimeExpressions.Count,
        ];

    [Fact]
    public void Tells_the_line_of_what_it_refuses()
    {
        var text = Encoding.UTF8.GetString(night.Json);
        var line = text[..text.IndexOf("\"zones\": [", StringComparison.Ordinal)].Count(c => c == '\n') + 2;
        var broken = text.Replace("Europe/Riga", "Europe/Rigga", StringComparison.Ordinal);
        var refused = Night.Check(Encoding.UTF8.GetBytes(broken)).Errors;
        Assert.Contains(
            refused,
            e =>
                e.Where?.Line == line
                && e.Message.StartsWith("zones[0].candidates[0].zone: “Europe/Rigga” is no time zone", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("counts", """{ "id": "x", "figure": "f", "from": "2021-13", "until": "2021-06" }""", "counts[0].from", "month")]
    [InlineData("counts", """{ "id": "x", "figure": "f", "from": "2021-05", "until": "in June" }""", "counts[0].until", "")]
    [InlineData(
        "routes",
        """{ "id": "x", "through": ["KZ"], "to": "RU", "since": "spring 2022", "quote": { "exact": "hurt" } }""",
        "routes[0].since",
        ""
    )]
    [InlineData(
        "forecasts",
        """{ "id": "x", "voice": [], "hedge": "may", "uttered": "2022-05", "horizon": null, "quote": { "exact": "hurt" } }""",
        "forecasts[0].uttered",
        "“2022-05” is not a date such as 2024-03-01"
    )]
    public void Refuses_a_date_that_is_none_with_its_place_and_reason(string list, string item, string path, string reason)
    {
        var account = night.Tree();
        account[list] = new JsonArray(JsonNode.Parse(item));
        var refused = Assert.Single(Night.Check(account).Report.Refused);
        Assert.StartsWith(path, refused.Item, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Takes_words_without_a_place_when_they_stand_once_and_typography_for_what_it_is()
    {
        var account = Hand(
            """{ "id": "struck", "label": "it struck", "quote": { "exact": "The barge  Selga struck the pier at 9:55 p.m. on 3 May 2021, the insurer in London said" } }"""
        );
        var reply = Night.Check(account);
        Assert.Empty(reply.Report.Refused);
        var quote = reply.Report.Events[0].Quote;
        Assert.Equal(
            ("The barge Selga struck the pier", Night.Text.IndexOf("The barge Selga", StringComparison.Ordinal)),
            (quote.Exact[..31], quote.Start)
        );
    }

    [Fact]
    public void Asks_which_is_meant_when_words_without_a_place_stand_in_several()
    {
        var reply = Night.Check(Hand("""{ "id": "struck", "label": "it struck", "quote": { "exact": "struck the pier" } }"""));
        Assert.Contains(
            "“struck the pier” stands in several places",
            Assert.Single(reply.Report.Refused).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Tests_an_account_that_was_written_by_hand_in_a_few_lines()
    {
        var reply = Night.Check(
            Hand(
                """
                { "id": "struck", "label": "the barge struck", "quote": { "exact": "The barge Selga struck the pier" } },
                { "id": "closed", "label": "the lock was closed", "quote": { "exact": "The harbour office in Riga closed the lock" } }
                """,
                """
                , "zones": [{ "id": "riga", "voice": "the harbour office", "stated": true, "candidates": [{ "zone": "Europe/Riga" }] },
                            { "id": "london", "voice": "the insurer", "stated": true, "candidates": [{ "zone": "Europe/London" }] }],
                  "clocks": [{ "id": "k1", "event": "closed", "zone": "riga", "date": "2021-05-03", "quote": { "exact": "11:40 p.m." } },
                             { "id": "k2", "event": "struck", "zone": "london", "date": "2021-05-03", "quote": { "exact": "9:55 p.m." } }],
                  "claims": [{ "id": "c", "earlier": "closed", "later": "struck", "quote": { "exact": "The barge struck the pier well before" } }]
                """
            )
        );
        Assert.Empty(reply.Report.Refused);
        var claim = Assert.Single(reply.Report.Claims);
        Assert.Equal((Outcome.Always, Duration.FromMinutes(15), Duration.FromMinutes(15)), (claim.Verdict, claim.GapMin, claim.GapMax));
    }

    [Fact]
    public void Tests_what_a_person_changed()
    {
        var account = night.Tree();
        var claims = account["claims"]!.AsArray();
        Assert.NotEmpty(claims);
        account["events"]![0]!["label"] = "the lock went shut";
        foreach (var zone in account["zones"]!.AsArray())
            (zone!["candidates"], zone["stated"]) = (new JsonArray(new JsonObject { ["zone"] = "Europe/Riga" }), true);
        claims.RemoveAt(claims.Count - 1);
        var reply = Night.Check(account);
        Assert.Empty(reply.Report.Refused);
        Assert.Equal(claims.Count, reply.Report.Claims.Count);
        Assert.Contains(reply.Report.Events, e => e.Label == "the lock went shut");
        Assert.All(reply.Report.Clocks, c => Assert.Equal("Europe/Riga", Assert.Single(c.Zones).Zone));
    }

    [Fact]
    public void Says_so_when_a_source_has_changed_since()
    {
        File.AppendAllText(night.SourceFile, "\nA line more.\n");
        var reply = Night.Check(night.Json);
        Assert.Empty(reply.Report.Refused);
        Assert.Contains(
            reply.Report.Notes,
            n => n.Contains("is not, byte for byte, the file that the account was drafted from", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("not json", 1, "The file is not JSON")]
    [InlineData("{\n \"events\": [,] }", 2, "The file is not JSON")]
    [InlineData("[]", 1, "The file holds JSON, but no account.")]
    [InlineData(
        """{ "schema": "assay-account/9", "sources": [] }""",
        1,
        "The account is of the shape assay-account/9, and this program knows assay-account/1."
    )]
    [InlineData("""{ "events": [] }""", 1, "The account names no source")]
    public void Refuses_what_is_no_account_with_the_line(string json, int line, string message)
    {
        var reply = CheckAccount.Run(
            new CheckRequest("account.json", IntakeOptions.Default, new MemoryStream(Encoding.UTF8.GetBytes(json))),
            TestContext.Current.CancellationToken
        );
        Assert.StartsWith(message, reply.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(line, reply.Error.Where!.Line);
    }

    [Fact]
    public void Quotes_little_of_a_broken_account_and_nothing_that_steers_a_terminal()
    {
        var json = "{\n \"sources\": [f\u001B\u202Ealse\n" + new string('x', 5_000) + "] }";
        var reply = CheckAccount.Run(
            new CheckRequest("account.json", IntakeOptions.Default, new MemoryStream(Encoding.UTF8.GetBytes(json))),
            TestContext.Current.CancellationToken
        );
        Assert.StartsWith("The file is not JSON", reply.Error!.Message, StringComparison.Ordinal);
        Assert.InRange(reply.Error.Message.Length, 20, 250);
        Assert.DoesNotContain(reply.Error.Message, c => char.IsControl(c) || c == '\u202E');
    }

    [Fact]
    public void Refuses_all_when_no_source_can_be_read()
    {
        File.Delete(night.SourceFile);
        var reply = CheckAccount.Run(
            new CheckRequest("account.json", IntakeOptions.Default, new MemoryStream(night.Json)),
            TestContext.Current.CancellationToken
        );
        Assert.StartsWith("None of the sources of the account could be read", reply.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_the_first_when_two_items_have_one_id()
    {
        var account = night.Tree();
        account["figures"]![0]!["id"] = (string)account["events"]![0]!["id"]!;
        var reply = Night.Check(account);
        Assert.Contains(
            reply.Report.Refused,
            r =>
                r.Message.Contains("events[0]; every item needs one of its own", StringComparison.Ordinal)
                || r.Message.Contains("figures[0]; every item needs one of its own", StringComparison.Ordinal)
        );
    }

    private string Hand(string events, string more = "") =>
        $$"""{ "sources": [{ "id": "night", "file": {{JsonValue.Create(night.SourceFile)!.ToJsonString()}} }], "events": [{{events}}] {{more}} }""";
}
