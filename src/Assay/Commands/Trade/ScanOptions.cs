using System.CommandLine;
using Assay.Cases.Books;
using Assay.Trade.Findings;

namespace Assay.Commands.Trade;

/// <summary>The options that every command over a lake shares, and what they come to.</summary>
internal sealed class ScanOptions
{
    public Option<string> Lake { get; } =
        new("--lake")
        {
            Description = "The lake directory.",
            Required = true,
            HelpName = "DIR",
        };

    public Option<string> Origin { get; } =
        new("--origin")
        {
            Description = "Origin bloc: EU27, or codes of reporters with commas, or 'all'.",
            DefaultValueFactory = _ => "EU27",
            HelpName = "BLOC",
        };

    public Option<string> Target { get; } =
        new("--target")
        {
            Description = "The restricted destination, code or name.",
            Required = true,
            HelpName = "COUNTRY",
        };

    public Option<string> List { get; } =
        new("--list")
        {
            Description = "Restricted goods: a list that ships, a CSV of your own, or codes with commas.",
            DefaultValueFactory = _ => "chpl",
            HelpName = "LIST",
        };

    public Option<int> Since { get; } =
        new("--since")
        {
            Description = "First month after the effective date, yyyymm (a year: yyyy00); where not given, that of the list.",
            HelpName = "YYYYMM",
        };

    public Option<int> Until { get; } =
        new("--until") { Description = "Last month used; the last in the lake where not given.", HelpName = "YYYYMM" };

    public Option<string> Level { get; } =
        new("--level")
        {
            Description = "Product families: HS4, HS6 or CN8.",
            DefaultValueFactory = _ => "HS6",
            HelpName = "LEVEL",
        };

    public Option<string> Frequency { get; } =
        new("--frequency")
        {
            Description = "M (months) or A (years).",
            DefaultValueFactory = _ => "M",
            HelpName = "M|A",
        };

    public Option<string> Currency { get; } =
        new("--currency")
        {
            Description = "Currency of the amounts; reports in another are converted month by month.",
            DefaultValueFactory = _ => BookOptions.StandardCurrency,
            HelpName = "CODE",
        };

    public Option<string?> Rates { get; } = CreateRates();

    public Option<bool> Families { get; } =
        new("--families") { Description = "Count codes that a revision of the nomenclature split or joined as one family (HS6)." };

    public Option<string> Controls { get; } = CreateControls();

    public Option<string> Side { get; } = CreateSide();

    public Option<bool> Weight { get; } = new("--weight") { Description = "Measure kilograms in place of value." };

    private static Option<string> CreateSide()
    {
        var option = new Option<string>("--side")
        {
            Description = "Whose reports are the outcome: exports of the bloc, or imports as each destination reports them.",
            DefaultValueFactory = _ => "exports",
            HelpName = "exports|imports",
        };
        option.AcceptOnlyFromAmong("exports", "imports");
        return option;
    }

    private static Option<string> CreateControls()
    {
        var option = new Option<string>("--controls")
        {
            Description = "Goods to compare with: unlisted (on no list that ships), or any that are not scanned.",
            DefaultValueFactory = _ => "unlisted",
            HelpName = "unlisted|any",
        };
        option.AcceptOnlyFromAmong("unlisted", "any");
        return option;
    }

    /// <summary>The option that names a table of rates.</summary>
    public static Option<string?> CreateRates() =>
        new("--rates")
        {
            Description = "Your own monthly rates, CSV of month,from,to,rate; they win over the shipped ones.",
            HelpName = "FILE",
        };

    /// <summary>The option that names the currency of amounts, for commands that else take that of the data.</summary>
    public static Option<string?> CreateCurrency() =>
        new("--currency") { Description = "Currency of the amounts; that of the bloc's exports where not given.", HelpName = "CODE" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (
            var option in new Option[]
            {
                Lake,
                Origin,
                Target,
                List,
                Since,
                Until,
                Level,
                Frequency,
                Currency,
                Rates,
                Families,
                Weight,
                Controls,
                Side,
            }
        )
            command.Add(option);
    }

    /// <summary>Adds the options of commands that add up without a model.</summary>
    public void AddSumsTo(Command command)
    {
        foreach (var option in new Option[] { Lake, Target, List, Since, Until, Level, Frequency, Currency, Rates })
            command.Add(option);
    }

    /// <summary>How the books are to be added up, every reporter's.</summary>
    public BookOptions Sums(ParseResult parsed) =>
        new()
        {
            Origin = BookOptions.Everybody,
            List = parsed.GetValue(List)!,
            Since = parsed.GetValue(Since) is > 0 and var since ? since : null,
            Until = parsed.GetValue(Until),
            Level = parsed.GetValue(Level)!,
            Frequency = parsed.GetValue(Frequency) == "A" ? 'A' : 'M',
            Currency = parsed.GetValue(Currency)!,
            Rates = parsed.GetValue(Rates),
        };

    /// <summary>The option that chooses between table, JSON and CSV.</summary>
    public static Option<string> CreateFormat()
    {
        var option = new Option<string>("--format") { Description = "table, json, csv or html.", DefaultValueFactory = _ => "table" };
        option.AcceptOnlyFromAmong("table", "json", "csv", "html");
        return option;
    }

    /// <summary>How the books are to be looked at.</summary>
    public BookOptions Books(ParseResult parsed) =>
        new()
        {
            Origin = parsed.GetValue(Origin)!,
            List = parsed.GetValue(List)!,
            Since = parsed.GetValue(Since) is > 0 and var since ? since : null,
            Until = parsed.GetValue(Until),
            Level = parsed.GetValue(Level)!,
            Frequency = parsed.GetValue(Frequency) == "A" ? 'A' : 'M',
            Currency = parsed.GetValue(Currency)!,
            Rates = parsed.GetValue(Rates),
            Families = parsed.GetValue(Families),
            Weight = parsed.GetValue(Weight),
            Side = parsed.GetValue(Side) == "imports" ? OutcomeSide.Imports : OutcomeSide.Exports,
            ListedControls = parsed.GetValue(Controls) == "any",
        };
}
