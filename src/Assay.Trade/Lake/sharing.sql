-- Files of the lake that cover at least one reporting block of the new file.
SELECT DISTINCT o.source FROM {coverage_old} o
SEMI JOIN {coverage_new} n USING (reporter, flow, frequency, level, period, currency)
