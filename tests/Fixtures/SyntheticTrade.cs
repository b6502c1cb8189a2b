using System.CommandLine;
using Assay.Commands.Trade;

[assembly: AssemblyFixture(typeof(Assay.Tests.Fixtures.SyntheticTrade))]

namespace Assay.Tests.Fixtures;

/// <summary>A small synthetic world in a lake, made by the program's own commands when a test first asks for it, with the pages of its
/// first finding and of its scan. The tests of an assembly share it and change nothing in it.</summary>
public sealed class SyntheticTrade : IDisposable
{
    private readonly Lazy<World> made = new(() => new World());

    public string Lake => Files.Lake;

    public string Destination => Files.Destination;

    public string Product => Files.Product;

    /// <summary>What <c>explain</c> printed.</summary>
    public string Said => Files.Said;

    public string Card => Files.Page("card");

    public string Scan => Files.Page("scan");

    public string Claim => Files.Page("claim");

    public string Suppliers => Files.Page("suppliers");

    public string Balance => Files.Page("balance");

    private World Files => made.Value;

    /// <summary>Runs <c>assay trade</c> and returns what it printed; fails where it does not end well.</summary>
    public static string Run(params string[] args)
    {
        var (code, output, error) = Try(args);
        Assert.True(code == 0, $"assay trade {string.Join(' ', args.Take(6))} ended with {code}: {error}{output}");
        return output;
    }

    /// <summary>Runs <c>assay trade</c>.</summary>
    public static (int Code, string Output, string Error) Try(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = TradeCommand.Create().Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose()
    {
        if (made.IsValueCreated)
            Files.Dispose();
    }

    private sealed class World : IDisposable
    {
        private readonly string root = Directory.CreateTempSubdirectory("assay-trade-").FullName;

        public World()
        {
            var world = Path.Combine(root, "world");
            Run(
                "simulate",
                "--out",
                world,
                "--destinations",
                "40",
                "--products",
                "160",
                "--months",
                "36",
                "--diversions",
                "24",
                "--seed",
                "5"
            );
            Run(["import", .. Directory.GetFiles(world, "*.dat"), .. Directory.GetFiles(world, "*.csv"), "--lake", Lake]);
            string[] asked = ["--lake", Lake, "--target", "RU", "--list", "chpl"];
            var first = Run(["scan", .. asked, "--top", "1", "--format", "csv"]).Split('\n')[1].Split(',');
            (Destination, Product) = (first[1], first[2]);
            Said = Run(["explain", Destination, Product, .. asked, "--html", Page("card")]);
            Run(["scan", .. asked, "--format", "html", "--output", Page("scan")]);
            Run(["suppliers", .. asked, "--format", "html", "--output", Page("suppliers")]);
            var reporter = Run(["suppliers", .. asked, "--format", "csv"])
                .Split('\n')
                .Skip(1)
                .Select(l => l.Split(',')[0])
                .First(c => !Assay.Trade.Findings.TradeBlocs.EuropeanUnionReporters.Contains(c));
            Run(["balance", reporter, .. asked, "--format", "html", "--output", Page("balance")]);
            var claim =
                $"{Cases.Books.CountryLabels.Name(Destination)} is used to re-route restricted goods from the EU to Russia since March 2022";
            Run("test", "--lake", Lake, "--list", "chpl", "--html", Page("claim"), "--claim", claim);
        }

        public string Lake => Path.Combine(root, "lake");

        public string Destination { get; }

        public string Product { get; }

        public string Said { get; }

        public string Page(string name) => Path.Combine(root, $"{name}.html");

        public void Dispose() => Directory.Delete(root, true);
    }
}
