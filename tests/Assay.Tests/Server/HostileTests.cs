using System.Net;

namespace Assay.Tests.Server;

/// <summary>What people and files bring along is text to show, and nothing else.</summary>
public sealed class HostileTests
{
    private const string Evil = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>";

    [Fact]
    public async Task Titles_names_and_texts_are_shown_as_text()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner("O'Hara @ desk");
        var name = await owner.NewCase(Evil);
        await owner.Upload(
            $"/c/{name}/sources/add",
            Evil + ".html",
            "<p>It rained at 5 p.m. on 3 May 2021. <script>alert(2)</script></p>"u8.ToArray()
        );
        await owner.Post("/account/tokens", ("label", Evil), ("scope", "read"), ("days", "3"));
        foreach (
            var path in new[]
            {
                "/",
                $"/c/{name}",
                $"/c/{name}/sources",
                $"/c/{name}/journal",
                $"/c/{name}/members",
                "/account",
                "/people",
                "/audit",
            }
        )
        {
            var page = await owner.Get(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotMatch("<img|<script>|alert\\(2\\)", page.Text);
        }

        Assert.Contains("&lt;img src=x", (await owner.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("O&#39;Hara", (await owner.Get("/account")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>Eve</b>"), InlineData("Ada\nEve"), InlineData("Ada\u202Eeve"), InlineData("")]
    [InlineData("ada"), InlineData("\u0410da"), InlineData("' OR 1=1 --;")]
    public async Task A_name_is_refused_that_could_pass_for_another_or_for_markup(string name)
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var link = TeamServer.LinkPath((await owner.Post("/people/invite")).Secret);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await server.Stranger().UseLink(link, name)).Status);
        Assert.Single(Assay.Cases.Team.UseCases.Accounts.List(server.Bench.People).Value);
    }

    [Theory]
    [InlineData("' OR '1'='1"), InlineData("Ada' --"), InlineData("%"), InlineData("\"; DROP TABLE people; --")]
    public async Task Words_that_mean_something_to_a_database_are_words(string name)
    {
        foreach (var store in new[] { "SQLite", "PostgreSQL" })
        {
            await using var server = await TeamServer.Open(store);
            var owner = await server.Owner();
            var answer = await server.Stranger().SignIn(name);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            var night = await owner.NewCase("The night");
            var set = await owner.Post($"/c/{night}/members", ("name", name), ("role", "owner"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, set.Status);
            Assert.Single(Assay.Cases.Team.UseCases.Accounts.List(server.Bench.People).Value);
        }
    }

    [Theory]
    [InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_name_with_a_letter_that_no_database_keeps_is_nobodys(string store)
    {
        await using var server = await TeamServer.Open(store);
        var owner = await server.Owner();
        var night = await owner.NewCase("The night");
        var api = new ApiClient(server, server.Token("Ada"));
        var role = new StringContent("""{"role":"reader"}""", System.Text.Encoding.UTF8, "application/json");
        using var set = await api.Raw(HttpMethod.Put, $"/cases/{night}/members/Ada%00", role);
        Assert.Equal(HttpStatusCode.BadRequest, set.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.Put($"/cases/{night}/members/Ada%01", """{"role":"reader"}""")).Status);
    }

    [Theory]
    [InlineData("../../etc/passwd"), InlineData("..\\..\\evil.txt"), InlineData("/etc/cron.d/evil"), InlineData("C:\\evil.txt")]
    public async Task A_file_of_an_upload_is_written_nowhere_but_into_the_case(string name)
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var night = await owner.NewCase("The night");
        var before = Directory.GetFiles(server.Cases, "*", SearchOption.AllDirectories).Order();
        await owner.Upload($"/c/{night}/sources/add", name, "It rained at 5 p.m. on 3 May 2021."u8.ToArray());
        Assert.Equal(before, Directory.GetFiles(server.Cases, "*", SearchOption.AllDirectories).Order());
        Assert.DoesNotContain("..", (await owner.Get($"/c/{night}/sources")).Text.Split("<main")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_says_or_too_much_is_refused_and_the_rest_goes_on()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var api = new ApiClient(server, server.Token("Ada"));
        var night = await owner.NewCase("The night");
        var added = await api.Upload(
            $"/cases/{night}/sources",
            ("broken.pdf", "%PDF-1.7\n1 0 obj << /Length 99999999999 >> stream"),
            ("deep.html", string.Concat(Enumerable.Repeat("<div>", 5000)) + "x"),
            ("good.txt", "It rained at 5 p.m. on 3 May 2021.")
        );
        Assert.Equal(["good.txt"], added.Body!["added"]!.AsArray().Select(a => (string)a!["file"]!));
        Assert.Equal(2, added.Body["refused"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_preview_of_a_dossier_reaches_nothing_of_the_server()
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var night = await owner.NewCase("The night");
        await owner.Post($"/c/{night}/sources/add", ("name", "a"), ("text", "It rained at 5 p.m. on 3 May 2021 in Riga."));
        var preview = await owner.Get($"/c/{night}/dossier/preview");
        Assert.StartsWith("sandbox allow-scripts;", preview.Head("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", preview.Head("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.StartsWith(
            "attachment;",
            (await owner.Get($"/c/{night}/dossier/page")).Head("Content-Disposition"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/c/..%2F..%2Fetc"), InlineData("/c/%00"), InlineData("/assets/..%2Fdossier.css"), InlineData("/api/v1/cases/..%2Fusers")]
    public async Task An_address_that_climbs_out_of_its_folder_is_not_found(string path)
    {
        await using var server = await TeamServer.Open();
        var owner = await server.Owner();
        var answer = await owner.Get(path, m => m.Headers.Authorization = new("Bearer", server.Token("Ada")));
        Assert.True((int)answer.Status is 404 or 400, $"{answer.Status}");
    }
}
