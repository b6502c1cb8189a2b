using System.Text;

namespace Assay.Fuzzer;

/// <summary>Files that broke something, kept with what they broke.</summary>
internal static class Findings
{
    /// <summary>Keeps one and says so.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="number">What its name begins with.</param>
    /// <param name="file">The file.</param>
    /// <param name="broke">What it broke.</param>
    public static void Keep(string folder, string number, Seed file, string broke)
    {
        var place = Path.Combine(folder, $"{number}-{file.Name}");
        File.WriteAllBytes(place, file.Bytes);
        File.WriteAllText(place + ".why", broke + "\n");
        Console.WriteLine($"{place}: {broke}");
    }

    /// <summary>Keeps the file that a process was at when it died.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="number">What its name begins with.</param>
    /// <param name="broke">How it died.</param>
    /// <returns>False where it was at none.</returns>
    public static bool KeepCurrent(string folder, string number, string broke)
    {
        var current = Path.Combine(folder, Worker.Current);
        if (!File.Exists(current))
            return false;
        var bytes = File.ReadAllBytes(current);
        var end = Array.IndexOf(bytes, (byte)'\n');
        Keep(folder, number, new Seed(Encoding.UTF8.GetString(bytes[..end]), bytes[(end + 1)..]), broke);
        File.Delete(current);
        return true;
    }
}
