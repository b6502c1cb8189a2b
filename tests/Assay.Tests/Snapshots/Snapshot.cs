using System.Runtime.CompilerServices;

namespace Assay.Tests.Snapshots;

/// <summary>
/// Compares a text with a file <c>NAME.approved.txt</c> beside the test. With <c>UPDATE_SNAPSHOTS=1</c> the file is written instead; look
/// at the difference
/// before committing it.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string actual, string name, [CallerFilePath] string test = "")
    {
        actual = actual.Replace("\r\n", "\n", StringComparison.Ordinal);
        var file = Path.Combine(Folder(test), name + ".approved.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, actual);

        Assert.True(File.Exists(file), $"There is no {file}. Run the test with UPDATE_SNAPSHOTS=1 and look at what it writes.");
        Assert.Equal(File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal), actual);
    }

    // A deterministic build may map source paths; the folder is found again from where the tests run.
    private static string Folder(string test)
    {
        if (File.Exists(test))
            return Path.GetDirectoryName(test)!;

        return Path.Combine(Repository.Root, "tests", "Assay.Tests", Path.GetFileName(Path.GetDirectoryName(test))!);
    }
}
