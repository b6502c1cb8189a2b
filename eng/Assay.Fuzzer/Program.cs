using Assay.Fuzzer;

// Breaks files of every format that is taken in and looks whether the intake stands: eng/fuzz.sh, docs/security.md.
if (FuzzOptions.Of(args) is not { } options)
{
    Console.Error.WriteLine(
        """
        Assay.Fuzzer [--seconds N] [--seed N] [--out DIR] [--only END] [--limit SECONDS] [--memory MB] [FILE...]

          Breaks sound files of every format and takes them in. What throws, does not end, takes too much memory or is refused without a
          sentence is written to DIR with the reason beside it. FILE... are taken in once as they are. Exit code 0: nothing broke.
        """
    );
    return 2;
}

if (!options.IsWorker)
    return new Watch(options).Run();
var map = new CoverageMap(); // before anything that is instrumented runs
using var doors = new Intakes();
return new Worker(options, doors, map).Run();
