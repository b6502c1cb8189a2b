using System.Globalization;
using System.Runtime.InteropServices;
using Assay.Trade.Money;

namespace Assay.Trade.Simulation;

/// <summary>
/// Writes what destinations report, in US dollars by the month's rate. Laid out as offices do it, chapters and headings stand beside the
/// six-digit
/// codes they hold, and some destinations publish a national table of ten digits instead.
/// </summary>
/// <param name="world">The world.</param>
/// <param name="comtrade">Where rows in the layout of UN Comtrade go.</param>
/// <param name="national">Where rows in that of a national office go; null where all are in the former.</param>
internal sealed class PartnerFile(SyntheticWorld world, TextWriter comtrade, TextWriter? national)
{
    /// <summary>Header of the file in the layout of UN Comtrade.</summary>
    public const string ComtradeHead =
        "refPeriodId,period,reporterCode,reporterDesc,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,aggrLevel,customsCode,mosCode,motCode,netWgt,primaryValue\n";

    /// <summary>Header of the national file.</summary>
    public const string NationalHead = "reporter,partner,flow,commodity,period,value_usd,remark\n";

    private const uint Layout = 43;
    private const int NationalEvery = 3;
    private const int MissingEvery = 24;
    private const double FirstPart = 0.6;
    private static readonly int[] Aggregates = [2, 4];
    private readonly Dictionary<(string Flow, string Partner, string Code), double> sums = [];

    /// <summary>Rows written.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether a destination's report of a month is missing.</summary>
    public bool IsMissing(int destination, int t) =>
        national is not null && Draws.Hash(world.Options.Seed, Layout, destination, t) % MissingEvery == 0;

    /// <summary>Writes one flow of one destination in one month.</summary>
    /// <param name="row">Whose flow, and of what.</param>
    /// <param name="euros">Its value; nothing is written where it is below one or not a number.</param>
    public void Write(PartnerRow row, double euros)
    {
        if (!(euros >= 1))
            return;
        var dollars = euros * ExchangeRates.Shipped.Factor(SyntheticOptions.Currency, ExchangeRates.Dollar, row.Month);
        if (IsNational(row.Destination))
        {
            Put(row, row.Code + "1000", dollars * FirstPart);
            Put(row, row.Code + "9000", dollars * (1 - FirstPart));
            return;
        }

        Put(row, row.Code, 6, dollars);
        foreach (var digits in national is null ? [] : Aggregates)
            CollectionsMarshal.GetValueRefOrAddDefault(sums, (row.Flow, row.Partner, row.Code[..digits]), out _) += dollars;
    }

    /// <summary>Writes the chapters and headings of one destination's month.</summary>
    public void Close(PartnerRow row)
    {
        foreach (var ((flow, partner, code), dollars) in sums)
            Put(row with { Flow = flow, Partner = partner }, code, code.Length, dollars);
        sums.Clear();
    }

    private bool IsNational(int destination) => national is not null && destination % NationalEvery == 0;

    private void Put(PartnerRow row, string code, int level, double dollars)
    {
        comtrade.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Month}01,{row.Month},{row.Reporter},SYNTHETIC,{row.Flow},{row.Partner},0,H6,{code},{level},C00,0,0,,{Math.Round(dollars)}\n"
            )
        );
        Rows++;
    }

    private void Put(PartnerRow row, string code, double dollars)
    {
        national!.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Reporter},{row.Partner},{row.Flow},{code},{row.Month / 100}-{row.Month % 100:00},{Math.Round(dollars)},SYNTHETIC\n"
            )
        );
        Rows++;
    }
}

/// <summary>Whose flow a row is of.</summary>
/// <param name="Destination">Index of the destination in its world.</param>
/// <param name="Month">yyyymm.</param>
/// <param name="Reporter">Numeric code of the destination.</param>
/// <param name="Flow">X or M.</param>
/// <param name="Partner">Numeric code of the other side.</param>
/// <param name="Code">Six digits.</param>
internal readonly record struct PartnerRow(int Destination, int Month, string Reporter, string Flow, string Partner, string Code);
