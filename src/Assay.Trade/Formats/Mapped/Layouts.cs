using System.Text.Json;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;

namespace Assay.Trade.Formats.Mapped;

/// <summary>A publisher's table as a data file: by which headings it is known, and the mapping that reads it.</summary>
internal sealed class LayoutFile
{
    public string Name { get; set; } = "";

    public string? Publisher { get; set; }

    /// <summary>Headings that all stand in the table.</summary>
    public List<string> Recognised { get; set; } = [];

    public MappingFile Mapping { get; set; } = new();

    /// <summary>What to say where the user's mapping has no table of countries: the office's codes are its own.</summary>
    public string? OwnCountries { get; set; }
}

/// <summary>The layouts that ship.</summary>
internal static class Layouts
{
    private static readonly List<(LayoutFile File, TradeMapping Mapping)> Shipped =
    [
        .. DataText
            .Names("Formats.Mapped.Data.Layouts.")
            .Order(StringComparer.Ordinal)
            .Select(n => JsonSerializer.Deserialize(string.Join('\n', DataText.All(n)), MappingJson.Default.LayoutFile)!)
            .Select(f => (f, f.Mapping.ToMapping(f.Name).Value)),
    ];

    /// <summary>The layout of a table with these headings, of several the one that knows most of them; null where none ships.</summary>
    public static LayoutFile? Of(IReadOnlyList<string> header)
    {
        var folded = header.Select(Headings.Fold).ToHashSet(StringComparer.Ordinal);
        return Shipped
            .Select(s => s.File)
            .Where(f => f.Recognised.TrueForAll(r => folded.Contains(Headings.Fold(r))))
            .MaxBy(f => f.Recognised.Count);
    }

    /// <summary>The user's mapping, with a layout's where the user says nothing.</summary>
    public static TradeMapping Under(TradeMapping user, LayoutFile layout)
    {
        var shipped = Shipped.First(s => s.File == layout).Mapping;
        var constants = shipped.Constants.Where(c => !user.Columns.ContainsKey(c.Key)).ToDictionary();
        return user with
        {
            Publisher = user.Publisher ?? layout.Publisher,
            Columns = Over(user.Columns, shipped.Columns),
            Constants = Over(user.Constants, constants),
            Flows = Over(user.Flows, shipped.Flows),
            Names = Over(user.Names, shipped.Names),
            Units = Over(user.Units, shipped.Units),
            ValueUnits = Over(user.ValueUnits, shipped.ValueUnits),
            Measures = Over(user.Measures, shipped.Measures),
            Missing = [.. user.Missing, .. shipped.Missing],
            Keep = Over(user.Keep, shipped.Keep),
            TotalWords = [.. user.TotalWords, .. shipped.TotalWords],
            ValueFactor = user.ValueFactorSaid ? user.ValueFactor : shipped.ValueFactor,
            ValueFactorSaid = user.ValueFactorSaid || shipped.ValueFactorSaid,
            WeightFactor = user.WeightFactor != 1 ? user.WeightFactor : shipped.WeightFactor,
            Decimal = user.DecimalSaid ? user.Decimal : shipped.Decimal,
            DecimalSaid = user.DecimalSaid || shipped.DecimalSaid,
        };
    }

    /// <summary>What has to be said first of countries whose codes are the publisher's own; null where nothing has.</summary>
    public static Error? Asks(LayoutFile layout, TradeMapping user, string name) =>
        layout.OwnCountries is { } said && !user.OwnCodes && user.Names.Count == 0 && !user.Constants.ContainsKey("partner")
            ? new Error(
                ErrorKind.Input,
                $"The countries in this table ({layout.Name}) have codes of the publisher's own.",
                said,
                new Location(name)
            )
            : null;

    private static Dictionary<string, T> Over<T>(IReadOnlyDictionary<string, T> user, IReadOnlyDictionary<string, T> shipped)
    {
        var merged = shipped.ToDictionary();
        foreach (var (key, value) in user)
            merged[key] = value;
        return merged;
    }
}
