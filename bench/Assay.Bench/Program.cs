using Assay.Bench.Accounts;
using Assay.Bench.Cases;
using Assay.Bench.Chronology;
using Assay.Bench.Growth;
using Assay.Bench.Models;
using Assay.Bench.Pages;
using Assay.Bench.Syntax;
using Assay.Bench.Time;
using Assay.Bench.Trade;

return args switch
{
    ["solver", .. var rest] => SolverBench.Run(rest),
    ["time", .. var rest] => TimeBench.Run(rest),
    ["timex", .. var rest] => TimexReport.Run(rest),
    ["estimator", .. var rest] => EstimatorBench.Run(rest),
    ["trade-import", .. var rest] => TradeImportBench.Run(rest),
    ["trade-scan", .. var rest] => TradeScanBench.Run(rest),
    ["page", .. var rest] => PageBench.Run(rest),
    ["case", .. var rest] => CaseBench.Run(rest),
    ["drafts", .. var rest] => DraftsBench.Run(rest),
    ["perfect-drafts", .. var rest] => PerfectDraftsBench.Run(rest),
    ["growth", .. var rest] => GrowthBench.Run(rest),
    ["accounts", .. var rest] => AccountsBench.Run(rest),
    ["syntax", "parse", .. var rest] => ParseCommand.Run(rest),
    ["attribution", .. var rest] => AttributionBench.Run(rest),
    ["syntax", .. var rest] => SyntaxBench.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project bench/Assay.Bench -- COMMAND

          solver [family]  the temporal solver beside Z3 and CP-SAT; without a family the table goes into docs/benchmarks.md
          time [--write]   the time reader beside chrono-node; --write puts the table into docs/benchmarks.md
          timex [--write]  the time reader scored on the development corpora; --write puts the tables into docs/time.md
          estimator [MILLIONS] [--fixest] [--csv FILE]  the Poisson estimator with three sets of effects, 10 million cells where not given; with
                           --fixest beside fixest::fepois (bench/fixest/fepois.R, where R has it); --csv writes the panel alone
          trade-import [--products N] [--write]  import of a Comext file beside DuckDB's read_csv to Parquet, and the first scan of it; 820 products are 5 million rows
          trade-scan [--rows MILLIONS]  the before/after scan beside DuckDB's native table
          syntax [--treebanks DIR] [--model FILE] [--scores] [--write]  the parser scored on treebanks, its speed, start and memory; FILE is another
                           model than the shipped one, --scores leaves the costs out, --write puts the table into docs/benchmarks.md
          syntax parse [TEXT]  the trees of a text and the patterns that match in them; from standard input where not given
          attribution --rows FILE [--program PATH]  attributions read by the patterns against annotated ones (rows as in ../shared/data/attribution); with
                           the program: of the annotated ones, how many an audit gives to somebody
          page --pages DIR  lines of saved pages told from furniture, by cross-validation over sites; the table of docs/reading.md
          accounts [--own] [--program PATH] [--out DIR] [--write]  the audit scored on the accounts with gold, or on the project's own; --write puts the tables into docs/reading.md
          case [--sources N] [--case PLACE] [--write]  a case of 1,000 sources: opening, drafts, decision, test; PLACE is a file or a connection to PostgreSQL,
                           --write puts the table into docs/benchmarks.md
          drafts [--program PATH] [--write]  a model as drafter, without the model: a run of 1,000 drafts replayed, a report of 20,000 words; PATH is
                           the launcher or assay.dll (./assay where not given), --write puts the tables into docs/benchmarks.md
          perfect-drafts [--write]  what the check loses of perfect drafts of the accounts with gold; --write puts the tables into docs/reading.md
          growth [--program PATH] [--only WORD] [--write]  the limits of an audit: 1 MB of many kinds of repetition, and 2,000 small texts; PATH is
                           the launcher or assay.dll (./assay where not given), --write puts the worst into docs/benchmarks.md; Linux only
        """
    );
    return 2;
}
