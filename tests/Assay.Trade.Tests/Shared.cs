namespace Assay.Trade.Tests;

/// <summary>Finds the development data beside the repository; the test is skipped where they are absent.</summary>
internal static class Shared
{
    public static string File(string folder, string name)
    {
        var root = Environment.GetEnvironmentVariable("ASSAY_SHARED") ?? Beside();
        var path = root is null ? null : Path.Combine(root, "data", folder, name);
        if (path is null || !System.IO.File.Exists(path))
            Assert.Skip("skipped: ../shared is absent");

        return path!;
    }

    private static string? Beside()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Assay.slnx")))
                return Path.Combine(at.Parent!.FullName, "shared");
        }

        return null;
    }
}
