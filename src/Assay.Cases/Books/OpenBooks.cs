using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Scanning;

namespace Assay.Cases.Books;

/// <summary>A lake that lies open, with its column store. Not safe for use by several threads at once.</summary>
internal sealed class OpenBooks : IDisposable
{
    private readonly TradeLake lake;

    private OpenBooks(TradeLake lake, TradeColumns columns) => (this.lake, Columns) = (lake, columns);

    /// <summary>Its rows by column.</summary>
    public TradeColumns Columns { get; }

    /// <summary>Its files in order of import.</summary>
    public IReadOnlyList<FileProvenance> Files => lake.Files;

    /// <summary>Opens the lake in a directory.</summary>
    /// <returns>The lake, or the error where there is none, it is empty or it is broken.</returns>
    /// <param name="directory">The directory.</param>
    /// <param name="stop">Stops the making of its column store, with an <see cref="OperationCanceledException"/>.</param>
    public static Result<OpenBooks> In(string directory, CancellationToken stop = default)
    {
        var opened = TradeLake.OpenUnchecked(directory);
        if (!opened.Succeeded)
            return opened.Error;
        var kept = false;
        try
        {
            var columns = LakeColumns.TryOpen(opened.Value, stop);
            if (!columns.Succeeded)
                return columns.Error;
            kept = true;
            return new OpenBooks(opened.Value, columns.Value);
        }
        finally
        {
            if (!kept)
                opened.Value.Dispose();
        }
    }

    /// <summary>What tells books from the same books after another import: their directory, and the files they say they are of.</summary>
    /// <param name="lake">The directory; null for none.</param>
    public static string StampOf(string? lake)
    {
        if (lake is null)
            return "";
        try
        {
            var files = new DirectoryInfo(new LakeFolders(Path.GetFullPath(lake)).Provenance).EnumerateFiles("*.json");
            var told = files.Select(f => $"{f.Name} {f.Length} {f.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal);
            return $"{lake}\n{string.Join('\n', told)}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return lake;
        }
    }

    /// <summary>The currency of a bloc's exports where they are in one, else euros.</summary>
    /// <param name="bloc">Codes of its reporters; null for all.</param>
    public string Currency(IReadOnlyCollection<string>? bloc)
    {
        var exports = Columns.Segments.Where(s => s.Flow == 'X' && (bloc is null || bloc.Contains(Columns.Reporters[s.Reporter])));
        var currencies = exports.Select(s => s.Currency).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return currencies.Count == 1 ? currencies[0] : BookOptions.StandardCurrency;
    }

    /// <summary>Closes it. The files stay.</summary>
    public void Dispose()
    {
        Columns.Dispose();
        lake.Dispose();
    }
}
