using Assay.Ground.Outcomes;
using Assay.Trade.Formats;
using Assay.Trade.Formats.Baci;
using Assay.Trade.Formats.ComextBulk;
using Assay.Trade.Formats.ComextSdmx;
using Assay.Trade.Formats.Comtrade;
using Assay.Trade.Formats.Imf;
using Assay.Trade.Formats.Mapped;
using Assay.Trade.Formats.Wits;

namespace Assay.Trade.Import;

/// <summary>The formats Assay knows, tried in order on a file's content.</summary>
public static class FormatCatalogue
{
    private static readonly ITradeFormat[] Published =
    [
        new ComextBulkV2(),
        new ComextBulkV1(),
        new ComextSdmxCsv(),
        new ComtradeCsv(),
        new ComtradeLegacyCsv(),
        new ComtradeJson(),
        new WitsCsv(),
        new ImfTrade(),
        new BaciCsv(),
    ];

    /// <summary>Names of the published formats.</summary>
    public static IReadOnlyList<string> Names => [.. Published.Select(f => f.Name), "Eurostat Data Browser XLSX and CSV", "mapped table"];

    /// <summary>The format of a file, or an error that says what was seen and what was expected.</summary>
    /// <param name="input">The file.</param>
    /// <param name="mapping">What the user says about it; where anything is said, the file is read as a mapped table.</param>
    public static Result<RecognisedFormat> Recognise(FormatInput input, TradeMapping? mapping)
    {
        if (input.Kind != "xml" && input.Head is [var first, ..] && first.TrimStart('\uFEFF', ' ').StartsWith('<'))
            return new Error(
                ErrorKind.Input,
                "The file is a web page or XML, not a table.",
                "Some sites give a page the name of a workbook: open it in a spreadsheet and save it as .xlsx, or ask the site for CSV.",
                new Location(input.OriginalName, 1)
            );
        var mapped = new MappedFormat(mapping ?? new TradeMapping());
        if (mapping is null && Published.FirstOrDefault(f => f.Recognises(input)) is { } published)
            return new RecognisedFormat(published);

        return mapped.Recognises(input)
            ? new RecognisedFormat(mapped)
            : new Error(
                ErrorKind.Input,
                $"The format is not one that Assay knows: the file begins with '{Seen(input)}'.",
                $"Expected one of: {string.Join(", ", Names)}. Any table can be read with --mapping FILE.",
                new Location(input.OriginalName, 1)
            );
    }

    private static string Seen(FormatInput input)
    {
        var first = input.Head.Count == 0 ? "" : input.Head[0];
        return first.Length > 80 ? first[..80] + "..." : first;
    }
}

/// <summary>The format that recognised a file.</summary>
/// <param name="Format">The format.</param>
public sealed record RecognisedFormat(ITradeFormat Format);
