namespace Assay.Reading.Intake.Stamps;

/// <summary>Names of time stamps: that of the file they stand beside, and an ending.</summary>
public static class StampNames
{
    private static readonly string[] Endings = [".tsr", ".tst", ".tsq"];

    /// <summary>The name of the file that a time stamp of this name stands beside; null where it is no name of a time stamp.</summary>
    /// <param name="name">A name, with or without a path.</param>
    public static string? Stamped(string name) =>
        Array.Find(Endings, e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } ending && IsNamed(name[..^ending.Length])
            ? name[..^ending.Length]
            : null;

    /// <summary>The names that time stamps of a file have.</summary>
    /// <param name="file">The name of the file.</param>
    public static IEnumerable<string> Of(string file) => Endings.Select(e => file + e);

    private static bool IsNamed(string rest) => rest.Length > 0 && rest[^1] is not ('/' or '\\');
}
