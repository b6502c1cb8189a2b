using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Assay.Cases.Team.UseCases;
using Assay.Tests.Line;
using Assay.Workbench.Team;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Assay.Tests.Server;

/// <summary>A code after the password (TOTP, RFC 6238), asked of the server as a browser does.</summary>
public sealed partial class SecondFactorTests
{
    private const string OfTheRfc = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"; // "12345678901234567890"
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

    // Sets a second factor up, by the pages.
    private static async Task<(WebVisitor Person, string Secret, IReadOnlyList<string> Recovery)> SetUp(
        TeamServer server,
        WebVisitor? person = null,
        string name = "Ada"
    )
    {
        person ??= await server.Owner(name);
        Assert.Equal("/account/factor", (await person.Post("/account/factor/begin", ("old", TeamServer.Password))).To);
        var secret = Secret(await person.Get("/account/factor"));
        Assert.Matches("^[A-Z2-7]{32}$", secret);
        var done = await person.Post("/account/factor/confirm", ("code", Code(secret, server)));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        person.ForgetKey();
        Assert.Equal(HttpStatusCode.OK, await person.Status("/account"));
        return (person, secret, Recovery(done));
    }

    private static async Task<WebVisitor> Waiting(TeamServer server, string name, string password = TeamServer.Password)
    {
        var waiting = server.Stranger();
        Assert.Equal("/login/code", (await waiting.SignIn(name, password)).To);
        return waiting;
    }

    private static async Task<WebAnswer> Enter(TeamServer server, string code) =>
        await (await Waiting(server, "Ada")).Post("/login/code", ("code", code));

    private static string Secret(WebAnswer page) => SecretOf().Match(page.Text).Groups[1].Value;

    private static List<string> Recovery(WebAnswer page) => [.. RecoveryOf().Matches(page.Text).Select(m => m.Groups[1].Value)];

    // By hand, from the standard: RFC 4226, section 5.3, on the steps of RFC 6238.
    private static string Code(string secret, TeamServer server, int steps = 0)
    {
        var key = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var letter in secret)
        {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            key.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }

        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, server.Clock.GetCurrentInstant().ToUnixTimeSeconds() / 30 + steps);
#pragma warning disable CA5350 // the standard's own
        var hash = HMACSHA1.HashData(key.ToArray(), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static void Keep(TeamServer server, string secret, long step) =>
        Run(server, string.Create(CultureInfo.InvariantCulture, $"UPDATE factors SET secret = '{secret}', step = {step}"));

    private static void Run(TeamServer server, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={server.Users};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    [GeneratedRegex("id=\"factor\">([A-Z2-7]+)<")]
    private static partial Regex SecretOf();

    [GeneratedRegex("<li><code class=\"secret\">([^<]+)<")]
    private static partial Regex RecoveryOf();
}
