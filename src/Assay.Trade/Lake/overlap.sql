-- Cells that two files both hold, and by how much they differ. Only blocks that both cover are looked at.
WITH shared AS (
  SELECT DISTINCT reporter, flow, frequency, level, period, currency FROM {coverage_new}
  SEMI JOIN {coverage_old} o USING (reporter, flow, frequency, level, period, currency)
), a AS (
  SELECT reporter, partner, flow, product, frequency, period, currency, sum(value) AS value
  FROM {trade_new} SEMI JOIN shared USING (reporter, flow, frequency, level, period, currency) WHERE value IS NOT NULL GROUP BY ALL
), b AS (
  SELECT reporter, partner, flow, product, frequency, period, currency, sum(value) AS value
  FROM {trade_old} SEMI JOIN shared USING (reporter, flow, frequency, level, period, currency) WHERE value IS NOT NULL GROUP BY ALL
)
SELECT count(*)::BIGINT, count(*) FILTER (abs(a.value - b.value) > 0.5)::BIGINT,
  coalesce(sum(a.value) FILTER (abs(a.value - b.value) > 0.5), 0)::DOUBLE, coalesce(sum(b.value) FILTER (abs(a.value - b.value) > 0.5), 0)::DOUBLE
FROM a JOIN b USING (reporter, partner, flow, product, frequency, period, currency)
