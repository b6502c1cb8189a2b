using System.Globalization;
using System.Net;
using Assay.Workbench.Team;
using static Assay.Tests.Server.FactorSteps;

namespace Assay.Tests.Server;

/// <summary>Guessing of codes is slowed down as that of passwords is.</summary>
public sealed class CodeGuessTests
{
    [Fact]
    public async Task Guessing_of_codes_is_slowed_down_as_that_of_passwords()
    {
        await using var server = await TeamServer.Open(with: o => o with { Rates = new TeamRates { Guesses = 1000 } });
        var (ada, secret, _) = await SetUp(server);
        await ada.SignOut();
        var guesser = server.Stranger();
        await guesser.SignIn("Ada");
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await guesser.Post("/login/code", ("code", $"00000{i}"))).Status);
        var later = await guesser.Post("/login/code", ("code", Code(secret, server, 1)));
        Assert.Equal(HttpStatusCode.TooManyRequests, later.Status); // right, but not now
        Assert.InRange(int.Parse(later.Head("Retry-After"), CultureInfo.InvariantCulture), 1, 60);
        await guesser.SignIn("Ada"); // a right password gives no new tries
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.Post("/login/code", ("code", "000009"))).Status);
        await ada.SignIn("Ada"); // from a browser that she signed in with before
        Assert.Equal("/", (await ada.Post("/login/code", ("code", Code(secret, server, 1)))).To);
        Assert.Contains("Ada code put off", server.Audit());
    }

    [Fact]
    public async Task Guessing_on_the_page_of_the_account_is_slowed_down_too()
    {
        await using var server = await TeamServer.Open(with: o => o with { Rates = new TeamRates { Guesses = 1000 } });
        var (ada, secret, _) = await SetUp(server);
        for (var i = 0; i < 5; i++)
            await ada.Post("/account/factor/change", ("old", TeamServer.Password), ("code", $"00000{i}"), ("does", "off"));
        var later = await ada.Post(
            "/account/factor/change",
            ("old", TeamServer.Password),
            ("code", Code(secret, server, 1)),
            ("does", "off")
        );
        Assert.Contains("That was tried too often.", later.Text, StringComparison.Ordinal);
        Assert.Equal("/login/code", (await server.Stranger().SignIn("Ada")).To);
    }

    [Fact]
    public async Task Codes_are_counted_by_address_with_passwords_and_links()
    {
        await using var server = await TeamServer.Open(with: o => o with { Rates = new TeamRates { Guesses = 3 } });
        var stranger = server.Stranger();
        foreach (var expected in new[] { 401, 401, 401, 429 })
            Assert.Equal(expected, (int)(await stranger.Post("/login/code", ("code", "000000"))).Status);
    }
}
