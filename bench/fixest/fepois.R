# The same panel through fixest::fepois: three sets of effects, one regressor, standard errors clustered by pair, two threads.
# Rscript fepois.R PANEL.csv [THREADS]   where PANEL.csv has y, x, jt, pt, jp (written by: estimator MILLIONS --csv PANEL.csv)
# Prints one line of Markdown: version, cells, seconds of the fit alone, coefficient, clustered standard error, peak memory of R in MB.
arguments <- commandArgs(trailingOnly = TRUE)
threads <- if (length(arguments) > 1) as.integer(arguments[2]) else 2L
if (!requireNamespace("fixest", quietly = TRUE)) {
  cat("fixest is not installed\n")
  quit(status = 3)
}
library(fixest)
setFixest_nthreads(threads)
panel <- if (requireNamespace("data.table", quietly = TRUE)) data.table::fread(arguments[1]) else read.csv(arguments[1])
start <- proc.time()[["elapsed"]]
fit <- fepois(y ~ x | jt + pt + jp, data = panel, cluster = ~jp, notes = FALSE)
seconds <- proc.time()[["elapsed"]] - start
memory <- sum(gc()[, 6])
cat(sprintf("| fixest %s, %d threads | %.1f | %.1f | %.5f | %.5f | %.0f |\n", packageVersion("fixest"), threads, nrow(panel) / 1e6, seconds,
            coef(fit)[["x"]], se(fit)[["x"]], memory))
