using System.Net;
using Assay.Workbench.Team;
using NodaTime;
using static Assay.Tests.Server.FactorSteps;

namespace Assay.Tests.Server;

/// <summary>Codes after the password (TOTP, RFC 6238) and codes written down: which are right, and how often.</summary>
public sealed class OneTimeCodeTests
{
    private const string OfTheRfc = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"; // "12345678901234567890"
    private static readonly Duration Step = Duration.FromSeconds(30);

    public static TheoryData<string> Stores => TeamServer.Stores;

    [Fact]
    public async Task Codes_are_those_of_the_standard()
    {
        await using var server = await TeamServer.Open(with: o => o with { Rates = new TeamRates { Guesses = 1000 } });
        await SetUp(server);
        // RFC 6238, appendix B, SHA-1: the last six of the eight digits.
        foreach (
            var (seconds, digits) in new[]
            {
                (59L, "94287082"),
                (1111111109, "07081804"),
                (1111111111, "14050471"),
                (1234567890, "89005924"),
                (2000000000, "69279037"),
                (20000000000, "65353130"),
            }
        )
        {
            Keep(server, OfTheRfc, 0);
            server.Clock.Move(Instant.FromUnixTimeSeconds(seconds) - server.Clock.GetCurrentInstant());
            var stranger = server.Stranger();
            await stranger.SignIn("Ada");
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Post("/login/code", ("code", digits))).Status);
            Assert.Equal("/", (await stranger.Post("/login/code", ("code", digits[2..]))).To);
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_code_counts_once_and_none_before_it_after_that(string store)
    {
        await using var server = await TeamServer.Open(store);
        var (_, secret, _) = await SetUp(server);
        server.Clock.Move(Step * 10);
        var (before, now) = (Code(secret, server, -1), Code(secret, server));
        Assert.Equal("/", (await Enter(server, now)).To);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(server, now)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(server, before)).Status);
        server.Clock.Move(Step);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(server, now)).Status);
        Assert.Equal("/", (await Enter(server, Code(secret, server))).To);
    }

    [Fact]
    public async Task Of_two_who_give_one_code_at_once_one_is_let_in()
    {
        await using var server = await TeamServer.Open();
        var (_, secret, recovery) = await SetUp(server);
        foreach (var code in new[] { Code(secret, server, 1), recovery[3] })
        {
            var both = new[] { server.Stranger(), server.Stranger(), server.Stranger() };
            foreach (var one in both)
                await one.SignIn("Ada");
            var answers = await Task.WhenAll(both.Select(b => b.Post("/login/code", ("code", code))));
            Assert.Equal(
                [HttpStatusCode.SeeOther, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized],
                answers.Select(a => a.Status).Order()
            );
        }
    }

    [Theory, InlineData(-2, false), InlineData(-1, true), InlineData(0, true), InlineData(1, true), InlineData(2, false)]
    public async Task A_clock_may_be_a_step_off_and_no_more(int steps, bool isTaken)
    {
        await using var server = await TeamServer.Open();
        var (_, secret, _) = await SetUp(server);
        server.Clock.Move(Step * 10);
        Assert.Equal(
            isTaken ? HttpStatusCode.SeeOther : HttpStatusCode.Unauthorized,
            (await Enter(server, Code(secret, server, steps))).Status
        );
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Each_recovery_code_lets_in_once_however_it_is_typed(string store)
    {
        await using var server = await TeamServer.Open(store);
        var (ada, secret, recovery) = await SetUp(server);
        Assert.Equal("/", (await Enter(server, recovery[0])).To);
        Assert.Equal("Ada used a recovery code", server.Audit()[1]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(server, recovery[0])).Status);
        Assert.Equal("/", (await Enter(server, $" {recovery[1].ToLowerInvariant().Replace('-', ' ')} ")).To);
        Assert.Contains("8 recovery codes are left", (await ada.Get("/account/factor")).Text, StringComparison.Ordinal);
        var renewed = await ada.Post(
            "/account/factor/change",
            ("old", TeamServer.Password),
            ("code", Code(secret, server, 1)),
            ("does", "renew")
        );
        ada.ForgetKey();
        var fresh = Recovery(renewed);
        Assert.Equal(10, fresh.Count);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(server, recovery[2])).Status);
        Assert.Equal("/", (await Enter(server, fresh[2])).To);
    }
}
