namespace Assay.Trade.Scanning;

/// <summary>Fills a column store row by row, in the order of its segments and ascending by cell within each.</summary>
internal sealed class ColumnWriter(ColumnHeader header, ColumnMemory memory)
{
    private int row;

    /// <summary>Appends the next row.</summary>
    public void Append(uint cell, double value, double mass)
    {
        memory.Span<uint>(ColumnPart.Cells, row, 1)[0] = cell;
        if (header.Wide)
        {
            memory.Span<double>(ColumnPart.Values, row, 1)[0] = value;
            memory.Span<double>(ColumnPart.Masses, row, 1)[0] = mass;
        }
        else
        {
            memory.Span<uint>(ColumnPart.Values, row, 1)[0] = (uint)value;
            memory.Span<uint>(ColumnPart.Masses, row, 1)[0] = (uint)mass;
        }

        row++;
    }

    /// <summary>The store, once every row is in.</summary>
    public TradeColumns Finish() =>
        row == header.Rows
            ? new TradeColumns(header, memory)
            : throw new InvalidOperationException($"{row} rows were written where {header.Rows} were announced.");

    /// <summary>Whether a number fits the narrow form without loss.</summary>
    public static bool Narrow(double number) => number >= 0 && number <= uint.MaxValue && number == Math.Floor(number);
}
