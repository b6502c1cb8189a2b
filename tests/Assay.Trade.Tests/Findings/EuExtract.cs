using System.Globalization;
using System.IO.Compression;
using Assay.Ground.Countries;
using Assay.Trade.Codes;
using Assay.Trade.Scanning;

namespace Assay.Trade.Tests.Findings;

/// <summary>The real extract beside the repository, where it is present.</summary>
internal static class EuExtract
{
    private static readonly Lazy<TradeColumns> Store = new(() => MemoryColumns.From(Rows()));

    public static string? Folder { get; } = Find();

    public static TradeColumns Columns
    {
        get
        {
            if (Folder is null)
                Assert.Skip("skipped: ../shared is absent");
            return Store.Value;
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ASSAY_SHARED") is { Length: > 0 } given)
            return Path.Combine(given, "data");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Assay.slnx")))
                continue;
            var shared = Path.Combine(folder.FullName, "..", "shared", "data");
            return Directory.Exists(shared) ? shared : null;
        }

        return null;
    }

    private static IEnumerable<TradeRow> Rows()
    {
        using var file = File.OpenRead(Path.Combine(Folder!, "trade", "eu27_exports_cn8_monthly_2020-01_2022-11.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var f = line.Split(',');
            if (f[5].Length == 0)
                continue;
            var level = f[0].Length switch
            {
                8 => "CN8",
                4 => "HS4",
                2 => "HS2",
                _ => "TOTAL",
            };
            yield return new TradeRow(
                Code(f[1]),
                Code(f[2]),
                f[4] == "EXPORT" ? 'X' : 'M',
                f[0],
                level,
                'M',
                int.Parse(f[3].Replace("-", ""), CultureInfo.InvariantCulture),
                "EUR",
                double.Parse(f[5], CultureInfo.InvariantCulture),
                0
            );
        }

        string Code(string name) => codes.TryGetValue(name, out var code) ? code : codes[name] = CountryTable.Shipped.Find(name)!.Code;
    }
}
