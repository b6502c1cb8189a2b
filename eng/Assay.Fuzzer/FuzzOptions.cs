using System.Globalization;

namespace Assay.Fuzzer;

/// <summary>How the fuzzer runs.</summary>
internal sealed record FuzzOptions
{
    /// <summary>How long.</summary>
    public TimeSpan For { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where chance begins.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Where files that broke something are written.</summary>
    public string Out { get; init; } = "fuzz-findings";

    /// <summary>Only files whose name ends so.</summary>
    public string Only { get; init; } = "";

    /// <summary>How long one file may take.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How much memory may be in use while one file is taken in, in bytes.</summary>
    public long Most { get; init; } = 1L << 30;

    /// <summary>True for the process that takes files in; the other one watches it.</summary>
    public bool IsWorker { get; init; }

    /// <summary>Files to take in once, as they are.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The options of a line; null where it is not understood.</summary>
    /// <param name="args">The line.</param>
    public static FuzzOptions? Of(string[] args)
    {
        var options = new FuzzOptions();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--worker")
                options = options with { IsWorker = true };
            else if (!args[i].StartsWith("--", StringComparison.Ordinal))
                options = options with { Files = [.. options.Files, args[i]] };
            else if (i + 1 == args.Length || options.With(args[i], args[++i]) is not { } more)
                return null;
            else
                options = more;
        }

        return options;
    }

    /// <summary>The line of a worker with these options.</summary>
    public IEnumerable<string> Line() =>
        [
            "--worker",
            "--seconds",
            ((int)Math.Ceiling(For.TotalSeconds)).ToString(CultureInfo.InvariantCulture),
            "--seed",
            Seed.ToString(CultureInfo.InvariantCulture),
            "--out",
            Out,
            "--only",
            Only,
            "--limit",
            ((int)Longest.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            "--memory",
            (Most >> 20).ToString(CultureInfo.InvariantCulture),
            .. Files,
        ];

    private FuzzOptions? With(string name, string value)
    {
        if (name == "--out")
            return this with { Out = value };
        if (name == "--only")
            return this with { Only = value };
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return name switch
        {
            "--seconds" => this with { For = TimeSpan.FromSeconds(number) },
            "--seed" => this with { Seed = number },
            "--limit" => this with { Longest = TimeSpan.FromSeconds(number) },
            "--memory" => this with { Most = (long)number << 20 },
            _ => null,
        };
    }
}
