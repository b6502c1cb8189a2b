namespace Assay.Reading.Syntax.Network;

/// <summary>A named matrix of weights, row by row.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Values">The cells.</param>
internal sealed record Tensor(string Name, int Rows, int Columns, float[] Values)
{
    /// <summary>A matrix of zeros.</summary>
    public static Tensor Zeros(string name, int rows, int columns) => new(name, rows, columns, new float[rows * columns]);
}
