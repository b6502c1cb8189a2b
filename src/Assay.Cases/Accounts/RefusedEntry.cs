namespace Assay.Cases.Accounts;

/// <summary>An input, or an item of an account, that was refused.</summary>
/// <param name="File">File name as given.</param>
/// <param name="Message">What was wrong, where, and what to do.</param>
/// <param name="Item">The item of an account, with its line where it came from a file; null for an input.</param>
public sealed record RefusedEntry(string File, string Message, string? Item = null);
