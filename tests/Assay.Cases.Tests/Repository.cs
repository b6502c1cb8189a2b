namespace Assay.Cases.Tests;

/// <summary>The repository the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Assay.slnx")))
            folder = Path.GetDirectoryName(folder);

        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
