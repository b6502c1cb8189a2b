using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Ground.Countries;
using Assay.Trade.Codes;

namespace Assay.Trade.Simulation;

/// <summary>
/// Writes a synthetic world as files in the published formats: Comext bulk v2, one file a month, for the bloc's exports; UN Comtrade v1
/// CSV, one
/// file a year, for what the destinations report; and the truth beside them. Every file name begins with SYNTHETIC, as does a field in
/// every row.
/// </summary>
public sealed class SyntheticFiles(SyntheticWorld world)
{
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
        StreamWriter? partners = null;
        try
        {
            for (var t = 0; t < world.MonthList.Count; t++)
            {
                var month = world.MonthList[t];
                if (t == 0 || month % 100 == 1)
                {
                    partners?.Dispose();
                    partners = Open(Path.Combine(directory, $"SYNTHETIC_comtrade_{month / 100}.csv"));
                    partners.Write(
                        "refPeriodId,period,reporterCode,reporterDesc,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,aggrLevel,customsCode,mosCode,motCode,netWgt,primaryValue\n"
                    );
                }

                rows += Comext(Path.Combine(directory, $"SYNTHETIC_full_v2_{month.ToString(CultureInfo.InvariantCulture)}.dat"), t, cancel);
                rows += Partners(partners!, t, cancel);
                progress?.Report((t + 1.0) / world.MonthList.Count);
            }
        }
        finally
        {
            partners?.Dispose();
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
            for (var p = 0; p < world.Products.Count; p++)
            {
                var value = world.Exports(j, p, t);
                var weight = value > 0 ? world.Kilograms(j, p, t) : 0;
                foreach (var (member, share) in Shares(j, p, value))
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

    private long Partners(StreamWriter writer, int t, CancellationToken cancel)
    {
        var (rows, month) = (0L, world.MonthList[t]);
        for (var j = 1; j < world.Destinations.Count; j++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!numeric.TryGetValue(world.Destinations[j], out var reporter))
            {
                continue;
            }

            for (var p = 0; p < world.Products.Count; p++)
            {
                var value = world.PartnerImports(j, p, t);
                foreach (var (member, share) in Shares(j, p, value))
                {
                    rows += Partner(writer, month, reporter, "M", numeric[member], p, value * share);
                }

                rows += Partner(writer, month, reporter, "X", numeric[world.Options.Target], p, world.Onward(j, p, t));
            }
        }

        return rows;
    }

    private int Partner(StreamWriter writer, int month, string reporter, string flow, string partner, int p, double value)
    {
        if (!(value >= 1))
        {
            return 0;
        }

        writer.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{month}01,{month},{reporter},SYNTHETIC,{flow},{partner},0,H6,{world.Products[p].Code},6,C00,0,0,,{Math.Round(value)}\n"
            )
        );
        return 1;
    }

    // Each cell is shared out over one to five members of the bloc, always the same ones.
    private IEnumerable<(string Member, double Share)> Shares(int j, int p, double value)
    {
        if (!(value >= 1))
        {
            yield break;
        }

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
