using Assay.Bench.Time;
using Assay.Bench.Trade;

return args switch
{
    ["time", .. var rest] => TimeBench.Run(rest),
    ["trade-import"] => TradeImportBench.Run(products: 800),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project bench/Assay.Bench -- COMMAND\n\n  time [--write]   the time reader beside chrono-node; --write puts the table into docs/benchmarks.md\n  trade-import     import of a Comext file beside DuckDB's read_csv to Parquet");
    return 2;
}
