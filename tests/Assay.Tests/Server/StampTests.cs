using System.Net;
using System.Text;
using Assay.Reading.Intake.Opening;
using Assay.Tests.Fixtures;

namespace Assay.Tests.Server;

/// <summary>Time stamps in the workbench: uploaded with their files, and shown on the page of the source.</summary>
public sealed class StampTests
{
    [Fact]
    public async Task A_stamp_that_is_uploaded_with_its_file_is_shown_on_the_page_of_the_source()
    {
        using var authority = new StampAuthority("<b>Harbour</b> \u202Eemit");
        var root = Path.GetTempFileName();
        await File.WriteAllTextAsync(root, authority.RootPem, TestContext.Current.CancellationToken);
        var trust = StampRoots.Of([root]).Value;
        File.Delete(root);
        await using var server = await TeamServer.Open(with: o => o with { Trust = trust });
        var owner = await server.Owner();
        var name = await owner.NewCase("Stamps");
        var (a, b) = (Story("a"), Story("b"));
        await owner.Upload(
            $"/c/{name}/sources/add",
            ("a.txt.tsr", StampAuthority.Answer(authority.Token(a))),
            ("a.txt", a),
            ("b.txt", b),
            ("b.txt.tst", authority.Token(a)),
            ("c.txt", Story("c"))
        );
        var list = (await owner.Get($"/c/{name}/sources")).Text;
        var pages = new List<string>();
        foreach (var id in Ids(list))
            pages.Add(
                WebUtility.HtmlDecode(
                    (await owner.Get($"/c/{name}/sources/{id}")).Text.Replace("<b>Harbour", "!", StringComparison.Ordinal)
                )
            );
        Assert.Equal(3, pages.Count);
        Assert.Contains(
            "a.txt.tsr: It is over these bytes, by a trusted authority: <b>Harbour</b> \\u202Eemit, at 2021-05-04 06:30:15 UTC",
            pages[0],
            StringComparison.Ordinal
        );
        Assert.Contains("b.txt.tst: It is not over these bytes", pages[1], StringComparison.Ordinal);
        Assert.Contains("No time stamp stands beside it.", pages[2], StringComparison.Ordinal);
        Assert.Contains("Everything holds", (await owner.Post($"/c/{name}/verify")).Text, StringComparison.Ordinal);
    }

    private static List<string> Ids(string page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page, "/sources/(s-[0-9a-f]+)\"").Select(m => m.Groups[1].Value).Distinct()];

    private static byte[] Story(string which) =>
        Encoding.UTF8.GetBytes(
            $"The harbour office in Riga closed lock {which} at 11:40 p.m. on 3 May 2021, the insurer in London said.\n"
        );
}
