using System.Globalization;

namespace Assay.Fuzzer;

/// <summary>Takes broken files in, one after another, until its time is up.</summary>
/// <param name="options">How.</param>
/// <param name="doors">Where they come in.</param>
/// <param name="map">The ways that are taken.</param>
internal sealed class Worker(FuzzOptions options, Intakes doors, CoverageMap map)
{
    /// <summary>What this process ends with where something in it does not end.</summary>
    public const int Endless = 3;

    /// <summary>The file, within the folder of findings, that is taken in at this moment; whoever finds the process dead finds it
    /// there.</summary>
    public const string Current = "current";

    private const int MostKept = 4000;
    private readonly Random random = new(options.Seed);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private int files;
    private int read;

    /// <summary>Takes files in.</summary>
    /// <returns>0 where nothing broke, 1 where something did, <see cref="Endless"/> where it had to stop.</returns>
    public int Run()
    {
        Directory.CreateDirectory(options.Out);
        var kept = options.Files.Count > 0 ? [.. options.Files.Select(Given)] : doors.Begin().Where(IsMeant).ToList();
        var trial = new Trial(options, doors.Take);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var seed in kept.ToList())
            if (Try(trial, seed) is Endless)
                return Endless;
        var mutator = new Mutator(random, () => kept[random.Next(kept.Count)].Bytes);
        var begun = kept.Count;
        while (options.Files.Count == 0 && kept.Count > 0 && watch.Elapsed < options.For)
        {
            // What was kept lately is as likely as all that there was at the beginning.
            var from = random.Next(2) == 0 ? kept[random.Next(begun)] : kept[random.Next(kept.Count)];
            map.Clear();
            var broken = new Seed(from.Name, Broken(from.Bytes, mutator));
            if (Try(trial, broken) is Endless)
                return Endless;
            if (map.Learn() && kept.Count < MostKept)
                kept.Add(broken);
        }

        File.Delete(Path.Combine(options.Out, Current));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{files} files from seed {options.Seed}: {read} read, {files - read} refused; {known.Count} broke something; {map.Count} ways through the code, {kept.Count - begun} files kept for a new one"
            )
        );
        return known.Count == 0 ? 0 : 1;
    }

    private byte[] Broken(byte[] bytes, Mutator mutator) =>
        Packed.Is(bytes) && random.Next(4) > 0
            ? Packed.Broken(bytes, random, mutator.Broken) ?? mutator.Broken(bytes)
            : mutator.Broken(bytes);

    private int Try(Trial trial, Seed file)
    {
        files++;
        File.WriteAllBytes(Path.Combine(options.Out, Current), [.. System.Text.Encoding.UTF8.GetBytes(file.Name + "\n"), .. file.Bytes]);
        var came = trial.Of(file);
        read += came.WasRead ? 1 : 0;
        if (came.Broke is { } broke && known.Add(Where(broke)))
            Findings.Keep(options.Out, $"{options.Seed}-{files}", file, broke);
        return came.IsEndless ? Endless : 0;
    }

    // One kind of break is kept once: its name and the places it came by.
    private static string Where(string broke)
    {
        var lines = broke.Split('\n');
        var places = lines.Where(l => l.StartsWith("   at ", StringComparison.Ordinal)).Take(3);
        return string.Join('\n', places.Prepend(lines[0].Split(':')[0]));
    }

    private bool IsMeant(Seed seed) => seed.Name.EndsWith(options.Only, StringComparison.Ordinal);

    private static Seed Given(string file) => new(Path.GetFileName(file), File.ReadAllBytes(file));
}
