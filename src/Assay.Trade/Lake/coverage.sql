COPY (
  SELECT source, reporter, reporter_kind, flow, frequency, level, period, currency, count(*)::BIGINT AS rows, sum(value) AS value
  FROM {trade} GROUP BY ALL ORDER BY ALL
) TO {coverage} (FORMAT parquet)
