-- Files of the lake that cover at least one reporting block of the new file.
SELECT DISTINCT o.source FROM read_parquet({coverage_old}) o
SEMI JOIN read_parquet({coverage_new}) n USING (reporter, flow, frequency, level, period, currency)
