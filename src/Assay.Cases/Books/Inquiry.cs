using Assay.Ground.Countries;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;
using Assay.Trade.Findings;
using Assay.Trade.Money;

namespace Assay.Cases.Books;

/// <summary>Trade away from a target, looked for as options say; what every question about restricted goods has in common.</summary>
/// <param name="Panel">What is taken out of the lake.</param>
/// <param name="Since">First period after the effective date.</param>
/// <param name="Until">Last period used; 0 for the last of the lake.</param>
internal sealed record Inquiry(PanelRequest Panel, int Since, int Until)
{
    private static readonly Dictionary<string, int> Digits = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["HS4"] = 4,
        ["HS6"] = 6,
        ["CN8"] = 8,
    };

    /// <summary>The inquiry, or the error where goods, target or level are none.</summary>
    /// <param name="target">The restricted destination, code or name.</param>
    /// <param name="options">How to look.</param>
    public static Result<Inquiry> Of(string target, BookOptions options)
    {
        var codes = Goods.Codes(options.List);
        if (!codes.Succeeded)
            return codes.Error;
        if (CountryTable.Shipped.Find(target) is not { } country)
            return new Error(ErrorKind.Usage, $"'{target}' is not a country.", "Give its ISO alpha-2 code or its name.");
        if (!Digits.TryGetValue(options.Level, out var digits))
            return new Error(ErrorKind.Usage, $"'{options.Level}' is no level.", "Write --level HS4, HS6 or CN8.");
        var (origin, rates) = (Bloc.Of(options.Origin), RateFile.Over(options.Rates));
        if (!origin.Succeeded || !rates.Succeeded)
            return origin.Error ?? rates.Error!;
        var panel = new PanelRequest(origin.Value.Reporters, country.Code, codes.Value)
        {
            Side = options.Side,
            Digits = digits,
            Frequency = options.Frequency,
            Currency = options.Currency.ToUpperInvariant(),
            Rates = rates.Value,
            Mass = options.Weight,
            Held = options.ListedControls ? [] : Goods.Held,
            InForce = Goods.InForce(options.List, options.Frequency),
            Families = options.Families ? CodeFamilies.Shipped : null,
        };
        return new Inquiry(panel, options.Since ?? Goods.RestrictedSince(options.List, options.Frequency), options.Until);
    }

    /// <summary>Puts a question to a lake: makes the inquiry, opens the books, asks, closes them.</summary>
    /// <param name="lake">The lake's directory.</param>
    /// <param name="target">The restricted destination, code or name.</param>
    /// <param name="options">How to look.</param>
    /// <param name="question">Answers from the inquiry and the open books.</param>
    /// <param name="stop">Stops the work wherever it is, with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The answer, or the error where the inquiry or the lake does not allow it.</returns>
    public static Result<T> Ask<T>(
        string lake,
        string target,
        BookOptions options,
        Func<Inquiry, OpenBooks, Result<T>> question,
        CancellationToken stop = default
    )
    {
        var inquiry = Of(target, options);
        if (!inquiry.Succeeded)
            return inquiry.Error;
        var opened = OpenBooks.In(lake, stop);
        if (!opened.Succeeded)
            return opened.Error;
        using var books = opened.Value;
        return question(inquiry.Value with { Panel = inquiry.Value.Panel with { Stop = stop } }, books);
    }

    /// <summary>Scans the books.</summary>
    /// <param name="books">The lake.</param>
    /// <param name="method">The counterfactual to use; null for the richest the data allow.</param>
    public Result<ScanReport> Scan(OpenBooks books, CounterfactualMethod? method = null) =>
        Investigation.Run(books.Columns, Panel, Since, Until, method);
}
