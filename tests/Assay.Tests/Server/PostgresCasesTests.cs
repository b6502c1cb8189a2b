using System.Net;
using Assay.Cases.Casework;
using Assay.Cases.Tests.Casework;
using Assay.Workbench;
using Npgsql;

namespace Assay.Tests.Server;

/// <summary>Several cases of one database behind one server, a schema each.</summary>
public sealed class PostgresCasesTests
{
    private static int racks;

    [Fact]
    public async Task Several_cases_lie_in_schemas_whose_names_begin_alike()
    {
        var place = Place(out var prefix);
        await using var server = await TeamServer.Open("PostgreSQL", o => o with { Place = place });
        var owner = await server.Owner();
        Assert.Contains("There is no case that you are a member of yet.", (await owner.Get("/")).Text, StringComparison.Ordinal);
        Assert.Equal("the_night", await owner.NewCase("The night"));
        Assert.Equal("the_night_2", await owner.NewCase("The night"));
        Assert.Equal("case", await owner.NewCase("Ночь"));
        var editor = await server.Member(owner, "the_night", "editor", "Bea");
        await editor.Upload("/c/the_night/sources/add", "log.txt", "The barge struck the pier at 9:55 p.m. on 3 May 2021."u8.ToArray());
        Assert.Contains("log.txt", (await editor.Get("/c/the_night/sources")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("log.txt", (await owner.Get("/c/the_night_2/sources")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await editor.Status("/c/the_night_2"));
        Assert.Equal(HttpStatusCode.NotFound, await owner.Status("/c/the_day"));
        Assert.Equal([$"{prefix}_case", $"{prefix}_the_night", $"{prefix}_the_night_2"], Schemas(place, prefix));

        // Another program on the same place finds them again, in order.
        await using var bench = (await Bench.Start(new BenchOptions(place, "Eva", NodaTime.SystemClock.Instance))).Value;
        Assert.Equal(["/mcp/case", "/mcp/the_night", "/mcp/the_night_2"], bench.Agents.Select(a => a.AbsolutePath));
    }

    [Fact]
    public async Task What_else_is_in_a_schema_of_such_a_name_is_no_case_and_is_left_alone()
    {
        var place = Place(out var prefix);
        Run(
            place,
            $"CREATE SCHEMA {prefix}_the_night; CREATE TABLE {prefix}_the_night.form (number bigint); CREATE SCHEMA {prefix}x_other"
        );
        await using var server = await TeamServer.Open("PostgreSQL", o => o with { Place = place });
        var owner = await server.Owner();
        Assert.Equal("the_night_2", await owner.NewCase("The night"));
        Assert.Equal(HttpStatusCode.NotFound, await owner.Status("/c/the_night"));
        Assert.DoesNotContain("other", (await owner.Get("/people")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_title_makes_a_name_that_a_schema_can_have()
    {
        var place = Place(out var prefix);
        await using var server = await TeamServer.Open("PostgreSQL", o => o with { Place = place });
        var owner = await server.Owner();
        var (first, second) = (await owner.NewCase(new string('n', 300)), await owner.NewCase(new string('n', 300)));
        Assert.Equal(first + "_2", second);
        Assert.True($"{prefix}_{second}".Length <= 63, second);
        Assert.Equal(HttpStatusCode.OK, await owner.Status("/c/" + second));
    }

    [Theory]
    [InlineData("?cases=", "cannot begin the names of schemas.")]
    [InlineData("?cases=Night", "cannot begin the names of schemas.")]
    [InlineData("?cases=a%22%3Bdrop", "cannot begin the names of schemas.")]
    [InlineData("?cases=night&schema=day", "“cases” and “schema” are both named.")]
    [InlineData("?cases=night&no_such=1", "The connection to PostgreSQL cannot be read.")]
    [InlineData("?cases=night&Timeout=2", "postgres://127.0.0.1:1/db?cases=night")]
    public void A_place_that_is_none_is_refused_with_what_was_written(string query, string message)
    {
        var refused = CaseRack.Of("postgres://ada:secret@127.0.0.1:1/db" + query);
        Assert.Contains(message, refused.Error!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_settings_of_the_connection_may_stand_beside()
    {
        var place = Place(out _);
        foreach (var written in new[] { place + "&Timeout=9", place.Replace("?", "?Timeout=9&", StringComparison.Ordinal) })
        {
            using var rack = CaseRack.Of(written).Value;
            Assert.True(rack.TakesMore);
            Assert.Empty(rack.Names());
            using var made = CreateCase
                .Run(new CreateRequest(rack.PlaceOf(rack.Free("a-b").Value), null, "Ada"), NodaTime.SystemClock.Instance)
                .Value;
            Assert.Equal(["a_b"], rack.Names());
            Run(place, $"DROP SCHEMA {rack.PlaceOf("a_b").Split("schema=")[1]} CASCADE");
        }
    }

    private static string Place(out string prefix)
    {
        var one = PostgresServer.Place();
        prefix = $"rack{Environment.ProcessId}n{Interlocked.Increment(ref racks)}";
        return one[..one.IndexOf('?', StringComparison.Ordinal)] + "?cases=" + prefix;
    }

    private static List<string> Schemas(string place, string prefix)
    {
        using var source = NpgsqlDataSource.Create(Address(place));
        using var command = source.CreateCommand(
            $"SELECT nspname FROM pg_namespace WHERE nspname LIKE '{prefix}%' ORDER BY nspname COLLATE \"C\""
        );
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static void Run(string place, string sql)
    {
        using var source = NpgsqlDataSource.Create(Address(place));
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    private static string Address(string place)
    {
        var uri = new Uri(place);
        return $"Host={uri.Host};Port={uri.Port};Username=postgres;Database=postgres";
    }
}
