-- What a file covers. A reporter has one kind and the file is one, so that neither is grouped by.
COPY (
  SELECT getvariable('source') AS source, reporter, any_value(reporter_kind) AS reporter_kind, flow, frequency, level, period, currency,
    count(*)::BIGINT AS rows, sum(value) AS value
  FROM {trade} GROUP BY reporter, flow, frequency, level, period, currency ORDER BY ALL
) TO {coverage} (FORMAT parquet)
