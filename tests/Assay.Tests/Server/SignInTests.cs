using System.Net;
using Assay.Cases.Team.Passwords;
using Assay.Cases.Team.UseCases;
using Assay.Workbench.Team;
using NodaTime;

namespace Assay.Tests.Server;

public sealed class SignInTests
{
    public static TheoryData<string> Stores => TeamServer.Stores;

    [Theory, MemberData(nameof(Stores))]
    public async Task The_first_owner_comes_by_a_link_that_works_once(string store)
    {
        await using var server = await TeamServer.Open(store);
        var (old, link) = (server.Bench.SetUpLink().Value!, TeamServer.LinkPath(server.Bench.SetUpLink().Value!));
        var stranger = server.Stranger();
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Status(TeamServer.LinkPath(old)));
        Assert.Equal(HttpStatusCode.OK, await stranger.Status(link));
        Assert.Equal("/login", (await stranger.UseLink(link, "Ada")).To);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Status(link));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Stranger().UseLink(link, "Eve")).Status);
        Assert.Null(server.Bench.SetUpLink().Value);
        Assert.Equal("/", (await stranger.SignIn("ada")).To); // capitals do not matter
        Assert.Contains("Account of <bdi>Ada</bdi>", (await stranger.Get("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_set_up_runs_out()
    {
        await using var server = await TeamServer.Open();
        var link = TeamServer.LinkPath(server.Bench.SetUpLink().Value!);
        server.Clock.Move(Links.SetUpLasts);
        Assert.Equal(HttpStatusCode.NotFound, await server.Stranger().Status(link));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_wrong_password_an_unknown_name_and_a_closed_account_are_answered_alike(string store)
    {
        await using var server = await TeamServer.Open(store);
        var owner = await server.Owner();
        await server.Outsider(owner, "Bea");
        await owner.Post("/people/bar", ("name", "Bea"), ("does", "close"));
        var wrong = await server.Stranger().SignIn("Ada", "not the password");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
        Assert.Empty(wrong.Head("Set-Cookie"));
        foreach (var (name, password) in new[] { ("Nobody", TeamServer.Password), ("Bea", TeamServer.Password), ("Ada", "") })
        {
            var other = await server.Stranger().SignIn(name, password);
            Assert.Equal(wrong.Status, other.Status);
            Assert.Equal(Without(wrong.Text), Without(other.Text));
        }

        static string Without(string page) => System.Text.RegularExpressions.Regex.Replace(page, "value=\"[^\"]*\"", "");
    }

    [Fact]
    public async Task A_session_has_a_new_secret_after_each_sign_in_and_the_old_one_ends()
    {
        await using var server = await TeamServer.Open();
        var ada = await server.Owner();
        var first = Session(await ada.Get("/account", m => m.Headers.Add("X-Any", "1")), ada);
        var again = await ada.SignIn("Ada");
        var cookie = again.Head("Set-Cookie");
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(first, cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await With(server, first));
        Assert.Equal(HttpStatusCode.OK, await ada.Status("/account"));
    }

    [Fact]
    public async Task A_session_ends_when_its_person_signs_out()
    {
        await using var server = await TeamServer.Open();
        var ada = await server.Owner();
        var secret = Session(await ada.Get("/account"), ada);
        Assert.Equal(HttpStatusCode.OK, await With(server, secret));
        await ada.SignOut();
        Assert.Equal(HttpStatusCode.SeeOther, await With(server, secret));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task All_sessions_end_and_one_begins_anew_when_the_password_is_changed(string store)
    {
        await using var server = await TeamServer.Open(store);
        var (ada, elsewhere) = (await server.Owner(), server.Stranger());
        await elsewhere.SignIn("Ada");
        var old = Session(await ada.Get("/account"), ada);
        var refused = await ada.Post("/account/password", ("old", "another one"), ("new", "seven green gulls on the mole"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.OK, await elsewhere.Status("/account"));
        var done = await ada.Post("/account/password", ("old", TeamServer.Password), ("new", "seven green gulls on the mole"));
        Assert.Equal("/account", done.To);
        ada.ForgetKey();
        Assert.Equal(HttpStatusCode.OK, await ada.Status("/account"));
        Assert.Equal(HttpStatusCode.SeeOther, await elsewhere.Status("/account"));
        Assert.Equal(HttpStatusCode.SeeOther, await With(server, old));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Stranger().SignIn("Ada")).Status);
        Assert.Equal("/", (await server.Stranger().SignIn("Ada", "seven green gulls on the mole")).To);
    }

    [Fact]
    public async Task Other_sessions_end_when_their_person_says_so()
    {
        await using var server = await TeamServer.Open();
        var (ada, elsewhere) = (await server.Owner(), server.Stranger());
        await elsewhere.SignIn("Ada");
        await ada.Post("/account/sessions");
        Assert.Equal(HttpStatusCode.OK, await ada.Status("/account"));
        Assert.Equal(HttpStatusCode.SeeOther, await elsewhere.Status("/account"));
    }

    [Fact]
    public async Task A_session_ends_when_it_is_idle_or_old()
    {
        await using var server = await TeamServer.Open();
        var ada = await server.Owner();
        for (var used = Duration.Zero; used + Duration.FromMinutes(29) <= Sessions.Whole; used += Duration.FromMinutes(29))
        {
            server.Clock.Move(Duration.FromMinutes(29));
            Assert.Equal(HttpStatusCode.OK, await ada.Status("/account"));
        }

        server.Clock.Move(Duration.FromMinutes(29));
        Assert.Equal(HttpStatusCode.SeeOther, await ada.Status("/account")); // used all the time, but older than twelve hours
        ada.ForgetKey();
        await ada.SignIn("Ada");
        server.Clock.Move(Sessions.Idle + Duration.FromSeconds(1));
        Assert.Equal(HttpStatusCode.SeeOther, await ada.Status("/account"));
    }

    [Fact]
    public async Task Guessing_is_slowed_down_and_keeps_the_person_out_of_nothing()
    {
        await using var server = await TeamServer.Open(with: o => o with { Rates = new TeamRates { Guesses = 1000 } });
        var (ada, guesser) = (await server.Owner(), server.Stranger());
        await ada.SignOut();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await guesser.SignIn("Ada", $"guess number {i}")).Status);
        var later = await guesser.SignIn("Ada", TeamServer.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, later.Status); // right, but not now
        Assert.InRange(int.Parse(later.Head("Retry-After"), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        var unknown = server.Stranger();
        for (var i = 0; i < 5; i++)
            await unknown.SignIn("Nobody", "x");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await unknown.SignIn("Nobody", "x")).Status); // no way to tell who has an account
        Assert.Equal("/", (await ada.SignIn("Ada")).To); // from a browser that she signed in with before
        server.Clock.Move(Duration.FromMinutes(1));
        Assert.Equal("/", (await server.Stranger().SignIn("Ada")).To); // and from any other, once a minute
    }

    [Theory]
    [
        InlineData("short"),
        InlineData("password1234"),
        InlineData("aaaaaaaaaaaaaaaa"),
        InlineData("qwertyuiop123"),
        InlineData("Margarethe1998")
    ]
    public async Task A_password_is_refused_when_it_is_easily_guessed(string password)
    {
        await using var server = await TeamServer.Open();
        var link = TeamServer.LinkPath(server.Bench.SetUpLink().Value!);
        var answer = await server.Stranger().UseLink(link, "Margarethe", password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("/login", (await server.Stranger().UseLink(link, "Margarethe")).To); // the link was not used up
    }

    [Fact]
    public async Task A_password_may_have_any_letters_and_128_of_them()
    {
        await using var server = await TeamServer.Open();
        var password = "Ω ключ от причала 🗝 " + string.Concat(Enumerable.Range(0, 25).Select(i => $"w{i:000}"));
        Assert.Equal(PasswordRules.Longest, password.PadRight(PasswordRules.Longest, '~').Length);
        var stranger = server.Stranger();
        await stranger.UseLink(TeamServer.LinkPath(server.Bench.SetUpLink().Value!), "Ada", password.PadRight(PasswordRules.Longest, '~'));
        Assert.Equal("/", (await stranger.SignIn("Ada", password.PadRight(PasswordRules.Longest, '~'))).To);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Stranger().SignIn("Ada", password)).Status); // nothing of it is cut off
    }

    [Fact]
    public async Task Nothing_that_opens_a_door_is_in_the_store()
    {
        await using var server = await TeamServer.Open();
        var ada = await server.Owner();
        var name = await ada.NewCase("The night");
        var secrets = new List<string>
        {
            TeamServer.Password,
            Session(await ada.Get("/account"), ada),
            (await ada.Post($"/c/{name}/members/invite", ("role", "editor"))).Secret.Split('/')[^1],
            (await ada.Post("/people/reset", ("name", "Ada"))).Secret.Split('/')[^1],
            (await ada.Post("/account/tokens", ("label", "t"), ("scope", "read"), ("days", "3"))).Secret,
        };
        var kept = await File.ReadAllTextAsync(server.Users, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);
        Assert.All(secrets, s => Assert.True(s.Length > 20, s));
        Assert.All(secrets, s => Assert.DoesNotContain(s, kept, StringComparison.Ordinal));
        Assert.Contains("$argon2id$v=19$m=64,t=1,p=1$", kept, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(server.Users));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_link_to_a_new_password_works_once_and_ends_sessions_and_tokens(string store)
    {
        await using var server = await TeamServer.Open(store);
        var owner = await server.Owner();
        var bea = await server.Outsider(owner, "Bea");
        var token = server.Token("Bea");
        var old = TeamServer.LinkPath((await owner.Post("/people/reset", ("name", "Bea"))).Secret);
        var link = TeamServer.LinkPath((await owner.Post("/people/reset", ("name", "Bea"))).Secret);
        Assert.Equal(HttpStatusCode.NotFound, await server.Stranger().Status(old));
        Assert.Equal("/login", (await server.Stranger().UseLink(link, "", "seven green gulls on the mole")).To);
        Assert.Equal(HttpStatusCode.NotFound, await server.Stranger().Status(link));
        Assert.Equal(HttpStatusCode.SeeOther, await bea.Status("/account"));
        Assert.Null(Tokens.Recognise(server.Bench.People, token).Value);
        Assert.Equal("/", (await server.Stranger().SignIn("Bea", "seven green gulls on the mole")).To);
    }

    [Fact]
    public async Task A_sign_in_leads_back_to_the_page_and_to_no_other_server()
    {
        await using var server = await TeamServer.Open();
        var ada = await server.Owner();
        await ada.SignOut();
        Assert.Equal("/login?back=%2Fc%2Fnight%3Fa%3D1", (await ada.Get("/c/night?a=1")).To);
        foreach (
            var (back, to) in new[]
            {
                ("/c/night", "/c/night"),
                ("//evil.example", "/"),
                ("/\\evil.example", "/"),
                ("https://evil.example", "/"),
                ("/c/é", "/"),
                ("/c/a b", "/"),
            }
        )
            Assert.Equal(
                to,
                (await server.Stranger().Post("/login", ("name", "Ada"), ("password", TeamServer.Password), ("back", back))).To
            );
    }

    private static string Session(WebAnswer answer, WebVisitor visitor) =>
        visitor.Cookie("session") is { Length: 43 } secret ? secret : throw new InvalidOperationException($"No session: {answer.Status}");

    private static async Task<HttpStatusCode> With(TeamServer server, string secret)
    {
        var port = new Uri(server.Root).Port;
        return (await server.Stranger().Get("/account", m => m.Headers.Add("Cookie", $"assay-{port}-session={secret}"))).Status;
    }
}
