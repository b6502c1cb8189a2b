using System.Diagnostics;
using System.Text;
using Assay.Cases.Accounts;
using Assay.Cases.Origins;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;
using Assay.Tests.Fixtures;

namespace Assay.Cases.Tests.Origins;

/// <summary>Which sources look like one origin, and which do not.</summary>
public sealed class OriginFinderTests
{
    private const string About =
        "The Harbour Post is read in forty ports and edited by people who have stood on a quay at night. It takes no money from companies that it writes about, prints what it gets wrong on the second page, and answers every letter. If you know something that we ought to know, come by: the door beside the chandler is open until nine, there is tea, and nobody will ask for your name before you want to give it.";

    [Fact]
    public void A_text_printed_again_with_other_words_here_and_there_is_a_copy()
    {
        var tie = Assert.Single(Find(Harbour.Report, Harbour.Dockers, Harbour.Copy));
        Assert.Equal((0, 2, OriginKind.Copy, 2), (tie.First, tie.Second, tie.Kind, tie.Shorter));
        Assert.InRange(tie.Share, 0.85, 0.99);
    }

    [Fact]
    public void Reports_of_one_night_that_were_written_apart_are_not_one() =>
        Assert.Empty(Find(Harbour.Report, Harbour.Dockers, Harbour.Tug));

    [Fact]
    public void What_both_have_in_quotation_marks_is_no_sign()
    {
        string[] apart = [First(Harbour.Report) + "\n\n" + Harbour.Said, First(Harbour.Dockers) + "\n\n" + Harbour.Said];
        Assert.Empty(Find(apart));
        var unmarked = apart.Select(t => t.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal));
        Assert.Single(Find([.. unmarked]));

        // Half of the first report, which the other puts between quotation marks, is a sign.
        var quoting = Half(Harbour.Dockers) + "\n\n“" + First(Harbour.Report).Split("\n\n")[^1] + "”";
        Assert.Single(Find(Half(Harbour.Report), quoting));
    }

    [Theory]
    [InlineData("“", "”"), InlineData("«", "»"), InlineData("\"", "\""), InlineData("„", "“"), InlineData("„", "”")]
    [InlineData("„Yes,“ “", "”")]
    public void What_both_quote_counts_neither_for_nor_against(string open, string close)
    {
        string Text(int own, int from) =>
            $"A night\n\nRiga, 5 May 2021\n\n{open}{Words(3000, 120)}{close} he said. {Words(0, 60)} {Words(from, own)}.";
        Assert.Single(Find(Text(45, 1000), Text(90, 2000))); // 60 of 107 words, not of 227
        Assert.Empty(Find(Text(75, 1000), Text(150, 2000))); // 60 of 137 words, and not 180 of 257
    }

    [Theory, InlineData(40, 150), InlineData(150, 40)]
    public void What_one_quotes_and_the_other_writes_is_a_sign(int beside, int around)
    {
        var quoting = $"A night\n\nRiga, 5 May 2021\n\n“{Words(0, 60)}” {Words(2000, beside)}.";
        var written = $"A night\n\nRiga, 5 May 2021\n\n{Words(0, 60)} {Words(1000, around)}.";
        Assert.Single(Find(written, quoting));
    }

    [Fact]
    public void Short_texts_say_too_little()
    {
        const string log = "The barge Selga struck the northern pier at 10:20 p.m. on 3 May 2021, and the lock was closed at 10:40 p.m.";
        Assert.Empty(Find(log, log + " Two tugs came."));
    }

    [Fact]
    public void Lines_of_logs_that_are_written_in_one_form_are_no_sign()
    {
        string Log(string ship, int first) =>
            "A log\n\nRiga, 4 May 2021\n\n"
            + string.Join(
                ' ',
                Enumerable
                    .Range(first, 12)
                    .Select(i => $"Entry {i}. {ship} {i * 7} was seen off the pier at {i % 12}:{i + 10} p.m. on 3 May 2021 by the watch.")
            );
        Assert.Empty(Find(Log("The barge Selga", 1), Log("The tug Vega", 20)));
        Assert.Single(Find(Log("The barge Selga", 1), Log("The barge Selga", 1) + "\n\nEnd of the log of this night."));

        // Nine of ten words of each are the form, which is counted once.
        string Form(int first) =>
            "A log\n\nRiga, 4 May 2021\n\n"
            + string.Join(
                ' ',
                Enumerable.Range(first, 12).Select(i => $"Number{i} {Words(5000, 16)} and the gauge at the sluice read number{i * 31}.")
            );
        Assert.Empty(Find(Form(1), Form(2000)));
    }

    [Theory]
    [InlineData("News {0}", 15, 2), InlineData("News {0}", 25, 0)]
    [InlineData("News", 25, 2)] // versions of one report
    public void Pages_of_one_site_that_have_less_than_twenty_words_of_their_own_are_one(string headline, int own, int found)
    {
        string Page(int number) =>
            Harbour.Page(
                string.Format(null, headline, number),
                Harbour.Body(Harbour.Report) + "\n\n" + Words(1000 * number, own) + ".",
                "<meta property=\"og:site_name\" content=\"The Harbour Post\">"
            );
        Assert.Equal(found, Find(Page(1), Page(2), Page(3)).Count);
    }

    [Fact]
    public void Paragraphs_that_a_site_prints_under_everything_are_no_sign()
    {
        var site = "<meta property=\"og:site_name\" content=\"The Harbour Post\">";
        string[] texts = [.. new[] { Harbour.Report, Harbour.Dockers, Harbour.Tug }.Select(t => Harbour.Body(t).Split("\n\n")[0])];
        var pages = texts.Select((t, i) => Harbour.Page($"News {i}", t + "\n\n" + About, site)).ToArray();
        Assert.Empty(Find(pages));
        Assert.NotEmpty(Find(pages[0], pages[1])); // two pages do not tell what stands under everything
        var again = Harbour.Page("News 0, again", texts[0] + "\n\n" + About, site);
        Assert.Equal((0, 3), Pair(Assert.Single(Find([.. pages, again]))));
    }

    [Fact]
    public void A_paragraph_of_pages_that_are_alike_beside_it_belongs_to_them_and_not_to_their_site()
    {
        string Page(int number, int alike) =>
            Harbour.Page(
                $"News {number}",
                $"{Words(0, 50)}.\n\n{Words(7000, alike)} {Words(1000 * number, 60 - alike)}.",
                "<meta property=\"og:site_name\" content=\"The Harbour Post\">"
            );
        Assert.Equal([(0, 1), (0, 2)], Find(Page(1, 20), Page(2, 20), Page(3, 20)).Select(Pair));
        Assert.Empty(Find(Page(1, 0), Page(2, 0), Page(3, 0)));
    }

    [Fact]
    public void Versions_of_one_page_are_one_whatever_was_added_to_each()
    {
        string[] added = [Harbour.Said, Half(Harbour.Tug).Split("\n\n")[^1], Half(Harbour.Dockers).Split("\n\n")[^1]];
        Assert.Equal([(0, 1), (0, 2)], Find([.. added.Select(a => Harbour.Report + "\n\n" + a)]).Select(Pair));
    }

    [Fact]
    public void One_address_makes_one_origin_of_texts_that_have_little_in_common()
    {
        string Page(string text, string address) => Harbour.Page("A page", text, $"<link rel=\"canonical\" href=\"{address}\">");
        var early = Harbour.Body(Half(Harbour.Report));
        var late = Harbour.Body(Harbour.Dockers) + "\n\n" + early.Split("\n\n")[0];
        var tie = Assert.Single(
            Find(Page(early, "https://www.post.example/night?utm_source=mail"), Page(late, "http://post.example/night/#top"))
        );
        Assert.Equal("post.example/night", tie.Address);
        Assert.Empty(Find(Page(Harbour.Body(Harbour.Tug), "https://post.example/night"), Page(early, "https://post.example/night")));
        Assert.Null(OriginAddress.Of("https://www.post.example/"));
        Assert.Null(OriginAddress.Of("javascript:alert(1)"));
        Assert.Null(OriginAddress.Of("night.html"));
    }

    [Theory]
    [InlineData("(Reuters) - ", "", "Reuters"), InlineData("", "\n\nSource: Reuters", "Reuters"), InlineData("", "", null)]
    [InlineData("", "\n\nPhoto: Reuters", null)]
    [InlineData("", "\n\nA photographer of Reuters, who was on the quay that night by chance, took the pictures that went round.", null)]
    public void A_credit_of_one_agency_makes_a_third_of_a_text_enough(string before, string after, string? agency)
    {
        var shared = Harbour.Body(Harbour.Report).Split("\n\n")[1];
        string Text(string own) => $"A night\n\nRiga, 5 May 2021\n\nRIGA {before}{shared}\n\n{own}{after}";
        var found = Find(Text(Harbour.Body(Half(Harbour.Dockers))), Text(Harbour.Body(Harbour.Tug)));
        Assert.Equal(agency is null ? 0 : 1, found.Count);
        Assert.All(found, t => Assert.Equal(agency, t.Agency));
    }

    [Fact]
    public void A_digest_of_two_reports_is_a_part_with_each_and_makes_no_copies_of_them()
    {
        var digest = Harbour.Report + "\n\n" + Harbour.Body(Harbour.Dockers) + "\n\n" + Harbour.Body(Harbour.Tug);
        var found = Find(digest, Harbour.Report, Harbour.Dockers, Harbour.Tug);
        Assert.Equal([(0, 1), (0, 2), (0, 3)], found.Select(Pair));
        Assert.All(found, t => Assert.Equal(OriginKind.Part, t.Kind));
    }

    [Trait("Alone", "yes")] // it looks at the clock
    [Fact]
    public void A_thousand_sources_take_time_by_their_words_and_not_by_their_pairs()
    {
        var words = new Random(1);
        string Text(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => $"w{words.Next(3000)}"));
        var agency = Text(500);
        var documents = Enumerable
            .Range(0, 1000)
            .Select(i => Document(i % 4 == 0 ? $"{agency} {Text(60)}" : Text(560), $"{i}.txt"))
            .ToList();
        var watch = Stopwatch.StartNew();
        var found = OriginFinder.Find(documents, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms");
        Assert.Equal(249, found.Count);
        Assert.All(found, t => Assert.Equal(0, t.First)); // each is named with the first alone, not with the others
        Assert.InRange(watch.ElapsedMilliseconds, 0, 4000);
    }

    [Fact]
    public void The_accounts_of_the_corpus_were_all_written_apart()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "data", "accounts");
        Assert.SkipUnless(Directory.Exists(folder), "skipped: ../shared/data/accounts is not there");
        var files = Directory.GetFiles(folder).Where(f => Path.GetExtension(f) is ".txt" or ".html" or ".md" && !f.Contains("README"));
        var documents = files.Select(f => SourceIntake.Read(File.ReadAllBytes(f), f, IntakeOptions.Default).Value).ToList();
        Assert.True(documents.Count > 20);
        Assert.Empty(OriginFinder.Find(documents, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(45, 45, 0), InlineData(55, 55, 1)] // fewer than fifty words are not compared
    [InlineData(35, 60, 0), InlineData(45, 60, 1)] // fewer than forty in common are none
    [InlineData(45, 100, 0), InlineData(55, 100, 1)] // half of the shorter
    public void What_is_enough_is_counted_in_words(int shared, int whole, int found) =>
        Assert.Equal(found, Find(Made(0, shared, 1000, whole - shared), Made(0, shared, 2000, 200)).Count);

    [Theory]
    [InlineData("post.example", "tide.example", 160, 1), InlineData("post.example", "post.example", 160, 0)]
    [InlineData("post.example", "tide.example", 140, 0)]
    public void Two_sites_that_print_a_hundred_and_fifty_words_alike_had_them_from_one(string one, string other, int shared, int found)
    {
        string Page(string site, int own, int count) =>
            Harbour.Page("A page", Harbour.Body(Made(0, shared, own, count)), $"<link rel=\"canonical\" href=\"https://{site}/{own}\">");
        Assert.Equal(found, Find(Page(one, 1000, 400 - shared), Page(other, 2000, 600)).Count);
    }

    [Fact]
    public void A_digest_that_comes_last_is_named_with_each_of_its_parts()
    {
        var digest = Harbour.Report + "\n\n" + Harbour.Body(Harbour.Dockers) + "\n\n" + Harbour.Body(Harbour.Tug);
        Assert.Equal([(0, 3), (1, 3), (2, 3)], Find(Harbour.Report, Harbour.Dockers, Harbour.Tug, digest).Select(Pair).Order());
    }

    // Words that no other text has, after some that another one has.
    private static string Made(int shared, int sharedCount, int own, int ownCount) =>
        $"A night\n\nRiga, 5 May 2021\n\n{Words(shared, sharedCount)} {Words(own, ownCount)}".TrimEnd() + ".";

    private static string Words(int from, int count) => string.Join(' ', Enumerable.Range(from, count).Select(i => $"word{i}"));

    private static (int, int) Pair(OriginTie tie) => (tie.First, tie.Second);

    private static string First(string text) => string.Join("\n\n", text.Split("\n\n")[..3]);

    // Headline, date and the first two paragraphs.
    private static string Half(string text) => string.Join("\n\n", text.Split("\n\n")[..4]);

    private static List<OriginTie> Find(params string[] texts) =>
        OriginFinder.Find([.. texts.Select((t, i) => Document(t, $"{i}.{(t[0] == '<' ? "html" : "txt")}"))]);

    private static SourceDocument Document(string text, string name) =>
        SourceIntake.Read(Encoding.UTF8.GetBytes(text), name, IntakeOptions.Default).Value;
}
