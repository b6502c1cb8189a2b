using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Store;
using NodaTime;

namespace Assay.Bench.Cases;

/// <summary>A case of a thousand sources and twenty thousand events: opening it, searching its drafts, deciding, testing it.</summary>
internal static class CaseBench
{
    private const int Runs = 5;

    /// <summary>Runs the bench.</summary>
    /// <param name="args">Any of <c>--sources N</c>, <c>--case PLACE</c> (a file or a connection to PostgreSQL; a file of its own where not
    /// given), <c>--write</c>.</param>
    public static int Run(string[] args)
    {
        var sources = int.Parse(BenchFiles.Option(args, "--sources") ?? "1000", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("assay-case-bench-");
        try
        {
            var place = BenchFiles.Option(args, "--case") ?? Path.Combine(folder.FullName, "bench.assay");
            var table = Measure(place, sources);
            Console.Write(table);
            if (args.Contains("--write"))
                BenchFiles.Write("case", table);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Measure(string place, int sources)
    {
        var rows = new List<(string What, double Milliseconds)>();
        using (var made = CreateCase.Run(new CreateRequest(place, "bench", "bench"), SystemClock.Instance).Value)
        {
            var desk = new Desk(made, "bench", SystemClock.Instance);
            var given = Enumerable
                .Range(0, sources)
                .Select(i => new GivenSource($"{i}.txt", Encoding.UTF8.GetBytes(CaseTextMaker.Of(i))))
                .ToList();
            rows.Add(
                ("adding all sources, once", Time(() => AddSources.Run(desk, new AddRequest([]) { Given = given }).Value.Added.Count))
            );
            rows.Add(("reading all of them by the rules, once", Time(() => ReadCase.Run(desk, new ReadCaseRequest()).Value.Read)));
            rows.Add(("verifying the whole case", Median(() => VerifyCase.Run(made.Store).Value.Faults.Count)));
        }

        rows.Add(("opening: the journal's end verified", Median(() => Opened(place).Dispose())));
        rows.Add(("opening and testing, nothing kept from before", Median(() => Tested(place))));
        using var opened = Opened(place);
        var worker = new Desk(opened, "bench", SystemClock.Instance);
        _ = CheckCase.Run(opened).Value;
        rows.Add(("testing again after a change, texts kept", Median(() => Retested(worker))));
        rows.Add(("drafts in the order of consequence, the first 50", Median(() => _ = Page(opened, 0).Entries.Count)));
        rows.Add(("a decision, verdicts not compared", Median(() => Decide(worker, false))));
        rows.Add(("a decision, with the verdicts that changed", Median(() => Decide(worker, true))));
        var content = opened.Store.Read<CaseContent>(r => r.Content()).Value;
        var items = content.Drafts.GroupBy(d => d.Item.Kind).ToDictionary(g => g.Key, g => g.Count());
        return Table(place, content, items, rows);
    }

    private static string Table(
        string place,
        CaseContent content,
        Dictionary<string, int> items,
        List<(string What, double Milliseconds)> rows
    )
    {
        var text = new StringBuilder();
        var store = File.Exists(place)
            ? string.Create(CultureInfo.InvariantCulture, $"SQLite, {new FileInfo(place).Length / 1048576.0:0} MB")
            : "PostgreSQL";
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {content.Sources.Count:N0} sources, {items["events"]:N0} events, {items["clocks"]:N0} clocks, {items["claims"]:N0} claims, {content.Drafts.Count:N0} drafts; {store} | ms |\n|---|---:|\n"
        );
        foreach (var (what, milliseconds) in rows)
            text.Append(CultureInfo.InvariantCulture, $"| {what} | {milliseconds:N0} |\n");
        return text.ToString();
    }

    private static OpenedCase Opened(string place) => OpenCase.Run(place).Value;

    private static void Tested(string place)
    {
        using var opened = Opened(place);
        _ = CheckCase.Run(opened).Value.Report.Claims.Count;
    }

    private static int at;

    private static DraftsReply Page(OpenedCase opened, int offset) =>
        ListDrafts.Run(opened, new DraftsRequest { Offset = offset, Most = 50 }).Value;

    private static void Decide(Desk desk, bool showChanges)
    {
        var item = desk
            .Case.Store.Read<CaseContent>(r => r.Content())
            .Value.Drafts.Where(d => d.Item.Kind == "clocks")
            .ElementAt(at++)
            .Item.Id;
        _ = DecideItem.Run(desk, new DecideRequest(new Struck(item)) { ShowChanges = showChanges }).Value;
    }

    private static void Retested(Desk desk)
    {
        Decide(desk, false);
        _ = CheckCase.Run(desk.Case).Value.Report.Claims.Count;
    }

    private static double Time(Func<int> work) =>
        Time(() =>
        {
            _ = work();
        });

    private static double Time(Action work)
    {
        var since = Stopwatch.StartNew();
        work();
        return since.Elapsed.TotalMilliseconds;
    }

    private static double Median(Func<int> work) =>
        Median(() =>
        {
            _ = work();
        });

    private static double Median(Action work) => Enumerable.Range(0, Runs).Select(_ => Time(work)).Order().ElementAt(Runs / 2);
}
