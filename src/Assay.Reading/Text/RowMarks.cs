namespace Assay.Reading.Text;

/// <summary>What parts the cells of a row of a table in the text of a source.</summary>
internal static class RowMarks
{
    /// <summary>What is set between two cells where the file has no mark of its own there: white space, as quotes are compared by their
    /// words.</summary>
    public const string Gap = "\t";

    /// <summary>What may stand between two cells.</summary>
    public static readonly char[] All = ['|', '\t'];

    /// <summary>True for a line that is a row.</summary>
    /// <param name="line">The line.</param>
    public static bool IsRow(ReadOnlySpan<char> line) => line.IndexOfAny(All) >= 0;
}
