using System.Net;
using Assay.Cases.Team.UseCases;
using NodaTime;
using static Assay.Tests.Server.FactorSteps;

namespace Assay.Tests.Server;

/// <summary>A sign-in between its password and its code: whose it is, how long it waits, and what it lets nobody do.</summary>
public sealed class SignInCodeTests
{
    private static readonly Duration Step = Duration.FromSeconds(30);

    public static TheoryData<string> Stores => TeamServer.Stores;

    [Theory, MemberData(nameof(Stores))]
    public async Task Nobody_is_in_by_the_password_alone_once_it_is_set_up(string store)
    {
        await using var server = await TeamServer.Open(store);
        var (ada, secret, _) = await SetUp(server);
        var stranger = server.Stranger();
        var asked = await stranger.Post("/login", ("name", "Ada"), ("password", TeamServer.Password), ("back", "/account"));
        Assert.Equal("/login/code?back=%2Faccount", asked.To);
        Assert.Null(stranger.Cookie("session"));
        Assert.Null(stranger.Cookie("browser"));
        Assert.Contains("httponly", asked.Head("Set-Cookie"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await stranger.Status("/account"));
        var page = await stranger.Get(asked.To!);
        Assert.Contains("autocomplete=\"one-time-code\"", page.Text, StringComparison.Ordinal);
        foreach (var wrong in new[] { "", "AAAA-AAAA-AAAA-AAAA", new string('1', 5000), Code(secret, server, 5) })
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Post("/login/code", ("code", wrong))).Status);
        Assert.Null(stranger.Cookie("session"));
        var done = await stranger.Post("/login/code", ("code", Code(secret, server, 1)), ("back", "/account"));
        Assert.Equal("/account", done.To);
        stranger.ForgetKey();
        Assert.Contains("Account of <bdi>Ada</bdi>", (await stranger.Get("/account")).Text, StringComparison.Ordinal);
        Assert.Equal(["Ada signed in", "Ada gave a code", "Ada code refused"], server.Audit().Take(3));
        Assert.Contains("Ada set up a second factor", server.Audit());
        Assert.Equal(HttpStatusCode.OK, await ada.Status("/account"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_sign_in_waits_five_minutes_and_ends_with_the_password_or_the_account(string store)
    {
        await using var server = await TeamServer.Open(store);
        var owner = await server.Owner("Eva");
        var bea = await server.Outsider(owner, "Bea");
        var (_, secret, _) = await SetUp(server, bea);
        var waiting = await Waiting(server, "Bea");
        server.Clock.Move(SignInCode.Lasts);
        Assert.Equal(HttpStatusCode.Unauthorized, (await waiting.Post("/login/code", ("code", Code(secret, server)))).Status);
        Assert.Equal("/login", (await waiting.Get("/login/code")).To);
        waiting = await Waiting(server, "Bea");
        await bea.Post("/account/password", ("old", TeamServer.Password), ("new", "seven green gulls on the mole"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await waiting.Post("/login/code", ("code", Code(secret, server)))).Status);
        waiting = await Waiting(server, "Bea", "seven green gulls on the mole");
        await owner.Post("/people/bar", ("name", "Bea"), ("does", "close"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await waiting.Post("/login/code", ("code", Code(secret, server)))).Status);
        await owner.Post("/people/bar", ("name", "Bea"), ("does", "open"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await waiting.Post("/login/code", ("code", Code(secret, server)))).Status);
        waiting = await Waiting(server, "Bea", "seven green gulls on the mole");
        Assert.Equal("/", (await waiting.Post("/login/code", ("code", Code(secret, server)))).To);
    }

    [Fact]
    public async Task A_question_is_answered_once_and_belongs_to_its_browser()
    {
        await using var server = await TeamServer.Open();
        var (_, secret, _) = await SetUp(server);
        var waiting = await Waiting(server, "Ada");
        var challenge = waiting.Cookie("code")!;
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Stranger().Post("/login/code", ("code", Code(secret, server, 1)))).Status);
        Assert.Equal("/", (await waiting.Post("/login/code", ("code", Code(secret, server, 1)))).To);
        server.Clock.Move(Step * 4);
        var thief = server.Stranger();
        var port = new Uri(server.Root).Port;
        var form = new FormUrlEncodedContent([new("formkey", await thief.Key()), new("code", Code(secret, server))]);
        var guest = thief.Cookie("guest");
        using var message = new HttpRequestMessage(HttpMethod.Post, server.Root + "/login/code") { Content = form };
        message.Headers.Add("Cookie", $"assay-{port}-code={challenge}; assay-{port}-guest={guest}");
        using var client = new HttpClient(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                UseProxy = false,
            }
        );
        using var answer = await client.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_that_waits_lets_in_once_and_no_closed_account()
    {
        await using var server = await TeamServer.Open();
        var (_, _, recovery) = await SetUp(server);
        var waiting = await Waiting(server, "Ada");
        await waiting.Key();
        var answers = await Task.WhenAll(recovery.Take(4).Select(c => waiting.Post("/login/code", ("code", c))));
        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        waiting = await Waiting(server, "Ada");
        Run(server, "UPDATE people SET barred = 1");
        Assert.Equal(HttpStatusCode.Unauthorized, (await waiting.Post("/login/code", ("code", recovery[8]))).Status);
        Run(server, "UPDATE people SET barred = 0");
        Assert.Equal("/", (await waiting.Post("/login/code", ("code", recovery[8]))).To);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_question_that_runs_out_while_its_code_is_looked_at_lets_nobody_in(string store)
    {
        await using var server = await TeamServer.Open(store);
        var (_, _, recovery) = await SetUp(server);
        var waiting = await Waiting(server, "Ada");
        using var team = OpenedTeam.Open(server.Users, new LeapingClock(server.Clock.GetCurrentInstant(), SignInCode.Lasts)).Value;
        var late = SignInCode.Run(team, new CodeRequest(waiting.Cookie("code")!, recovery[0], null, null), new Caller(null));
        Assert.Contains("The code came too late", late.Error?.ToString(), StringComparison.Ordinal);
        Assert.Equal("/", (await waiting.Post("/login/code", ("code", recovery[0]))).To); // the code was not used up
    }

    // Goes on each time that it is looked at.
    private sealed class LeapingClock(Instant now, Duration by) : IClock
    {
        private int looks;

        public Instant GetCurrentInstant() => now + by * looks++;
    }
}
