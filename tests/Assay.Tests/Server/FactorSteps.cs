using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Assay.Tests.Server;

/// <summary>What tests of a second factor do again and again: set one up, make codes, sign in as far as the question for one.</summary>
internal static partial class FactorSteps
{
    /// <summary>Sets a second factor up, by the pages.</summary>
    /// <returns>Whose it is, its secret, and the recovery codes.</returns>
    public static async Task<(WebVisitor Person, string Secret, IReadOnlyList<string> Recovery)> SetUp(
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

    /// <summary>A browser that gave the right password and is asked for a code.</summary>
    public static async Task<WebVisitor> Waiting(TeamServer server, string name, string password = TeamServer.Password)
    {
        var waiting = server.Stranger();
        Assert.Equal("/login/code", (await waiting.SignIn(name, password)).To);
        return waiting;
    }

    /// <summary>Signs Ada in with a code.</summary>
    public static async Task<WebAnswer> Enter(TeamServer server, string code) =>
        await (await Waiting(server, "Ada")).Post("/login/code", ("code", code));

    /// <summary>The secret that a page shows.</summary>
    public static string Secret(WebAnswer page) => SecretOf().Match(page.Text).Groups[1].Value;

    /// <summary>The recovery codes that a page shows.</summary>
    public static List<string> Recovery(WebAnswer page) => [.. RecoveryOf().Matches(page.Text).Select(m => m.Groups[1].Value)];

    /// <summary>A code of a secret. By hand, from the standard: RFC 4226, section 5.3, on the steps of RFC 6238.</summary>
    public static string Code(string secret, TeamServer server, int steps = 0)
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

    /// <summary>Puts a secret, and the step of the last code that was taken, in the place of those that are kept.</summary>
    public static void Keep(TeamServer server, string secret, long step) =>
        Run(server, string.Create(CultureInfo.InvariantCulture, $"UPDATE factors SET secret = '{secret}', step = {step}"));

    /// <summary>Changes one row of the store of users, which is a file.</summary>
    public static void Run(TeamServer server, string sql)
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
