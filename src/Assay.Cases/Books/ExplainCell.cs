using Assay.Ground.Outcomes;
using Assay.Trade.Findings;
using Assay.Trade.Lake;

namespace Assay.Cases.Books;

/// <summary>The cell to explain.</summary>
/// <param name="Lake">The lake's directory.</param>
/// <param name="Target">The restricted destination, code or name.</param>
/// <param name="Destination">The destination of the cell, code or name.</param>
/// <param name="Product">Its product, as long as the level says or longer.</param>
/// <param name="Options">How to look.</param>
public sealed record CellRequest(string Lake, string Target, string Destination, string Product, BookOptions Options);

/// <summary>One cell with everything it rests on.</summary>
/// <param name="Report">The scan it is part of.</param>
/// <param name="Finding">The cell.</param>
/// <param name="Figures">Its series, and the trade it is set beside.</param>
/// <param name="Files">The files of the lake.</param>
public sealed record CellReply(ScanReport Report, Finding Finding, CellFigures Figures, IReadOnlyList<FileProvenance> Files)
{
    /// <summary>What the lists say of the product, the one scanned first.</summary>
    public IReadOnlyList<CellLaw> Law { get; init; } = [];

    /// <summary>The members of the bloc that report the trade, the largest first; null where that is not looked at.</summary>
    public IReadOnlyList<SentBy>? SentBy { get; init; }
}

/// <summary>Finds one cell of destination and product, with every number that is needed to reckon it again.</summary>
public sealed class ExplainCell
{
    /// <summary>Scans, and picks the cell.</summary>
    /// <returns>The cell, or the error where the lake has none such.</returns>
    public static Result<CellReply> Run(CellRequest request)
    {
        return Bloc.Code(request.Destination) is { } destination
            ? Inquiry.Ask(request.Lake, request.Target, request.Options, (inquiry, books) => Of(request, destination, inquiry, books))
            : Bloc.NoCountry(request.Destination);
    }

    /// <summary>Picks a cell of a scan that was made.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="destination">The destination, ISO alpha-2.</param>
    /// <param name="product">The product, as the scan names it.</param>
    /// <returns>The cell, or the error where the scan has none such.</returns>
    public static Result<CellReply> Of(ScanReply scan, string destination, string product) =>
        scan.Report.Findings.FirstOrDefault(f => f.Destination == destination && f.Product == product) is { } finding
            ? new CellReply(scan.Report, finding, CellFigures.Of(scan.Report, finding), scan.Files)
            {
                Law = CellLaw.Of(scan.List, finding.Product),
            }
            : new Error(
                ErrorKind.Input,
                $"The scan has no cell of {Printable.Of(destination)} and {Printable.Of(product)}.",
                "Choose one from its table."
            );

    private static Result<CellReply> Of(CellRequest request, string destination, Inquiry inquiry, OpenBooks books)
    {
        var scanned = inquiry.Scan(books);
        if (!scanned.Succeeded)
            return scanned.Error;
        var family = inquiry.Panel.FamilyOf(request.Product);
        return scanned.Value.Findings.FirstOrDefault(f => f.Destination == destination && f.Product == family) is { } finding
            ? new CellReply(scanned.Value, finding, CellFigures.Of(scanned.Value, finding), books.Files)
            {
                Law = CellLaw.Of(request.Options.List, finding.Product),
                SentBy =
                    request.Options.Side == OutcomeSide.Exports && !request.Options.Weight
                        ? SentBy.Of(books.Columns, scanned.Value, finding)
                        : null,
            }
            : NoCell(request, scanned.Value, destination);
    }

    private static Error NoCell(CellRequest request, ScanReport report, string destination) =>
        request.Options.Side == OutcomeSide.Imports && !report.ReportsImports(destination)
            ? new Error(
                ErrorKind.Input,
                $"{request.Destination} reports no imports for at least half of the periods compared: its trade is unknown, not zero.",
                "Import its reports, or leave --side out to look at what the bloc reports as exports."
            )
            : new Error(
                ErrorKind.Input,
                $"The {(request.Options.Side == OutcomeSide.Imports ? "importer" : "bloc")} reports no trade in {request.Product} with {request.Destination}, or the list does not cover it.",
                "Check the code against --list and --level."
            );
}
