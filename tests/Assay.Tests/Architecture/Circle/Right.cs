namespace Assay.Tests.Architecture.Circle.Right;

/// <summary>The other half: its arrow is in the code of a method alone.</summary>
internal readonly record struct End(int Value)
{
    public int Twice() => 2 * Left.Start.Length(this);
}
