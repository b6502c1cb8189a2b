using System.Net;
using Assay.Cases.Team;
using Assay.Cases.Team.Passwords;
using Assay.Cases.Team.UseCases;
using Assay.Workbench.Team;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Assay.Tests.Server;

/// <summary>Guards that hold where another one before them would fail, or only for a moment.</summary>
public sealed class ServerGuardTests
{
    [Fact]
    public async Task An_invitation_of_no_number_is_none_and_withdraws_no_other()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var night = await owner.NewCase("The night");
        var link = TeamServer.LinkPath((await owner.Post($"/c/{night}/members/invite", ("role", "reader"))).Secret);
        foreach (var id in new[] { "0", "-1", "", "x" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Post($"/c/{night}/members/withdraw", ("id", id))).Status);
        Assert.Equal(HttpStatusCode.OK, await server.Stranger().Status(link));
    }

    [Fact]
    public async Task Who_is_no_member_cannot_be_taken_out()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var night = await owner.NewCase("The night");
        await server.Outsider(owner, "Bea");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Post($"/c/{night}/members/remove", ("name", "Bea"))).Status);
        Assert.DoesNotContain(server.Audit(), a => a.Contains("took a member out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_has_fifty_tokens_at_most_that_count()
    {
        await using var server = await TeamServer.Open();
        var ada = await server.Owner();
        for (var i = 0; i < 50; i++)
            server.Token("Ada", days: i == 0 ? 1 : 30);
        var more = await ada.Post("/account/tokens", ("label", "one more"), ("scope", "read"), ("days", "3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, more.Status);
        Assert.Contains("There are 50 tokens of this person.", more.Text, StringComparison.Ordinal);
        Assert.Equal("", more.Secret);
        server.Clock.Move(Duration.FromDays(1)); // one has run out
        await ada.SignOut();
        await ada.SignIn("Ada");
        Assert.NotEqual("", (await ada.Post("/account/tokens", ("label", "one more"), ("scope", "read"), ("days", "3"))).Secret);
    }

    [Fact]
    public async Task A_closed_account_opens_nothing_even_where_its_sessions_and_tokens_were_left()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var bea = await server.Outsider(owner, "Bea");
        var token = server.Token("Bea");
        Assert.NotNull(Tokens.Recognise(server.Bench.People, token).Value);
        Run(server, "UPDATE people SET barred = 1 WHERE name = 'Bea'");
        Assert.Equal(HttpStatusCode.SeeOther, await bea.Status("/account"));
        Assert.Null(Tokens.Recognise(server.Bench.People, token).Value);
    }

    [Fact]
    public async Task A_link_to_set_up_makes_no_second_first_owner()
    {
        await using var server = await TeamServer.Open();
        var link = TeamServer.LinkPath(server.Bench.SetUpLink().Value!);
        Run(server, "INSERT INTO people (name, key, password, owner, barred, created) VALUES ('Eva', 'eva', 'x', 1, 0, 0)");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.Stranger().UseLink(link, "Ada")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Stranger().SignIn("Ada")).Status);
    }

    [Fact]
    public async Task Nobody_closes_their_own_account_and_the_last_owner_is_closed_by_nobody()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var own = await owner.Post("/people/bar", ("name", "Ada"), ("does", "close"));
        Assert.Contains("Nobody closes their own account.", own.Text, StringComparison.Ordinal);
        var last = Accounts.Bar(server.Bench.People, "Ada", true, null, new Caller(null));
        Assert.Contains("A server has one owner at least.", last.Error!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await owner.Status("/account"));
    }

    [Fact]
    public async Task A_link_to_the_server_alone_makes_nobody_a_member()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var secret = (await owner.Post("/people/invite")).Secret.Split('/')[^1];
        var ada = Accounts.List(server.Bench.People).Value[0];
        Assert.Contains(
            "This link is not valid",
            Links.Join(server.Bench.People, secret, ada, new Caller(null)).Error!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, await server.Stranger().Status("/link/" + secret)); // it was not used up
    }

    [Fact]
    public async Task Who_has_a_network_of_addresses_is_counted_as_one()
    {
        await using var server = await TeamServer.Open(with: o =>
            o with
            {
                Proxies = [IPNetwork.Parse("127.0.0.0/8")],
                Rates = new TeamRates { Guesses = 3 },
            }
        );
        var stranger = server.Stranger();
        var key = await stranger.Key();
        foreach (
            var (from, status) in new[]
            {
                ("2001:db8:0:1::1", 401),
                ("2001:db8:0:1::2", 401),
                ("2001:db8:0:1:ffff::3", 401),
                ("2001:db8:0:1::4", 429),
                ("2001:db8:0:2::1", 401),
            }
        )
        {
            var form = new FormUrlEncodedContent([new("formkey", key), new("code", "000000")]);
            var message = new HttpRequestMessage(HttpMethod.Post, server.Root + "/login/code") { Content = form };
            Assert.Equal(status, (int)(await stranger.Send(message, m => m.Headers.Add("X-Forwarded-For", from))).Status);
        }
    }

    [Fact]
    public async Task Nothing_longer_than_a_password_may_be_is_looked_at()
    {
        await using var server = await TeamServer.Open();
        await server.Owner();
        var longer = new string('x', PasswordRules.Longest + 1);
        using (var hasher = new PasswordHasher(TeamServer.Cheap))
            Run(server, $"UPDATE people SET password = '{hasher.Hash(longer)}'");
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Stranger().SignIn("Ada", longer)).Status);
    }

    [Fact]
    public async Task A_password_that_is_changed_while_it_is_looked_at_lets_nobody_in()
    {
        var slow = new Argon2Settings(64 << 10, 6, 1);
        await using var server = await TeamServer.Open(with: o => o with { Passwords = slow });
        await server.Owner();
        var entering = server.Stranger();
        await entering.Key();
        var entered = entering.SignIn("Ada");
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Run(server, "UPDATE people SET password = '$argon2id$v=19$m=64,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA'");
        Assert.Equal(HttpStatusCode.Unauthorized, (await entered).Status);
        Assert.Null(entering.Cookie("session"));
    }

    [Fact]
    public async Task Who_comes_when_too_many_wait_to_have_a_password_looked_at_is_told_to_come_later()
    {
        var slow = new Argon2Settings(16 << 10, 3, 1);
        await using var server = await TeamServer.Open(with: o => o with { Passwords = slow });
        await server.Owner();
        var told = new System.Collections.Concurrent.ConcurrentBag<Duration?>();
        var many = Enumerable
            .Range(0, 160)
            .Select(i => new Thread(() =>
            {
                var request = new SignInRequest($"Nobody {i}", "any password at all", null, null);
                told.Add(SignIn.Run(server.Bench.People, request, new Caller(null)).Match(r => r.Wait, _ => null));
            }))
            .ToList();
        many.ForEach(t => t.Start());
        many.ForEach(t => t.Join());
        Assert.Contains(Duration.FromSeconds(5), told);
        Assert.Contains(null, told);
    }

    private static void Run(TeamServer server, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={server.Users};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
