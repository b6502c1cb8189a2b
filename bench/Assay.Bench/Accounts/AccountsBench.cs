using System.Text.Json;

namespace Assay.Bench.Accounts;

/// <summary>
/// The audit of the accounts with gold in <c>../shared/data/accounts</c> through the front door, scored as <c>assay read evaluate</c> does,
/// each half for itself; and why the claims that are not right are not.
/// </summary>
internal static class AccountsBench
{
    private static readonly (string, string)[] Halves = [("all", "ab"), ("first half", "a"), ("second half", "b")];
    private static readonly (string, string)[] Own = [("looked at", "abcefghijklmnopqrstuvwxyz"), ("left alone", "d")];

    /// <summary>Runs the bench.</summary>
    /// <param name="args">Any of <c>--own</c> for the project's own accounts (bench/accounts), <c>--program PATH</c> (the launcher or
    /// assay.dll),
    /// <c>--out DIR</c> for the audits, <c>--write</c> for docs/reading.md.</param>
    /// <returns>The exit code: 3 where the accounts are absent.</returns>
    public static int Run(string[] args)
    {
        var shared = Path.Combine(BenchFiles.Root(), "..", "shared", "data", "accounts");
        var isOwn = args.Contains("--own");
        var folder = isOwn ? Path.Combine(BenchFiles.Root(), "bench", "accounts") : shared;
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine("accounts: ../shared/data/accounts is absent, so nothing was measured.");
            return 3;
        }

        var program = Path.GetFullPath(BenchFiles.Option(args, "--program") ?? Path.Combine(BenchFiles.Root(), "assay"));
        var made = BenchFiles.Option(args, "--out");
        var to = made ?? Directory.CreateTempSubdirectory("assay-accounts-").FullName;
        try
        {
            Directory.CreateDirectory(to);
            foreach (var gold in isOwn ? [] : Golds(folder))
                Audit(program, Path.Combine(folder, gold.File), Path.Combine(to, gold.Name + ".json"));
            using var evaluation = JsonDocument.Parse(BenchFiles.Output(program, ["read", "evaluate", folder, "--format", "json"]));
            var scores = AccountScores.Read(evaluation.RootElement);
            // Of accounts that nobody is to look at only the sums are shown.
            var table = isOwn
                ? scores.Table(Own)
                : scores.Table(Halves)
                    + "\n\n"
                    + Causes.Table(Golds(folder).SelectMany(g => Causes.Of(g.Json, Json(Path.Combine(to, g.Name + ".json")))));
            Console.WriteLine(table);
            if (args.Contains("--write"))
                BenchFiles.Write(isOwn ? "own-accounts" : "accounts", table, "reading.md");
            return 0;
        }
        finally
        {
            if (made is null)
                Directory.Delete(to, recursive: true);
        }
    }

    private static IEnumerable<(string Name, string File, JsonElement Json)> Golds(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.gold.json").Order(StringComparer.Ordinal)
        let json = Json(file)
        select (Path.GetFileName(file)[..^".gold.json".Length], json.GetProperty("file").GetString()!, json);

    private static JsonElement Json(string file)
    {
        using var read = JsonDocument.Parse(File.ReadAllBytes(file));
        return read.RootElement.Clone();
    }

    private static void Audit(string program, string account, string to) =>
        File.WriteAllText(to, BenchFiles.Output(program, ["audit", account, "--format", "json"]));
}
