using System.Globalization;
using Assay.Cases.Books;
using Assay.Ground.Outcomes;
using Assay.Trade.Findings;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>What is asked of customs books on the page, as it was typed.</summary>
internal sealed record ScanForm
{
    private const int Longest = 4000;

    /// <summary>The restricted destination; empty where nobody named one yet.</summary>
    public string Target { get; init; } = "";

    /// <summary>Name of a list that ships.</summary>
    public string List { get; init; } = BookOptions.StandardList;

    /// <summary>Codes in place of the list; empty for the list.</summary>
    public string Codes { get; init; } = "";

    /// <summary>The month the scan begins with, 2022-03; empty for that of the list.</summary>
    public string Since { get; init; } = "";

    /// <summary>The origin.</summary>
    public string Origin { get; init; } = BookOptions.Union;

    /// <summary>Length of the codes.</summary>
    public string Level { get; init; } = "HS6";

    /// <summary>Whose reports: exports or imports.</summary>
    public string Side { get; init; } = "exports";

    /// <summary>Currency of the amounts.</summary>
    public string Currency { get; init; } = BookOptions.StandardCurrency;

    /// <summary>The form as it was sent.</summary>
    public static ScanForm Of(IFormCollection form) =>
        new()
        {
            Target = Text(form, "target"),
            List = Text(form, "list"),
            Codes = Text(form, "codes").Replace(" ", "", StringComparison.Ordinal),
            Since = Text(form, "since"),
            Origin = Text(form, "origin"),
            Level = Text(form, "level"),
            Side = Text(form, "side"),
            Currency = Text(form, "currency"),
        };

    /// <summary>What is asked, or what is wrong with it.</summary>
    /// <param name="lake">Directory of the books.</param>
    public Result<ScanRequest> Request(string lake)
    {
        if (Target.Length == 0)
            return Wrong("It is not said to which country the goods are restricted.", "Write its name or its code, as in Russia.");
        int? since = null;
        if (Since.Length > 0)
        {
            if (!DateTime.TryParseExact(Since, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
                return Wrong($"“{Printable.Of(Since)}” is no month.", "Write it as 2022-03, or leave it empty.");
            since = (month.Year * 100) + month.Month;
        }

        if (Currency is not { Length: 3 } || !Currency.All(char.IsAsciiLetter))
            return Wrong($"“{Printable.Of(Currency)}” is no currency.", "Write its three letters, as in EUR.");
        var options = new BookOptions
        {
            Origin = Origin,
            List = Codes.Length > 0 ? Codes : List,
            Since = since,
            Level = Level,
            Currency = Currency,
            Side = Side == "imports" ? OutcomeSide.Imports : OutcomeSide.Exports,
        };
        return new ScanRequest(lake, Target, options) { NamesNoFiles = true };
    }

    private static Error Wrong(string what, string hint) => new(ErrorKind.Usage, what, hint);

    private static string Text(IFormCollection form, string name)
    {
        var text = form[name].ToString().Trim();
        return text.Length > Longest ? text[..Longest] : text;
    }
}
