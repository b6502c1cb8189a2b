namespace Assay.Tests.Architecture.Circle.Left;

/// <summary>One half of a circle, for the test that must find it: its arrow is in a signature.</summary>
internal static class Start
{
    public static int Length(Right.End end) => end.ToString().Length;
}
