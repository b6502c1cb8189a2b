using System.Text.Json;
using Assay.Ground.Outcomes;
using Assay.Trade.Formats.Mapped;
using Assay.Trade.Import;
using Assay.Trade.Lake;

namespace Assay.Cases.Books;

/// <summary>What a user says about the files of one import.</summary>
public sealed record FileSaid
{
    private const string DecimalField = "decimal";
    private const string UnitField = "unit";

    private FileSaid(TradeMapping? mapping, DateOnly? extracted) => (Mapping, Extracted) = (mapping, extracted);

    /// <summary>Which column means what; null to let the content speak.</summary>
    internal TradeMapping? Mapping { get; }

    /// <summary>When the publisher's database was read; null where that is not said.</summary>
    internal DateOnly? Extracted { get; }

    /// <summary>Puts together what was said.</summary>
    /// <param name="mapping">Path of a mapping file, or null.</param>
    /// <param name="sets">Values for whole files, each <c>FIELD=VALUE</c>; they go before the mapping's own.</param>
    /// <param name="extracted">When the publisher's database was read, or null.</param>
    /// <returns>What was said, or the error where the mapping cannot be read or a value is none.</returns>
    public static Result<FileSaid> Of(string? mapping, IReadOnlyList<string> sets, DateOnly? extracted)
    {
        if (mapping is null && sets.Count == 0)
            return new FileSaid(null, extracted);
        var loaded = mapping is null ? new TradeMapping() : TradeMapping.Load(mapping);
        if (!loaded.Succeeded)
            return loaded.Error;
        var constants = new Dictionary<string, string>(loaded.Value.Constants);
        foreach (var set in sets)
        {
            var equals = set.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                return new Error(ErrorKind.Usage, $"'{set}' is not FIELD=VALUE.", "Write for example --set flow=X.");
            constants[set[..equals]] = set[(equals + 1)..];
        }

        var said = loaded.Value;
        if (constants.Remove(DecimalField, out var mark))
        {
            if (mark is not ("." or ","))
                return new Error(ErrorKind.Usage, $"'{mark}' parts no decimals.", "Write --set decimal=, or --set decimal=.");
            said = said with { Decimal = mark, DecimalSaid = true };
        }

        var unit = constants.Remove(UnitField, out var text) ? text : null;
        said = said with { Constants = constants };
        if (unit is null)
            return new FileSaid(said, extracted);
        return said.InUnit(unit) is { } counted
            ? new FileSaid(counted, extracted)
            : new Error(ErrorKind.Usage, $"'{unit}' is no unit of value that is known.", "Write for example --set unit=\"thousand USD\".");
    }
}

/// <summary>A file to bring into a lake.</summary>
/// <param name="Path">The file.</param>
/// <param name="Lake">The lake's directory; made where it does not exist.</param>
/// <param name="Said">What the user says about it.</param>
public sealed record FileRequest(string Path, string Lake, FileSaid Said);

/// <summary>Brings a file of a statistical office into a lake, as a whole or not at all, and the same bytes only once.</summary>
/// <param name="clock">Gives the time of import.</param>
public sealed class ImportFile(TimeProvider clock)
{
    private readonly ImportTrade import = new(clock);

    /// <summary>Runs the import.</summary>
    /// <param name="request">File and lake.</param>
    /// <param name="progress">Told of stages and rows; may be null.</param>
    /// <param name="cancellation">Stops the import and leaves the lake as it was.</param>
    /// <returns>What came of it, or the error where the file was refused.</returns>
    public Result<ImportReply> Run(FileRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellation) =>
        import.Run(
            new ImportRequest(request.Path, request.Lake) { Mapping = request.Said.Mapping, Extracted = request.Said.Extracted },
            progress,
            cancellation
        );

    /// <summary>The provenance of a file as the lake keeps it, in JSON.</summary>
    public static string Json(FileProvenance file) => JsonSerializer.Serialize(file, LakeJson.Default.FileProvenance);
}
