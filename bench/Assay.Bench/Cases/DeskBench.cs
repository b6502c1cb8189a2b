using System.Globalization;
using System.Text;
using Assay.Cases.Casework;
using NodaTime;

namespace Assay.Bench.Cases;

/// <summary>One long source, and sixty drafts decided by keys.</summary>
internal static class DeskBench
{
    private const int Letters = 1_048_576;
    private const int Reports = 8;
    private const int Keys = 60;
    private const int LongKeys = 30;
    private const int MostPresses = 70;
    private static readonly string[] Filler =
    [
        "the water stood at the wall and nothing moved in it",
        "nobody who was asked could say why the gate had been left as it was",
        "there is more to be read of the matter in the papers of the office",
        "it was a long and quiet stretch, with little to see and less to tell",
        "what was written down is kept in a drawer and may be looked at on demand",
    ];

    /// <summary>A table of a source of a megabyte with two thousand drafts.</summary>
    public static string Long(string folder)
    {
        var place = Path.Combine(folder, "long.assay");
        var (source, drafts) = Made(place, Text());
        var rows = new List<(string, double)>();
        using (var pages = CasePages.Open(place))
        {
            rows.Add(("the reading view opened first, once", pages.Get($"/sources/{source}")));
            rows.Add(("opened again", CaseBench.Middle(5, () => pages.Get($"/sources/{source}"))));
            var page = pages.Desk(source);
            rows.AddRange(Pressed(pages, ref page, "accept"));
            rows.AddRange(Pressed(pages, ref page, "reject"));
        }

        return CaseBench.Rows(string.Create(CultureInfo.InvariantCulture, $"one source of 1 MB, {drafts:N0} drafts; at the server"), rows);
    }

    private static List<(string, double)> Pressed(CasePages pages, ref string page, string does)
    {
        var taken = new List<double>();
        for (var i = 0; i < LongKeys; i++)
            taken.Add(pages.Press(ref page, does));
        return
        [
            ($"a key to the next draft: {does}, median of {LongKeys}", taken.Order().ElementAt(LongKeys / 2)),
            ($"the slowest of them", taken.Max()),
        ];
    }

    /// <summary>A table of sixty drafts decided one after another.</summary>
    public static string Sixty(string folder)
    {
        var place = Path.Combine(folder, "sixty.assay");
        var (source, drafts) = Made(place, CaseTextMaker.Of(7));
        using var pages = CasePages.Open(place);
        var page = pages.Desk(source);
        string[] pressed = ["accept", "accept", "accept", "reject", "skip", "accept"];
        var (taken, worked) = (new List<double>(), new List<double>());
        for (var i = 0; i < Keys; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            taken.Add(pages.Press(ref page, pressed[i % pressed.Length]));
            worked.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        using var opened = OpenCase.Run(place).Value;
        var open = ListDrafts.Run(opened, new DraftsRequest { States = [Assay.Cases.Accounts.ItemState.Open] }).Value.Total;
        if (taken.Count > MostPresses)
            throw new InvalidOperationException("It took too many keys.");
        return CaseBench.Rows(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{drafts - open} of {drafts} drafts of a short source decided by {Keys} keys; at the server"
            ),
            [
                ("a key to the next draft, median of sixty", taken.Order().ElementAt(Keys / 2)),
                ("the slowest but the first", taken.Skip(1).Max()),
                ("processor time of a key, both processors and the browser's part with it, median", worked.Order().ElementAt(Keys / 2)),
                ("the most of one but the first", worked.Skip(1).Max()),
            ]
        );
    }

    private static (string Source, int Drafts) Made(string place, string text)
    {
        using var made = CreateCase.Run(new CreateRequest(place, "bench", "bench"), SystemClock.Instance).Value;
        var desk = new Desk(made, "bench", SystemClock.Instance);
        var added = AddSources.Run(desk, new AddRequest([]) { Given = [new GivenSource("long.txt", Encoding.UTF8.GetBytes(text))] }).Value;
        _ = ReadCase.Run(desk, new ReadCaseRequest()).Value;
        return (added.Added[0].Id, ListDrafts.Run(made, new DraftsRequest { Most = 1 }).Value.Total);
    }

    private static string Text()
    {
        var (text, random) = (new StringBuilder(), new Random(11));
        for (var i = 0; i < Reports; i++)
        {
            text.Append(CaseTextMaker.Of(i)).Append("\n\n");
            while (text.Length < (i + 1) * (Letters / Reports))
            {
                // A long sentence is one statement.
                var said = string.Join(", and ", Enumerable.Range(0, 14).Select(_ => Filler[random.Next(Filler.Length)]));
                text.Append(char.ToUpperInvariant(said[0])).Append(said, 1, said.Length - 1).Append(".\n\n");
            }
        }

        return text.ToString(0, Letters);
    }
}
