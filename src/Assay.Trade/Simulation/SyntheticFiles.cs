using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Ground.Countries;
using Assay.Trade.Codes;

namespace Assay.Trade.Simulation;

/// <summary>
/// Writes a synthetic world as files in the published formats: Comext bulk v2, one file a month, for the bloc's exports; UN Comtrade v1
/// CSV, one
/// file a year, in US dollars, for what the destinations report; and the truth beside them. Every file name begins with SYNTHETIC, as
/// does a
/// field in every row.
/// </summary>
public sealed class SyntheticFiles(SyntheticWorld world)
{
    private readonly MissingReports missing = new(world);
    private readonly Dictionary<string, string> numeric = CountryTable
        .Shipped.AllCodes()
        .Where(c => char.IsAsciiDigit(c.Code[0]))
        .DistinctBy(c => c.Country.Code)
        .ToDictionary(c => c.Country.Code, c => c.Code, StringComparer.Ordinal);

    /// <summary>Writes everything, one month at a time.</summary>
    /// <param name="directory">Made where it does not exist; files in it are replaced.</param>
    /// <param name="progress">Told the share of months written; may be null.</param>
    /// <param name="cancel">Stops between rows of destinations.</param>
    /// <returns>Rows written.</returns>
    public long Write(string directory, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(directory);
        var rows = 0L;
        for (var year = 0; year < world.MonthList.Count; )
        {
            var months = world.MonthList.Skip(year).TakeWhile(m => m / 100 == world.MonthList[year] / 100).Count();
            rows += Year(directory, year, months, progress, cancel);
            year += months;
        }

        File.WriteAllText(
            Path.Combine(directory, "SYNTHETIC_truth.json"),
            JsonSerializer.Serialize(
                new SyntheticTruth("SYNTHETIC: simulated figures, no statement about any country.", world.Options, world.Planted),
                SyntheticJson.Default.SyntheticTruth
            )
        );
        return rows;
    }

    private long Comext(string path, int t, CancellationToken cancel)
    {
        using var writer = Open(path);
        writer.Write(
            "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n"
        );
        var (rows, month) = (0L, world.MonthList[t]);
        for (var j = 0; j < world.Destinations.Count; j++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var p in Held())
            {
                var value = world.Exports(j, p, t);
                var weight = value > 0 ? world.Kilograms(j, p, t) : 0;
                foreach (var (member, share) in Shares(j, p, value).Where(s => !missing.Member(s.Member, t)))
                {
                    var euros = (long)Math.Round(value * share);
                    writer.Write(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{member},{world.Destinations[j]},E,{world.Products[p].Code}00,SYNTHETIC,,,,,,2,1,NO_SU,{month},{euros},{euros},{(long)Math.Round(weight * share)},0\n"
                        )
                    );
                    rows++;
                }
            }
        }

        return rows;
    }

    private long Year(string directory, int first, int months, IProgress<double>? progress, CancellationToken cancel)
    {
        var (rows, year) = (0L, world.MonthList[first] / 100);
        using var comtrade = Open(Path.Combine(directory, $"SYNTHETIC_comtrade_{year}.csv"));
        comtrade.Write(PartnerFile.ComtradeHead);
        using var national = world.Options.Mixed ? Open(Path.Combine(directory, $"SYNTHETIC_national_{year}.csv")) : null;
        national?.Write(PartnerFile.NationalHead);
        var partners = new PartnerFile(world, comtrade, national);
        for (var t = first; t < first + months; t++)
        {
            var month = world.MonthList[t].ToString(CultureInfo.InvariantCulture);
            rows += Comext(Path.Combine(directory, $"SYNTHETIC_full_v2_{month}.dat"), t, cancel);
            for (var j = 1; j < world.Destinations.Count; j++)
            {
                cancel.ThrowIfCancellationRequested();
                Partner(partners, j, t);
            }

            progress?.Report((t + 1.0) / world.MonthList.Count);
        }

        return rows + partners.Rows;
    }

    private void Partner(PartnerFile partners, int j, int t)
    {
        if (!numeric.TryGetValue(world.Destinations[j], out var reporter) || partners.IsMissing(j, t) || missing.Destination(j, t))
            return;
        var row = new PartnerRow(j, world.MonthList[t], reporter, "M", "", "");
        foreach (var p in Held())
        {
            var of = row with { Code = world.Products[p].Code };
            var value = world.PartnerImports(j, p, t);
            foreach (var (member, share) in Shares(j, p, value))
                partners.Write(of with { Partner = numeric[member] }, value * share);
            partners.Write(of with { Flow = "X", Partner = numeric[world.Options.Target] }, world.Onward(j, p, t));
        }

        partners.Close(row);
    }

    private IEnumerable<int> Held() => Enumerable.Range(0, world.Products.Count).Where(missing.Holds);

    // Each cell is shared out over one to five members of the bloc, always the same ones.
    private IEnumerable<(string Member, double Share)> Shares(int j, int p, double value)
    {
        if (!(value >= 1))
            yield break;

        var members = world.Options.Origin;
        var count = 1 + (int)(Draws.Hash(world.Options.Seed, 40, j, p) % (ulong)Math.Min(5, members.Count));
        var start = (int)(Draws.Hash(world.Options.Seed, 41, p) % (ulong)members.Count);
        var left = 1.0;
        for (var i = 0; i < count; i++)
        {
            var share = i == count - 1 ? left : left * (0.4 + (0.4 * Draws.Uniform(Draws.Hash(world.Options.Seed, 42, j, p, i))));
            left -= share;
            yield return (members[(start + (i * 5)) % members.Count], share);
        }
    }

    private static StreamWriter Open(string path) => new(path, append: false, new System.Text.UTF8Encoding(false), 1 << 16);
}

/// <summary>The truth of a synthetic world, as written beside its files.</summary>
/// <param name="Warning">Says that the figures are simulated.</param>
/// <param name="Options">What the world was drawn from.</param>
/// <param name="Planted">Diversions and decoys.</param>
public sealed record SyntheticTruth(string Warning, SyntheticOptions Options, IReadOnlyList<Planted> Planted);

/// <summary>JSON of the truth file.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SyntheticTruth))]
public sealed partial class SyntheticJson : JsonSerializerContext;
