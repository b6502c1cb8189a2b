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
    private const string MakeOption = "--make"; // for the process that makes the case

    /// <summary>Runs the bench.</summary>
    /// <param name="args">Any of <c>--sources N</c>, <c>--case PLACE</c> (a file or a connection to PostgreSQL; a file of its own where
    /// not
    /// given; a file that is a case already is measured as it is), <c>--desk</c> (the long source and the keys alone),
    /// <c>--write</c>.</param>
    public static int Run(string[] args)
    {
        var sources = int.Parse(BenchFiles.Option(args, "--sources") ?? "1000", CultureInfo.InvariantCulture);
        if (BenchFiles.Option(args, MakeOption) is { } making)
            return Make(making, sources);
        var folder = Directory.CreateTempSubdirectory("assay-case-bench-");
        try
        {
            var place = BenchFiles.Option(args, "--case") ?? Path.Combine(folder.FullName, "bench.assay");
            string[] desk = [DeskBench.Long(folder.FullName), DeskBench.Sixty(folder.FullName)];
            if (args.Contains("--desk"))
            {
                Console.Write(string.Join('\n', desk));
                return 0;
            }

            var table = string.Join('\n', Measure(place, sources), desk[0], desk[1]);
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
        if (!File.Exists(place))
            rows.AddRange(Made(place, sources));
        rows.Add(("opening: the journal's end verified", Median(() => Opened(place).Dispose())));
        Served(place, SourceOf(place), rows);
        rows.Add(("peak memory of the process that served it so far, MB", PeakMegabytes()));
        return Rows(Worked(place, rows), rows);
    }

    // By a process of its own: what is measured afterwards is measured in one that opens the case, as a server does.
    private static List<(string What, double Milliseconds)> Made(string place, int sources)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{sources}");
        string[] command = [typeof(CaseBench).Assembly.Location, "case", MakeOption, place, "--sources", line];
        var start = new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("The case could not be made.");
        return
        [
            .. said.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Split('\t'))
                .Select(l => (l[0], double.Parse(l[1], CultureInfo.InvariantCulture))),
        ];
    }

    private static int Make(string place, int sources)
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

        rows.Add(("peak memory of the process that made it, MB", PeakMegabytes()));
        foreach (var (what, milliseconds) in rows)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}\t{milliseconds}"));
        return 0;
    }

    private static string SourceOf(string place)
    {
        using var opened = Opened(place);
        var sources = opened.Store.Read<CaseContent>(r => r.Content()).Value.Sources;
        return sources[sources.Count / 2].Id;
    }

    private static string Worked(string place, List<(string What, double Milliseconds)> rows)
    {
        using var opened = Opened(place);
        rows.Add(("opening and testing, nothing kept from before, once", Time(() => _ = CheckCase.Run(opened).Value)));
        var worker = new Desk(opened, "bench", SystemClock.Instance);
        rows.Add(("testing again after a change", Median(() => Decide(worker, false), () => _ = CheckCase.Run(worker.Case).Value)));
        rows.Add(("drafts in the order of consequence, the first 50", Median(() => _ = Page(opened, 0).Entries.Count)));
        rows.Add(("search for words in all sources", Median(() => Searched(opened))));
        rows.Add(("a decision, verdicts not compared", Median(() => Decide(worker, false))));
        _ = CheckCase.Run(opened).Value;
        rows.Add(("a decision, with the verdicts that changed", Median(() => Decide(worker, true))));
        var content = opened.Store.Read<CaseContent>(r => r.Content()).Value;
        return Title(place, content);
    }

    private static void Served(string place, string source, List<(string What, double Milliseconds)> rows)
    {
        var since = Stopwatch.StartNew();
        using var pages = CasePages.Open(place);
        rows.Add(("page: the first, which tests the whole case, once", since.Elapsed.TotalMilliseconds));
        foreach (var (what, path) in Pages(source))
        {
            _ = pages.Get(path); // what is kept between questions is there from now on
            rows.Add((what, Middle(Runs, () => pages.Get(path))));
        }

        var page = pages.Desk(source);
        rows.Add(("a key to the next draft: accept", Middle(15, () => pages.Press(ref page, "accept"))));
        rows.Add(("a key to the next draft: reject", Middle(Runs, () => pages.Press(ref page, "reject"))));
    }

    private static (string, string)[] Pages(string source) =>
        [
            ("page: chronology, 200 events of it", "/chronology"),
            ("page: chronology, from the middle", "/chronology?from=10000"),
            ("page: verdicts, 200 claims of them", "/verdicts"),
            ("page: overview", ""),
            ("page: search", "/search?q=barge+struck"),
            ("page: reading view of a source", $"/sources/{source}"),
        ];

    private static void Searched(OpenedCase opened)
    {
        string[] words = ["barge struck", "\"received a call\"", "zzz", "mayor opened hall", "the"];
        _ = SearchCase.Run(opened, new SearchRequest(words[at++ % words.Length])).Value.Total;
    }

    private static double PeakMegabytes() =>
        File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(':')[1].Trim().Split(' ')[0]
            is var kilobytes
            ? double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024
            : 0;

    /// <summary>A table of rows.</summary>
    public static string Rows(string title, IEnumerable<(string What, double Milliseconds)> rows)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"| {title} | ms |\n|---|---:|\n");
        foreach (var (what, milliseconds) in rows)
            text.Append(CultureInfo.InvariantCulture, $"| {what} | {milliseconds:N0} |\n");
        return text.ToString();
    }

    /// <summary>The middle of several measurements.</summary>
    public static double Middle(int runs, Func<double> measure) =>
        Enumerable.Range(0, runs).Select(_ => measure()).Order().ElementAt(runs / 2);

    private static double Median(Action before, Action work) =>
        Middle(
            Runs,
            () =>
            {
                before();
                return Time(work);
            }
        );

    private static string Title(string place, CaseContent content)
    {
        var items = content.Drafts.GroupBy(d => d.Item.Kind).ToDictionary(g => g.Key, g => g.Count());
        var store = File.Exists(place)
            ? string.Create(CultureInfo.InvariantCulture, $"SQLite, {new FileInfo(place).Length / 1048576.0:0} MB")
            : "PostgreSQL";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{content.Sources.Count:N0} sources, {items["events"]:N0} events, {items["clocks"]:N0} clocks, {items["claims"]:N0} claims, {content.Drafts.Count:N0} drafts; {store}"
        );
    }

    private static OpenedCase Opened(string place) => OpenCase.Run(place).Value;

    private static int at = 40;

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
