using Assay.Bench.Time;

return args switch
{
    ["time", .. var rest] => TimeBench.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project bench/Assay.Bench -- COMMAND\n\n  time [--write]   the time reader beside chrono-node; --write puts the table into docs/benchmarks.md");
    return 2;
}
