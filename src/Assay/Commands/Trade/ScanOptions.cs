using System.CommandLine;
using System.Globalization;
using Assay.Ground.Countries;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;
using Assay.Trade.Findings;
using Assay.Trade.Lake;
using Assay.Trade.Lists;
using Assay.Trade.Scanning;

namespace Assay.Commands.Trade;

/// <summary>The options that every command over a lake shares, and how they open it.</summary>
internal sealed class ScanOptions
{
    public Option<string> Lake { get; } = new("--lake") { Description = "The lake directory.", Required = true, HelpName = "DIR" };

    public Option<string> Origin { get; } = new("--origin")
    {
        Description = "Origin bloc: EU27, or codes of reporters with commas, or 'all'.", DefaultValueFactory = _ => "EU27", HelpName = "BLOC",
    };

    public Option<string> Target { get; } = new("--target") { Description = "The restricted destination, code or name.", Required = true, HelpName = "COUNTRY" };

    public Option<string> List { get; } = new("--list")
    {
        Description = "Restricted goods: a list that ships, a CSV of your own, or codes with commas.", DefaultValueFactory = _ => "chpl", HelpName = "LIST",
    };

    public Option<int> Since { get; } = new("--since") { Description = "First month after the effective date, yyyymm (a year: yyyy00); where not given, that of the list.", HelpName = "YYYYMM" };

    public Option<int> Until { get; } = new("--until") { Description = "Last month used; the last in the lake where not given.", HelpName = "YYYYMM" };

    public Option<string> Level { get; } = new("--level") { Description = "Product families: HS4, HS6 or CN8.", DefaultValueFactory = _ => "HS6", HelpName = "LEVEL" };

    public Option<string> Frequency { get; } = new("--frequency") { Description = "M (months) or A (years).", DefaultValueFactory = _ => "M", HelpName = "M|A" };

    public Option<string> Currency { get; } = new("--currency") { Description = "Currency of the values.", DefaultValueFactory = _ => "EUR", HelpName = "CODE" };

    public Option<bool> Families { get; } = new("--families") { Description = "Count codes that a revision of the nomenclature split or joined as one family (HS6)." };

    public Option<bool> Weight { get; } = new("--weight") { Description = "Measure kilograms in place of value." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Lake, Origin, Target, List, Since, Until, Level, Frequency, Currency, Families, Weight }) command.Add(option);
    }

    /// <summary>Opens the lake and scans it as the options say.</summary>
    public Result<ScanReport> Scan(ParseResult parsed, string? target = null, string? list = null, int? since = null, CounterfactualMethod? method = null)
    {
        var request = Request(parsed, target ?? parsed.GetValue(Target)!, list ?? parsed.GetValue(List)!);
        if (!request.Succeeded) return request.Error;
        using var lake = TradeLake.Open(parsed.GetValue(Lake)!) is { Succeeded: true } opened ? opened.Value : null;
        if (lake is null) return TradeLake.Open(parsed.GetValue(Lake)!).Error!;
        using var columns = LakeColumns.Open(lake);
        return Investigation.Run(columns, request.Value, since ?? (parsed.GetValue(Since) is > 0 and var given ? given : SinceOf(list ?? parsed.GetValue(List)!, request.Value.Frequency)), parsed.GetValue(Until), method);
    }

    /// <summary>The files of the lake; none where it cannot be opened.</summary>
    public IReadOnlyList<FileProvenance> Files(ParseResult parsed)
    {
        if (TradeLake.Open(parsed.GetValue(Lake)!) is not { Succeeded: true } opened) return [];
        using var lake = opened.Value;
        return lake.Files;
    }

    /// <summary>The request the options describe.</summary>
    public Result<PanelRequest> Request(ParseResult parsed, string target, string list)
    {
        var codes = Codes(list);
        if (!codes.Succeeded) return codes.Error;
        if (CountryTable.Shipped.Find(target) is not { } country)
            return new Error(ErrorKind.Usage, $"'{target}' is not a country.", "Give its ISO alpha-2 code or its name.");
        var digits = parsed.GetValue(Level) switch { "HS4" => 4, "HS6" => 6, "CN8" => 8, _ => 0 };
        if (digits == 0) return new Error(ErrorKind.Usage, $"'{parsed.GetValue(Level)}' is no level.", "Write --level HS4, HS6 or CN8.");
        return new PanelRequest(Bloc(parsed.GetValue(Origin)!), country.Code, codes.Value)
        {
            Digits = digits,
            Frequency = parsed.GetValue(Frequency) == "A" ? 'A' : 'M',
            Currency = parsed.GetValue(Currency)!,
            Mass = parsed.GetValue(Weight),
            Families = parsed.GetValue(Families) ? CodeFamilies.Shipped : null,
        };
    }

    /// <summary>Codes of a list by name, by path, or written out.</summary>
    public static Result<IReadOnlyList<string>> Codes(string list)
    {
        if (list == "TOTAL" || list.Split(',').All(c => c.Length >= 2 && c.All(char.IsAsciiDigit))) return list.Split(',');
        var loaded = ListCatalogue.Load(list);
        return loaded.Succeeded ? loaded.Value.Entries.Select(e => e.Code).Distinct().ToList() : loaded.Error;
    }

    /// <summary>
    /// The first period in which the goods of a list were restricted throughout, as the list says; for a list without a date, and for codes written
    /// out, as the list that is the default says.
    /// </summary>
    public static int SinceOf(string list, char frequency)
    {
        var month = ListCatalogue.Load(list) is { Succeeded: true, Value.Since: { } said } ? said : ListCatalogue.Load("chpl").Value.Since ?? 0;
        return frequency == 'A' ? month / 100 * 100 : month;
    }

    /// <summary>Members of a bloc; null for all reporters.</summary>
    public static IReadOnlyCollection<string>? Bloc(string text) => text switch
    {
        "all" => null,
        "EU27" => TradeBlocs.EuropeanUnionReporters,
        _ => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };

    /// <summary>A whole amount with thousands separators.</summary>
    public static string Amount(double value) => double.IsNaN(value) ? "unknown" : value.ToString("N0", CultureInfo.InvariantCulture);
}
