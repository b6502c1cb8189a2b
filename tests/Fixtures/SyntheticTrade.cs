using System.CommandLine;
using Assay.Commands.Trade;

namespace Assay.Tests.Fixtures;

/// <summary>A small synthetic world in a lake of its own, made by the program's own commands, with the pages of its first finding and of
/// its scan.</summary>
public sealed class SyntheticTrade : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("assay-trade-").FullName;

    public SyntheticTrade()
    {
        var world = Path.Combine(root, "world");
        Run("simulate", "--out", world, "--destinations", "40", "--products", "160", "--months", "36", "--diversions", "24", "--seed", "5");
        Run(["import", .. Directory.GetFiles(world, "*.dat"), .. Directory.GetFiles(world, "*.csv"), "--lake", Lake]);
        var first = Run("scan", "--lake", Lake, "--target", "RU", "--list", "chpl", "--top", "1", "--format", "csv")
            .Split('\n')[1]
            .Split(',');
        (Destination, Product) = (first[1], first[2]);
        Card = Path.Combine(root, "card.html");
        Said = Run("explain", Destination, Product, "--lake", Lake, "--target", "RU", "--list", "chpl", "--html", Card);
        Scan = Path.Combine(root, "scan.html");
        Run("scan", "--lake", Lake, "--target", "RU", "--list", "chpl", "--format", "html", "--output", Scan);
        string[] asked = ["--lake", Lake, "--target", "RU", "--list", "chpl"];
        Suppliers = Path.Combine(root, "suppliers.html");
        Run(["suppliers", .. asked, "--format", "html", "--output", Suppliers]);
        Balance = Path.Combine(root, "balance.html");
        var reporter = Run(["suppliers", .. asked, "--format", "csv"])
            .Split('\n')
            .Skip(1)
            .Select(l => l.Split(',')[0])
            .First(c => !Assay.Trade.Findings.TradeBlocs.EuropeanUnionReporters.Contains(c));
        Run(["balance", reporter, .. asked, "--format", "html", "--output", Balance]);
        Claim = Path.Combine(root, "claim.html");
        Run(
            "test",
            "--lake",
            Lake,
            "--list",
            "chpl",
            "--html",
            Claim,
            "--claim",
            $"{Cases.Books.CountryLabels.Name(Destination)} is used to re-route restricted goods from the EU to Russia since March 2022"
        );
    }

    public string Lake => Path.Combine(root, "lake");

    public string Destination { get; }

    public string Product { get; }

    /// <summary>What <c>explain</c> printed.</summary>
    public string Said { get; }

    public string Card { get; }

    public string Scan { get; }

    public string Claim { get; }

    public string Suppliers { get; }

    public string Balance { get; }

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

    public void Dispose() => Directory.Delete(root, true);
}
