using Assay.Ground.Countries;
using Assay.Ground.Outcomes;
using Assay.Trade.Findings;

namespace Assay.Cases.Books;

/// <summary>The reporters that an origin stands for.</summary>
/// <param name="Reporters">Their codes; null for every reporter.</param>
internal sealed record Bloc(IReadOnlyCollection<string>? Reporters)
{
    /// <summary>The reporters of an origin.</summary>
    /// <param name="origin">As in <see cref="BookOptions.Origin"/>.</param>
    /// <returns>The bloc, or the error where a name is no country's.</returns>
    public static Result<Bloc> Of(string origin)
    {
        if (origin == BookOptions.Everybody)
            return new Bloc((IReadOnlyCollection<string>?)null);
        if (origin == BookOptions.Union)
            return new Bloc(TradeBlocs.EuropeanUnionReporters);
        var codes = Codes(origin);
        return codes.Succeeded ? new Bloc(codes.Value) : codes.Error;
    }

    /// <summary>The codes of countries, written as codes or names with commas.</summary>
    public static Result<IReadOnlyList<string>> Codes(string written)
    {
        var codes = new List<string>();
        foreach (var name in written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Code(name) is not { } code)
                return NoCountry(name);
            codes.Add(code);
        }

        return codes;
    }

    /// <summary>The code of a country written as a code or a name; null where it is none.</summary>
    public static string? Code(string written) => CountryTable.Shipped.Find(written)?.Code;

    /// <summary>Says that a name is no country's.</summary>
    public static Error NoCountry(string written) =>
        new(ErrorKind.Usage, $"'{written}' is not a country.", "Give its ISO alpha-2 code or its name, as in KG or Kyrgyzstan.");
}
