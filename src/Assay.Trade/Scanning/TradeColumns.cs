namespace Assay.Trade.Scanning;

/// <summary>
/// Trade observations as dictionary-coded columns: a cell number (product x partners + partner), a value and a mass per row, in
/// segments by flow, frequency, currency, period and reporter. A question about periods and reporters picks segments; only their rows
/// are read.
/// </summary>
/// <remarks>
/// Whole values below 2^32 are kept in 4 bytes, others as 8-byte floating point; the choice is made once per store. Immutable and
/// thread-safe after construction.
/// </remarks>
public sealed class TradeColumns : IDisposable
{
    private readonly ColumnMemory memory;
    private readonly ColumnHeader header;

    internal TradeColumns(ColumnHeader header, ColumnMemory memory) => (this.header, this.memory) = (header, memory);

    /// <summary>Reporters by index.</summary>
    public IReadOnlyList<string> Reporters => header.Reporters;

    /// <summary>Partners by index.</summary>
    public IReadOnlyList<string> Partners => header.Partners;

    /// <summary>Products by index.</summary>
    public IReadOnlyList<ProductKey> Products => header.Products;

    /// <summary>The segments, in order of their rows.</summary>
    public IReadOnlyList<Segment> Segments => header.Segments;

    /// <summary>Number of rows.</summary>
    public int Rows => header.Rows;

    /// <summary>Number of cells: products times partners.</summary>
    public int Cells => header.Products.Length * header.Partners.Length;

    /// <summary>True where values take 8 bytes.</summary>
    internal bool Wide => header.Wide;

    /// <summary>Cell numbers of a segment, ascending.</summary>
    internal ReadOnlySpan<uint> CellsOf(Segment segment) => memory.Span<uint>(ColumnPart.Cells, segment.Start, segment.Count);

    /// <summary>Values (or kilograms) of a segment; <typeparamref name="T"/> is double where the store is wide, else uint.</summary>
    internal ReadOnlySpan<T> NumbersOf<T>(Segment segment, bool mass)
        where T : unmanaged => memory.Span<T>(mass ? ColumnPart.Masses : ColumnPart.Values, segment.Start, segment.Count);

    /// <summary>Gives each row of a segment to <paramref name="take"/>: product, partner, value, kilograms.</summary>
    public void Read(Segment segment, Action<int, int, double, double> take)
    {
        var cells = CellsOf(segment);
        var partners = (uint)header.Partners.Length;
        for (var i = 0; i < cells.Length; i++)
        {
            var (product, partner) = Math.DivRem(cells[i], partners);
            take((int)product, (int)partner, Number(segment, i, mass: false), Number(segment, i, mass: true));
        }
    }

    /// <summary>Releases the memory or the mapped file.</summary>
    public void Dispose() => memory.Dispose();

    private double Number(Segment segment, int i, bool mass) =>
        Wide ? NumbersOf<double>(segment, mass)[i] : NumbersOf<uint>(segment, mass)[i];
}
