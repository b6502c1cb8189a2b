using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Scanning;

namespace Assay.Cases.Books;

/// <summary>A lake that lies open, with its column store. Not safe for use by several threads at once.</summary>
internal sealed class OpenBooks : IDisposable
{
    private readonly TradeLake lake;

    private OpenBooks(TradeLake lake) => (this.lake, Columns) = (lake, LakeColumns.Open(lake));

    /// <summary>Its rows by column.</summary>
    public TradeColumns Columns { get; }

    /// <summary>Its files in order of import.</summary>
    public IReadOnlyList<FileProvenance> Files => lake.Files;

    /// <summary>Opens the lake in a directory.</summary>
    /// <returns>The lake, or the error where there is none, it is empty or it is broken.</returns>
    public static Result<OpenBooks> In(string directory)
    {
        var opened = TradeLake.Open(directory);
        return opened.Succeeded ? new OpenBooks(opened.Value) : opened.Error;
    }

    /// <summary>Closes it. The files stay.</summary>
    public void Dispose()
    {
        Columns.Dispose();
        lake.Dispose();
    }
}
