using System.Net;
using Assay.Cases.Team.UseCases;
using Assay.Tests.Line;
using static Assay.Tests.Server.FactorSteps;

namespace Assay.Tests.Server;

/// <summary>A second factor of an account: set up, changed, turned off and taken away, asked of the server as a browser does.</summary>
public sealed class SecondFactorTests
{
    public static TheoryData<string> Stores => TeamServer.Stores;

    [Theory, MemberData(nameof(Stores))]
    public async Task It_counts_for_nothing_before_its_first_code_was_right_and_needs_the_password(string store)
    {
        await using var server = await TeamServer.Open(store);
        var ada = await server.Owner();
        Assert.Contains("None: the password alone lets in.", (await ada.Get("/account")).Text, StringComparison.Ordinal);
        var refused = await ada.Post("/account/factor/begin", ("old", "another password"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.DoesNotContain("otpauth", (await ada.Get("/account/factor")).Text, StringComparison.Ordinal);
        await ada.Post("/account/factor/begin", ("old", TeamServer.Password));
        var first = Secret(await ada.Get("/account/factor"));
        await ada.Post("/account/factor/begin", ("old", TeamServer.Password));
        var page = await ada.Get("/account/factor");
        Assert.NotEqual(first, Secret(page));
        Assert.Contains($"otpauth://totp/127.0.0.1:Ada?secret={Secret(page)}&amp;issuer=127.0.0.1", page.Text, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"qr\" role=\"img\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ada.Post("/account/factor/confirm", ("code", Code(first, server)))).Status);
        foreach (var does in new[] { "off", "renew" }) // there is nothing yet to change
            Assert.Equal(
                HttpStatusCode.UnprocessableEntity,
                (
                    await ada.Post(
                        "/account/factor/change",
                        ("old", TeamServer.Password),
                        ("code", Code(Secret(page), server)),
                        ("does", does)
                    )
                ).Status
            );
        Assert.Equal("/", (await server.Stranger().SignIn("Ada")).To);
    }

    [Fact]
    public async Task Setting_it_up_ends_other_sessions_and_shows_the_recovery_codes_once()
    {
        await using var server = await TeamServer.Open();
        var ada = await server.Owner();
        var elsewhere = server.Stranger();
        await elsewhere.SignIn("Ada");
        var (_, _, recovery) = await SetUp(server, ada);
        Assert.Equal(HttpStatusCode.SeeOther, await elsewhere.Status("/account"));
        Assert.Equal(10, recovery.Distinct().Count());
        Assert.All(recovery, c => Assert.Matches("^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$", c));
        var page = (await ada.Get("/account/factor")).Text;
        Assert.Contains("10 recovery codes are left", page, StringComparison.Ordinal);
        Assert.DoesNotContain("otpauth", page, StringComparison.Ordinal);
        var kept = await File.ReadAllTextAsync(server.Users, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);
        foreach (var code in recovery)
        {
            Assert.DoesNotContain(code, page, StringComparison.Ordinal);
            Assert.DoesNotContain(code, kept, StringComparison.Ordinal);
            Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), kept, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task It_is_turned_off_by_the_password_and_a_code_together(string store)
    {
        await using var server = await TeamServer.Open(store);
        var (ada, secret, recovery) = await SetUp(server);
        Task<WebAnswer> Off(string password, string code) =>
            ada.Post("/account/factor/change", ("old", password), ("code", code), ("does", "off"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Off("another password", Code(secret, server, 1))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Off(TeamServer.Password, "000000")).Status);
        // The code that it was set up by counted once.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Off(TeamServer.Password, Code(secret, server))).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await ada.Post("/account/factor/change", ("old", TeamServer.Password), ("code", Code(secret, server, 1)))).Status
        );
        Assert.Equal("/login/code", (await server.Stranger().SignIn("Ada")).To);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ada.Post("/account/factor/begin", ("old", TeamServer.Password))).Status);
        Assert.Equal("/account", (await Off(TeamServer.Password, Code(secret, server, 1))).To);
        ada.ForgetKey();
        Assert.Equal(HttpStatusCode.OK, await ada.Status("/account"));
        Assert.Equal("/", (await server.Stranger().SignIn("Ada")).To);
        Assert.Contains("Ada turned the second factor off", server.Audit());
        Assert.NotEmpty(recovery);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task An_owner_of_the_server_takes_it_away_from_others_who_have_lost_it(string store)
    {
        await using var server = await TeamServer.Open(store);
        var owner = await server.Owner("Eva");
        var bea = await server.Outsider(owner, "Bea");
        await SetUp(server, bea);
        await SetUp(server, owner, "Eva");
        Assert.Contains("with a second factor", (await owner.Get("/people")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await bea.Post("/people/factor", ("name", "Bea"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Post("/people/factor", ("name", "Eva"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Post("/people/factor", ("name", "Nobody"))).Status);
        var waiting = await Waiting(server, "Bea");
        Assert.Equal("/people", (await owner.Post("/people/factor", ("name", "Bea"))).To);
        Assert.Equal("Eva took a second factor away Bea", server.Audit()[0]);
        Assert.Equal(HttpStatusCode.SeeOther, await bea.Status("/account"));
        Assert.Equal("/login", (await waiting.Get("/login/code")).To);
        Assert.Equal("/", (await server.Stranger().SignIn("Bea")).To);
        Assert.Equal("/login/code", (await server.Stranger().SignIn("Eva")).To);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Post("/people/factor", ("name", "Bea"))).Status); // there is none any more
    }

    [Fact]
    public async Task Whoever_keeps_the_server_takes_it_away_at_the_machine_itself()
    {
        await using var server = await TeamServer.Open();
        await SetUp(server);
        var ran = new AssayProcess(server.Cases).Run("$ASSAY team factor Ada --users users.db");
        Assert.Equal((0, "", "Ada signs in by the password alone.\n"), (ran.Code, ran.Error, ran.Output));
        Assert.Equal("/", (await server.Stranger().SignIn("Ada")).To);
        ran = new AssayProcess(server.Cases).Run("$ASSAY team factor Ada --users users.db");
        Assert.Equal(2, ran.Code);
        Assert.Contains("Ada has no second factor.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_of_the_API_go_on_and_a_link_to_a_new_password_leaves_it()
    {
        await using var server = await TeamServer.Open();
        var ada = await server.Owner();
        var token = server.Token("Ada");
        await SetUp(server, ada);
        Assert.NotNull(Tokens.Recognise(server.Bench.People, token).Value);
        var link = TeamServer.LinkPath((await ada.Post("/people/reset", ("name", "Ada"))).Secret);
        await server.Stranger().UseLink(link, "", "seven green gulls on the mole");
        Assert.Equal("/login/code", (await server.Stranger().SignIn("Ada", "seven green gulls on the mole")).To);
    }
}
