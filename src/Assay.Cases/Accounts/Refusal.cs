namespace Assay.Cases.Accounts;

/// <summary>Something of an account that was not taken.</summary>
/// <param name="Path">Where it is: <c>clocks[2]</c>, <c>events[0].actors[1]</c>.</param>
/// <param name="Line">Its line in the file, from 1; 0 where there is no file.</param>
/// <param name="Reason">What is wrong, and what to do.</param>
public sealed record Refusal(string Path, int Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Item}: {Reason}";

    /// <summary>The item and its line.</summary>
    public string Item => Line > 0 ? $"{Path} (line {Line})" : Path;
}
